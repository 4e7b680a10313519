"""Places in time: their order is the order of the last changes, and no two are the same."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefdesk.brief.model import Brief
from briefdesk.store import places
from briefdesk.store.library import Library

SECONDS = st.integers(0, 4).map(lambda second: f"2026-03-01T00:00:0{second}Z")


@settings(max_examples=30)
@given(moments=st.lists(SECONDS, min_size=1, max_size=25))
def test_places_are_ordered_by_second_and_then_by_arrival(tmp_path_factory, moments: list[str]):
    with Library.open(Path(tmp_path_factory.mktemp("places")) / "l.db") as library:
        for number, moment in enumerate(moments):
            library.save(Brief(id=f"b{number}", headline=f"{number}", updated_at=moment), keep_dates=True)
        wanted = [
            f"b{number}" for number, _ in sorted(enumerate(moments), key=lambda pair: (pair[1], pair[0]))
        ]
        assert [row.id for row in library.rows()] == wanted[::-1]


def test_a_full_second_spills_into_the_next(library: Library, monkeypatch):
    monkeypatch.setattr(places, "PLACES_PER_SECOND", 4)
    for number in range(11):
        library.save(Brief(id=f"b{number}", headline="x", updated_at="2026-03-01"), keep_dates=True)
    assert [row.id for row in library.rows()] == [f"b{number}" for number in reversed(range(11))]
    assert len({row.place for row in library.rows()}) == 11


def test_fast_typing_does_not_move_a_brief_about(library: Library):
    seen: set[int] = set()
    for number in range(3):
        at = f"2026-03-01T00:00:01.{number}Z"
        library.save(Brief(id="a", headline=f"{number}", updated_at=at), keep_dates=True)
        seen |= {row.place for row in library.rows()}
    assert len(seen) == 1
