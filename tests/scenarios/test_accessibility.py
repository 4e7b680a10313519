"""The whole window for those who cannot see it, or only when it is large: names, reach, and nothing cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenuBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.desk.sample import add_sample
from briefdesk.store.library import Library
from briefdesk.ui.glossary.editor import TermEditor
from briefdesk.ui.glossary.window import GlossaryWindow
from briefdesk.ui.theme import BASE_SIZE, LARGEST
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import focus_name, press, put_away

READING_ORDER = (
    "headlineEdit",
    "bulletsEdit",
    "termEdit1",
    "definitionEdit1",
    "sourceUrlEdit",
    "summaryEdit",
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    with Library.open(tmp_path / "sample.briefdesk") as library:
        id = add_sample(library)
    made = build(tmp_path / "sample.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.open_brief(id)
    made.resize(1440, 900)
    settle()
    yield made
    made.look.set_base_size(BASE_SIZE)
    put_away(made)


def settle() -> None:
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()


def shown_in(window: MainWindow) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible()]


def open_all(window: MainWindow) -> None:
    """Unfold what is folded: details and review."""
    window._shell.form.set_details_open(True)
    window.furniture._actions["review"].trigger()
    settle()


def said(widget: QWidget) -> str:
    """The name that a screen reader says for a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def describe(widget: QWidget) -> str:
    names = [widget.objectName() or type(widget).__name__]
    while (parent := widget.parentWidget()) is not None:
        widget = parent
        names.append(widget.objectName() or type(widget).__name__)
    return " in ".join(names[:4])


def test_what_can_be_acted_on_has_a_name_and_an_object_name(window: MainWindow) -> None:
    open_all(window)
    reachable = [each for each in shown_in(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reachable) > 25
    assert [describe(each) for each in reachable if not said(each)] == []
    assert [describe(each) for each in reachable if not each.objectName()] == []


def test_every_button_has_a_name_even_one_that_only_a_mouse_reaches(window: MainWindow) -> None:
    open_all(window)
    buttons = [each for each in shown_in(window) if isinstance(each, QAbstractButton)]
    assert [describe(each) for each in buttons if not said(each)] == []


def test_tab_goes_through_the_form_in_the_order_of_reading(window: MainWindow) -> None:
    window._shell.form.focus_headline()
    visited = [focus_name()]
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        visited.append(focus_name())
    places = [visited.index(name) for name in READING_ORDER]
    assert places == sorted(places)
    assert len(set(visited)) > 12, "Tab gets out of every field"


def test_shift_tab_goes_the_same_way_back(window: MainWindow) -> None:
    window._shell.form.focus_headline()
    there = [QApplication.focusWidget()]
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        there.append(QApplication.focusWidget())
    back = [there[-1]]
    for _ in range(12):
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(QApplication.focusWidget())
    assert [describe(each) for each in back if each] == [describe(each) for each in reversed(there) if each]


@pytest.mark.parametrize("size", [BASE_SIZE, LARGEST])
def test_no_word_of_a_label_or_a_button_is_cut(window: MainWindow, size: int) -> None:
    window.look.set_base_size(size)
    open_all(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    settle()
    cut = [
        f"{describe(each)}: {each.text()!r} {each.size().toTuple()}, wants {least.toTuple()}"
        for each in shown_in(window)
        if isinstance(each, QLabel | QAbstractButton) and each.text() and not each.visibleRegion().isEmpty()
        if not (isinstance(each, QLabel) and each.wordWrap())
        for least in [room_for(each)]
        if each.width() < least.width() - 1 or each.height() < least.height() - 1
        if not each.toolTip()
    ]
    assert cut == []


def room_for(widget: QLabel | QAbstractButton) -> QSize:
    """The least room in which all of the widget's words can be read."""
    if isinstance(widget, QLabel):
        return widget.sizeHint()
    least = widget.sizeHint().boundedTo(widget.minimumSizeHint())
    return QSize(least.width(), min(least.height(), widget.fontMetrics().height()))


@pytest.mark.parametrize("width", [1100, 1440])
def test_at_twice_the_size_every_menu_is_there(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    window.look.set_base_size(LARGEST)
    settle()
    bar = window.findChild(QMenuBar)
    assert bar is not None
    places = [bar.actionGeometry(each) for each in bar.actions()]
    assert all(place.isValid() and place.right() <= bar.width() for place in places)
    assert not [each for each in bar.findChildren(QToolButton) if each.isVisible()]


def test_at_twice_the_size_the_card_of_the_target_holds_its_words(window: MainWindow) -> None:
    window.look.set_base_size(LARGEST)
    window.furniture._actions["target"].trigger()
    settle()
    card = window.findChild(QWidget, "targetPopover")
    assert card is not None
    assert card.isVisible()
    wanted = [each for each in card.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.text() for each in wanted if each.width() < each.sizeHint().width()] == []
    titles = [each for each in card.findChildren(QLabel) if each.isVisible()]
    assert [each.text() for each in titles if each.height() < each.heightForWidth(each.width())] == []


def test_at_twice_the_size_the_glossary_shows_whole_lines(window: MainWindow, qtbot: QtBot) -> None:
    window.look.set_base_size(LARGEST)
    window.furniture._actions["glossary"].trigger()
    opened = next(each for each in QApplication.topLevelWidgets() if isinstance(each, GlossaryWindow))
    opened.resize(1100, 700)
    editor = opened.findChild(TermEditor)
    assert editor is not None
    qtbot.waitUntil(lambda: bool(editor.findChildren(QPushButton, "useWording1")))
    settle()
    inside = editor.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= editor.viewport().width()
    opened.close()
