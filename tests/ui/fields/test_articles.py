"""An article that is pasted is known for one, and what it says of itself is taken from it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Source
from briefdesk.desk.session import Session
from briefdesk.ui.fields.articles import Article, article_from
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import editor, paste, press, put_caret, shown, write

FIRST = "It rained in Oslo on Tuesday, and it will go on until Friday. Nobody was surprised."
SECOND = "The mayor has bought an umbrella."
TEXT = f"Rain in Oslo\n\n{FIRST}\n\n{SECOND}\n\nhttps://www.nrk.no/rain?utm_source=mail\n"
HEAD = (
    '<meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://daily.example/rain">'
    '<meta property="og:title" content="Rain, says the head">'
)
PAGE = (
    f"<html><head><title>Rain | Daily</title>{HEAD}</head><body><nav>Home</nav><article><p>Weather</p>"
    f"<h1>Rain in <i>Oslo</i></h1><p>{FIRST}</p><p>The <b>mayor</b> has bought <s>no</s> an umbrella.</p>"
    "</article></body></html>"
)


def mime(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


def read(text: str = "", html: str = "") -> Article:
    found = article_from(mime(text, html))
    assert found is not None
    return found


def test_a_plain_article_has_its_first_line_as_headline_and_its_address_as_source() -> None:
    found = read(TEXT)
    assert found.headline == "Rain in Oslo"
    assert found.paragraphs == (FIRST, SECOND)
    assert found.source == Source(url="https://www.nrk.no/rain", publisher="NRK")
    assert found.left.tracking == 1


@pytest.mark.parametrize("found", [("Rain", PAGE), (PAGE, ""), (f"  <!doctype html>\n{PAGE}", "")])
def test_a_page_is_read_from_its_html_also_where_its_source_was_copied(found: tuple[str, str]) -> None:
    article = read(*found)
    assert article.headline == "Rain in Oslo"
    assert article.paragraphs == ("Weather", FIRST, "The **mayor** has bought an umbrella.")
    assert article.source == Source(url="https://daily.example/rain", publisher="The Daily")
    assert (article.left.struck, article.left.menus) == (1, 1)


def test_the_tracking_parts_of_its_own_address_are_counted_too() -> None:
    assert read("x", PAGE.replace("daily.example/rain", "daily.example/rain?fbclid=1")).left.tracking == 1


def test_without_a_heading_the_title_in_the_head_is_the_headline() -> None:
    found = read("x", PAGE.replace("h1", "p"))
    assert found.headline == "Rain, says the head"
    assert "Rain in *Oslo*" in found.paragraphs


def test_an_article_without_a_title_has_no_headline() -> None:
    assert read(f"{FIRST}\n\n{SECOND}\n\n{FIRST}").headline == ""


@pytest.mark.parametrize(
    "text",
    [
        "Rain",
        FIRST,
        "Rain in Oslo\nSnow in Bergen",
        "One\nTwo\nThree\nFour",
        f"Rain\n\nIn brief\n- {FIRST}\n- {SECOND}",
        "",
        "<b>Rain</b>",
        "Turnover\t1\nStaff\t2\nProfit\t3",
    ],
)
def test_other_texts_are_no_article(text: str) -> None:
    assert article_from(mime(text)) is None


def test_sentences_are_parts_of_the_paragraphs() -> None:
    assert read(TEXT).sentences == (*FIRST.replace(". ", ".\n").split("\n"), SECOND)


ABOVE = "Rain in Oslo\nBy Jane Doe\nNov 24, 2026\n5 min read"
SMALL = f"{ABOVE}\n{FIRST}\nNov 23, 2026\n{SECOND}\nUpdated 3 hours ago"


def test_author_date_and_reading_time_are_no_paragraphs() -> None:
    found = read(SMALL)
    assert found.headline == "Rain in Oslo"
    assert found.byline == "Jane Doe"
    assert found.paragraphs == (FIRST, "Nov 23, 2026", SECOND)
    assert found.left.small == 3


def test_small_lines_above_a_title_are_not_taken_for_it() -> None:
    found = read(f"Jane Doe, Staff writer\n2 hours ago\nRain in Oslo\n{FIRST}\n{SECOND}")
    assert (found.headline, found.byline) == ("Rain in Oslo", "Jane Doe")
    assert found.paragraphs == (FIRST, SECOND)


# In the form

Make = Callable[..., QTextEdit]


@pytest.fixture
def make(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> Make:
    windows: list[QWidget] = []

    def made(**fields: object) -> QTextEdit:
        session.open(Brief(id="b", **fields))  # pyright: ignore[reportArgumentType]
        widget = QWidget()
        windows.append(widget)
        column = QVBoxLayout(widget)
        column.addWidget(TextField(field("headline"), signals, look, style="headline"))
        column.addWidget(BulletsField(field("bullets"), signals, look))
        column.addStretch(1)
        shown(qtbot, widget)
        found = editor(widget, "headlineEdit")
        found.setFocus()
        return found

    return made


def says(widget: QTextEdit) -> str:
    """What the strip says, with its buttons; "" when there is none."""
    found = widget.window().findChild(QWidget, "headlineStrip")
    if found is None or found.isHidden():
        return ""
    words = found.findChild(QLabel)
    assert words is not None
    buttons = [each.text() for each in found.findChildren(QPushButton) if each.isVisible()]
    return " | ".join((words.text(), *buttons))


def click(widget: QTextEdit, name: str) -> None:
    buttons = [each for each in widget.window().findChildren(QPushButton, name) if each.isVisible()]
    assert len(buttons) == 1, name
    buttons[0].click()


def test_an_article_in_the_empty_headline_fills_headline_and_source_and_asks(
    make: Make, session: Session
) -> None:
    widget = make()
    first = session.brief
    paste(widget, TEXT)
    assert session.brief.headline == "Rain in Oslo"
    assert session.brief.source == Source(url="https://www.nrk.no/rain", publisher="NRK")
    assert session.brief.bullets == ()
    assert says(widget) == (
        "This looks like an article: headline and source are filled in. 1 tracking part left out"
        " | 2 paragraphs as bullets | 3 sentences | Headline only | Undo"
    )
    click(widget, "articleUndo")
    assert session.brief == first
    assert says(widget) == ""
    assert not session.can_undo
    assert widget.hasFocus()


def test_the_byline_is_filled_in_and_what_was_left_out_is_said(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, SMALL)
    assert session.brief.byline == "Jane Doe"
    assert says(widget).startswith(
        "This looks like an article: headline and byline are filled in."
        " 3 lines of author, date or reading time left out"
    )
    click(widget, "articleUndo")
    assert session.brief.byline == ""
    assert not session.can_undo


@pytest.mark.parametrize(
    ("name", "bullets"),
    [
        ("articleParagraphs", (FIRST, SECOND)),
        ("articleSentences", (*FIRST.replace(". ", ".\n").split("\n"), SECOND)),
    ],
)
def test_its_paragraphs_or_sentences_become_bullets_as_one_step_with_the_rest(
    make: Make, session: Session, name: str, bullets: tuple[str, ...]
) -> None:
    widget = make()
    first = session.brief
    paste(
        widget, f"Rain in Oslo\n\n{FIRST}\n\n{SECOND}", f"<h1>Rain in Oslo</h1><p>{FIRST}</p><p>{SECOND}</p>"
    )
    click(widget, name)
    assert session.brief.headline == "Rain in Oslo"
    assert session.brief.bullets == bullets
    assert says(widget) == f"Pasted as {len(bullets)} bullets | Undo"
    assert widget.hasFocus()
    session.undo()
    assert session.brief == first
    assert not session.can_undo
    assert says(widget) == ""


def test_headline_only_leaves_it_at_that(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, TEXT)
    click(widget, "articleHeadline")
    assert says(widget) == ""
    assert session.brief.headline == "Rain in Oslo"
    assert session.brief.bullets == ()


def test_after_an_edit_the_choice_is_a_step_of_its_own(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, TEXT)
    put_caret(widget, 0, 12)
    write(widget, "!")
    assert says(widget).endswith("| 2 paragraphs as bullets | 3 sentences | Headline only")
    click(widget, "articleParagraphs")
    assert session.brief.headline == "Rain in Oslo!"
    session.undo()
    assert session.brief.headline == "Rain in Oslo!"
    assert session.brief.bullets == ()


def test_an_article_without_a_title_asks_only_for_its_bullets(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, f"{FIRST}\n\n{SECOND}\n\n{FIRST}")
    assert session.brief.headline == ""
    assert says(widget) == (
        "This looks like an article without a headline | 3 paragraphs as bullets | 5 sentences"
    )
    click(widget, "articleParagraphs")
    assert session.brief.bullets == (FIRST, SECOND, FIRST)


def test_a_headline_in_two_lines_that_comes_first_is_one_headline(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, "Rain\nin Oslo")
    assert session.brief.headline == "Rain in Oslo"
    assert says(widget) == ""


def test_an_article_pasted_as_one_is_one_headline(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, TEXT, as_one=True)
    assert session.brief.headline.startswith("Rain in Oslo It rained")
    assert says(widget) == ""


def test_of_several_lines_the_first_joins_a_headline_and_the_rest_is_offered(
    make: Make, session: Session
) -> None:
    widget = make(headline="Oslo: ", bullets=("There",))
    first = session.brief
    put_caret(widget, 0, 6)
    paste(widget, "Rain\n- It rains\n- It *pours*")
    assert session.brief.headline == "Oslo: Rain"
    assert says(widget) == ("2 more lines are left out | The rest as bullets | All in the headline | Undo")
    click(widget, "restBullets")
    assert session.brief.bullets == ("There", "It rains", "It *pours*")
    assert session.brief.headline == "Oslo: Rain"
    session.undo()
    assert session.brief == first
    assert says(widget) == ""


def test_all_lines_may_stand_in_the_headline(make: Make, session: Session) -> None:
    widget = make(headline="Oslo: dry", bullets=("There",))
    put_caret(widget, 0, 6)
    cursor = widget.textCursor()
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)
    paste(widget, "Rain\nand snow")
    assert session.brief.headline == "Oslo: Rain"
    click(widget, "restHeadline")
    assert session.brief.headline == "Oslo: Rain and snow"
    assert says(widget) == ""
    session.undo()
    assert session.brief.headline == "Oslo: dry"
    assert not session.can_undo


def test_the_offer_goes_with_another_brief_and_with_escape(make: Make, session: Session) -> None:
    widget = make(headline="Oslo: ")
    paste(widget, "Rain\nand snow")
    session.open(Brief(id="c"))
    assert says(widget) == ""
    widget = make(headline="Oslo: ")
    paste(widget, "Rain\nand snow")
    press(widget, Qt.Key.Key_Escape)
    assert says(widget) == ""
    assert "Rain" in session.brief.headline
