"""What a library has settled about sources, as the source field goes by it."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Source
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.fields.pasted_links import LinkCleaner
from briefdesk.ui.fields.source import SourceField
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import ENTER, TAB, copy_to_clipboard, editor, paste, press, shown, write

TRACKED = "https://www.a-paper.org/x?utm_source=1&id=7&fbclid=2&gclid=3&spm=4"
CLEAN = "https://www.a-paper.org/x?id=7"


class Page(QWidget):
    """The source in its row, what the library has settled, and a field after it."""

    def __init__(self, signals: SessionSignals, jobs: Jobs, look: Look) -> None:
        super().__init__()
        self.source = SourceField(field("source"), signals, look)
        self.house = SourceHouse(jobs, self)
        self.source.furnish_house(self.house)
        self.row = FieldRow("Source", self.source, look)
        column = QVBoxLayout(self)
        column.addWidget(self.row)
        column.addWidget(TextField(field("summary"), signals, look, lines=True))
        column.addStretch(1)

    def leave(self) -> None:
        """Go to the next field."""
        editor(self, "summaryEdit").setFocus()

    def link(self, words: str) -> QPushButton:
        """The link behind the note that has these words."""
        links = self.row.findChildren(QPushButton)
        (found,) = [each for each in links if each.text() == words and not each.isHidden()]
        return found


@pytest.fixture
def page(qtbot: QtBot, signals: SessionSignals, jobs: Jobs, look: Look, library: Library) -> Page:
    made = Page(signals, jobs, look)
    made.house.set_library(library)
    qtbot.waitUntil(lambda: not jobs.busy("source-house"))
    shown(qtbot, made, 700)
    editor(made, "sourceUrlEdit").setFocus()
    return made


def written(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy("source-house-write"))


def test_removed_parts_are_named_and_undo_brings_the_address_back_for_good(
    page: Page, session: Session, library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    assert session.brief.source.url == CLEAN
    assert page.source.note.text == "removed 4 tracking parts: utm_source, fbclid, gclid, …"
    page.link("Undo").click()
    assert session.brief.source.url == TRACKED
    page.leave()
    assert session.brief.source.url == TRACKED
    written(qtbot, jobs)
    again = SourceHouse(jobs)
    again.set_library(library)
    qtbot.waitUntil(lambda: again.keeps(TRACKED, session.brief.id))


def test_the_undo_of_the_note_is_reached_with_tab_and_pressed_with_enter(
    page: Page, session: Session
) -> None:
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    for _ in range(2):
        focus = page.window().focusWidget()
        assert focus
        press(focus, TAB)
    assert page.window().focusWidget() is page.link("Undo")
    press(page.link("Undo"), ENTER)
    assert session.brief.source.url == TRACKED
    assert page.window().focusWidget() is editor(page, "sourceUrlEdit")


def test_undo_with_the_keys_keeps_the_address_whole_too(page: Page, session: Session) -> None:
    paste(editor(page, "sourceUrlEdit"), f"A story - {TRACKED}")
    session.undo()
    assert session.brief.source.url == f"A story - {TRACKED}"
    write(editor(page, "sourceUrlEdit"), " ")
    page.leave()
    assert session.brief.source.url == TRACKED


def test_an_address_that_was_taken_back_is_cleaned_in_other_briefs(page: Page, session: Session) -> None:
    first = session.brief
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    session.undo()
    assert session.brief.source.url == TRACKED
    kept = session.brief
    session.open(Brief(id="another"))
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    assert session.brief.source.url == CLEAN
    assert page.source.note.text.startswith("removed 4 tracking parts")
    session.open(kept)
    write(editor(page, "sourceUrlEdit"), " ")
    page.leave()
    assert session.brief.id == first.id
    assert session.brief.source.url == TRACKED


def test_an_address_that_was_taken_back_is_cleaned_in_a_bullet(page: Page, session: Session) -> None:
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    page.link("Undo").click()
    assert LinkCleaner(page.house).address(TRACKED) == CLEAN


NEWS = "https://www.europarl.europa.eu/news/en/press-room/2026"
PARLIAMENT = "European Parliament"


def test_undo_brings_tracking_parts_back_and_leaves_the_publisher(page: Page, session: Session) -> None:
    tracked = f"{NEWS}?utm_source=x&fbclid=abc"
    copy_to_clipboard(tracked)
    page.source.take_clipboard()
    assert session.brief.source == Source(url=NEWS, publisher=PARLIAMENT)
    session.undo()
    assert session.brief.source == Source(url=tracked, publisher=PARLIAMENT)
    session.undo()
    assert session.brief.source == Source()


def test_undo_leaves_the_publisher_of_an_address_pasted_with_the_keys(page: Page, session: Session) -> None:
    tracked = f"{NEWS}?utm_source=x&fbclid=abc"
    paste(editor(page, "sourceUrlEdit"), tracked)
    assert session.brief.source == Source(url=NEWS, publisher=PARLIAMENT)
    session.undo()
    assert session.brief.source == Source(url=tracked, publisher=PARLIAMENT)
    session.undo()
    assert session.brief.source == Source()


def test_undo_leaves_the_publisher_of_an_address_that_was_typed(page: Page, session: Session) -> None:
    write(editor(page, "sourceUrlEdit"), f"{NEWS}?fbclid=abc")
    page.leave()
    assert session.brief.source == Source(url=NEWS, publisher=PARLIAMENT)
    session.undo()
    assert session.brief.source == Source(url=f"{NEWS}?fbclid=abc", publisher=PARLIAMENT)


def test_a_remembered_publisher_of_a_tracked_address_is_told(page: Page, session: Session) -> None:
    page.house.remember("a-paper.org", "Our Paper")
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    assert session.brief.source.publisher == "Our Paper"
    assert "publisher as remembered for a-paper.org" in page.source.note.text


def test_another_address_is_cleaned_as_before(page: Page, session: Session) -> None:
    paste(editor(page, "sourceUrlEdit"), TRACKED)
    page.link("Undo").click()
    editor(page, "sourceUrlEdit").selectAll()
    paste(editor(page, "sourceUrlEdit"), TRACKED.replace("id=7", "id=8"))
    assert session.brief.source.url == CLEAN.replace("id=7", "id=8")


def test_the_list_of_the_library_says_what_goes(
    page: Page, session: Session, library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    page.house.set_tracking(["cmpid", "utm_*"])
    paste(editor(page, "sourceUrlEdit"), "https://a.org/x?cmpid=1&fbclid=2&utm_x=3")
    assert session.brief.source.url == "https://a.org/x?fbclid=2"
    written(qtbot, jobs)
    assert library.house("tracking")["cmpid"] == "remove"
    assert library.house("tracking")["fbclid"] == "keep"


def test_a_corrected_publisher_is_remembered_for_the_host_and_told(
    page: Page, session: Session, library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    paste(editor(page, "sourceUrlEdit"), CLEAN)
    assert session.brief.source.publisher == "A Paper"
    editor(page, "sourcePublisherEdit").setFocus()
    editor(page, "sourcePublisherEdit").selectAll()
    write(editor(page, "sourcePublisherEdit"), "The Paper")
    page.leave()
    assert page.source.note.text == "“The Paper” is remembered for a-paper.org"
    written(qtbot, jobs)
    assert library.house("publisher") == {"a-paper.org": "The Paper"}
    session.open(Brief(id="other"))
    paste(editor(page, "sourceUrlEdit"), "https://news.a-paper.org/y")
    assert session.brief.source.publisher == "The Paper"
    assert "remembered" in page.source.note.text


def test_a_remembered_name_is_forgotten_on_demand(page: Page, session: Session) -> None:
    page.house.remember("a-paper.org", "The Paper")
    paste(editor(page, "sourceUrlEdit"), CLEAN)
    page.link("Forget").click()
    assert session.brief.source.publisher == "A Paper"
    assert page.house.publishers == {}


def test_a_name_that_we_know_ourselves_is_not_remembered(page: Page) -> None:
    paste(editor(page, "sourceUrlEdit"), "https://www.bbc.com/x")
    editor(page, "sourcePublisherEdit").setFocus()
    write(editor(page, "sourcePublisherEdit"), "x")
    editor(page, "sourcePublisherEdit").selectAll()
    write(editor(page, "sourcePublisherEdit"), "BBC")
    page.leave()
    assert page.house.publishers == {}


@pytest.mark.parametrize("url", ["http://10.0.0.5/x", "http://localhost:8000/x", "https://intranet/x"])
def test_who_publishes_on_a_machine_nearby_is_asked(page: Page, session: Session, url: str) -> None:
    paste(editor(page, "sourceUrlEdit"), url)
    assert session.brief.source.publisher == ""
    assert "Who publishes at" in page.source.note.text
    assert page.source.note.warn


def test_an_amp_page_and_http_are_offered_better_and_never_changed_silently(
    page: Page, session: Session
) -> None:
    paste(editor(page, "sourceUrlEdit"), "http://amp.a-paper.org/x")
    assert session.brief.source.url == "http://amp.a-paper.org/x"
    page.link("Use the full page").click()
    assert session.brief.source.url == "http://a-paper.org/x"
    page.link("Use https").click()
    assert session.brief.source.url == "https://a-paper.org/x"
    session.undo()
    assert session.brief.source.url == "http://a-paper.org/x"


def test_a_look_alike_and_a_password_are_told_in_words(page: Page) -> None:
    paste(editor(page, "sourceUrlEdit"), "https://me:secret@раypal.com/x")
    assert "password" in page.source.note.text
    assert "only looks like" in page.source.note.text
    assert page.source.note.warn


def test_the_target_of_a_redirector_is_taken_and_told(page: Page, session: Session) -> None:
    paste(editor(page, "sourceUrlEdit"), "https://www.google.com/url?q=https%3A%2F%2Fa-paper.org%2Fx&ved=9")
    assert session.brief.source.url == "https://a-paper.org/x"
    assert page.source.note.text == "taken out of a link of www.google.com"


HEAD = '<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://a-paper.org/x">'


def test_a_pasted_page_tells_its_publisher_and_its_address(page: Page, session: Session) -> None:
    paste(editor(page, "sourceUrlEdit"), f"<html><head>{HEAD}</head><body>A story</body></html>")
    assert session.brief.source == Source(url="https://a-paper.org/x", publisher="The Paper")


def test_an_address_that_is_pasted_with_a_page_is_the_one_that_is_taken(page: Page, session: Session) -> None:
    html = f'<html><head>{HEAD}</head><body><a href="https://a-paper.org/y">y</a></body></html>'
    copy_to_clipboard("https://a-paper.org/y", html)
    editor(page, "sourceUrlEdit").paste()
    assert session.brief.source == Source(url="https://a-paper.org/y", publisher="The Paper")


def test_what_is_settled_one_after_the_other_is_kept_in_that_order(
    page: Page, library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    for _ in range(10):
        page.house.remember("a.org", "A")
        page.house.forget("a.org")
    page.house.remember("b.org", "B")
    written(qtbot, jobs)
    assert library.house("publisher") == {"b.org": "B"}
