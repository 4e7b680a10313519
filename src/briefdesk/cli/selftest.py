"""`--selftest`: tries every part of the installed program, as a packager or a puzzled user would."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefdesk.brief.model import Brief, Source
from briefdesk.cli.errors import Exit
from briefdesk.cli.output import Output, one_line, table
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.page import render_page
from briefdesk.paths import resources
from briefdesk.store.engine import sqlite_version
from briefdesk.store.library import Library

_NEEDED = ("fonts", "icons", "layouts", "publishers.toml", "schema/brief.schema.json", "themes")
_BRIEF = Brief(
    headline="The self-test finds this brief",
    bullets=("It holds an *uncommon* word: floccinaucinihilipilification.",),
    source=Source(url="https://example.org/selftest", publisher="BriefDesk"),
)


class _Failed(Exception):
    """A part did something other than it should."""


def selftest(out: Output, engine: Callable[[], str]) -> int:
    """Try every part, print a line for each, and tell by the exit code whether all work.

    `engine` renders a page in the browser engine and says what it found; it raises where it cannot.
    """
    whole = True
    with tempfile.TemporaryDirectory(prefix="briefdesk-selftest-") as folder:
        library = Path(folder) / "library.briefdesk"
        parts: list[tuple[str, Callable[[], str]]] = [
            ("resources", _resources),
            ("library", lambda: _library(library)),
            ("migration", lambda: _migration(library)),
            ("search", lambda: _search(library)),
            ("page", _page),
            ("engine", engine),
        ]
        for name, part in parts:
            ok, detail = _tried(part)
            whole &= ok
            line = table([[f"{name:<10}", f"{'ok' if ok else 'FAILED':<6}", one_line(detail)]])[0]
            out.row({"part": name, "ok": ok, "detail": detail}, line)
    return Exit.DONE if whole else Exit.ATTENTION


def _tried(part: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, part()
    except Exception as error:  # noqa: BLE001  (whatever a part breaks with is what the test is to tell)
        return False, f"{type(error).__name__}: {error}"


def _resources() -> str:
    folder = resources()
    missing = [name for name in _NEEDED if not (folder / name).exists()]
    if missing:
        raise _Failed(f"{', '.join(missing)} not in {folder}")
    return str(folder)


@contextmanager
def _opened(path: Path, kind: str) -> Iterator[Library]:
    with Library.open(path) as library:
        if library.state.kind != kind:
            raise _Failed(f"the library is {library.state.kind}: {library.state.message}")
        yield library


def _library(path: Path) -> str:
    with _opened(path, "new") as library:
        saved = library.save(_BRIEF)
        if library.get(saved.brief.id).brief != saved.brief:
            raise _Failed("a saved brief comes back changed")
    return f"SQLite {sqlite_version()}"


def _migration(path: Path) -> str:
    # Reading Alembic costs 0.3 s, and the other commands do without.
    from briefdesk.store.migrating import make_by_migrations

    migrated = path.with_name("migrated.briefdesk")
    make_by_migrations(migrated)
    new, old = (int.from_bytes(each.read_bytes()[60:64], "big") for each in (path, migrated))
    if new != old:
        raise _Failed(f"the migrations end at schema {old}, a new library is of schema {new}")
    for each in (path, migrated):
        with _opened(each, "ok") as library:
            if problems := library.verify():
                raise _Failed(problems[0])
    return f"schema {new}"


def _search(path: Path) -> str:
    with _opened(path, "ok") as library:
        if [hit.headline for hit in library.search("floccinauc")] != [_BRIEF.headline]:
            raise _Failed("the full-text index does not find a word")
    return "FTS5"


def _page() -> str:
    page = render_page(_BRIEF, context=PageContext())
    if _BRIEF.headline not in page:
        raise _Failed("the page does not hold the headline")
    return f"{len(page.encode()):,} bytes"
