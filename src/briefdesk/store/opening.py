"""Opening a library: through the gate, made where there is none, checked as far as that is quick."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from briefdesk.store import checking, faults, gate, repairing
from briefdesk.store.connections import reader_engine, writer_engine
from briefdesk.store.creation import create
from briefdesk.store.errors import BACKUP, LibraryRefused, NotSaved
from briefdesk.store.hazards import hazard_of
from briefdesk.store.identity import SCHEMA_NUMBER
from briefdesk.store.pen import Pen
from briefdesk.store.records import Opened
from briefdesk.store.rescue import Rescue
from briefdesk.store.saving import Saving, get_ready
from briefdesk.store.stems import Stems
from briefdesk.store.writer import Writer

CHECKED_BYTES: Final = 4 * 1024 * 1024
"""Libraries up to this size, about a thousand briefs, are read through whenever they are opened (4 ms a
megabyte); larger ones by `verify`."""

_CHECKED_INDEX_BYTES: Final = 1024 * 1024
"""And up to this size the search index is compared with what it indexes, which takes three times as long."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an open library is made of; `writer` is missing where it can only be read."""

    path: Path
    state: Opened
    readers: Engine
    writer: Writer | None
    saving: Saving
    stems: Stems
    rescue: Rescue
    closing: ExitStack


def open_(path: Path, *, readonly: bool) -> Parts:
    """Open a library, or make one where there is no file.

    Raises:
        LibraryRefused: it is none, or cannot be opened; not a byte of it has been changed.
    """
    real = gate.real_path(path.absolute())
    is_new = not gate.is_there(real)
    if is_new:
        _make(real, readonly=readonly)
    found = gate.look(real)
    message = _why_readonly(found, wanted=readonly)
    if not message:
        gate.close_to_others(real)
    with ExitStack() as closing:
        closing.enter_context(gate.held(real))
        readers = _readers(found, closing, is_fixed=bool(message))
        is_small = not is_new and found.bytes <= CHECKED_BYTES
        if is_small and found.schema == SCHEMA_NUMBER:
            _check(real, readers)
        # Until here nothing has been written; what is damaged is refused as it was found.
        if not message and not found.in_wal_mode:
            _enter_wal_mode(real)
        if found.schema < SCHEMA_NUMBER:
            _migrate(found, readers, message)
        stems = closing.enter_context(Stems())
        saving, rescue = Saving(stems), Rescue()
        writer = None
        if not message:
            writer = Writer(real, writer_engine(real), rescue, get_ready=get_ready, failed=saving.forget)
            closing.callback(writer.close)
            closing.callback(readers.dispose)  # before the writer: who closes last moves the log
        is_mended = is_small and found.bytes <= _CHECKED_INDEX_BYTES and _mended(writer, stems)
        state = _state(is_new, is_mended, message, hazard_of(real))
        return Parts(real, state, readers, writer, saving, stems, rescue, closing.pop_all())


def _make(real: Path, *, readonly: bool) -> None:
    if readonly:
        raise LibraryRefused(real, "missing", "is not there")
    try:
        create(real)
    except (OSError, DBAPIError) as error:
        raise faults.refused(error, real) or error from None


def _why_readonly(found: gate.Found, *, wanted: bool) -> str:
    if wanted:
        return "opened for reading only"
    if not found.writable:
        return "the file may not be written to: it is open for reading only"
    if not found.folder_writable:
        return f"the folder {found.path.parent} may not be written to: the library is open for reading only"
    return ""


def _enter_wal_mode(real: Path) -> None:
    """A copy that was made to be kept becomes a library that is worked in."""
    engine = writer_engine(real)
    try:
        engine.connect().close()
    except DBAPIError as error:
        raise faults.refused(error, real) or error from None
    finally:
        engine.dispose()


def _readers(found: gate.Found, closing: ExitStack, *, is_fixed: bool) -> Engine:
    """Connections that can read the file, tried with a first look at its tables.

    Where nothing may be written, SQLite cannot lock either: a file without a log is then read as one
    that does not change.
    """
    readers = reader_engine(found.path)
    try:
        _try(readers, found)
    except DBAPIError as error:
        readers.dispose()
        if not is_fixed or found.folder_writable or faults.is_damage(error):
            raise faults.refused(error, found.path) or error from None
        readers = _fixed_readers(found)
    except LibraryRefused:
        readers.dispose()
        raise
    closing.callback(readers.dispose)
    return readers


def _fixed_readers(found: gate.Found) -> Engine:
    if found.has_wal:
        raise LibraryRefused(
            found.path,
            "unreadable",
            "was not closed, and its log cannot be used where nothing may be written",
            todo=f"copy it and {found.path.name}-wal into a folder of yours",
        )
    readers = reader_engine(found.path, immutable=True)
    try:
        _try(readers, found)
    except DBAPIError as error:
        readers.dispose()
        raise faults.refused(error, found.path) or error from None
    return readers


def _try(readers: Engine, found: gate.Found) -> None:
    with readers.connect() as connection:
        _check_tables(found, connection)


def _check_tables(found: gate.Found, connection: Connection) -> None:
    if found.schema == SCHEMA_NUMBER and (odd := checking.odd_tables(connection)):
        raise LibraryRefused(found.path, "damaged", f"is damaged: {odd[0]}", todo=BACKUP)


def _migrate(found: gate.Found, readers: Engine, why_readonly: str) -> None:
    """Bring an older library up to our schema; a verified copy lies beside it before anything is changed."""
    if why_readonly:
        raise LibraryRefused(
            found.path,
            "older",
            f"is of an older BriefDesk (schema {found.schema})",
            todo="open it for writing once",
        )
    # Reading Alembic costs 0.3 s, and hardly any opening needs it.
    from briefdesk.store import backups, migrating

    try:
        backups.copy(readers, found.path)
        pen = Pen(found.path, writer_engine(found.path))
        try:
            with pen.apart() as connection:
                migrating.migrate(connection)
        finally:
            pen.close()
    except (NotSaved, OSError, DBAPIError) as error:
        what = str(error) if isinstance(error, NotSaved) else faults.words_of("io", error, found.path)
        raise LibraryRefused(found.path, "older", f"could not be brought up to date: {what}") from None
    readers.dispose()


def _check(real: Path, readers: Engine) -> None:
    """Read through a small library, and refuse it if anything in it is damaged."""
    try:
        with readers.connect() as connection:
            problems = checking.pages(connection) or list(checking.seals(connection))
    except DBAPIError as error:
        raise faults.refused(error, real) or error from None
    if problems:
        raise LibraryRefused(real, "damaged", f"is damaged: {problems[0]}", todo=BACKUP)


def _mended(writer: Writer | None, stems: Stems) -> bool:
    """Look at a small library's search index; tells whether it had to be made anew."""
    if writer is None:
        return False

    def mend(connection: Connection) -> bool:
        if checking.index_is_sound(connection):
            return False
        repairing.rebuild_index(connection, stems)
        return True

    try:
        return writer.submit(mend).result()
    except NotSaved:
        return False  # it is not ours to write just now; the next opening looks again


def _state(is_new: bool, is_mended: bool, why_readonly: str, hazard: str) -> Opened:
    if why_readonly:
        return Opened("readonly", why_readonly)
    if is_mended:
        return Opened(
            "recovered", "the search index was damaged and has been made anew; no brief has changed"
        )
    return Opened("new" if is_new else "ok", hazard)
