"""Marks in an editor: how they look, where they are, and what can be done about them."""

from collections.abc import Iterable, Sequence

import pytest
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from pytestqt.qtbot import QtBot

from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.inline_marks import InlineMarks
from briefdesk.ui.fields.markings import Mark, Markings, Remedy, Spot, Style, Writing
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import paste, put_caret, shown, write


class Shouting:
    """Marks words in capitals."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, Writing]] = []
        self.on = True

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        self.seen.append((field, text, writing))
        start = text.find("LOUD")
        if self.on and start >= 0:
            yield Mark(start, start + 4, Style.MISSPELT)
            yield Mark(start + 2, start + 9, Style.FOUND)

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        start = spot.text.find("LOUD")
        if start <= spot.place <= start + 4:
            return [Remedy("quiet", lambda: spot.replace(start, start + 4, "quiet"))]
        return []


@pytest.fixture
def shouting() -> Shouting:
    return Shouting()


@pytest.fixture
def markings(shouting: Shouting) -> Markings:
    made = Markings()
    made.add(shouting)
    return made


@pytest.fixture
def cell(qtbot: QtBot, look: Look, markings: Markings) -> Cell:
    made = Cell(look, name="headlineEdit", label="Headline")
    shown(qtbot, made.editor)
    made.editor.setFocus()
    made.mark(markings)
    return made


def formats(cell: Cell) -> list[tuple[int, int, QTextCharFormat.UnderlineStyle]]:
    block = cell.editor.document().firstBlock()
    found: list[QTextLayout.FormatRange] = block.layout().formats()
    return [(each.start, each.length, each.format.underlineStyle()) for each in found]


def test_a_mark_behind_an_emoji_is_where_its_word_is(cell: Cell):
    paste(cell.editor, "😀 LOUD again")
    wave, none = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.NoUnderline
    assert formats(cell) == [(3, 2, wave), (5, 2, wave), (7, 5, none)]


def test_marks_do_not_touch_the_text(cell: Cell):
    write(cell.editor, "a LOUD noise")
    assert cell.text == "a LOUD noise"


def test_only_the_paragraphs_of_a_word_are_looked_at_again(
    cell: Cell, shouting: Shouting, markings: Markings
):
    write(cell.editor, "a LOUD noise")
    shouting.seen.clear()
    markings.changed.emit(frozenset({"silence"}))
    assert shouting.seen == []
    shouting.on = False
    markings.changed.emit(frozenset({"LOUD"}))
    assert shouting.seen == [("headlineEdit", "a LOUD noise", Writing.PLAIN)]
    assert formats(cell) == []


def remedies_at(cell: Cell, words: str) -> list[str]:
    """What the menu offers at the middle of these words."""
    cursor = cell.editor.document().find(words)
    cursor.setPosition(cursor.selectionStart() + len(words) // 2)
    return [each.words for each in cell.editor.remedies(cursor)]


def test_the_menu_offers_what_can_be_done_and_does_it(cell: Cell):
    write(cell.editor, "a LOUD noise")
    cursor = cell.editor.document().find("LOUD")
    menu = cell.editor.menu(cell.editor.cursorRect(cursor).center())
    action = menu.actions()[0]
    assert action.text() == "quiet"
    action.trigger()
    assert cell.text == "a quiet noise"
    menu.deleteLater()


def test_nothing_is_offered_where_there_is_no_mark(cell: Cell):
    write(cell.editor, "a LOUD noise")
    assert remedies_at(cell, "LOUD") == ["quiet"]
    assert remedies_at(cell, "noise") == []


def underline_colour(cell: Cell) -> str:
    ranges = cell.editor.document().firstBlock().layout().formats()
    return ranges[0].format.underlineColor().name()


def test_a_mark_goes_with_the_theme(cell: Cell, look: Look):
    write(cell.editor, "LOUD")
    assert underline_colour(cell) == look.theme.hex("err")
    look.theme = look.theme._replace(colours={**look.theme.colours, "err": "#123456"})
    look.changed.emit()
    assert underline_colour(cell) == "#123456"


def test_words_that_are_bold_and_italic_look_like_both(qtbot: QtBot, look: Look) -> None:
    cell = Cell(look, name="summaryEdit", label="Summary", inline=True)
    shown(qtbot, cell.editor)
    markings = Markings(cell.editor)
    markings.add(InlineMarks())
    cell.mark(markings)
    write(cell.editor, "***both***")
    formats = cell.editor.document().firstBlock().layout().formats()
    both = [each for each in formats if each.start == 3]
    assert [each.format.fontItalic() for each in both] == [True]
    # A weight of which the family has an upright face alone would be drawn as light as plain italic.
    assert [each.format.fontWeight() for each in both] == [QFont.Weight.Bold]


def test_the_foremost_marking_is_answered_first(qtbot: QtBot, shouting: Shouting) -> None:
    markings = Markings()
    markings.add(shouting)
    spelling = Shouting()
    spelling.remedies = lambda spot: [Remedy("spell", None)]
    markings.add(spelling, foremost=True)
    spot = Spot("f", 0, "LOUD", 1, lambda _start, _end, _words: None)
    assert [each.words for each in markings.remedies(spot)] == ["spell", "quiet"]


LINK = "See [the report](https://example.org/2026/11/24/a-very-long-address-of-a-report) now."


def width_of(cell: Cell) -> float:
    return cell.editor.document().firstBlock().layout().lineAt(0).naturalTextWidth()


def test_a_long_address_takes_no_room_until_the_caret_is_in_it(qtbot: QtBot, look: Look) -> None:
    cell = Cell(look, name="summaryEdit", label="Summary", inline=True)
    shown(qtbot, cell.editor, width=1200)
    markings = Markings(cell.editor)
    markings.add(InlineMarks())
    cell.mark(markings)
    write(cell.editor, LINK)
    folded = width_of(cell)
    put_caret(cell.editor, 0, LINK.index("very"))
    unfolded = width_of(cell)
    put_caret(cell.editor, 0, 2)
    assert width_of(cell) == folded < unfolded * 0.7
    assert cell.text == LINK
    cell.editor.selectAll()
    assert cell.editor.createMimeDataFromSelection().text() == LINK


def test_a_slip_is_not_marked_as_jargon_too(qtbot: QtBot, look: Look) -> None:
    cell = Cell(look, name="summaryEdit", label="Summary")
    shown(qtbot, cell.editor)
    markings = Markings(cell.editor)
    markings.add(InlineMarks())
    markings.add(Both())
    cell.mark(markings)
    write(cell.editor, "wierd")
    formats = cell.editor.document().firstBlock().layout().formats()
    assert [each.format.underlineStyle() for each in formats] == [
        QTextCharFormat.UnderlineStyle.WaveUnderline
    ]


class Both:
    """Marks all of a text as misspelt and as jargon."""

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        return (Mark(0, len(text), Style.JARGON), Mark(0, len(text), Style.MISSPELT))

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        return ()
