"""Out by a channel and in again by its importer: every field that a reader sees is the same."""

from dataclasses import replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from briefdesk.brief.inline import Run, parse, plain
from briefdesk.brief.interchange import to_json
from briefdesk.brief.model import Brief, Term
from briefdesk.brief.straight import straightened
from briefdesk.channels import ChannelContext
from briefdesk.channels.channel import Channel, settled
from briefdesk.channels.html import HTML
from briefdesk.channels.json import JSON
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.channels.txt import TXT
from briefdesk.importers import Imported, read
from briefdesk.layouts.markdown_runs import sayable
from tests.layouts.briefs import BRIEFS, HOSTILE, MARKED, SAMPLE, golden_brief


def again(brief: Brief, channel: Channel, **settings: str) -> Brief:
    context = ChannelContext(stems={brief.id: "x"}, settings=settled(channel, settings))
    (artifact,) = channel.write((brief,), context)
    (item,) = read(artifact.data, name=artifact.path)
    assert isinstance(item, Imported)
    return item.draft


def seen(brief: Brief, runs: Any = tuple[Run, ...]) -> dict[str, Any]:
    """What a reader sees; `runs` brings the marks to what the format can say."""
    return {
        "headline": brief.headline,
        "kicker": brief.kicker,
        "short_headline": brief.short_headline,
        "bullets": [runs(parse(each)) for each in brief.bullets if each.strip()],
        "terms": [(each.term, runs(parse(each.definition))) for each in brief.terms],
        "source": (brief.source.url, brief.source.publisher, brief.source.title, brief.source.citation),
        "related": [(each.headline, each.summary, each.url) for each in brief.related],
        "summary": brief.summary,
        "tags": brief.tags,
        "byline": brief.byline,
        "correction": brief.correction,
        "language": brief.language,
        "slug": brief.slug,
        "published_at": brief.published_at,
    }


def as_said(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return runs


@given(BRIEFS)
@example(MARKED)
@example(SAMPLE)
@example(HOSTILE)
@example(golden_brief("arabic"))
def test_a_page_read_again_is_the_same_to_a_reader(brief: Brief):
    assert seen(again(brief, HTML), as_said) == seen(brief, as_said)


def test_a_page_read_again_keeps_description_and_dates():
    found = again(MARKED, HTML)
    assert found.description == MARKED.description
    assert (found.created_at, found.updated_at) == (MARKED.created_at, MARKED.updated_at)


@given(BRIEFS)
@example(SAMPLE)
@example(golden_brief("arabic"))
def test_markdown_read_again_is_the_same_to_a_reader(brief: Brief):
    assert seen(again(brief, MARKDOWN), as_said) == seen(brief, sayable)


def test_markdown_read_again_keeps_what_the_front_matter_tells():
    found = again(MARKED, MARKDOWN)
    assert seen(found, len) | {"bullets": 0, "related": 0} == seen(MARKED, len) | {"bullets": 0, "related": 0}
    assert found.description == MARKED.description


@given(BRIEFS)
def test_toml_front_matter_without_a_headline_says_the_same(brief: Brief):
    found = again(brief, MARKDOWN, front_matter="toml", headline="no")
    assert seen(found, as_said) == seen(brief, sayable)


@st.composite
def briefs_that_mention_their_terms(draw: st.DrawFn) -> Brief:
    brief = draw(BRIEFS)
    words = [each for bullet in brief.bullets for each in (plain(bullet), *plain(bullet).split())]
    kept = [each for each in words if each.strip() and "\n" not in each] or ["word"]
    named = draw(st.lists(st.sampled_from(kept), max_size=4))
    return replace(brief, terms=tuple(Term(term=each, definition="*A* d.") for each in named))


@given(briefs_that_mention_their_terms(), st.sampled_from((HTML, MARKDOWN)))
def test_links_to_terms_are_not_there_when_a_file_is_read_again(brief: Brief, channel: Channel):
    runs = sayable if channel is MARKDOWN else as_said
    assert seen(again(brief, channel), as_said) == seen(brief, runs)


@given(BRIEFS)
@example(SAMPLE)
def test_markdown_with_straight_quotes_read_again_has_straight_quotes(brief: Brief):
    found = again(brief, MARKDOWN, straight_quotes="yes")
    assert seen(found, as_said) == seen(straightened(brief), sayable)


@given(BRIEFS)
def test_json_read_again_is_the_very_same(brief: Brief):
    assert to_json(again(brief, JSON)) == to_json(brief)


def test_a_text_page_read_again_has_the_same_parts():
    brief = replace(SAMPLE, slug="", created_at="", updated_at="", id="")
    assert seen(again(brief, TXT), as_said) == seen(brief, as_said)
