"""Reads briefs from JSON Lines: one object a line, each line for itself."""

import codecs
import io
from collections.abc import Iterator

from briefdesk.brief import json_texts
from briefdesk.brief.errors import InvalidBrief
from briefdesk.importers.decoding import refuse_binary, text_of
from briefdesk.importers.items import Item, Refused
from briefdesk.importers.json import LARGEST, MOST_REFUSED, imported


def read_jsonl(data: bytes) -> list[Item]:
    """Read JSON Lines. Only a line feed ends a line; blank lines are passed over, bad ones refused alone.

    Raises:
        InvalidBrief: there is no line with anything in it.
    """
    refuse_binary(data)
    items: list[Item] = []
    refused = 0
    for number, line in _lines(data):
        if line.strip():
            items.append(_item(line, number))
            refused += isinstance(items[-1], Refused)
        if refused > MOST_REFUSED:
            raise InvalidBrief("", f"more than {MOST_REFUSED} lines are no briefs")
    if not items:
        raise InvalidBrief("", "the file is empty")
    return items


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = text_of(data).encode("utf-8", "surrogatepass")
    # Line by line: a copy of all lines would double what a large file takes.
    return enumerate(io.BytesIO(data.removeprefix(codecs.BOM_UTF8)), start=1)


def _item(line: bytes, number: int) -> Item:
    try:
        if len(line) > LARGEST:
            raise InvalidBrief("", f"a line of more than {LARGEST >> 20} MB", todo="Split it")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise InvalidBrief("", "not UTF-8 text", todo="Save it as UTF-8") from None
        return imported(json_texts.parse(text), number)
    except InvalidBrief as error:
        return Refused(number, error)
