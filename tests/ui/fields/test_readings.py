"""What may be jargon in very many texts is read on a worker, once for each."""

import threading
from collections.abc import Iterator, Mapping

import pytest
from pytestqt.qtbot import QtBot

from briefdesk.brief.jargon import Candidate
from briefdesk.ui.fields import readings as readings_module
from briefdesk.ui.fields.readings import AT_ONCE, KEPT, Readings
from briefdesk.ui.jobs import Jobs

FEW = [f"number {n} of the QXZ" for n in range(AT_ONCE)]
MANY = [f"number {n} of the QXZ" for n in range(AT_ONCE + 1)]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def readings(jobs: Jobs) -> Readings:
    return Readings(jobs)


def test_few_new_texts_are_read_at_once(readings: Readings):
    assert readings.have(FEW)
    assert [each.word for each in readings.of(FEW[0])] == ["QXZ"]


def test_very_many_arrive_later(qtbot: QtBot, readings: Readings):
    with qtbot.waitSignal(readings.arrived):
        assert not readings.have(MANY)
    assert readings.have(MANY)


def test_asking_again_meanwhile_begins_nothing_anew(
    qtbot: QtBot, readings: Readings, monkeypatch: pytest.MonkeyPatch
):
    read: list[str] = []
    go_on = threading.Event()
    original = readings_module.candidates

    def noted(text: str, house: Mapping[str, str], *, slips: bool) -> tuple[Candidate, ...]:
        go_on.wait(10)
        read.append(text)
        return original(text, house, slips=slips)

    monkeypatch.setattr(readings_module, "candidates", noted)
    with qtbot.waitSignal(readings.arrived):
        assert not readings.have(MANY)
        assert not readings.have(MANY)
        go_on.set()
    assert sorted(read) == sorted(MANY)


def test_other_terms_of_the_house_have_all_read_anew(readings: Readings):
    assert [each.word for each in readings.of("a spate came")] == []
    readings.use({"spate": "spate"})
    assert [each.word for each in readings.of("a spate came")] == ["spate"]


def test_texts_of_long_ago_are_forgotten(readings: Readings):
    for n in range(KEPT + 1):
        readings.of(f"text {n}")
    assert readings.have(["text 0", "another"])
    assert len(readings._read) == 2
