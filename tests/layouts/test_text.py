"""Briefs as plain text."""

from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.importers.page import parts_of_page
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.text import render_text
from tests.layouts.briefs import SAMPLE

PLAIN = PageContext()


def test_a_brief_reads_as_the_page_it_was_published_on():
    lines = render_text(SAMPLE, context=PLAIN).splitlines()
    assert lines[:3] == [SAMPLE.headline, "In brief", f"- {SAMPLE.bullets[0]}"]
    assert "- alignment pretraining" in lines
    assert "Read full story at LessWrong →" in lines
    place = lines.index("More briefs")
    assert lines[place + 1 : place + 3] == [SAMPLE.related[0].headline, SAMPLE.related[0].summary]


def test_marks_are_left_out_and_every_part_ends_with_its_line():
    brief = Brief(
        headline="H",
        byline="Ada",
        bullets=("**a** [b](https://e.example) `c`", " "),
        terms=(Term(term="t", definition="one\n\ntwo\u2028three"),),
        source=Source(url="https://e.example/s", publisher="P", citation="p. 3"),
        related=(Related(headline="R", summary="s", url="https://e.example/r"),),
        correction="x\ny",
    )
    assert render_text(brief, context=PLAIN) == (
        "H\nBy Ada\nIn brief\n- a b c\nTerms in this brief\n- t\n- one two\u2028three\n"
        "Read full story at P →\nhttps://e.example/s\nSource: p. 3\nCorrection: x y\n"
        "More briefs\nR\ns\nhttps://e.example/r\n"
    )


def test_a_text_with_addresses_is_read_as_the_brief_it_was_made_of():
    addresses = {each.id: f"https://e.example/{n}/" for n, each in enumerate(SAMPLE.related)}
    parts = parts_of_page(render_text(SAMPLE, context=PageContext(addresses=addresses)))
    assert parts.related == [(each.headline, each.summary, addresses[each.id]) for each in SAMPLE.related]


def test_a_brief_of_a_headline_and_a_summary_is_read_again_whole():
    brief = Brief(headline="Rain falls", summary="It has rained for a week. No end is in sight.")
    parts = parts_of_page(render_text(brief, context=PLAIN))
    assert (parts.headline, parts.summary) == (brief.headline, brief.summary)
