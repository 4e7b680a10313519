"""The page: its sections, and what it may hold."""

import base64
import dataclasses
import hashlib
import json
import re
import time
from html.parser import HTMLParser

from hypothesis import given
from lxml import html

from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.importers.html import read_html
from briefdesk.importers.items import Imported
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.page import page_css, render_article, render_page, render_sections
from tests.layouts.briefs import BRIEFS, HOSTILE, MARKED, SAMPLE

PLAIN = PageContext()
ALLOWED = {
    *("html", "head", "meta", "title", "link", "style", "script", "body"),
    *("article", "header", "section", "div", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd"),
    *("a", "span", "time", "cite", "strong", "em", "code"),
}


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(page)
    return parser.found


def parts(page: str) -> dict[str, str]:
    tree = html.document_fromstring(page)
    return {
        each.get("data-part", ""): "".join(map(str, each.itertext()))
        for each in tree.iterfind(".//*[@data-part]")
    }


def test_a_page_holds_the_very_sections_that_the_preview_patches():
    page = render_page(MARKED, context=PLAIN)
    for part, inner in render_sections(MARKED, PLAIN).items():
        assert inner
        assert re.search(rf'<(\w+) data-part="{part}">{re.escape(inner)}</\1>', page)


def test_sections_come_in_the_order_of_the_page():
    assert list(render_sections(SAMPLE, PLAIN)) == [
        *("kicker", "headline", "byline", "bullets", "terms", "source", "related", "tags", "correction")
    ]


def test_a_section_is_empty_where_the_brief_has_nothing_for_it():
    assert set(render_sections(Brief(), PLAIN).values()) == {""}


def test_a_finished_page_holds_no_empty_parts_and_a_frame_to_patch_holds_them_all():
    page = render_page(Brief(headline="h"), context=PLAIN)
    assert re.findall('data-part="([a-z]+)"', page.split("</head>")[1]) == ["headline"]
    frame = render_article(Brief(), render_sections(Brief(), PLAIN))
    assert re.findall('data-part="([a-z]+)"', frame) == list(render_sections(Brief(), PLAIN))


def test_blank_bullets_are_not_shown():
    brief = Brief(bullets=("one", "", "  ", "two"))
    assert render_sections(brief, PLAIN)["bullets"].count("<li") == 2


def test_every_text_has_its_direction_by_its_own_letters():
    for tag, attributes in elements(render_page(MARKED, context=PLAIN)):
        if tag in {"h1", "h3", "li", "dt", "dd"}:
            assert attributes["dir"] == "auto"


def test_the_page_names_its_language_and_direction():
    page = render_page(dataclasses.replace(SAMPLE, language="ar"), context=PLAIN)
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h2 lang="en" dir="ltr">In brief</h2>' in page


def test_the_arrow_turns_where_the_page_runs_from_right_to_left():
    assert "→" in parts(render_page(MARKED, context=PLAIN))["source"]
    turned = parts(render_page(dataclasses.replace(MARKED, language="he"), context=PLAIN))["source"]
    assert "←" in turned
    assert "→" not in turned


def test_the_publisher_is_isolated_from_the_sentence_around_it():
    assert (
        '<span data-field="publisher" dir="auto">LessWrong</span>' in render_sections(SAMPLE, PLAIN)["source"]
    )


def test_the_source_line_leads_to_the_full_story_only_where_there_is_a_link():
    assert parts(render_page(SAMPLE, context=PLAIN))["source"] == "Source: LessWrong"
    linked = dataclasses.replace(SAMPLE, source=Source(url="https://e.example/s", publisher="LessWrong"))
    assert parts(render_page(linked, context=PLAIN))["source"] == "Read full story at LessWrong →"


def test_an_address_that_may_not_be_linked_is_shown_as_text():
    brief = Brief(headline="h", source=Source(url="javascript:alert(1)", publisher="P"))
    section = render_sections(brief, PLAIN)["source"]
    assert "href" not in section
    assert ">javascript:alert(1)</span>" in section
    entry = Brief(related=(Related(headline="R", url="https://user:pw@e.example"),))
    assert "href" not in render_sections(entry, PLAIN)["related"]


def test_a_source_without_a_link_is_cited():
    brief = Brief(source=Source(citation="The Print, page 3"))
    assert parts(render_page(brief, context=PLAIN))["source"] == "Source: The Print, page 3"


def test_a_citation_stands_only_where_there_is_no_link_and_comes_back_all_the_same():
    source = Source(url="https://e.example/s", publisher="P", title="T", citation="p. 3")
    page = render_page(Brief(headline="H", source=source), context=PLAIN)
    assert parts(page)["source"] == "Read full story at P →"
    (item,) = read_html(page.encode())
    assert isinstance(item, Imported)
    assert item.draft.source == source


def test_a_related_brief_is_linked_by_the_address_of_its_id():
    brief = Brief(related=(Related(id="r1", headline="R"),))
    context = PageContext(addresses={"r1": "https://b.example/r/"})
    assert (
        '<a data-field="url" href="https://b.example/r/" data-url="">R</a>'
        in (render_sections(brief, context)["related"])
    )


def test_the_first_mention_of_a_term_leads_to_its_definition():
    brief = Brief(
        bullets=("A *cat* and `cat`.", "[cat](https://e.example) Cats."),
        terms=(Term(term="cat", definition="d"),),
    )
    section = render_sections(brief, PLAIN)
    assert section["bullets"].count('<a class="term" href="#term-1">') == 1
    assert '<em><a class="term" href="#term-1">cat</a></em>' in section["bullets"]
    assert '<dt id="term-1" dir="auto">cat</dt>' in section["terms"]


def test_nothing_on_a_page_is_asked_from_the_network():
    for brief in (SAMPLE, MARKED, HOSTILE):
        page = render_page(brief, context=PageContext(base_url="https://b.example"))
        for tag, attributes in elements(page):
            assert tag in ALLOWED
            assert not set(attributes) & {"src", "srcset", "style", "ping", "background", "data", "action"}
            assert not [name for name in attributes if name.startswith("on")]
            assert tag != "link" or attributes["rel"] == "canonical"
        assert not re.search(r"@import|url\(|@font-face", page_css())


def test_the_policy_allows_the_pages_own_style_sheet_and_nothing_else():
    page = render_page(SAMPLE, context=PLAIN)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in page
    assert "default-src &#39;none&#39;" in page


def test_the_only_script_is_the_data_for_search_engines_and_it_can_be_left_out():
    page = render_page(HOSTILE, context=PLAIN)
    assert [a for tag, a in elements(page) if tag == "script"] == [{"type": "application/ld+json"}]
    without = render_page(HOSTILE, context=PageContext(linked_data=False))
    assert "<script" not in without


def test_a_chosen_theme_is_named_on_the_root_element():
    assert 'data-theme="dark"' in render_page(SAMPLE, context=PageContext(theme="dark"))
    assert "data-theme=" not in render_page(SAMPLE, context=PLAIN).split("<style>")[0]


def test_with_a_base_address_the_page_names_its_own():
    page = render_page(SAMPLE, context=PageContext(base_url="https://b.example/briefs/"))
    address = f"https://b.example/briefs/{SAMPLE.slug}/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page
    assert "canonical" not in render_page(SAMPLE, context=PLAIN)


def test_a_brief_without_a_headline_still_has_a_title():
    assert "<title>Untitled</title>" in render_page(Brief(), context=PLAIN)


def test_a_date_that_is_still_being_typed_does_not_stop_the_page():
    assert "<time" not in render_page(Brief(published_at="2026-0"), context=PLAIN)


@given(BRIEFS)
def test_texts_are_never_read_as_markup(brief: Brief):
    page = render_page(brief, context=PLAIN)
    assert {tag for tag, _ in elements(page)} <= ALLOWED
    tree = html.document_fromstring(page)
    assert tree.findtext(".//h1") == brief.headline
    data = tree.find(".//script")
    assert data is not None
    assert json.loads(data.text or "")["headline"] == brief.headline


def test_rendering_all_sections_keeps_up_with_typing():
    render_sections(SAMPLE, PLAIN)
    assert min(_seconds() for _ in range(30)) < 0.002


def _seconds() -> float:
    start = time.perf_counter()
    render_sections(SAMPLE, PLAIN)
    return time.perf_counter() - start


def test_the_whole_page_and_the_copied_article_lead_from_mentions_to_definitions():
    brief = Brief(
        bullets=("A cat sees a dog, and the cat runs.",),
        terms=(Term(term="cat", definition="Not a dog."), Term(term="dog", definition="Not a dog.")),
    )
    article = render_article(brief, render_sections(brief, PageContext()))
    for text in (render_page(brief, context=PageContext()), article):
        assert re.findall(r'href="(#term-\d)"', text) == ["#term-1", "#term-2", "#term-2"]
        assert re.findall(r'id="(term-\d)"', text) == ["term-1", "term-2"]
