"""Renaming a term over the library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.desk.renaming import plan, rename, renamed
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


def test_the_plan_shows_every_change_and_what_is_left(library: Library):
    fill(library)
    plans = plan(library, "rubric", "criterion", go_on)
    by_headline = {each.before.headline: each for each in plans}
    assert [(p.field, p.row, p.after) for p in by_headline["A"].passages] == [
        ("term", 0, "criterion"),
        ("definition", 0, "A criterion is a list."),
        ("bullets", 0, "Criteria help."),
        ("summary", 0, "The criterion."),
    ]
    assert set(by_headline) == {"A", "B", "D"}
    assert by_headline["D"].refused


def test_each_brief_keeps_the_state_before(library: Library):
    fill(library)
    library.terms.choose("rubric", "Rules.")
    done = rename(library, plan(library, "rubric", "yardstick", go_on), "rubric", "yardstick", go_on)
    assert (done.changed, done.skipped, done.stopped) == (3, (), False)
    assert library.get("a" * 18).brief.terms[0].term == "yardstick"
    assert [each.reason for each in library.revisions("a" * 18)] == ["rename", "before rename"]
    first = library.terms.wordings("yardstick")[0]
    assert (first.text, first.is_house) == ("Rules.", True)
    assert library.terms.wordings("rubric") == []
    assert library.verify() == []


def test_a_brief_that_another_hand_changed_is_left(library: Library):
    fill(library)
    plans = plan(library, "rubric", "yardstick", go_on)
    library.save(replace(library.get("b" * 18).brief, kicker="New"))
    done = rename(library, plans, "rubric", "yardstick", go_on)
    assert (done.changed, done.skipped) == (2, ("B",))


def test_it_stops_when_it_is_told_to(library: Library):
    fill(library)
    plans = plan(library, "rubric", "yardstick", go_on)
    done = rename(library, plans, "rubric", "yardstick", lambda number, _: number < 1)
    assert (done.changed, done.stopped) == (1, True)
    assert plan(library, "rubric", "x", lambda *_: False) == []
