"""What the settings file keeps of an order."""

from dataclasses import replace

import pytest

from briefdesk.ui.publish import order as orders
from briefdesk.ui.publish.order import Order, Which, last_run, recalled, with_run

EVERYTHING = Order(
    channel="markdown",
    folder="/srv/site",
    which=Which.ALL,
    base_url="https://example.org/briefs",
    drafts=True,
    remove=True,
    settings={"markdown": {"front_matter": "toml"}},
)
ALONE = replace(EVERYTHING, which=Which.THIS, drafts=False, remove=False)


def test_where_an_order_goes_is_remembered_and_never_which_briefs():
    assert recalled(EVERYTHING.remembered()) == ALONE
    assert recalled(replace(EVERYTHING, which=Which.SELECTION).remembered()) == ALONE
    assert recalled({**ALONE.remembered(), "which": "all", "drafts": True}) == ALONE


def test_all_are_repeated_only_from_the_brief_they_were_published_from():
    kept = with_run(EVERYTHING.remembered(), EVERYTHING, "open", ["other", "open"])
    assert last_run(kept, "open") == EVERYTHING
    assert last_run(kept, "other") == ALONE
    assert last_run(kept, "unheard-of") == ALONE


def test_every_brief_goes_again_to_where_it_went_last():
    kept = with_run(EVERYTHING.remembered(), ALONE, "first", ["first"])
    there = replace(ALONE, channel="txt", folder="/srv/texts")
    kept = with_run({**kept, **there.remembered()}, there, "second", ["second"])
    assert last_run(kept, "first") == ALONE
    assert last_run(kept, "second") == there


def test_what_is_remembered_of_briefs_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(orders, "RUNS", 2)
    kept: dict[str, object] = {}
    for id in ("a", "b", "a", "c"):
        kept = with_run(kept, ALONE, id, [id])
    assert kept["runs"] == {
        id: {"channel": "markdown", "folder": "/srv/site", "base_url": ALONE.base_url} for id in ("a", "c")
    }


def test_nonsense_in_the_settings_has_its_default():
    kept = {
        "channel": 3,
        "folder": None,
        "which": "??",
        "drafts": "yes",
        "settings": {"html": 1, "txt": {"a": 2}},
    }
    assert recalled(kept) == Order(settings={"txt": {}})
    assert recalled({}) == Order()
    assert last_run({"runs": 3}, "a") == last_run({"runs": {"a": "no"}}, "a") == Order()
