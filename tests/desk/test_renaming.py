"""Renaming a term over the library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.desk.renaming import REASON, move_back, move_wordings, plan, renamed
from briefdesk.desk.replacing import Proposal, apply, take_back
from briefdesk.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "desk.briefdesk") as made:
        yield made


def go_on(_done: int, _total: int) -> bool:
    return True


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Reward hacking is bad.", "Specification gaming is bad."),
        ("It is reward-hacking’s fault.", "It is specification gaming’s fault."),
        ("See `reward hacking` and [reward hacking](https://e.org/x).",) * 2,
        ("See https://e.org/reward hacking.", "See https://e.org/reward hacking."),
        ("Nothing here.", "Nothing here."),
    ],
)
def test_a_mention_keeps_its_form(text: str, after: str):
    assert renamed(text, "reward hacking", "specification gaming") == after


def test_plural_and_acronyms_keep_their_number():
    assert (
        renamed("Two rubrics and a rubric", "rubric", "criteria list")
        == "Two criteria lists and a criteria list"
    )
    assert renamed("Many LLMs, an LLM", "LLM", "language model") == "Many language models, an language model"
    assert renamed("many models", "model", "LLM") == "many LLMs"


def fill(library: Library) -> None:
    term = (Term(term="rubric", definition="A rubric is a list."),)
    library.save(
        Brief(id="a" * 18, headline="A", bullets=("Rubrics help.",), terms=term, summary="The rubric.")
    )
    library.save(Brief(id="b" * 18, headline="B", terms=(Term(term="Rubrics", definition="Rules."),)))
    library.save(Brief(id="c" * 18, headline="C", bullets=("No rubric here.",)))
    both = (Term(term="rubric", definition="R."), Term(term="criteria", definition="C."))
    library.save(Brief(id="d" * 18, headline="D", terms=both))


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("A ban on PFAS in clothing.", "PFAS", "PFAS chemicals", "A ban on PFAS chemicals in clothing."),
        (
            "A ban on PFAS in clothing.",
            "PFAS",
            "forever chemicals",
            "A ban on forever chemicals in clothing.",
        ),
        ("A rubric and two rubrics.", "rubric", "scale", "A scale and two scales."),
        ("A rubric and two rubrics.", "rubrics", "scales", "A scale and two scales."),
    ],
)
def test_a_name_has_the_number_of_the_mention_and_for_an_acronym_that_was_typed(
    text: str, old: str, new: str, after: str
):
    assert renamed(text, old, new) == after


def test_the_plan_shows_every_change_and_what_is_left(library: Library):
    fill(library)
    plans = plan(library, "rubric", "criterion", go_on)
    by_headline = {each.proposal.brief.headline: each for each in plans}
    assert {each.where: each.after for each in by_headline["A"].proposal.changes} == {
        ("terms", 0, "term"): "criterion",
        ("terms", 0, "definition"): "A criterion is a list.",
        ("bullets", 0, ""): "Criteria help.",
        ("summary", -1, ""): "The criterion.",
    }
    assert set(by_headline) == {"A", "B", "D"}
    assert by_headline["D"].refused


def never() -> bool:
    return False


def silent(_done: int, _total: int) -> None:
    return None


def proposals(library: Library, old: str, new: str) -> list[Proposal]:
    return [each.proposal for each in plan(library, old, new, go_on) if each.proposal.changes]


def test_each_mention_is_a_change_of_its_own_and_all_are_made_at_once(library: Library):
    terms = (Term(term="rubric", definition="R."),)
    library.save(Brief(id="e" * 18, headline="E", bullets=("A rubric, two rubrics, a rubric.",), terms=terms))
    (each,) = proposals(library, "rubric", "yardstick")
    assert len(each.changes) == 4
    apply(library, [each._replace(changes=each.changes[:1] + each.changes[2:])], never, silent, REASON)
    assert library.get("e" * 18).brief.bullets == ("A yardstick, two rubrics, a yardstick.",) or (
        library.get("e" * 18).brief.bullets == ("A rubric, two yardsticks, a yardstick.",)
    )


def test_the_new_name_is_not_put_where_it_stands_already(library: Library):
    terms = (Term(term="terminal", definition="D."),)
    text = "The container terminals and another terminal."
    library.save(Brief(id="e" * 18, headline="E", bullets=(text,), terms=terms))
    assert renamed(text, "terminal", "container terminal") == (
        "The container terminals and another container terminal."
    )
    (each,) = proposals(library, "terminal", "container terminal")
    assert [
        (change.puts[0][0].start, change.doubled) for change in each.changes if change.where[0] == "bullets"
    ] == [
        (14, True),
        (36, False),
    ]


def test_each_brief_keeps_the_state_before(library: Library):
    fill(library)
    library.terms.choose("rubric", "Rules.")
    done = apply(library, proposals(library, "rubric", "yardstick"), never, silent, REASON)
    assert (len(done.done), done.trouble) == (3, ())
    assert library.get("a" * 18).brief.terms[0].term == "yardstick"
    assert [each.reason for each in library.revisions("a" * 18)] == ["rename", "before rename"]
    moved = move_wordings(library, "rubric", "yardstick")
    first = library.terms.wordings("yardstick")[0]
    assert (first.text, first.is_house) == ("Rules.", True)
    assert library.terms.wordings("rubric") == []
    take_back(library, done.done, silent, REASON)
    move_back(library, "rubric", "yardstick", moved)
    assert library.terms.wordings("yardstick") == []
    first = library.terms.wordings("rubric")[0]
    assert (first.text, first.is_house) == ("Rules.", True)
    assert library.get("a" * 18).brief.terms[0].term == "rubric"
    assert library.verify() == []


def test_planning_ends_when_it_is_told_to(library: Library):
    fill(library)
    assert plan(library, "rubric", "x", lambda *_: False) == []
