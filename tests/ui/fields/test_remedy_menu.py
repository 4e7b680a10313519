"""The top of an editor's menu, while what stands there is still looked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.fields.markings import Markings, Remedy
from briefdesk.ui.fields.remedy_menu import RemedyMenu


def chosen(menu: QMenu) -> str:
    active = menu.activeAction()
    return active.text() if active else ""


def made(qtbot: QtBot, remedies: Callable[[], list[Remedy]]) -> tuple[QMenu, Markings, QWidget]:
    host = QWidget()
    qtbot.addWidget(host)
    menu, markings = QMenu(host), Markings(host)
    RemedyMenu(menu, remedies, markings.remedied).choose_first()
    return menu, markings, host


def nothing() -> None:
    """Do nothing."""


def test_nothing_is_chosen_before_the_suggestions_are_there(qtbot: QtBot) -> None:
    now = [Remedy("Looking", None, waits=True), Remedy("Add to the dictionary", nothing)]
    menu, markings, _host = made(qtbot, lambda: now)
    assert chosen(menu) == ""
    now[0] = Remedy("received", nothing)
    markings.remedied.emit()
    assert chosen(menu) == "received"


def test_below_words_that_only_say_something_the_first_act_is_chosen(qtbot: QtBot) -> None:
    menu, _markings, _host = made(
        qtbot, lambda: [Remedy("“odd” no longer appears", None), Remedy("Keep", nothing)]
    )
    assert chosen(menu) == "Keep"
