"""The glossary as a file: written as CSV, JSON or Markdown, whole or not at all; read from CSV."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from briefdesk.brief.errors import KnownError
from briefdesk.brief.inline import Run, spell
from briefdesk.channels.folder import Folder
from briefdesk.store.library import Entry, Library

MOST_BYTES: Final = 20 * 1024 * 1024
_TERM: Final = frozenset(("term", "word", "begriff", "terme", "término"))
_DEFINITION: Final = frozenset(
    ("definition", "meaning", "explanation", "erklärung", "définition", "definición")
)
_TRIED: Final = 50
"""Lines that are looked at to see what stands between the columns."""

_SAFE: Final = "Nothing was imported"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a table program takes for the beginning of a formula."""


def write(library: Library, path: Path) -> int:
    """Write all terms to a file whose ending names the kind; gives how many.

    Raises:
        KnownError: another ending, or the file could not be written; what stood there is unchanged.
    """
    maker = _MAKERS.get(path.suffix.lower())
    if maker is None:
        raise KnownError(f"{path.name}: not a kind of file for a glossary", todo="Choose .csv, .json or .md")
    entries = library.terms.listed()
    folder = Folder(path.parent)
    folder.prepare()
    staged = [folder.stage(path.name, maker(entries).encode("utf-8"))]
    try:
        folder.sync(staged)
        folder.put(staged)
    except KnownError:
        folder.discard(staged)
        raise
    return len(entries)


def read(path: Path) -> list[tuple[str, str]]:
    """The terms and definitions of a CSV file, with or without a line of headings.

    Raises:
        KnownError: it cannot be read, or a line of it is no term with its definition.
    """
    try:
        data = path.read_bytes()[: MOST_BYTES + 1]
    except OSError as error:
        raise KnownError(f"{path.name} cannot be read: {error.strerror}", safe=_SAFE) from None
    if len(data) > MOST_BYTES:
        raise KnownError(f"{path.name} is larger than 20 MB", safe=_SAFE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(
            f"{path.name} is not UTF-8",
            safe=_SAFE,
            todo="Save it as CSV UTF-8 and import it again",
        ) from None
    return parsed(text, path.name)


def parsed(text: str, name: str) -> list[tuple[str, str]]:
    """The terms and definitions of a CSV text. Raises KnownError."""
    separator = max(",;\t", key=partial(_columned, text))
    found: list[tuple[str, str]] = []
    at = (0, 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader):
            cells = [cell.strip() for cell in row]
            if number == 0 and (head := _head(cells)):
                at = head
                continue
            if not any(cells):
                continue
            if len(cells) <= max(at) or not cells[at[0]]:
                missing = "term" if len(cells) > max(at) else "definition"
                raise KnownError(
                    f"{name}, line {reader.line_num}: there is no {missing}",
                    safe=_SAFE,
                    todo="Put term and definition into two columns",
                )
            found.append((cells[at[0]], cells[at[1]]))
    except csv.Error as error:
        raise KnownError(f"{name}, line {reader.line_num}: {error}", safe=_SAFE) from None
    return found


def _columned(text: str, separator: str) -> int:
    """How many of the first lines have several columns with that separator between them."""
    lines = io.StringIO("\n".join(text.splitlines()[:_TRIED]))
    try:
        return sum(len(row) > 1 for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0


def _head(cells: Sequence[str]) -> tuple[int, int] | None:
    lowered = [cell.lower() for cell in cells]
    term = next((n for n, cell in enumerate(lowered) if cell in _TERM), -1)
    definition = next((n for n, cell in enumerate(lowered) if cell in _DEFINITION), -1)
    return (term, definition) if term >= 0 and definition >= 0 else None


def _csv(entries: Sequence[Entry]) -> str:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(("term", "definition", "used_in", "also"))
    for each in entries:
        writer.writerow((_cell(each.term), _cell(each.definition), each.uses, _cell("; ".join(each.also))))
    return made.getvalue()


def _cell(text: str) -> str:
    """A text that a table program shows as it is and does not calculate."""
    return f" {text}" if text.startswith(_FORMULA) else text


def _json(entries: Sequence[Entry]) -> str:
    terms = [
        {
            "term": each.term,
            "definition": each.definition,
            "is_house_wording": each.is_house,
            "used_in": each.uses,
            "also": list(each.also),
        }
        for each in entries
    ]
    return json.dumps({"terms": terms}, ensure_ascii=False, indent=2) + "\n"


def _markdown(entries: Sequence[Entry]) -> str:
    lines = ["# Glossary", ""]
    for each in entries:
        definition = " ".join(each.definition.split()) or "–"
        lines += [spell((Run(each.term, strong=True),)), f": {definition}", ""]
    return "\n".join(lines)


_MAKERS: Final[Mapping[str, Callable[[Sequence[Entry]], str]]] = {
    ".csv": _csv,
    ".json": _json,
    ".md": _markdown,
}
