"""What search engines are told of a brief."""

import dataclasses
import json

from briefdesk.brief.model import Brief, Source
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.linked_data import description, linked_data, social
from tests.layouts.briefs import HOSTILE, MARKED, SAMPLE


def article(brief: Brief, context: PageContext = PageContext()):  # noqa: B008  (frozen)
    return json.loads(linked_data(brief, context))


def test_no_text_can_end_the_script_element():
    text = linked_data(HOSTILE, PageContext())
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["headline"] == HOSTILE.headline


def test_the_article_names_headline_language_dates_author_and_source():
    found = article(MARKED, PageContext(base_url="https://b.example", site_name="AI desk"))
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == MARKED.headline
    assert found["inLanguage"] == "en"
    assert found["datePublished"] == "2026-05-14T09:30:00Z"
    assert found["dateModified"] == "2026-05-15T10:00:00Z"
    assert found["author"] == {"@type": "Person", "name": MARKED.byline}
    assert found["publisher"] == {"@type": "Organization", "name": "AI desk"}
    assert found["mainEntityOfPage"]["@id"] == f"https://b.example/{MARKED.slug}/"
    assert found["isBasedOn"] == MARKED.source.url
    assert found["citation"]["publisher"]["name"] == MARKED.source.publisher


def test_what_a_brief_does_not_have_is_left_out():
    assert not {"author", "publisher", "url", "isBasedOn", "citation", "keywords"} & set(
        article(Brief(headline="h"))
    )


def test_an_address_that_may_not_be_linked_is_not_told_to_search_engines():
    assert "isBasedOn" not in article(Brief(headline="h", source=Source(url="javascript:alert(1)")))


def test_the_description_falls_back_to_the_summary_and_then_to_the_bullets():
    brief = dataclasses.replace(SAMPLE, description="own", summary="short")
    assert description(brief) == "own"
    assert description(dataclasses.replace(brief, description="")) == "short"
    from_bullets = description(dataclasses.replace(brief, description="", summary=""))
    assert from_bullets.startswith("Anthropic is now actively")
    assert len(from_bullets) <= 202


def test_meta_elements_hold_no_empty_content():
    made = social(Brief(headline="h"), PageContext())
    assert '<meta property="og:title" content="h">' in made
    assert 'content=""' not in made
    assert "og:description" not in made
