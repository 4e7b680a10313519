"""The model of the library list tells of what its rows show."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Status
from briefdesk.ui.library.entry import Entry
from briefdesk.ui.library.model import BriefModel


def test_a_row_is_told_of_only_when_it_shows_something_else(qtbot: QtBot):
    model = BriefModel()
    stored = [Entry("a", "One", Status.DRAFT, "2026-01-01T00:00:00Z"), Entry("b", "Two", Status.DRAFT)]
    model.show(stored, 2)
    told: list[int] = []
    model.dataChanged.connect(lambda index, _last: told.append(index.row()))
    live = replace(stored[0], editing=True)
    model.set_live(live, lead=False)
    assert told == [0]
    model.set_live(replace(live, updated_at="2026-01-01T00:00:01Z"), lead=False)
    assert told == [0]
    model.set_live(replace(live, title="One more"), lead=False)
    assert told == [0, 0]
    model.set_live(replace(stored[1], title="Two too"), lead=False)
    assert sorted(told) == [0, 0, 0, 1]
