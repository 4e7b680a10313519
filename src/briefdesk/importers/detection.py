"""Tells the format of a document by the ending of its name, else by how it begins."""

import re
from pathlib import PurePath
from typing import Final

from briefdesk.brief.errors import InvalidBrief
from briefdesk.importers.decoding import READS, refuse_binary, text_of

_ENDINGS: Final = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    ".json": "json",
}
_NOT_READ: Final = {
    ".zip": "ZIP archives",
    ".docx": "Word files",
    ".doc": "Word files",
    ".odt": "OpenDocument files",
    ".rtf": "rich text files",
    ".pdf": "PDFs",
    ".xml": "XML files",
    ".opml": "OPML files",
    ".rss": "feeds",
    ".atom": "feeds",
    ".csv": "tables",
    ".tsv": "tables",
    ".xlsx": "tables",
    ".epub": "books",
    ".eml": "mails",
}
_LOOKED_AT: Final = 64 * 2**10
_XML = re.compile(r"(?i)<\?xml|<!doctype\s+(?!html)|<(?:rss|feed|opml|rdf:rdf|urlset|svg)\b")
_HTML = re.compile(
    r"(?i)<(?:\?xml|!doctype\s+html|!--|html|head|body|main|article|section|div|h[1-6]|p|ul|meta|title)\b|<!--"
)
_MARKDOWN = re.compile(r"(?m)^(?:#{1,6} +\S|\[[^\]\n]+\]\([^)\n]+\)|\*\*\S.*\*\*$)")


def detected(data: bytes, name: str) -> str:
    """The name of the importer that fits a document.

    Raises:
        InvalidBrief: it is of a kind that no importer reads.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _NOT_READ:
        raise InvalidBrief("", f"{_NOT_READ[ending]} are not read", todo=READS)
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    refuse_binary(data)
    return _by_beginning(text_of(data)[:_LOOKED_AT] if len(data) <= _LOOKED_AT else _beginning(data))


def _beginning(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return data[:_LOOKED_AT].decode(encoding, "ignore").removeprefix("\ufeff")


def _by_beginning(text: str) -> str:
    start = text.lstrip()
    if _XML.match(start) and not re.search(r"(?i)<html\b", start[:2000]):
        raise InvalidBrief("", "XML files are not read", todo=READS)
    if start.startswith(("{", "[")) and not re.match(r"\[[^\]\n]*\]\(", start):
        lines = [line for line in start.split("\n") if line.strip()]
        return "jsonl" if len(lines) > 1 and all(_is_object(line) for line in lines[:2]) else "json"
    if _HTML.match(start):
        return "html"
    if re.match(r"(?:---|\+\+\+)[ \t]*\n", text) or _MARKDOWN.search(text):
        return "markdown"
    return "page"


def _is_object(line: str) -> bool:
    line = line.strip()
    return line.startswith("{") and line.endswith("}")
