"""Undo over all fields, with saves, other briefs and restores in between: every step is the brief it was."""

import random
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.fields import FIELDS
from briefdesk.brief.model import Brief, Image, LayoutChoice, Related, Source, Status, Term
from briefdesk.desk.desk import Desk
from briefdesk.desk.history import Place
from briefdesk.desk.session import OWNED_BY_LIBRARY, Change, Session
from briefdesk.store.library import Library

EDITS = 500
WORDS = ("rain", "*wet*", "é", "👩‍👩‍👧", "مطر", "a\u00a0b", "“so”", "", "2026.", "\\*", "`x`", "日本")


class Writer:
    """Somebody who edits at random, and remembers each brief as it was before each edit."""

    def __init__(self, library: Library, seed: int) -> None:
        self.chance = random.Random(seed)
        self.calls = deque[Callable[[], None]]()
        self.library = library
        self.desk = Desk(self.calls.append, lambda state: None, lambda saved: None)
        self.desk.attach(library)
        self.states: dict[str, list[Brief]] = {}

    @property
    def past(self) -> list[Brief]:
        """The states of the open brief, oldest first."""
        return self.states.setdefault(self.desk.brief.id, [seen(self.desk.brief)])

    def turn(self) -> None:
        """Let a turn of the event loop go by."""
        while self.calls:
            self.calls.popleft()()

    def save(self) -> None:
        """Wait until all is durable."""
        self.desk.autosave.flush()
        self.turn()
        assert self.desk.autosave.is_settled(self.desk.brief.id)

    def edit(self) -> None:
        """Change one field, typing or at a stroke."""
        past, session = self.past, self.desk.session
        name = self.chance.choice([each.name for each in FIELDS if each.name != "slug"])
        value = self.value(name)
        typed = self.chance.choice((None, "x")) if isinstance(value, str) else None
        session.pause()  # so that each edit is a step: how typing joins is tested elsewhere
        session.edit(name, value, typed=typed)
        if seen(session.brief) != past[-1]:
            past.append(seen(session.brief))

    def value(self, name: str) -> object:
        """A value for a field, of its kind."""
        pick, now = self.chance.choice, getattr(self.desk.brief, name)
        if isinstance(now, Status):
            return pick(list(Status))
        if isinstance(now, Source):
            return replace(now, **{pick(("url", "publisher", "title", "citation")): self.words()})
        if isinstance(now, Image | LayoutChoice):
            return replace(now, **{"alt" if isinstance(now, Image) else "name": self.words()})
        if isinstance(now, tuple):
            return self.rows(name, now)
        if now is None or name in ("planned_for", "embargo_until", "publish_at", "published_at"):
            return pick((None, "2026-03-01", "2027-01-01T10:00:00Z"))
        return self.words()

    def rows(self, name: str, rows: tuple[object, ...]) -> tuple[object, ...]:
        """Rows of which one is new, gone, another or elsewhere."""
        found, place = list(rows), self.chance.randrange(len(rows) + 1)
        made = {
            "terms": Term(term=self.words(), definition=self.words()),
            "related": Related(headline=self.words(), summary=self.words()),
        }.get(name, self.words())
        match self.chance.randrange(4) if rows else 0:
            case 0:
                found.insert(place, made)
            case 1:
                del found[min(place, len(rows) - 1)]
            case 2:
                found[min(place, len(rows) - 1)] = made
            case _:
                self.chance.shuffle(found)
        return tuple(found)

    def words(self) -> str:
        """A few words."""
        return " ".join(self.chance.choices(WORDS, k=self.chance.randrange(4)))

    def switch(self) -> None:
        """Go to another brief, or begin one."""
        self.save()
        self.desk.pause()
        others = [id for id in self.states if id != self.desk.brief.id]
        if others and (len(others) > 2 or self.chance.random() < 0.5):
            self.desk.open(self.chance.choice(others))
        else:
            self.desk.new(self.desk.next_id())
        self.save()
        assert seen(self.desk.brief) == self.past[-1]

    def restore(self) -> None:
        """Bring a kept state back, as the history does: in the library first, then in the form."""
        self.desk.pause()
        self.save()
        id = self.desk.brief.id
        kept = self.library.revisions(id) if self.desk.autosave.counter(id) else []
        if not kept:
            return
        past = self.past
        self.library.restore(id, self.chance.choice(kept).number)
        self.desk.refresh()
        if seen(self.desk.brief) != past[-1]:
            past.append(seen(self.desk.brief))

    def undo_all(self) -> None:
        """Take every step of the open brief back, and look at each."""
        for expected in reversed(self.past[:-1]):
            assert self.desk.session.undo()
            assert seen(self.desk.brief) == expected
            if self.chance.random() < 0.1:
                self.save()
        assert not self.desk.session.can_undo

    def redo_all(self) -> None:
        """Do every step of the open brief again, and look at each."""
        for expected in self.past[1:]:
            assert self.desk.session.redo()
            assert seen(self.desk.brief) == expected
        assert not self.desk.session.can_redo


def seen(brief: Brief) -> Brief:
    """A brief but for what the library fills in when it saves."""
    return replace(brief, **dict.fromkeys(OWNED_BY_LIBRARY, ""))


@pytest.mark.parametrize("seed", range(4))
def test_undoing_all_gives_the_very_brief_back_at_each_step(tmp_path: Path, seed: int) -> None:
    with Library.open(tmp_path / "undo.briefdesk") as library:
        writer = Writer(library, seed)
        done = 0
        while done < EDITS:
            act = writer.chance.random()
            if act < 0.80:
                writer.edit()
                done += 1
            elif act < 0.90:
                writer.turn()
            elif act < 0.95:
                writer.save()
            elif act < 0.975:
                writer.restore()
            else:
                writer.switch()
        writer.save()
        assert sum(map(len, writer.states.values())) > EDITS * 0.7
        for id in list(writer.states):
            writer.save()
            writer.desk.open(id)
            writer.undo_all()
            writer.redo_all()
            writer.undo_all()
        writer.save()
        for id, past in writer.states.items():
            if writer.desk.autosave.counter(id) is not None:
                assert seen(library.get(id).brief) == past[0]
        assert library.verify() == []


def test_undo_goes_to_where_the_caret_was_before_a_stretch_of_typing():
    session = Session(Brief(id="b", headline="Rain"))
    changes: list[Change] = []
    session.watch(changes.append)
    begun = Place("headline", caret=1, anchor=(-1, 3))
    session.edit("headline", "Rx", typed="x", held=begun)
    session.edit("headline", "Rxy", typed="y", held=Place("headline", caret=2))
    session.undo()
    assert session.brief.headline == "Rain"
    assert changes[-1].place == begun
    session.redo()
    assert changes[-1].place == Place("headline", caret=3)


def test_undo_shows_what_came_back_where_the_caret_was_elsewhere():
    session = Session(Brief(id="b", bullets=("one", "two")))
    changes: list[Change] = []
    session.watch(changes.append)
    session.edit("bullets", ("one",), held=Place("headline", caret=2))
    session.undo()
    assert changes[-1].place == Place("bullets", row=1, caret=3)
