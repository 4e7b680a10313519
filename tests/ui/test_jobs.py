"""Slow work: results come in the UI thread, only the newest of a key, and nothing after the end."""

import sys
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from briefdesk.brief.errors import KnownError
from briefdesk.store.giving_way import giving_way
from briefdesk.ui.jobs import Jobs, Progress


class Desk(QObject):
    """Notes what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[KnownError] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[QThread] = set()

    def on_done(self, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.results.append(result)

    def on_failed(self, error: KnownError) -> None:
        self.errors.append(error)

    def on_advanced(self, done: int, total: int) -> None:
        self.steps.append((done, total))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk()


def test_the_work_is_done_elsewhere_and_the_result_comes_to_the_ui_thread(
    jobs: Jobs, desk: Desk, qtbot: QtBot
):
    names: list[str] = []

    def work(progress: Progress) -> int:
        names.append(threading.current_thread().name)
        return 7

    jobs.run(work, desk.on_done, "sum")
    qtbot.waitUntil(lambda: desk.results == [7])
    assert names[0].startswith("job")
    assert desk.threads == {jobs.thread()}
    assert not jobs.busy("sum")


def test_a_newer_job_makes_the_older_result_vanish(jobs: Jobs, desk: Desk, qtbot: QtBot):
    started, go_on = threading.Event(), threading.Event()

    def slow(progress: Progress) -> str:
        started.set()
        go_on.wait(5)
        return f"old, cancelled: {progress.cancelled}"

    jobs.run(slow, desk.on_done, "search")
    assert started.wait(5)
    jobs.run(lambda progress: "new", desk.on_done, "search")
    go_on.set()
    jobs.run(lambda progress: "other", desk.on_done, "checks")
    qtbot.waitUntil(lambda: len(desk.results) == 2)
    qtbot.wait(20)
    assert sorted(map(str, desk.results)) == ["new", "other"]


def test_jobs_that_wait_behind_a_newer_one_are_never_begun(jobs: Jobs, desk: Desk, qtbot: QtBot):
    go_on = threading.Event()
    for key in ("a", "b", "c"):
        jobs.run(lambda progress: go_on.wait(5), desk.on_done, key)
    begun: list[int] = []
    for number in range(50):
        jobs.run(lambda progress, n=number: begun.append(n), desk.on_done, "search")
    go_on.set()
    qtbot.waitUntil(lambda: len(desk.results) == 4)
    assert begun == [49]


def test_a_known_error_goes_to_its_slot_or_is_told_to_all(jobs: Jobs, desk: Desk, qtbot: QtBot):
    def work(progress: Progress) -> int:
        raise KnownError("the folder is gone")

    jobs.run(work, desk.on_done, "publish", failed=desk.on_failed)
    qtbot.waitUntil(lambda: len(desk.errors) == 1)
    with qtbot.waitSignal(jobs.troubled) as heard:
        jobs.run(work, desk.on_done, "publish")
    assert heard.args is not None
    assert str(heard.args[0]) == "the folder is gone"
    assert desk.results == []


def test_a_bug_in_the_work_is_raised_in_the_ui_thread(jobs: Jobs, desk: Desk, qtbot: QtBot):
    def work(progress: Progress) -> float:
        return 1 / 0

    with qtbot.captureExceptions() as raised:
        jobs.run(work, desk.on_done, "sum")
        qtbot.waitUntil(lambda: len(raised) == 1)
    assert raised[0][0] is ZeroDivisionError


def test_progress_is_told_in_order(jobs: Jobs, desk: Desk, qtbot: QtBot):
    def work(progress: Progress) -> str:
        for number in range(1, 4):
            progress.say(number, 3)
        return "all"

    jobs.run(work, desk.on_done, "publish", advanced=desk.on_advanced)
    qtbot.waitUntil(lambda: desk.results == ["all"])
    assert desk.steps == [(1, 3), (2, 3), (3, 3)]


def test_a_receiver_that_qt_has_deleted_is_not_called(jobs: Jobs, desk: Desk, qtbot: QtBot):
    go_on = threading.Event()
    other = Desk()
    jobs.run(lambda progress: go_on.wait(5), desk.on_done, "a")
    shiboken6.delete(desk)
    go_on.set()
    jobs.run(lambda progress: 1, other.on_done, "b")
    qtbot.waitUntil(lambda: other.results == [1] and not jobs.busy("a"))


def test_closing_cancels_and_waits(jobs: Jobs, desk: Desk, qtbot: QtBot):
    started = threading.Event()
    ended: list[bool] = []

    def work(progress: Progress) -> None:
        started.set()
        while not progress.cancelled:
            QThread.msleep(1)
        ended.append(True)

    jobs.run(work, desk.on_done, "long")
    assert started.wait(5)
    jobs.close()
    assert ended == [True]
    jobs.run(lambda progress: 1, desk.on_done, "late")
    qtbot.wait(20)
    assert desk.results == []


def test_long_work_waits_for_other_long_work_and_for_nothing_else(qtbot: QtBot, jobs: Jobs, desk: Desk):
    go_on = threading.Event()
    running: list[str] = []

    def first(_progress: Progress) -> str:
        running.append("first")
        go_on.wait(10)
        return "first"

    def second(_progress: Progress) -> str:
        running.append("second")
        return "second"

    jobs.run(first, desk.on_done, "one", long=True)
    jobs.run(second, desk.on_done, "two", long=True)
    jobs.run(lambda _progress: "short", desk.on_done, "three")
    qtbot.waitUntil(lambda: desk.results == ["short"])
    assert running in ([], ["first"])
    go_on.set()
    qtbot.waitUntil(lambda: desk.results == ["short", "first", "second"])


def test_work_gives_way_until_the_last_is_done():
    usual = sys.getswitchinterval()
    with giving_way():
        with giving_way():
            assert sys.getswitchinterval() < usual / 5
        assert sys.getswitchinterval() < usual / 5
    assert sys.getswitchinterval() == usual


def test_long_work_is_held_back_for_a_moment(qtbot: QtBot, jobs: Jobs, desk: Desk):
    jobs.hold_long()
    jobs.run(lambda _progress: "long", desk.on_done, "one", long=True)
    jobs.run(lambda _progress: "short", desk.on_done, "two")
    qtbot.waitUntil(lambda: desk.results == ["short"])
    qtbot.waitUntil(lambda: desk.results == ["short", "long"])
    assert jobs._may_go.is_set()


def test_work_that_is_held_back_does_not_keep_the_program_from_ending(jobs: Jobs, desk: Desk):
    jobs.hold_long()
    jobs.run(lambda _progress: "long", desk.on_done, "one", long=True)
    jobs.close()
    assert desk.results == []
