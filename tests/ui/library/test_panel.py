"""The library pane, on a real library and with real keys."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief import moments
from briefdesk.brief.model import Brief, Status
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.library.view import BriefList
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

HEADLINES = (
    "Anthropic Embraces Alignment Pretraining for Safer AI Development",
    "Malware Hits TanStack and Other AI Packages",
    "Short one",
)


def fill(
    library: Library, headlines: Sequence[str], statuses: Sequence[Status] = (Status.DRAFT,)
) -> list[str]:
    """Save briefs, the first headline the newest; gives their ids."""
    start = datetime(2026, 3, 1, tzinfo=UTC)
    ids: list[str] = []
    for number, headline in reversed(list(enumerate(headlines))):
        at = moments.write(start + timedelta(minutes=len(headlines) - number))
        brief = Brief(
            headline=headline,
            bullets=(f"Bullet of number {number}",),
            status=statuses[number % len(statuses)],
            created_at=at,
            updated_at=at,
        )
        ids.insert(0, library.save(brief, keep_dates=True).brief.id)
    return ids


@pytest.fixture
def open_panel(
    qtbot: QtBot, signals: SessionSignals, jobs: Jobs, look: Look, library: Library
) -> Callable[[], LibraryPanel]:
    def make() -> LibraryPanel:
        panel = LibraryPanel(signals, jobs, look)
        qtbot.addWidget(panel)
        panel.resize(272, 700)
        panel.show()
        qtbot.waitExposed(panel)
        panel.set_library(library)
        qtbot.waitUntil(lambda: not jobs.busy("library"))
        return panel

    return make


def search_of(panel: LibraryPanel) -> QLineEdit:
    found = panel.findChild(QLineEdit, "librarySearch")
    assert found
    return found


def list_of(panel: LibraryPanel) -> BriefList:
    found = panel.findChild(BriefList, "libraryList")
    assert found
    return found


def chip_of(panel: LibraryPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, f"chip-{name}")
    assert found
    return found


def titles(panel: LibraryPanel) -> list[str]:
    model = list_of(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_newest_brief_stands_first_and_the_chips_count(
    open_panel: Callable[[], LibraryPanel], library: Library
):
    fill(library, HEADLINES, (Status.DRAFT, Status.READY, Status.READY))
    panel = open_panel()
    assert titles(panel) == list(HEADLINES)
    texts = [chip_of(panel, name).text() for name in ("all", "draft", "review", "ready", "published")]
    assert texts == ["All 3", "Draft 1", "Review", "Ready 2", "Published"]
    assert chip_of(panel, "trash").isHidden()


def test_a_row_is_as_high_as_its_title_needs(open_panel: Callable[[], LibraryPanel], library: Library):
    fill(library, HEADLINES)
    panel = open_panel()
    rows = list_of(panel)
    low, tall = 53, 71
    rects = [rows.visualRect(rows.model().index(row, 0)) for row in range(3)]
    assert [rect.height() - 2 for rect in rects] == [tall, tall, low]
    assert rects[1].top() == rects[0].bottom() + 1


def test_typing_searches_and_escape_clears(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    fill(library, HEADLINES)
    panel = open_panel()
    box = search_of(panel)
    qtbot.keyClicks(box, "malw")
    qtbot.waitUntil(lambda: titles(panel) == [HEADLINES[1]])
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(panel)) == 3)
    with qtbot.waitSignal(panel.leaveRequested):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_a_chip_and_a_search_narrow_together(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    fill(library, ("Alpha one", "Alpha two", "Beta"), (Status.DRAFT, Status.READY, Status.READY))
    panel = open_panel()
    qtbot.mouseClick(chip_of(panel, "ready"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(panel) == ["Alpha two", "Beta"])
    qtbot.keyClicks(search_of(panel), "alp")
    qtbot.waitUntil(lambda: titles(panel) == ["Alpha two"])


def test_what_is_not_found_is_named_part_by_part_and_cleared(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    fill(library, HEADLINES)
    panel = open_panel()
    qtbot.mouseClick(chip_of(panel, "ready"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(search_of(panel), 'zebra "two words"')
    nothing = panel.findChild(QWidget, "libraryNothing")
    clear = panel.findChild(QPushButton, "libraryClear")
    assert nothing
    assert clear
    qtbot.waitUntil(lambda: nothing.isVisible() and "two words" in nothing.accessibleName())
    shown = {label.text() for label in nothing.findChildren(QLabel) if label.isVisible()}
    assert {"zebra", '"two words"', "No brief that is “Ready” has all of this:"} <= shown
    assert clear.text() == "Clear search and filter"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(panel)) == 3)
    assert search_of(panel).text() == ""
    assert chip_of(panel, "all").isChecked()


@pytest.mark.parametrize(
    ("chip", "words"),
    [
        ("trash", "The trash is empty"),
        ("draft", "No drafts"),
        ("review", "Nothing is in review"),
        ("published", "Nothing is published yet"),
    ],
)
def test_an_empty_filter_says_what_is_empty_and_offers_all(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot, chip: str, words: str
):
    fill(library, HEADLINES, (Status.READY,))
    panel = open_panel()
    panel.show_filter(chip if chip == "trash" else Status(chip))
    nothing = panel.findChild(QWidget, "libraryNothing")
    clear = panel.findChild(QPushButton, "libraryClear")
    assert nothing
    assert clear
    qtbot.waitUntil(lambda: nothing.isVisible() and nothing.accessibleName() == words)
    assert clear.text() == "Show all briefs"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(panel)) == 3)


def test_down_goes_to_the_list_and_enter_opens(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    ids = fill(library, HEADLINES)
    panel = open_panel()
    panel.focus_search()
    qtbot.keyClick(search_of(panel), Qt.Key.Key_Down)
    rows = list_of(panel)
    assert rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.briefChosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [ids[1]]
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert search_of(panel).hasFocus()


def test_a_click_opens_and_enter_in_the_search_opens_the_first(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    ids = fill(library, HEADLINES)
    panel = open_panel()
    rows = list_of(panel)
    at = rows.visualRect(rows.model().index(2, 0)).center()
    with qtbot.waitSignal(panel.briefChosen) as chosen:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [ids[2]]
    qtbot.keyClicks(search_of(panel), "short")
    qtbot.waitUntil(lambda: titles(panel) == ["Short one"])
    with qtbot.waitSignal(panel.briefChosen) as chosen:
        qtbot.keyClick(search_of(panel), Qt.Key.Key_Return)
    assert chosen.args == [ids[2]]


def test_delete_asks_for_all_selected_to_be_trashed(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    ids = fill(library, HEADLINES)
    panel = open_panel()
    panel.focus_list()
    rows = list_of(panel)
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(panel.trashRequested) as asked:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert asked.args == [ids[:2]]


def test_the_trash_has_a_chip_while_something_is_in_it(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    ids = fill(library, HEADLINES)
    library.trash(ids[0])
    panel = open_panel()
    assert titles(panel) == list(HEADLINES[1:])
    assert chip_of(panel, "trash").text() == "Trash 1"
    qtbot.mouseClick(chip_of(panel, "trash"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(panel) == [HEADLINES[0]])


def test_the_row_of_the_open_brief_follows_the_typing_at_once(
    open_panel: Callable[[], LibraryPanel], library: Library, session: Session
):
    ids = fill(library, HEADLINES)
    panel = open_panel()
    session.open(library.get(ids[1]).brief)
    rows = list_of(panel)
    assert rows.ids() == [ids[1]]
    session.edit("headline", "Now it is called quite differently", typed="y")
    assert titles(panel)[1] == "Now it is called quite differently"
    spoken = rows.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Now it is called quite differently, Draft · edited now"


def test_a_new_brief_stands_first_before_it_is_saved_and_once_after(
    open_panel: Callable[[], LibraryPanel], library: Library, session: Session, qtbot: QtBot
):
    fill(library, HEADLINES)
    panel = open_panel()
    session.open(Brief(id="brand-new"))
    assert len(titles(panel)) == 3
    session.edit("bullets", ("The **first** bullet",))
    assert titles(panel)[0] == "Untitled: The first bullet"
    assert len(titles(panel)) == 4
    session.adopt(library.save(session.brief).brief)
    panel.refresh()
    qtbot.waitUntil(lambda: list_of(panel).model().index(0, 0).data() == "Untitled: The first bullet")
    qtbot.waitUntil(lambda: len(titles(panel)) == 4)
    qtbot.wait(200)
    assert titles(panel) == ["Untitled: The first bullet", *HEADLINES]


def test_a_refresh_shows_what_others_saved_and_keeps_selection_and_place(
    open_panel: Callable[[], LibraryPanel], library: Library, session: Session, qtbot: QtBot
):
    ids = fill(library, [f"Headline {n}" for n in range(60)])
    panel = open_panel()
    rows = list_of(panel)
    session.open(library.get(ids[40]).brief)
    rows.scrollTo(rows.model().index(35, 0), BriefList.ScrollHint.PositionAtTop)
    before = rows.visualRect(rows.model().index(35, 0)).top()
    library.save(Brief(headline="From another program"))
    panel.refresh()
    qtbot.waitUntil(lambda: len(titles(panel)) == 61)
    assert titles(panel)[0] == "From another program"
    assert rows.ids() == [ids[40]]
    assert rows.visualRect(rows.model().index(36, 0)).top() == before


def test_typing_in_the_list_goes_to_the_search(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    fill(library, HEADLINES)
    panel = open_panel()
    panel.focus_list()
    qtbot.keyClick(list_of(panel), Qt.Key.Key_M)
    assert search_of(panel).hasFocus()
    assert search_of(panel).text() == "m"


def test_an_empty_library_offers_a_new_brief_an_import_and_a_paste(
    open_panel: Callable[[], LibraryPanel], qtbot: QtBot
):
    panel = open_panel()
    new = panel.findChild(QPushButton, "emptyNewBrief")
    import_ = panel.findChild(QPushButton, "emptyImport")
    assert new
    assert import_
    assert new.isVisible()
    with qtbot.waitSignal(panel.newRequested):
        qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.importRequested):
        qtbot.mouseClick(import_, Qt.MouseButton.LeftButton)
    QGuiApplication.clipboard().setText("A headline\n\nIn brief\n- A bullet")
    with qtbot.waitSignal(panel.pasted) as pasted:
        qtbot.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args == ["A headline\n\nIn brief\n- A bullet"]


def test_the_sample_alone_is_no_brief_of_ones_own(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    [id] = fill(library, HEADLINES[:1])
    panel = open_panel()
    empty = panel.findChild(QWidget, "libraryEmpty")
    assert empty
    assert empty.isHidden()
    panel.set_sample(id)
    assert empty.isVisible()
    assert empty.accessibleName() == "No briefs of your own yet"
    assert titles(panel) == [HEADLINES[0]]
    library.save(Brief(headline="My own"))
    panel.refresh()
    qtbot.waitUntil(empty.isHidden)


def test_a_long_list_is_loaded_as_far_as_it_is_scrolled(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("briefdesk.ui.library.listing.PAGE", 20)
    monkeypatch.setattr("briefdesk.ui.library.listing.CHUNK", 30)
    headlines = [f"Headline number {n}" for n in range(120)]
    fill(library, headlines)
    panel = open_panel()
    rows = list_of(panel)
    assert rows.model().rowCount() == 120
    assert rows.model().index(100, 0).data() is None
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: rows.model().index(119, 0).data() == "Headline number 119", timeout=5000)
    assert titles(panel) == headlines
    assert rows.visualRect(rows.model().index(119, 0)).bottom() <= rows.viewport().height()
    assert rows.indexAt(QPoint(20, rows.viewport().height() - 30)).row() == 119


def test_a_renamed_brief_of_the_store_changes_its_row_alone(
    open_panel: Callable[[], LibraryPanel], library: Library, qtbot: QtBot
):
    ids = fill(library, HEADLINES)
    panel = open_panel()
    kept = library.get(ids[0])
    library.save(replace(kept.brief, headline="Another word"), kept.counter)
    panel.refresh()
    qtbot.waitUntil(lambda: titles(panel)[0] == "Another word")
    assert len(titles(panel)) == 3
