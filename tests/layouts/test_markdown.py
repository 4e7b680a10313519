"""The Markdown of whole briefs."""

import dataclasses
import re

import markdown as python_markdown

from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.markdown import render_body, render_markdown
from tests.layouts.briefs import HOSTILE, MARKED, SAMPLE

PLAIN = PageContext()


def test_the_section_headings_are_exactly_those_of_the_contract():
    for brief in (SAMPLE, MARKED, HOSTILE, dataclasses.replace(SAMPLE, language="ar")):
        headings = re.findall(r"^##? .*", render_body(brief, PLAIN), re.MULTILINE)
        assert headings == ["## In brief", "## Terms in this brief", "## More briefs"]


def test_the_headline_begins_the_body_or_is_left_to_the_site():
    assert "\n---\n\n# Anthropic Embraces" in render_markdown(SAMPLE, context=PLAIN)
    without = render_markdown(SAMPLE, context=PLAIN, with_headline=False)
    assert "\n---\n\n## In brief" in without


def test_a_section_without_content_has_no_heading():
    assert render_body(Brief(headline="h", bullets=("b",)), PLAIN) == "## In brief\n\n- b\n"


def test_terms_and_definitions_stay_in_pairs():
    brief = Brief(terms=(Term(term="a"), Term(definition="b"), Term(), Term(term="*c*", definition="*d*")))
    assert render_body(brief, PLAIN) == (
        "## Terms in this brief\n\n**a**\n\n&#160;\n\n**&#160;**\n\nb\n\n**&#42;c&#42;**\n\n*d*\n"
    )


def test_a_source_is_linked_or_cited():
    source = Source(url="https://e.example/a_b", publisher="The P. & Co", title="T", citation="p. 3")
    assert render_body(Brief(source=source), PLAIN) == (
        "[Read full story at The P. &#38; Co →](https://e.example/a_b)\n"
    )
    bad = Source(url="javascript:alert(1)", publisher="P")
    assert render_body(Brief(source=bad), PLAIN) == (
        "Read full story at P →\n\nSource: javascript&#58;alert(1)\n"
    )


def test_related_briefs_are_headings_with_a_paragraph():
    brief = Brief(
        related=(
            Related(headline="A", summary="one\ntwo", url="https://e.example/a"),
            Related(id="b", headline="B"),
            Related(headline="C", url="javascript:alert(1)"),
            Related(url="https://e.example/d"),
        )
    )
    context = PageContext(addresses={"b": "https://b.example/b/"})
    assert render_body(brief, context) == (
        "## More briefs\n\n### [A](https://e.example/a)\n\none  \ntwo\n\n"
        "### [B](https://b.example/b/)\n\n### C\n\n"
        "### [https&#58;//e.example/d](https://e.example/d)\n"
    )


def test_a_correction_stands_under_the_brief():
    brief = Brief(bullets=("b",), correction="It was *two*.")
    assert render_body(brief, PLAIN).endswith("\n\n**Correction:** It was &#42;two&#42;.\n")


def bullets_of(*bullets: str, terms: tuple[str, ...] = ("cat", "cat flap"), **options: bool) -> list[str]:
    brief = Brief(bullets=bullets, terms=tuple(Term(term=each, definition="A d.") for each in terms))
    body = render_body(brief, PLAIN, **options)
    return [line.removeprefix("- ") for line in body.splitlines() if line.startswith("- ")]


def test_the_first_mention_of_each_term_leads_to_the_terms():
    link = "#terms-in-this-brief"
    assert bullets_of("`cat`, [cat](https://e.org/)", "A cat flap for *cats*, cat", "A cat") == [
        "`cat`, [cat](https://e.org/)",
        f"A [cat flap]({link}) for [*cats*]({link}), cat",
        "A cat",
    ]
    assert bullets_of("A cat", with_links=False) == ["A cat"]
    assert bullets_of("A cat", terms=()) == ["A cat"]


def test_the_address_of_the_terms_is_the_one_that_readers_give_the_heading():
    html = python_markdown.Markdown(extensions=["toc"]).convert(render_body(SAMPLE, PLAIN))
    assert '<h2 id="terms-in-this-brief">' in html
    assert html.count('<a href="#terms-in-this-brief">') == 1
