"""Language and status are chosen from a list."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Status
from briefdesk.desk.session import Session
from briefdesk.ui.fields.choice import ChoiceField, languages, statuses
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import DOWN, press, shown


def box(widget: ChoiceField, name: str) -> QComboBox:
    found = widget.findChild(QComboBox, name)
    assert found is not None
    return found


def test_a_status_is_chosen_by_key(
    qtbot: QtBot, session: Session, signals: SessionSignals, look: Look
) -> None:
    widget = ChoiceField(field("status"), signals, look, statuses())
    shown(qtbot, widget)
    press(box(widget, "statusPicker"), DOWN)
    assert session.brief.status is Status.REVIEW


def test_a_language_that_is_not_listed_is_shown_and_kept(
    qtbot: QtBot, session: Session, signals: SessionSignals, look: Look
) -> None:
    widget = ChoiceField(field("language"), signals, look, languages())
    qtbot.addWidget(widget)
    session.open(Brief(id="x", language="tlh"))
    assert box(widget, "languagePicker").currentText() == "tlh"
    assert session.brief.language == "tlh"
    session.open(Brief(id="y", language="de"))
    assert box(widget, "languagePicker").currentText() == "German · de"


def test_the_wheel_changes_nothing_when_the_form_scrolls_past(
    qtbot: QtBot, session: Session, signals: SessionSignals, look: Look
) -> None:
    widget = ChoiceField(field("status"), signals, look, statuses())
    shown(qtbot, widget)
    picker = box(widget, "statusPicker")
    picker.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picker, event)
    assert session.brief.status is Status.DRAFT
