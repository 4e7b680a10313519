"""One save of one brief against a raw SQLite commit on the same disk, both durable.

The floor replaces one row of one table, without an index, by the thread that asks. A save also keeps the
columns and indexes of the list, the full-text index with its prefixes and the counts of stems in step, and
is done by the writer's thread: it writes some 15 pages where the floor writes 3.
"""

import itertools
import sqlite3
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from briefdesk.brief.interchange import dumps
from briefdesk.desk.sample import add_sample
from briefdesk.store.library import Library
from tests.bench.rounds import Figure, interleaved, p50, p95


def measure(rounds: int = 300) -> list[Figure]:
    """Save and commit in turn; both write the sample brief with WAL and synchronous=FULL."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        raw = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        raw.execute("pragma journal_mode=wal")
        raw.execute("pragma synchronous=full")
        raw.execute("create table brief (id integer primary key, body text)")
        library = Library.open(Path(folder) / "bench.briefdesk")
        brief = library.get(add_sample(library)).brief
        body = dumps(brief)
        numbers = itertools.count()

        def commit() -> float:
            begun = time.perf_counter()
            raw.execute("insert or replace into brief values (1, ?)", (body + str(next(numbers)),))
            return (time.perf_counter() - begun) * 1000

        def save() -> float:
            changed = replace(brief, summary=f"Summary {next(numbers)}")
            begun = time.perf_counter()
            library.save(changed)
            return (time.perf_counter() - begun) * 1000

        floor, ours = interleaved(commit, save, rounds)
        library.close()
        raw.close()
    return [
        Figure("save, p50", p50(floor), p50(ours), ""),
        Figure("save, p95", p95(floor), p95(ours), "<= 3.00x"),
    ]
