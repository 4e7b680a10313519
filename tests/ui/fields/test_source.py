"""The source: an address that is tidied, its publisher, and a citation where there is no link."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Source
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.ui.fields.source import SourceField
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    ENTER,
    TAB,
    Listener,
    compose,
    copy_to_clipboard,
    editor,
    paragraphs,
    paste,
    press,
    shown,
    write,
)

STORY = "https://www.lesswrong.com/posts/alignment-pretraining"


class Page(QWidget):
    """The source, and a field after it."""

    def __init__(self, signals: SessionSignals, look: Look) -> None:
        super().__init__()
        self.source = SourceField(field("source"), signals, look)
        column = QVBoxLayout(self)
        column.addWidget(self.source)
        column.addWidget(TextField(field("summary"), signals, look, lines=True))
        column.addStretch(1)

    def leave(self) -> None:
        """Go to the next field."""
        editor(self, "summaryEdit").setFocus()


@pytest.fixture
def page(qtbot: QtBot, signals: SessionSignals, look: Look) -> Page:
    made = Page(signals, look)
    shown(qtbot, made)
    editor(made, "sourceUrlEdit").setFocus()
    return made


@pytest.fixture
def listener(session: Session) -> Listener:
    return Listener(session)


def test_an_address_is_stored_as_it_is_typed_a_key_at_a_time(
    page: Page, session: Session, listener: Listener
) -> None:
    for count, char in enumerate("example.org", 1):
        write(editor(page, "sourceUrlEdit"), char)
        assert listener.count() == 1
        assert session.brief.source.url == "example.org"[:count]


def test_a_pasted_address_is_tidied_at_once_and_what_went_is_said(page: Page, session: Session) -> None:
    paste(editor(page, "sourceUrlEdit"), f"{STORY}?utm_source=x&fbclid=y&id=7")
    assert session.brief.source.url == f"{STORY}?id=7"
    assert session.brief.source.publisher == "LessWrong"
    assert page.source.note.text == "removed 2 tracking parts: utm_source, fbclid"
    assert paragraphs(editor(page, "sourceUrlEdit")) == [f"{STORY}?id=7"]
    assert paragraphs(editor(page, "sourcePublisherEdit")) == ["LessWrong"]


def test_a_typed_address_is_tidied_when_it_is_left(page: Page, session: Session) -> None:
    write(editor(page, "sourceUrlEdit"), "lesswrong.com/posts/x")
    page.leave()
    assert session.brief.source == Source(url="https://lesswrong.com/posts/x", publisher="LessWrong")


def test_undo_gives_the_address_back_as_it_was_typed(page: Page, session: Session) -> None:
    write(editor(page, "sourceUrlEdit"), "lesswrong.com/x")
    page.leave()
    session.undo()
    assert session.brief.source == Source(url="lesswrong.com/x")
    assert paragraphs(editor(page, "sourceUrlEdit")) == ["lesswrong.com/x"]


def test_a_publisher_that_is_there_is_not_replaced(page: Page, session: Session) -> None:
    session.open(Brief(id="s", source=Source(publisher="LW")))
    paste(editor(page, "sourceUrlEdit"), STORY)
    assert session.brief.source.publisher == "LW"


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "somewhere", "http://exa mple.com", "mailto:a@b.c"])
def test_what_is_no_web_address_stays_with_a_warning(page: Page, session: Session, wrong: str) -> None:
    write(editor(page, "sourceUrlEdit"), wrong)
    page.leave()
    assert session.brief.source.url == wrong
    assert page.source.note.warn
    assert "Not a web address" in page.source.note.text


def test_a_host_that_only_looks_like_another_is_warned_of(page: Page) -> None:
    paste(editor(page, "sourceUrlEdit"), "https://\u0440\u0430ypal.com/x")
    assert page.source.note.warn
    assert "looks like" in page.source.note.text


def test_a_wrong_address_of_an_opened_brief_is_warned_of(page: Page, session: Session) -> None:
    session.open(Brief(id="s", source=Source(url="file:///etc/passwd")))
    assert page.source.note.warn
    session.open(Brief(id="t", source=Source(url=STORY)))
    assert page.source.note.text == ""


def test_enter_tidies_and_goes_on_when_the_publisher_is_known(
    page: Page, session: Session, qtbot: QtBot
) -> None:
    write(editor(page, "sourceUrlEdit"), "lesswrong.com/x")
    with qtbot.waitSignal(page.source.onwardRequested):
        press(editor(page, "sourceUrlEdit"), ENTER)
    assert session.brief.source.publisher == "LessWrong"


def test_enter_goes_to_the_publisher_when_it_is_not_known(page: Page) -> None:
    write(editor(page, "sourceUrlEdit"), "http://192.0.2.1/x")
    press(editor(page, "sourceUrlEdit"), ENTER)
    assert editor(page, "sourcePublisherEdit").hasFocus()


def test_an_address_on_the_clipboard_is_taken_into_an_empty_field(page: Page, session: Session) -> None:
    copy_to_clipboard(f"  {STORY}?utm_source=x ")
    page.source.take_clipboard()
    assert session.brief.source == Source(url=STORY, publisher="LessWrong")


@pytest.mark.parametrize("text", ["no address", f"{STORY}\nand more lines", ""])
def test_anything_else_on_the_clipboard_is_left_there(page: Page, session: Session, text: str) -> None:
    copy_to_clipboard(text or " ")
    page.source.take_clipboard()
    assert session.brief.source == Source()


def test_an_address_that_is_there_is_not_replaced_from_the_clipboard(page: Page, session: Session) -> None:
    session.open(Brief(id="s", source=Source(url="https://example.org/")))
    copy_to_clipboard(STORY)
    page.source.take_clipboard()
    assert session.brief.source.url == "https://example.org/"


def test_without_a_link_the_story_is_cited(page: Page, session: Session) -> None:
    button = page.findChild(QPushButton, "sourceCite")
    assert button is not None
    assert not editor(page, "sourceCitationEdit").isVisible()
    button.click()
    write(editor(page, "sourceTitleEdit"), "Rain in Oslo")
    write(editor(page, "sourceCitationEdit"), "Print, page 4")
    assert session.brief.source == Source(title="Rain in Oslo", citation="Print, page 4")
    assert not button.isVisible()


def test_a_citation_is_shown_where_there_is_one_and_not_in_the_next_brief(
    page: Page, session: Session
) -> None:
    session.open(Brief(id="s", source=Source(citation="Print, page 4")))
    assert editor(page, "sourceCitationEdit").isVisible()
    session.open(Brief(id="t", source=Source(url=STORY)))
    assert not editor(page, "sourceCitationEdit").isVisible()


def test_a_place_leads_to_its_part_even_when_that_is_folded(page: Page) -> None:
    page.source.go_to(Place("source", part="citation"))
    assert editor(page, "sourceCitationEdit").hasFocus()
    page.source.go_to(Place("source", part="publisher"))
    assert editor(page, "sourcePublisherEdit").hasFocus()


def test_composed_text_is_kept_when_the_publisher_is_left(page: Page, session: Session) -> None:
    editor(page, "sourcePublisherEdit").setFocus()
    compose(editor(page, "sourcePublisherEdit"), "朝日新聞")
    page.leave()
    assert session.brief.source.publisher == "朝日新聞"


def test_what_a_newer_program_keeps_in_the_source_stays(page: Page, session: Session) -> None:
    session.open(Brief(id="s", source=Source(extra={"seen": True})))
    write(editor(page, "sourceUrlEdit"), "lesswrong.com")
    page.leave()
    assert session.brief.source.extra == {"seen": True}


def test_the_publisher_is_as_wide_as_its_name(page: Page, session: Session) -> None:
    session.open(Brief(id="s", source=Source(url=STORY, publisher="BBC")))
    short = editor(page, "sourcePublisherEdit").width()
    session.edit("source", Source(url=STORY, publisher="The Guardian"))
    assert editor(page, "sourcePublisherEdit").width() > short


def test_a_citation_unfolded_by_hand_is_folded_in_the_next_brief(page: Page, session: Session) -> None:
    page.source.go_to(Place("source", part="citation"))
    session.open(Brief(id="t"))
    assert not editor(page, "sourceCitationEdit").isVisible()


def test_what_is_typed_after_tab_takes_the_place_of_a_guessed_publisher(page: Page, session: Session) -> None:
    write(editor(page, "sourceUrlEdit"), "https://example.org/story")
    press(editor(page, "sourceUrlEdit"), TAB)
    assert session.brief.source.publisher == "Example"
    write(editor(page, "sourcePublisherEdit"), "Example Times")
    assert session.brief.source.publisher == "Example Times"


def test_a_publisher_that_the_address_brought_goes_with_it_in_one_step(page: Page, session: Session) -> None:
    url = editor(page, "sourceUrlEdit")
    paste(url, STORY)
    assert session.brief.source.publisher == "LessWrong"
    url.selectAll()
    press(url, Qt.Key.Key_Delete)
    assert session.brief.source == Source()
    session.undo()
    assert (session.brief.source.url, session.brief.source.publisher) == (STORY, "LessWrong")


def test_a_publisher_that_was_stored_with_its_address_goes_with_it(page: Page, session: Session) -> None:
    session.open(Brief(id="other", source=Source(url=STORY, publisher="LessWrong")))
    url = editor(page, "sourceUrlEdit")
    url.selectAll()
    press(url, Qt.Key.Key_Delete)
    assert session.brief.source == Source()


def test_another_address_brings_its_own_publisher(page: Page, session: Session) -> None:
    url = editor(page, "sourceUrlEdit")
    for address, publisher in ((STORY, "LessWrong"), ("https://www.nytimes.com/a", "The New York Times")):
        url.selectAll()
        paste(url, address)
        assert session.brief.source.publisher == publisher
    url.selectAll()
    write(url, "not a url at all")
    page.leave()
    assert session.brief.source == Source(url="not a url at all")


def test_a_publisher_given_by_hand_stays_without_its_address(page: Page, session: Session) -> None:
    url = editor(page, "sourceUrlEdit")
    paste(url, STORY)
    publisher = editor(page, "sourcePublisherEdit")
    publisher.setFocus()
    publisher.selectAll()
    write(publisher, "My paper")
    url.setFocus()
    url.selectAll()
    press(url, Qt.Key.Key_Delete)
    page.leave()
    assert session.brief.source == Source(publisher="My paper")
