"""What was removed from a list, how it is told, and that it comes back."""

import pytest

from briefdesk.brief.model import Brief, Related, Term
from briefdesk.desk.session import Change, Session
from briefdesk.ui.removals import Removal, removal

BULLETS = ("one", "two", "", "four")


def edited(field: str, before: object, after: object) -> Removal | None:
    session = Session(Brief(id="b", **{field: before}))  # pyright: ignore[reportArgumentType]
    changes: list[Change] = []
    session.watch(changes.append)
    session.edit(field, after)
    return removal(changes[-1])


@pytest.mark.parametrize(
    ("after", "at", "words"),
    [
        (("two", "", "four"), 0, "Bullet removed"),
        (("one", "two", ""), 3, "Bullet removed"),
        (("one",), 1, "3 bullets removed"),
        ((), 0, "4 bullets removed"),
    ],
)
def test_what_was_removed_is_told_and_can_be_put_back(after: tuple[str, ...], at: int, words: str) -> None:
    found = edited("bullets", BULLETS, after)
    assert found
    assert (found.at, found.words) == (at, words)
    assert found.put_back(after) == BULLETS


@pytest.mark.parametrize(
    "after", [("one", "two", "four"), ("onetwo", "", "four"), (*BULLETS, "five"), ("x",)]
)
def test_an_empty_bullet_and_a_join_are_no_removal(after: tuple[str, ...]) -> None:
    assert edited("bullets", BULLETS, after) is None


def test_terms_and_related_briefs_are_told_by_name() -> None:
    term, entry = edited("terms", (Term(term="x"),), ()), edited("related", (Related(id="r"),), ())
    assert term
    assert entry
    assert (term.words, entry.words) == ("Term “x” removed", "Brief removed from More briefs")
    unnamed = edited("terms", (Term(definition="Rules."),), ())
    assert unnamed
    assert unnamed.words == "Term removed"
    assert edited("terms", (Term(),), ()) is None


def test_only_an_edit_removes_and_a_shorter_list_takes_it_back_at_its_end() -> None:
    session = Session(Brief(id="b"))
    session.edit("bullets", BULLETS)
    changes: list[Change] = []
    session.watch(changes.append)
    session.undo()
    assert removal(changes[-1]) is None
    assert Removal("b", "bullets", 3, ("four",)).put_back(("one",)) == ("one", "four")
