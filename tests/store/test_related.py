"""Related briefs: alike by what they say, with the shared words as reasons."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief
from briefdesk.importers import Imported, read
from briefdesk.paths import resources
from briefdesk.store.library import Library

TOPICS = {
    "sport": "match goal striker season coach league stadium penalty referee fans defeat trophy injury",
    "money": "bank shares profit quarter market investors dividend merger loan inflation currency bonds",
    "space": "rocket orbit launch probe crater astronaut telescope comet satellite mission lander booster",
    "court": "judge trial verdict jury appeal lawyer sentence witness plea hearing evidence prosecutor bail",
}


def crowd(number: int) -> list[Brief]:
    """Made-up news on a few topics, always the same."""
    chance = random.Random(7)
    made: list[Brief] = []
    for index in range(number):
        topic = chance.choice(list(TOPICS))
        words = TOPICS[topic].split()
        text = " ".join(chance.choice([*words, "the", "of", "and", "with", "says", "new"]) for _ in range(45))
        headline = " ".join(chance.sample(words, 4)).capitalize()
        made.append(Brief(id=f"{topic}-{index}", headline=headline, summary=f"{text}."))
    return made


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(Path(tmp_path_factory.mktemp("related")) / "l.db") as library:
        for future in [library.submit(brief) for brief in crowd(300)]:
            future.result()
        yield library


@pytest.fixture(scope="module")
def sample() -> Imported:
    item = read((resources() / "samples" / "brief-page.txt").read_bytes(), name="brief-page.txt")[0]
    assert isinstance(item, Imported)
    return item


def test_the_five_of_the_sample_page_come_first(crowded: Library, sample: Imported):
    for brief in sample.related:
        crowded.save(brief)
    main = replace(sample.draft, related=())
    found = crowded.related(main)
    assert {each.headline for each in found} == {brief.headline for brief in sample.related}
    assert found[0].headline == "AI Breakthrough Reduces Reward Hacking Vulnerabilities"
    assert "AI" in found[0].why
    summaries = {brief.headline: brief.summary for brief in sample.related}
    assert all(each.summary == summaries[each.headline] for each in found)


def test_suggestions_are_of_the_same_topic(crowded: Library):
    rows = [row for row in crowded.rows() if "-" in row.id and row.id.split("-")[0] in TOPICS][:30]
    same = [
        each.id.split("-")[0] == row.id.split("-")[0]
        for row in rows
        for each in crowded.related(crowded.get(row.id).brief)
    ]
    assert sum(same) / len(same) > 0.95


def test_every_suggestion_has_a_reason_and_none_is_the_brief_itself(crowded: Library):
    for row in crowded.rows(limit=20):
        brief = crowded.get(row.id).brief
        found = crowded.related(brief, limit=8)
        assert found
        assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
        for each in found:
            assert each.id != row.id
            assert 0 < each.score <= 1
            assert each.why
            text = f"{brief.headline} {brief.summary} {' '.join(brief.bullets)}"
            assert all(word in text for word in each.why)
            assert not {"the", "of", "and"} & set(each.why)


def test_a_brief_that_is_not_stored_gets_suggestions_too(crowded: Library):
    found = crowded.related(
        Brief(headline="Striker misses penalty", bullets=("The coach blames the referee.",))
    )
    assert found
    assert all(each.id.startswith("sport") for each in found)


def test_what_shares_nothing_gets_none(crowded: Library):
    assert crowded.related(Brief(headline="Zwölf Boxkämpfer jagen Viktor")) == []
    assert crowded.related(Brief()) == []
    assert crowded.related(Brief(headline="the of and with")) == []
    assert crowded.related(Brief(headline='"quoted" OR NEAR( *')) == []


def test_of_twins_only_one_is_suggested(library: Library):
    text = (
        "A rocket carried two satellites into orbit on Friday after a long delay caused by strong winds. " * 2
    )
    for number in range(4):
        library.save(Brief(id=f"twin{number}", headline=f"Rocket launch {number}", summary=text))
    library.save(
        Brief(id="other", headline="Telescope finds comet", summary="The probe saw a rocket stage drift by.")
    )
    library.save(Brief(id="none", headline="Bread prices rise", summary="Bakers complain."))
    found = library.related(
        Brief(headline="Rocket launch delayed", summary="Winds held the rocket and its satellites.")
    )
    assert len([each for each in found if each.id.startswith("twin")]) == 1
    assert [each.id for each in found][1:] == ["other"]


def test_what_is_in_the_trash_is_not_suggested(library: Library):
    for id in ("a", "b", "c"):
        library.save(Brief(id=id, headline=f"Rocket {id * 3} launch"))
    library.trash("b")
    assert [each.id for each in library.related(Brief(headline="Rocket"))] in (["c", "a"], ["a", "c"])


def test_scripts_without_word_gaps_are_likened_too(library: Library):
    library.save(Brief(id="near", headline="火箭发射成功", summary="卫星进入轨道"))
    library.save(Brief(id="far", headline="面包价格上涨", summary="烘焙师抱怨"))
    library.save(Brief(id="latin", headline="Bread", summary="prices"))
    assert library.related(Brief(headline="火箭发射推迟", summary="卫星还在等待"))[0].id == "near"


def test_in_a_small_library_a_plain_word_is_no_reason_beside_a_name(tmp_path: Path):
    with Library.open(tmp_path / "small.briefdesk") as library:
        text = "The title was closed in March by Zyphrion."
        library.save(Brief(id="one", headline="Zyphrion closed", bullets=(text,)))
        library.save(Brief(id="two", headline="Another title", bullets=("It was closed in March.",)))
        own = Brief(id="own", headline="Zyphrion and its title", bullets=("Closed in March.",))
        why = {each.id: each.why for each in library.related(own)}
        assert why["one"] == ("Zyphrion",)
        assert len(why["two"]) == 1
