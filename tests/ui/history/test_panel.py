"""The history pane on a real library: what was kept, how it differs, and the way back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.history.panel import HistoryPanel
from briefdesk.ui.history.passage import Passage
from briefdesk.ui.history.tools import HistoryTools
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

FIRST = Brief(
    headline="Anthropic Adopts It",
    bullets=("One stays.", "Two learn to read."),
    terms=(Term(term="model", definition="A thing."),),
    source=Source(url="https://example.org/", publisher="Example"),
    related=(Related(headline="Elsewhere", summary="A long summary."),),
)


@pytest.fixture
def make(
    qtbot: QtBot, session: Session, signals: SessionSignals, jobs: Jobs, look: Look, library: Library
) -> Callable[[], HistoryPanel]:
    def make_panel() -> HistoryPanel:
        saved = library.save(FIRST, cut="import", author="Dana")
        saved = library.save(
            replace(saved.brief, headline="Anthropic Embraces It"), saved.counter, cut="pause"
        )
        bullets = ("One stays.", "Two better understand reading.", "Three is <new> & odd.")
        saved = library.save(replace(saved.brief, bullets=bullets), saved.counter, cut="switch")
        session.open(saved.brief)
        panel = HistoryPanel(signals, jobs, look)
        qtbot.addWidget(panel)
        panel.resize(1168, 826)
        panel.set_library(library)
        panel.show()
        qtbot.waitExposed(panel)
        settle(qtbot, jobs)
        return panel

    return make_panel


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    keys = ("history", "history-one", "history-restore")
    qtbot.waitUntil(lambda: not any(jobs.busy(key) for key in keys))


def list_of(panel: HistoryPanel) -> QListView:
    found = panel.findChild(QListView, "revisionsList")
    assert found
    return found


def titles(panel: HistoryPanel) -> list[str]:
    model = list_of(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def cards(panel: HistoryPanel) -> dict[str, str]:
    """The texts of the cards that are shown, by field."""
    found: dict[str, str] = {}
    for card in panel.findChildren(QWidget):
        if card.objectName().startswith("difference-") and card.isVisible():
            parts = [each for each in card.findChildren(QWidget) if isinstance(each, QLabel | Passage)]
            texts = [each.text() if isinstance(each, QLabel) else each.toHtml() for each in parts]
            found[card.objectName().removeprefix("difference-")] = " | ".join(texts)
    return found


def click(panel: HistoryPanel, name: str, qtbot: QtBot) -> None:
    found = panel.findChild(QAbstractButton, name)
    assert found
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_kept_states_are_listed_newest_first(make: Callable[[], HistoryPanel]):
    panel = make()
    assert titles(panel) == ["In brief", "Headline", "First kept state"]
    spoken = list_of(panel).model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("First kept state, Dana · ")
    assert spoken.endswith("imported")


def test_the_difference_from_now_shows_words_and_rows(
    make: Callable[[], HistoryPanel], qtbot: QtBot, jobs: Jobs
):
    panel = make()
    qtbot.keyClick(list_of(panel), Qt.Key.Key_End)
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: set(cards(panel)) == {"headline", "bullets"})
    shown = cards(panel)
    assert "line-through" in shown["headline"]
    assert ">Adopts<" in shown["headline"]
    assert ">Embraces<" in shown["headline"]
    assert "Bullet 2" in shown["bullets"]
    assert "Bullet 3" in shown["bullets"]
    assert "Bullet 1" not in shown["bullets"]
    assert "Three is &lt;new&gt; &amp; odd." in shown["bullets"]


def test_it_follows_the_typing(make: Callable[[], HistoryPanel], session: Session, qtbot: QtBot):
    panel = make()
    session.edit("summary", "In a word", typed="d")
    qtbot.waitUntil(lambda: "summary" in cards(panel))


def test_one_field_is_restored_and_the_rest_stays(
    make: Callable[[], HistoryPanel], session: Session, library: Library, qtbot: QtBot, jobs: Jobs
):
    panel = make()
    qtbot.keyClick(list_of(panel), Qt.Key.Key_End)
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: "headline" in cards(panel))
    with qtbot.waitSignal(panel.restored):
        click(panel, "restore-headline", qtbot)
    kept = library.get(session.brief.id)
    assert kept.brief.headline == "Anthropic Adopts It"
    assert len(kept.brief.bullets) == 3
    settle(qtbot, jobs)
    assert len(titles(panel)) == 4
    session.refresh(kept.brief)
    qtbot.waitUntil(lambda: "headline" not in cards(panel))
    assert session.undo()
    assert session.brief.headline == "Anthropic Embraces It"


def test_the_whole_brief_is_restored_as_a_new_revision(
    make: Callable[[], HistoryPanel], session: Session, library: Library, qtbot: QtBot, jobs: Jobs
):
    panel = make()
    qtbot.keyClick(list_of(panel), Qt.Key.Key_End)
    settle(qtbot, jobs)
    with qtbot.waitSignal(panel.restored):
        click(panel, "restoreWhole", qtbot)
    kept = library.get(session.brief.id).brief
    assert kept.headline == FIRST.headline
    assert kept.bullets == FIRST.bullets
    assert library.revisions(session.brief.id)[0].reason == "restore"
    assert library.revision(session.brief.id, 3).headline == "Anthropic Embraces It"


def test_all_fields_and_side_by_side_are_shown_on_demand(
    make: Callable[[], HistoryPanel], qtbot: QtBot, jobs: Jobs
):
    panel = make()
    qtbot.keyClick(list_of(panel), Qt.Key.Key_End)
    settle(qtbot, jobs)
    click(panel, "historyAll", qtbot)
    every = {"headline", "bullets", "terms", "source", "related", "status"}
    qtbot.waitUntil(lambda: every <= set(cards(panel)))
    assert "correction" not in cards(panel)
    click(panel, "historyBeside", qtbot)
    qtbot.waitUntil(lambda: cards(panel).get("headline", "").count(" | ") == 2)
    before, after = cards(panel)["headline"].split(" | ")[1:3]
    assert ">Adopts<" in before
    assert "Embraces" not in before
    assert ">Embraces<" in after


def test_the_parts_of_the_source_have_names_of_their_own(
    make: Callable[[], HistoryPanel], session: Session, qtbot: QtBot
):
    panel = make()
    session.edit("source", Source(url="https://example.com/", publisher="Another"))
    qtbot.waitUntil(lambda: "source" in cards(panel))
    assert cards(panel)["source"].startswith("Source: address | ")
    assert "Source: publisher | " in cards(panel)["source"]


@pytest.mark.parametrize("width", [594, 1168])
def test_a_word_without_end_is_broken_and_every_restore_button_stays_in_view(
    make: Callable[[], HistoryPanel], session: Session, qtbot: QtBot, width: int
):
    panel = make()
    panel.resize(width, 400)
    session.edit("bullets", ("w" * 300, *session.brief.bullets))
    qtbot.waitUntil(lambda: "w" * 300 in cards(panel).get("bullets", ""))
    QApplication.processEvents()
    for name in ("restore-bullets", "restoreWhole"):
        button = panel.findChild(QAbstractButton, name)
        assert button
        assert button.mapTo(panel, button.rect().bottomRight()).x() < width
        assert button.width() >= button.sizeHint().width()
    passage = next(each for each in panel.findChildren(Passage) if "wwww" in each.toPlainText())
    assert passage.height() > 2 * passage.fontMetrics().height()


@pytest.mark.parametrize(("width", "size"), [(594, 13), (1168, 13), (1168, 26), (594, 20)])
def test_no_word_of_the_tools_is_cut(
    make: Callable[[], HistoryPanel], look: Look, qtbot: QtBot, width: int, size: int
):
    panel = make()
    panel.resize(width, 600)
    look.set_base_size(size)
    try:
        QApplication.processEvents()
        tools = panel.findChild(HistoryTools)
        assert tools
        for button in tools.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 12
                assert button.mapTo(panel, button.rect().bottomRight()).x() < width
    finally:
        look.set_base_size(13)


def test_a_changed_status_is_said_in_words(make: Callable[[], HistoryPanel], session: Session, qtbot: QtBot):
    panel = make()
    session.edit("status", Status.READY)
    qtbot.waitUntil(lambda: "status" in cards(panel))
    assert ">Draft<" in cards(panel)["status"]
    assert ">Ready<" in cards(panel)["status"]


def test_a_brief_that_was_never_saved_has_no_history_and_says_when_it_will(
    make: Callable[[], HistoryPanel], session: Session, qtbot: QtBot, jobs: Jobs
):
    panel = make()
    session.open(Brief(id="brand-new"))
    settle(qtbot, jobs)
    assert titles(panel) == []
    texts = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No revision yet.") for text in texts)


def test_escape_goes_back_to_the_form(make: Callable[[], HistoryPanel], qtbot: QtBot):
    panel = make()
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(list_of(panel), Qt.Key.Key_Escape)
