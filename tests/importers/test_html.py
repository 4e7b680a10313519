"""Our own pages come back as they were; the pages of others as far as they can be understood."""

import pytest
from hypothesis import given, settings

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.importers import Imported, read
from briefdesk.importers.html import read_html
from briefdesk.layouts.page import PageContext, render_page
from tests.importers.round_trips import briefs, only, seen


@given(briefs)
@settings(max_examples=60)
def test_our_own_page_out_and_in_again_is_the_same_brief(brief: Brief) -> None:
    item = only(render_page(brief, context=PageContext(base_url="https://news.example")), "brief.html")
    assert seen(item.draft) == seen(brief)
    assert item.linked
    assert [(each.headline, each.summary) for each in item.related] == [
        (entry.headline, entry.summary)
        for entry in brief.related
        if entry.headline.strip() and entry.summary.strip()
    ]


def test_dates_and_hidden_texts_of_our_page_are_kept() -> None:
    brief = Brief(
        headline="h",
        slug="s",
        bullets=("a",),
        description="For\nsearch",
        summary=" two\n\nparagraphs ",
        short_headline="sh",
        published_at="2026-03-01T09:30:00Z",
        created_at="2026-02-01T00:00:00.123Z",
        updated_at="2026-02-02T00:00:00Z",
    )
    again = only(render_page(brief, context=PageContext()), "x.html").draft
    assert again == brief


def test_our_page_in_another_language_and_its_links_come_back() -> None:
    brief = Brief(
        headline="عنوان",
        language="ar",
        bullets=("a [b](https://e.org/x?a=1&b=2) `c<d>` **e *f***",),
        terms=(Term(term="b", definition="has [no](mailto:a@e.org) end"),),
        source=Source(url='https://e.org/"x"|{y}', publisher="X & Y", title="T", citation="C"),
        related=(Related(headline="h", summary="s", url="https://e.org/r"), Related(headline="only")),
    )
    again = only(render_page(brief, context=PageContext()), "x.html").draft
    assert again == brief


def test_an_address_that_may_not_be_linked_comes_back_all_the_same() -> None:
    for url in ("javascript:alert(1)", "ftp://e.org/x", "https://u:p@e.org", "notes 3, page 5"):
        brief = Brief(headline="h", bullets=("a",), source=Source(url=url, publisher="P"))
        assert only(render_page(brief, context=PageContext()), "x.html").draft.source == brief.source


FOREIGN = """<!doctype html><html lang="de-AT"><head><title>Title | Site</title>
<meta property="og:site_name" content="The Site"><meta name="author" content="Jane Doe">
<link rel="canonical" href="https://site.example/story?id=3"><meta name="keywords" content="ai, law">
<meta name="description" content="What it is
 about."><style>h1{}</style><script>var x = "<h1>no</h1>"</script></head>
<body><nav><ul><li>Home</ul></nav><main><p>KICKER</p><h1>The
 <em>head</em>line</h1><p>By John Roe</p><p>A standfirst   of one
 paragraph.</p>
<ul><li>First <b>point</b> with <a href="https://e.org/x">a link</a> and <a href="/local">another</a>.</li>
 <li><p>Second<br>point &amp; *stars*</p><ul><li>Nested</li></ul></li></ul>
<p>More text.</p></main><footer><ul><li>Imprint</ul></footer></body></html>"""


def test_a_foreign_page_gives_headline_first_list_and_what_its_head_tells() -> None:
    found = only(FOREIGN, "page.html").draft
    assert found.headline == "The headline"
    assert found.bullets == (
        "First **point** with [a link](https://e.org/x) and another.",
        "Second point & \\*stars*",
        "Nested",
    )
    assert (found.kicker, found.byline, found.summary) == (
        "KICKER",
        "John Roe",
        "A standfirst of one paragraph.",
    )
    assert (found.source.publisher, found.source.url) == ("The Site", "https://site.example/story?id=3")
    assert (found.language, found.tags, found.description) == ("de-AT", ("ai", "law"), "What it is about.")


def test_a_foreign_brief_is_read_by_its_headings() -> None:
    found = only(
        """<h1>Head</h1><h2>In Brief:</h2><ul><li>One</li><li>Two</li></ul>
        <h2>Terms in this brief</h2>
        <dl><dt>RLHF</dt><dd>learning <i>from</i> people</dd><dt>LLM</dt><dd>a model</dd></dl>
        <p><a href="https://www.lesswrong.com/p">Read full story at LessWrong →</a></p>
        <h2>More briefs</h2><div><h3><a href="https://e.org/1">First</a></h3><p>Its summary.</p></div>
        <div><h3>Second</h3><p>Its summary,</p><p>in two.</p></div>""",
        "page.htm",
    ).draft
    assert found.bullets == ("One", "Two")
    assert [(term.term, term.definition) for term in found.terms] == [
        ("RLHF", "learning *from* people"),
        ("LLM", "a model"),
    ]
    assert (found.source.publisher, found.source.url) == ("LessWrong", "https://www.lesswrong.com/p")
    assert [(entry.headline, entry.summary, entry.url) for entry in found.related] == [
        ("First", "Its summary.", "https://e.org/1"),
        ("Second", "Its summary,\nin two.", ""),
    ]


@pytest.mark.parametrize(
    "terms",
    [
        "<p><strong>RLHF</strong></p><p>learning from people</p>",
        "<p><strong>RLHF</strong>: learning from people</p>",
        "<p><b>RLHF:</b> learning from people</p>",
        "<ul><li><b>RLHF</b> – learning from people</li></ul>",
        "<ul><li>RLHF: learning from people</li></ul>",
        "<h3>RLHF</h3><p>learning from people</p>",
        "<ul><li>RLHF</li><li>learning from people</li></ul>",
        "<dl><div><dt>RLHF</dt><dd><p>learning from people</p></dd></div></dl>",
    ],
)
def test_terms_of_a_foreign_page_stand_in_many_forms(terms: str) -> None:
    found = only(f"<h1>H</h1><h2>In brief</h2><ul><li>a</ul><h2>Glossary</h2>{terms}", "x.html").draft
    assert [(term.term, term.definition) for term in found.terms] == [("RLHF", "learning from people")]


def test_a_page_in_the_encoding_that_it_names_is_read() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><h1>Café – “x”</h1><ul><li>ö</ul>'
    (item,) = read_html(page.encode("cp1252"))
    assert isinstance(item, Imported)
    assert (item.draft.headline, item.draft.bullets) == ("Café – “x”", ("ö",))
    with pytest.raises(InvalidBrief, match="UTF-8"):
        read_html("<h1>Café</h1><ul><li>ö</ul>".encode("cp1252"))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("", "empty"),
        ("<p></p>", "headline"),
        ("<h1>Only this</h1>", "only a headline"),
        ("<h1>A bell \x07</h1><ul><li>a</ul>", "headline: holds the character U+0007 at place 8"),
        ("<h1>Bell</h1><ul><li>a<li>b&#27;</ul>", "bullets[1]: holds the character U+001B at place 2"),
        ("<h1>Head</h1>" + "<p>x" * 12_000, "more than 10000 paragraphs"),
        ("<h1>a\x00b</h1><ul><li>a</ul>", "U+0000"),
    ],
)
def test_what_is_no_brief_is_refused_in_one_line(page: str, said: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        read(page.encode(), name="x.html")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nothing_of_a_page_is_run_or_fetched_or_kept_as_markup() -> None:
    page = """<h1>H<script>alert(1)</script></h1><link rel=stylesheet href=//127.0.0.1:9><ul>
        <li onclick="x()">a <img src=http://127.0.0.1:9/x onerror=alert(1)><a href="javascript:alert(1)">b</a>
        <iframe src=x>c</iframe></li></ul>"""
    found = only(page, "x.html").draft
    assert (found.headline, found.bullets) == ("H", ("a b",))


_HOSTILE = ("<div>" * 5_000, "<ul><li>" * 2_000, "<b>" * 5_000 + "x", "&amp" * 5_000, "<!--" * 5_000)


@pytest.mark.parametrize("hostile", _HOSTILE, ids=range(len(_HOSTILE)))
def test_a_page_made_to_hurt_is_answered(hostile: str) -> None:
    assert only(f"<h1>Head</h1><ul><li>a</li></ul>{hostile}", "x.html").draft.headline == "Head"


def test_dates_anchors_and_table_heads_of_a_page_are_no_text() -> None:
    page = """<h1>Rain in Oslo<a href="#rain">¶</a></h1><p>Jane Doe, Staff writer</p><p>Nov 24, 2026</p>
    <p>It rains.</p><h2>In brief [edit]</h2>
    <table><tr><th>Firm</th><th>Staff</th></tr><tr><th>Acme</th><td>12</td></tr></table>"""
    (item,) = read_html(page.encode())
    assert isinstance(item, Imported)
    brief = item.draft
    assert (brief.headline, brief.byline, brief.summary) == ("Rain in Oslo", "Jane Doe", "It rains.")
    assert brief.bullets == ("Acme", "12")
