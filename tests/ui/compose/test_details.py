"""The details, folded and unfolded."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefdesk.ui.compose.details import Details
from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import shown


def made(qtbot: QtBot, look: Look, width: int) -> tuple[Details, list[FieldRow]]:
    details = Details(look)
    rows = [FieldRow(f"Field {n}", QLineEdit(), look) for n in range(3)]
    details.put([(rows[0], rows[1]), (rows[2],)])
    shown(qtbot, details, width)
    return details, rows


def test_a_real_button_unfolds_and_folds_them(qtbot: QtBot, look: Look) -> None:
    details, rows = made(qtbot, look, 600)
    button = details.findChild(QPushButton, "detailsButton")
    assert button is not None
    assert not rows[0].isVisible()
    with qtbot.waitSignal(details.toggled) as toggled:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert toggled.args == [True]
    assert rows[0].isVisible()
    assert button.accessibleDescription() == "open"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not rows[0].isVisible()
    assert not details.is_open


def test_fields_of_a_line_stand_side_by_side_where_there_is_room(qtbot: QtBot, look: Look) -> None:
    details, rows = made(qtbot, look, 600)
    details.set_open(True)
    QApplication.processEvents()
    assert rows[0].y() == rows[1].y() < rows[2].y()
    details.resize(400, 600)
    QApplication.processEvents()
    assert rows[0].y() < rows[1].y() < rows[2].y()
