"""The writer: durable before it answers, many in one commit, and failures told with the text in safety."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from briefdesk.brief.model import Brief
from briefdesk.store import connections
from briefdesk.store.library import Library, NotSaved


@pytest.fixture
def rescue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFDESK_RESCUE", str(tmp_path / "rescued"))
    return tmp_path / "rescued"


@pytest.fixture
def other(library: Library) -> Iterator[sqlite3.Connection]:
    """Another program's connection to the same library."""
    connection = sqlite3.connect(library.path, isolation_level=None, check_same_thread=False)
    yield connection
    connection.close()


def hold(library: Library) -> threading.Event:
    """Keep the writer busy until the event is set, so that what is submitted waits together."""
    go = threading.Event()
    library._access.submit(lambda _: go.wait(10), apart=True)
    return go


def test_submit_does_not_wait_and_the_future_is_done_when_it_is_durable(
    library: Library, other: sqlite3.Connection
):
    go = hold(library)
    future = library.submit(Brief(id="a", headline="A"))
    assert not future.done()
    go.set()
    assert future.result(10).action == "created"
    assert other.execute("SELECT count(*) FROM briefs").fetchone() == (1,)


def test_what_waits_together_is_committed_together(library: Library, other: sqlite3.Connection):
    go = hold(library)
    futures = [library.submit(Brief(id=f"b{n}", headline=f"B {n}")) for n in range(20)]
    seen = []
    futures[0].add_done_callback(
        lambda _: seen.append(other.execute("SELECT count(*) FROM briefs").fetchone()[0])
    )
    go.set()
    assert [future.result(10).counter for future in futures] == [1] * 20
    assert seen[0] > 1


def test_saves_of_one_brief_are_made_in_the_order_they_came(library: Library):
    go = hold(library)
    futures = [library.submit(Brief(id="a", headline=f"Version {n}")) for n in range(10)]
    go.set()
    assert [future.result(10).counter for future in futures] == list(range(1, 11))
    assert library.get("a").brief.headline == "Version 9"


def test_one_that_fails_takes_back_nothing_but_itself(library: Library):
    def spoil(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM briefs").close()
        raise ZeroDivisionError

    go = hold(library)
    before = library.submit(Brief(id="a", headline="A"))
    bug = library._access.submit(spoil)
    broken = library._access.submit(lambda connection: connection.exec_driver_sql("SELECT nonsense").close())
    after = library.submit(Brief(id="b", headline="B"))
    go.set()
    assert (before.result(10).action, after.result(10).action) == ("created", "created")
    with pytest.raises(ZeroDivisionError):
        bug.result(10)
    assert broken.exception(10) is not None
    assert library.count() == 2
    assert library.verify() == []


def test_a_save_cannot_be_taken_back(library: Library):
    future = library.submit(Brief(id="a", headline="A"))
    assert not future.cancel()
    assert future.result().action == "created"


def test_another_programs_lock_is_told_within_three_seconds_and_the_text_is_in_safety(
    library: Library, other: sqlite3.Connection, rescue: Path
):
    library.save(Brief(id="a", headline="A"))
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    futures = [library.submit(Brief(id=id, headline="Typed")) for id in ("a", "b")]
    for future in futures:
        with pytest.raises(NotSaved, match="locked") as told:
            future.result()
        assert told.value.code == "locked"
        assert told.value.rescue is not None
        assert json.loads(told.value.rescue.read_text("utf-8"))["headline"] == "Typed"
    assert time.monotonic() - began < 3
    assert library.get("a").brief.headline == "A"
    other.execute("ROLLBACK")
    assert library.save(Brief(id="a", headline="Typed")).action == "updated"
    assert [file.name[0] for file in rescue.iterdir()] == ["b"]  # a is safe now, b is not yet


def test_a_full_disk_is_told_and_the_same_session_saves_again_when_there_is_room(
    path: Path, rescue: Path, monkeypatch: pytest.MonkeyPatch
):
    Library.open(path).close()
    monkeypatch.setattr(connections, "_WRITER", (*connections._WRITER, "PRAGMA max_page_count = 60"))
    with Library.open(path) as library:
        kept = library.save(Brief(id="small", headline="Small"))
        big = Brief(id="big", headline="Big", summary="z" * 400_000)
        with pytest.raises(NotSaved, match="full") as told:
            library.save(big)
        assert told.value.code == "disk_full"
        assert told.value.todo
        assert told.value.rescue is not None
        assert told.value.rescue.stat().st_mode & 0o777 == 0o600
        assert rescue.stat().st_mode & 0o777 == 0o700
        assert json.loads(told.value.rescue.read_text("utf-8"))["summary"] == big.summary
        assert library.get("small").brief == kept.brief
        make_room = "PRAGMA max_page_count = 1000000"
        library._access.submit(lambda connection: connection.exec_driver_sql(make_room).close()).result()
        assert library.save(big).action == "created"
        assert not told.value.rescue.exists()
        assert library.verify() == []


def test_of_many_only_the_one_too_big_is_refused(path: Path, rescue: Path, monkeypatch: pytest.MonkeyPatch):
    Library.open(path).close()
    monkeypatch.setattr(connections, "_WRITER", (*connections._WRITER, "PRAGMA max_page_count = 80"))
    with Library.open(path) as library:
        go = hold(library)
        futures = [
            library.submit(Brief(id="a", headline="A")),
            library.submit(Brief(id="big", headline="Big", summary="z" * 400_000)),
            library.submit(Brief(id="b", headline="B")),
        ]
        go.set()
        assert futures[0].result(10).action == "created"
        assert isinstance(futures[1].exception(10), NotSaved)
        assert futures[2].result(10).action == "created"


def test_where_not_even_a_rescue_file_can_be_written_that_is_not_claimed(
    library: Library, other: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("BRIEFDESK_RESCUE", str(tmp_path / "file"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSaved) as told:
        library.save(Brief(id="a", headline="A"))
    assert told.value.rescue is None
    assert "kept" not in str(told.value)


def test_readers_see_the_old_state_while_another_program_writes(library: Library, other: sqlite3.Connection):
    library.save(Brief(id="a", headline="A"))
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM briefs")
    assert library.get("a").brief.headline == "A"
    assert library.count() == 1
    other.execute("ROLLBACK")


def test_two_libraries_open_at_once_lose_nothing(library: Library):
    library.save(Brief(id="a", headline="A"))
    with Library.open(library.path) as second:
        for n in range(20):
            for each in (library, second):
                kept = each.get("a")
                bullets = (*kept.brief.bullets, f"{n}")
                each.save(replace(kept.brief, bullets=bullets), kept.counter)
    assert len(library.get("a").brief.bullets) == 40
    assert library.verify() == []


def test_many_threads_may_read_and_write(library: Library):
    wrong: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for step in range(10):
                library.save(Brief(id=f"t{number}", headline=f"Step {step} of {number}"))
                assert library.get(f"t{number}").brief.headline == f"Step {step} of {number}"
                library.rows("step", limit=5)
        except BaseException as error:  # noqa: BLE001
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert library.count() == 8


def test_the_log_is_moved_into_the_library_in_a_quiet_moment(library: Library):
    library.save(Brief(id="a", headline="Moved in the quiet", summary="x" * 9000))
    wanted = b"Moved in the quiet"
    until = time.monotonic() + 10
    while wanted not in library.path.read_bytes() and time.monotonic() < until:
        time.sleep(0.05)
    assert wanted in library.path.read_bytes()


KILLED = """
import sys
from pathlib import Path
from briefdesk.brief.model import Brief
from briefdesk.store.library import Library
library = Library.open(Path(sys.argv[1]))
for number in range(100000):
    saved = library.save(Brief(id=f"b{number % 7}", headline=f"Number {number}"))
    print(number, flush=True)
"""


def test_kill_9_loses_nothing_that_was_answered(path: Path):
    for wanted in (3, 11):
        program = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert program.stdout is not None
        answered = [int(program.stdout.readline()) for _ in range(wanted)]
        os.kill(program.pid, signal.SIGKILL)
        answered += [int(line) for line in program.stdout.read().splitlines()]
        program.stdout.close()
        program.wait()
        with Library.open(path) as library:
            assert library.state.kind == "ok"
            assert library.verify() == []
            newest = {number % 7: number for number in answered}
            for place, number in newest.items():
                stored = int(library.get(f"b{place}").brief.headline.split()[1])
                assert stored >= number
