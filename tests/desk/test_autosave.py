"""Autosave: the newest brief wins, nothing is lost, and the state never lies."""

import queue
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Related
from briefdesk.desk.autosave import Safety, SaveState
from briefdesk.desk.desk import Desk
from briefdesk.store.library import Library
from briefdesk.store.records import Saved, Written


class Works:
    """A desk with a real library, and the loop that its thread would have."""

    def __init__(self, path: Path) -> None:
        self.calls: queue.SimpleQueue = queue.SimpleQueue()
        self.told: list[SaveState] = []
        self.saved: list[Saved] = []
        self.desk = Desk(self.calls.put, self.told.append, self.saved.append)
        self.library = Library.open(path)

    def run(self) -> None:
        """Do what was posted, until all is saved."""
        while self.desk.autosave.state.safety is Safety.SAVING:
            self.calls.get(timeout=10)()


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    made = Works(tmp_path / "lib.briefdesk")
    yield made
    made.library.close()


def test_what_is_typed_before_the_library_is_open_is_saved_when_it_is(works: Works) -> None:
    works.desk.session.edit("headline", "Rain")
    assert works.desk.autosave.state.safety is Safety.WAITING
    works.desk.attach(works.library)
    works.run()
    assert works.library.get(works.desk.brief.id).brief.headline == "Rain"


def test_many_edits_end_with_the_newest_text_on_disk(works: Works) -> None:
    works.desk.attach(works.library)
    for n in range(200):
        works.desk.session.edit("headline", "x" * (n + 1), typed="x")
    works.run()
    assert works.library.get(works.desk.brief.id).brief.headline == "x" * 200
    assert len(works.saved) < 200


def test_a_new_brief_is_stored_with_its_first_edit_and_not_before(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.new("fresh")
    works.run()
    assert works.library.rows() == []
    works.desk.session.edit("headline", "Rain")
    works.run()
    assert [row.id for row in works.library.rows()] == ["fresh"]


def test_switching_briefs_loses_nothing(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.new("one")
    works.desk.session.edit("headline", "One")
    works.desk.new("two")
    works.desk.session.edit("headline", "Two")
    works.desk.open("one")
    works.desk.session.edit("kicker", "First")
    assert works.desk.close()
    kept = {id: works.library.get(id).brief for id in ("one", "two")}
    assert (kept["one"].headline, kept["one"].kicker, kept["two"].headline) == ("One", "First", "Two")


def test_an_empty_new_brief_can_be_left_and_come_back_to(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.new("one")
    works.desk.new("two")
    works.desk.open("one")
    assert works.desk.brief.id == "one"


def test_the_session_learns_the_slug_that_the_library_gave(works: Works) -> None:
    works.desk.attach(works.library)
    works.library.save(Brief(id="other", headline="Rain falls"))
    works.desk.session.edit("headline", "Rain falls")
    works.run()
    assert works.desk.brief.slug == "rain-falls-2"
    assert works.desk.brief.updated_at != ""


def test_another_hand_on_the_same_brief_keeps_both_fields(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.session.edit("headline", "Ours")
    works.run()
    id = works.desk.brief.id
    stored = works.library.get(id)
    works.library.save(replace(stored.brief, byline="Theirs"), stored.counter)
    works.desk.session.edit("headline", "Ours again")
    works.run()
    kept = works.library.get(id).brief
    assert (kept.headline, kept.byline) == ("Ours again", "Theirs")
    assert works.desk.brief.byline == "Theirs"


def test_a_field_both_changed_stays_ours_and_theirs_is_a_revision(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.session.edit("headline", "First")
    works.run()
    id = works.desk.brief.id
    stored = works.library.get(id)
    works.library.save(replace(stored.brief, headline="Theirs"), stored.counter)
    works.desk.session.edit("headline", "Ours")
    works.run()
    assert works.library.get(id).brief.headline == "Ours"
    headlines = [works.library.revision(id, each.number).headline for each in works.library.revisions(id)]
    assert "Theirs" in headlines


def test_an_untouched_brief_follows_what_another_program_wrote(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.session.edit("headline", "First")
    works.run()
    stored = works.library.get(works.desk.brief.id)
    works.library.save(replace(stored.brief, headline="Theirs"), stored.counter)
    works.desk.refresh()
    assert works.desk.brief.headline == "Theirs"
    works.desk.session.undo()
    assert works.desk.brief.headline == "First"


def test_a_closed_library_is_said_to_have_saved_nothing(works: Works) -> None:
    works.desk.attach(works.library)
    works.library.close()
    works.desk.session.edit("headline", "Rain")
    works.run()
    state = works.desk.autosave.state
    assert state.safety is Safety.NOT_SAVED
    assert state.error is not None
    assert works.desk.brief.headline == "Rain"


def test_a_pause_keeps_a_revision(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.session.edit("headline", "First")
    works.run()
    works.desk.pause()
    works.run()
    works.desk.session.edit("headline", "Second")
    works.desk.pause()
    assert works.desk.autosave.flush()
    found = [
        works.library.revision(works.desk.brief.id, r.number).headline
        for r in works.library.revisions(works.desk.brief.id)
    ]
    assert found == ["Second", "First"]


def test_a_slug_follows_a_headline_that_is_typed_while_saves_are_under_way(works: Works) -> None:
    works.desk.attach(works.library)
    for n, letter in enumerate("Rain falls"):
        works.desk.session.edit("headline", works.desk.brief.headline + letter, typed=letter)
        if n % 3 == 0:
            works.run()
    works.run()
    assert works.library.get(works.desk.brief.id).brief.slug == "rain-falls"
    assert works.desk.brief.slug == "rain-falls"


@pytest.mark.parametrize("undo", [True, False])
def test_a_slug_follows_again_when_the_headline_was_empty_for_a_while(works: Works, undo: bool) -> None:
    works.desk.attach(works.library)
    session = works.desk.session
    session.edit("headline", "Rain falls")
    works.run()
    if undo:
        session.undo()
    else:
        session.edit("headline", "")
    works.run()
    assert works.desk.brief.slug != "rain-falls"
    session.edit("headline", "Snow falls")
    works.run()
    assert works.library.get(works.desk.brief.id).brief.slug == "snow-falls"
    assert works.desk.brief.slug == "snow-falls"
    session.edit("slug", "weather")
    session.edit("headline", "")
    works.run()
    assert works.desk.brief.slug == "weather"


def test_a_save_begins_when_the_window_has_had_its_turn(works: Works) -> None:
    works.desk.attach(works.library)
    works.desk.new("fresh")
    works.desk.session.edit("headline", "Rain", typed="Rain")
    assert works.library.rows() == []
    assert works.desk.autosave.state.safety is Safety.SAVING
    works.run()
    assert [row.id for row in works.library.rows()] == ["fresh"]


def emptied(works: Works) -> str:
    """A brief that was written, and emptied again."""
    works.desk.attach(works.library)
    works.desk.new("one")
    works.desk.session.edit("headline", "Rain")
    works.run()
    works.desk.session.edit("headline", "")
    return "one"


def settle(works: Works) -> None:
    """Wait until the library has done all that it was told to, and the desk has heard of it."""
    works.run()
    works.library.settle("test", {"all": "done"})
    while not works.calls.empty():
        works.calls.get()()
        works.run()
        works.library.settle("test", {"all": "done"})


def test_a_brief_that_was_emptied_goes_to_the_trash_when_it_is_left(works: Works) -> None:
    told: list[str] = []
    works.desk.put_away = told.append
    id = emptied(works)
    works.run()
    assert not works.library.get(id).trashed
    works.desk.new("two")
    settle(works)
    assert works.library.get(id).trashed
    assert told == [id]
    works.library.untrash(id)
    works.desk.open(id)
    works.desk.session.undo()
    works.run()
    assert works.library.get(id).brief.headline == "Rain"


def test_also_when_the_desk_is_closed(works: Works) -> None:
    id = emptied(works)
    assert works.desk.close()
    settle(works)
    assert works.library.get(id).trashed


def test_one_that_is_come_back_to_stays(works: Works) -> None:
    id = emptied(works)
    works.desk.new("two")
    works.desk.open(id)
    works.desk.session.edit("headline", "Snow")
    settle(works)
    assert not works.library.get(id).trashed
    works.desk.new("three")
    settle(works)
    assert not works.library.get(id).trashed


@pytest.mark.parametrize("reason", ["published", "notes", "planned", "exported", "cited", "slug"])
def test_an_empty_brief_that_somebody_relies_on_stays(works: Works, reason: str) -> None:
    id = emptied(works)
    works.run()
    if reason == "published":
        works.desk.session.edit("published_at", "2026-11-24T10:00:00Z")
    elif reason == "notes":
        works.desk.session.edit("notes", "Ask Anna")
    elif reason == "planned":
        works.desk.session.edit("planned_for", "2026-11-24T10:00:00Z")
    elif reason == "slug":
        works.desk.session.edit("slug", "umbrellas")
    elif reason == "exported":
        works.library.exports.record("html", "/out", [(id, Written("one.html", "0" * 64))])
    else:
        works.library.save(Brief(id="other", related=(Related(id=id, headline="Rain"),)))
    works.desk.new("two")
    settle(works)
    assert not works.library.get(id).trashed


def test_one_that_is_come_back_to_while_it_is_put_away_is_brought_back(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = emptied(works)
    works.run()
    put_away = works.library.put_away

    def meanwhile(each: str) -> Future[bool]:
        future = put_away(each)
        works.desk.open(each)
        return future

    monkeypatch.setattr(works.library, "put_away", meanwhile)
    works.desk.new("two")
    settle(works)
    assert works.desk.brief.id == id
    assert not works.library.get(id).trashed
