"""A brief that was left empty goes to the trash, which is said, and comes back with one click."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefdesk.ui.window import MainWindow


def test_a_brief_that_is_left_empty_is_put_away_and_can_be_put_back(window: MainWindow, qtbot: QtBot) -> None:
    session, acts = window.desk.session, window.furniture.acts
    session.edit("headline", "Rain")
    id = window.desk.brief.id
    qtbot.waitUntil(lambda: window.desk.autosave.is_settled(id))
    session.edit("headline", "")
    acts.newWanted.emit()
    notices = window.furniture.notices

    def offered() -> list[QPushButton]:
        return [each for each in notices.findChildren(QPushButton) if each.text() == "Put back"]

    qtbot.waitUntil(lambda: notices.isVisible() and bool(offered()))
    offered()[0].click()
    qtbot.waitUntil(lambda: window.desk.brief.id == id)
    session.undo()
    assert window.desk.brief.headline == "Rain"
