"""Reads briefs from JSON: one object, or a list of them."""

import json
from collections.abc import Iterator
from typing import Final

from briefdesk.brief import interchange, json_texts
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief
from briefdesk.importers.decoding import text_of
from briefdesk.importers.items import Imported, Item, Refused

LARGEST: Final = 64 * 2**20
"""Bytes of JSON that are read as one value; more would fill the memory. JSON Lines have no such end."""

MOST_REFUSED: Final = 5_000
"""Items of one file that are told one by one; a file of a million numbers would fill the memory."""

_BLANK = " \t\n\r"


def read_json(data: bytes) -> list[Item]:
    """Read a JSON document. An item of a list that is no brief is refused alone, with its line.

    Raises:
        InvalidBrief: the document is not JSON to its end, or neither an object nor a list.
    """
    if len(data) > LARGEST:
        raise InvalidBrief("", f"larger than {LARGEST >> 20} MB", todo="Split it, or use JSON Lines")
    text = text_of(data)
    start = _past_blanks(text, 0)
    if text[start : start + 1] != "[":
        return [imported(json_texts.parse(text))]
    _refuse_unless_whole(text, start)
    return [_item(value, line) for line, value in _values(text, start)]


def _refuse_unless_whole(text: str, start: int) -> None:
    """Read all of it before anything is believed: half a file is no file, a list of numbers no briefs."""
    strangers = 0
    for _, value in _values(text, start):
        strangers += not (isinstance(value, dict) and interchange.KEYS & value.keys())
        if strangers > MOST_REFUSED:
            raise InvalidBrief("", f"more than {MOST_REFUSED} items are no briefs")


def brief_of(value: object) -> Brief:
    """The brief that a JSON value is.

    Raises:
        InvalidBrief: naming the field that is wrong, or that nothing of a brief is in it.
    """
    if isinstance(value, dict) and not interchange.KEYS & value.keys():
        raise InvalidBrief(
            "", "an object with nothing of a brief in it", todo='Give it at least a "headline"'
        )
    return interchange.from_json(value)


def imported(value: object, line: int | None = None) -> Imported:
    """What a JSON value gives: its brief, and which of the brief's keys it has.

    Raises:
        InvalidBrief: it is no brief.
    """
    brief = brief_of(value)
    return Imported(
        brief, line=line, given=interchange.KEYS & set(value) if isinstance(value, dict) else None
    )


def _item(value: object, line: int) -> Item:
    try:
        return imported(value, line)
    except InvalidBrief as error:
        return Refused(line, error)


def _values(text: str, start: int) -> Iterator[tuple[int, object]]:
    """The values of a JSON list, each with the line where it begins."""
    decode = json_texts.decoder().raw_decode
    line, counted = 1, 0
    place = _past_blanks(text, start + 1)
    mark = "" if text[place : place + 1] == "]" else ","
    with json_texts.told_in_words():
        while mark == ",":
            line += text.count("\n", counted, place)
            counted = place
            value, place = decode(text, place)
            yield line, value
            place = _past_blanks(text, place)
            mark = text[place : place + 1]
            if mark == ",":
                place = _past_blanks(text, place + 1)
            elif mark != "]":
                raise json.JSONDecodeError("Expecting ',' delimiter", text, place)
        rest = _past_blanks(text, place + 1)
        if rest < len(text):
            raise json.JSONDecodeError("Extra data", text, rest)


def _past_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] in _BLANK:
        place += 1
    return place
