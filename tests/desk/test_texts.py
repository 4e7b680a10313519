"""All texts of a brief with their places, and a brief with some of them changed."""

from dataclasses import replace

from briefdesk.brief.model import Brief, Source, Term
from briefdesk.desk.texts import texts, with_texts

BRIEF = Brief(
    slug="a-slug",
    kicker="kick",
    headline="head",
    bullets=("one", "", "two"),
    terms=(Term(term="term", definition="what"),),
    source=Source(url="https://a.org", publisher="A"),
    summary="sum",
)


def test_texts_come_in_the_order_of_the_form_and_empty_ones_do_not_come():
    assert [each.where for each in texts(BRIEF)] == [
        ("headline", -1, ""),
        ("bullets", 0, ""),
        ("bullets", 2, ""),
        ("terms", 0, "term"),
        ("terms", 0, "definition"),
        ("source", -1, "url"),
        ("source", -1, "publisher"),
        ("summary", -1, ""),
        ("kicker", -1, ""),
    ]


def test_bullets_and_definitions_are_inline_markdown():
    assert [each.text for each in texts(BRIEF) if each.inline] == ["one", "two", "what"]


def test_every_text_can_be_changed_at_once():
    changed = replace(BRIEF, **with_texts(BRIEF, {each.where: each.text.upper() for each in texts(BRIEF)}))
    assert [each.text for each in texts(changed)] == [each.text.upper() for each in texts(BRIEF)]
    assert changed.slug == BRIEF.slug
