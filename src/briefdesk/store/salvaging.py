"""A library that cannot be opened any more: what can still be read of it, or a copy, takes its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import loads
from briefdesk.brief.model import Brief
from briefdesk.store import bodies, definitions, faults, gate, house
from briefdesk.store.connections import build_connection, pragma, writing
from briefdesk.store.creation import build, sync, unnamed_beside
from briefdesk.store.errors import BACKUP, LibraryRefused, NotSaved
from briefdesk.store.records import Salvage
from briefdesk.store.replacing import put_instead
from briefdesk.store.saving import Order, Saving
from briefdesk.store.schema import revisions
from briefdesk.store.stems import Stems

_SMALLEST_ROW: Final = 64
"""Bytes; a file holds no more rows than this allows, whatever its damaged pages say."""


def salvage(path: Path) -> Salvage:
    """Put a new library in the place of a damaged one, with every brief and revision that can be read of it.

    A brief whose body is no brief any more comes back as its newest sound revision. The damaged file
    is kept beside, under another name. Nothing else may have the library open.

    Raises:
        LibraryRefused: not one brief could be read; nothing has been changed.
        NotSaved: the new library could not be written; nothing has been changed.
    """
    real = gate.real_path(path.absolute())
    try:
        return _salvage(real)
    except (OSError, DBAPIError) as error:
        code = faults.code_of(error, real) or "io"
        raise NotSaved(code, f"nothing salvaged: {faults.words_of(code, error, real)}") from None


def _salvage(real: Path) -> Salvage:
    saved = 0
    lost: list[str] = []
    with unnamed_beside(real) as new, Stems() as stems:
        saving = Saving(stems)
        with closing(_opened(real)) as old, build_connection(new) as connection:
            build(connection)
            for row in _rows(old, real.stat().st_size // _SMALLEST_ROW):
                if isinstance(row, str):
                    lost.append(row)
                    continue
                with writing(connection):
                    _take(old, connection, saving, row)
                saved += 1
            with writing(connection):
                _take_house(old, connection)
                _take_definitions(old, connection)
            pragma(connection, "journal_mode = WAL")
        if not saved:
            raise LibraryRefused(real, "damaged", "is damaged, and nothing in it can be read", todo=BACKUP)
        sync(new)
        return Salvage(put_instead(new, real), saved, tuple(lost))


@dataclass(frozen=True, slots=True)
class _Row:
    key: int
    brief: Brief
    is_trashed: bool


def _opened(real: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(f"{real.as_uri()}?mode=ro", uri=True)
        connection.text_factory = bytes  # what is damaged may be no text
        connection.execute("SELECT count(*) FROM sqlite_master").close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise LibraryRefused(real, "damaged", f"cannot be read at all: {error}", todo=BACKUP) from None
    return connection


def _rows(old: sqlite3.Connection, most: int) -> Iterator[_Row | str]:
    """Each brief that can be read, and the id of each that is known to be there and cannot."""
    known = dict(_tried(old, "SELECT key, id FROM briefs INDEXED BY sqlite_autoindex_briefs_1"))
    keys = [key for (key,) in _tried(old, "SELECT max(key) FROM briefs")] + list(known)
    last = max((key for key in keys if isinstance(key, int)), default=0)
    for key in range(1, min(last, most) + 1):
        found = next(_tried(old, "SELECT body, trashed FROM briefs WHERE key = ?", key), None)
        brief = _brief(found[0]) if found else None
        brief = brief or next(filter(None, (_brief(body) for _, body in _kept(old, key))), None)
        if brief is not None:
            yield _Row(key, brief, bool(found and found[1] == 1))
        elif found or key in known:
            yield _text(known.get(key, b"?"))


def _take(old: sqlite3.Connection, connection: Connection, saving: Saving, row: _Row) -> None:
    saving.put(connection, Order(row.brief, keep_dates=True))
    if row.is_trashed:
        saving.set_trashed(connection, row.brief.id, trashed=True)
    stored = saving.stored(connection, row.brief.id)
    assert stored is not None, "it has just been stored"
    columns = "number, at, author, reason, changed, sha256, body"
    for number, at, author, reason, changed, sha256, body in _tried(
        old, f"SELECT {columns} FROM revisions WHERE brief = ? ORDER BY number", row.key
    ):
        if isinstance(body, bytes) and isinstance(sha256, bytes) and bodies.is_whole(body, sha256):
            connection.execute(
                insert(revisions),
                {
                    "brief": stored.key,
                    "number": number,
                    "at": _text(at),
                    "author": _text(author),
                    "reason": _text(reason),
                    "changed": _text(changed),
                    "sha256": sha256,
                    "body": body.decode("utf-8"),
                },
            )


def _take_house(old: sqlite3.Connection, connection: Connection) -> None:
    for row in _tried(old, "SELECT kind, key, value, brief FROM house"):
        kind, key, value, brief = map(_text, row)
        house.settle(connection, kind, {key: value}, brief)


def _take_definitions(old: sqlite3.Connection, connection: Connection) -> None:
    for row in _tried(old, "SELECT term, wording, spelled, at FROM definitions WHERE kept = 1"):
        definitions.note(connection, *map(_text, row))


def _kept(old: sqlite3.Connection, key: int) -> Iterator[tuple[bytes, bytes]]:
    rows = _tried(old, "SELECT sha256, body FROM revisions WHERE brief = ? ORDER BY number DESC", key)
    return (
        (sha256, body) for sha256, body in rows if isinstance(body, bytes) and bodies.is_whole(body, sha256)
    )


def _tried(old: sqlite3.Connection, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement, as far as they can be read."""
    try:
        yield from old.execute(statement, values)
    except (sqlite3.Error, UnicodeDecodeError):  # the driver wants text, and SQLite tells of damaged bytes
        return


def _brief(body: object) -> Brief | None:
    if not isinstance(body, bytes):
        return None
    try:
        brief = loads(body.decode("utf-8"))
    except (InvalidBrief, UnicodeDecodeError):
        return None
    return brief if brief.id else None


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
