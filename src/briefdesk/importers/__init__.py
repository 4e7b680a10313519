"""Importers: documents of several formats -> briefs, pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from briefdesk.brief.errors import InvalidBrief
from briefdesk.importers.decoding import READS
from briefdesk.importers.detection import detected
from briefdesk.importers.html import read_html
from briefdesk.importers.items import Imported, Item, Refused
from briefdesk.importers.json import read_json
from briefdesk.importers.jsonl import read_jsonl
from briefdesk.importers.markdown import read_markdown
from briefdesk.importers.page import read_page

__all__ = ["IMPORTERS", "Imported", "Importer", "Item", "Refused", "read"]


@dataclass(frozen=True, slots=True)
class Importer:
    """One format: its name on the command line, what it is in words, its file name endings, its reader."""

    name: str
    description: str
    endings: tuple[str, ...]
    read: Callable[[bytes], list[Item]]


IMPORTERS: Final = (
    Importer("page", "Text of a published page", (".txt", ".text"), read_page),
    Importer("markdown", "Markdown with front matter", (".md", ".markdown", ".mdown", ".mkd"), read_markdown),
    Importer("html", "A page of ours, or of others", (".html", ".htm", ".xhtml"), read_html),
    Importer("json", "One brief as JSON, or a list", (".json",), read_json),
    Importer("jsonl", "One brief a line as JSON", (".jsonl", ".ndjson"), read_jsonl),
)


def read(data: bytes, *, name: str = "", format: str = "auto") -> list[Item]:
    """Read the briefs of a document: what was read and what was refused, in the document's order.

    `name` is the file's name, whose ending tells the format; else the beginning of the document does.
    `format` is a name of `IMPORTERS`, or `auto`.

    Raises:
        InvalidBrief: nothing can be read at all, in one line that says why.
    """
    chosen = detected(data, name) if format == "auto" else format
    for importer in IMPORTERS:
        if importer.name == chosen:
            return importer.read(data)
    raise InvalidBrief("", f"no format is called {chosen!r}", todo=READS)
