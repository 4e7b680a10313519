"""The bytes of a document as text: UTF-8, or UTF-16 with its byte order mark, and nothing by guess."""

import codecs
from typing import Final

from briefdesk.brief.errors import InvalidBrief

READS: Final = "BriefDesk reads page text, Markdown, HTML, JSON and JSON Lines"

_KINDS: Final = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)


def text_of(data: bytes) -> str:
    """The text of a document, without its byte order mark.

    Raises:
        InvalidBrief: it is no text, or in an encoding that cannot be told for certain.
    """
    refuse_binary(data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16", "UTF-16")
    text = _decoded(data, "utf-8", "UTF-8").removeprefix("\ufeff")
    if "\0" in text[:4096] and text[:4096].count("\0") > len(text[:4096]) // 4:
        raise InvalidBrief(
            "", "UTF-16 without a byte order mark", todo="Save it as UTF-8, or as UTF-16 with the mark"
        )
    return text


def refuse_binary(data: bytes) -> None:
    """Say in words what a file is that is no text.

    Raises:
        InvalidBrief: it is known not to be text, or it is empty.
    """
    if not data:
        raise InvalidBrief("", "the file is empty")
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            raise InvalidBrief("", f"{kind}, not a document that can be imported", todo=READS)
    if data.startswith(b"SQLite format 3\0"):
        raise InvalidBrief("", "a database, not a document", todo="Open a library with --library")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise InvalidBrief("", "UTF-32, which is not read", todo="Save it as UTF-8")


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidBrief("", f"not {name} text (line {line})", todo="Save it as UTF-8") from None
