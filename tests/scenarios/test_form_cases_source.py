"""Edge cases of the form, by their numbers: source, titles and what goes out (29 to 33, 38, 39)."""

import json
import re

import markdown as python_markdown
import pytest
from markdown_it import MarkdownIt

from briefdesk.brief.model import Brief, Source
from briefdesk.channels.html import HTML
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.channels.txt import TXT
from briefdesk.ui.library.same_story import SameStory
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import TAB

LEFT = "Not a web address; one begins with https:// or http://"


def put(writer: Writer, text: str) -> Source:
    """Paste an address into an empty source and leave it."""
    writer.window.new_brief()
    writer.at("sourceUrlEdit")
    writer.paste(text)
    writer.press(TAB)
    return writer.brief.source


ADDRESSES = {
    "lesswrong.com/posts/x": "https://lesswrong.com/posts/x",
    "http://a.org/x": "http://a.org/x",
    "  https://a.org/x \n": "https://a.org/x",
    "A story - https://a.org/x": "https://a.org/x",
    "<https://a.org/x>": "https://a.org/x",
    "Read (https://a.org/x_(y)).": "https://a.org/x_(y)",
    "https://a.org/x https://b.org/y": "https://a.org/x",
    "HTTPS://WWW.A.ORG./Case/Path": "https://www.a.org/Case/Path",
    "https://a.org:443/a/../b/./c": "https://a.org/b/c",
    "https://a.org:8443/x": "https://a.org:8443/x",
    "https://a.org/x?b=1&a=2": "https://a.org/x?b=1&a=2",
    "https://a.org/x#part": "https://a.org/x#part",
    "https://a.org/x#:~:text=rain": "https://a.org/x#:~:text=rain",
    "https://a.org/#!/route": "https://a.org/#!/route",
    "https://user:pw@a.org/x": "https://a.org/x",
    "https://bücher.example/x": "https://xn--bcher-kva.example/x",
    "https://раypal.com/x": "https://xn--ypal-43d9g.com/x",
}


def test_case_29_an_address_is_taken_out_of_what_is_pasted_and_cleaned(writer: Writer) -> None:
    for text, url in ADDRESSES.items():
        assert put(writer, text).url == url, text


REFUSED = (
    *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "blob:https://a.org/x"),
    *("file:///etc/passwd", "https://", "http://", "http://exa mple.com", "ftp://a.org/x", "a word"),
    *("https://a.org\\@b.org/", "/etc/passwd", "https://a..b/", "mailto:a@b.org"),
)


def test_case_29_what_is_no_web_address_stays_with_a_warning_and_is_not_linked(writer: Writer) -> None:
    for text in REFUSED:
        assert put(writer, text).url == text
        assert LEFT in writer.note("source"), text
        # A reader may write to somebody; nothing else is followed.
        assert ("<a data-field" in writer.published(HTML)) is text.startswith("mailto:"), text


def test_case_29_a_look_alike_a_password_and_added_https_are_told(writer: Writer) -> None:
    put(writer, "https://раypal.com/x")
    assert "only looks like раypal.com" in writer.note("source")
    put(writer, "https://user:pw@a.org/x")
    assert "user name or password; it was removed" in writer.note("source")
    put(writer, "lesswrong.com/x")
    assert "https:// added" in writer.note("source")


TRACKED = (
    *("utm_source", "utm_Any", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid"),
    *("_hsenc", "_hsmi", "mkt_tok", "oly_enc_id", "vero_id", "ref_src", "sr_share", "WT.mc_id", "spm"),
)
STAYS = "v=1&id=2&p=3&story=4&q=5"


def test_case_30_tracking_parts_are_taken_out_told_and_brought_back(writer: Writer) -> None:
    tracked = "&".join(f"{name}=x" for name in TRACKED)
    url = f"https://a.org/x?{STAYS}&{tracked}"
    assert put(writer, url).url == f"https://a.org/x?{STAYS}"
    assert writer.note("source").startswith(f"removed {len(TRACKED)} tracking parts: utm_source, utm_Any")
    writer.click("Undo")
    assert writer.brief.source.url == url


WRAPPED = {
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.org%2Fx&ved=1": "https://a.org/x",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.org%2Fx%3Ffbclid%3D1&h=2": "https://a.org/x",
    "https://lnkd.in/?url=https%3A%2F%2Fa.org%2Fx": "https://a.org/x",
    "https://lnkd.in/abc": "https://lnkd.in/abc",
    "https://www.google.com/search?q=rain": "https://www.google.com/search?q=rain",
}


def test_case_30_a_redirector_gives_way_to_its_target_only_where_it_carries_it(writer: Writer) -> None:
    for text, url in WRAPPED.items():
        assert put(writer, text).url == url, text


@pytest.mark.parametrize("url", ["https://a.org/x/amp", "https://amp.a.org/x"])
def test_case_30_the_full_page_of_an_amp_page_is_offered_and_not_taken(writer: Writer, url: str) -> None:
    assert put(writer, url).url == url
    writer.click("Use the full page")
    assert writer.brief.source.url == "https://a.org/x"
    writer.undo()
    assert writer.brief.source.url == url


PUBLISHERS = {
    "https://www.lesswrong.com/posts/x": "LessWrong",
    "https://www.nytimes.com/x": "The New York Times",
    "https://www.bbc.co.uk/x": "BBC",
    "https://bbc.com/news/x": "BBC",
    "https://arxiv.org/abs/2301.1": "arXiv",
    "https://github.com/qt/qtbase": "GitHub: qt",
    "https://stratechery.substack.com/p/x": "Stratechery",
    "https://medium.com/@someone/x": "Medium: someone",
    "https://www.youtube.com/watch?v=1": "YouTube",
    "https://news.some-paper.co.uk/x": "Some Paper",
    "https://m.some-paper.com.au/x": "Some Paper",
    "https://someone.github.io/x": "Someone",
    "http://192.0.2.7/x": "",
    "http://localhost:8000/x": "",
    "http://intranet/x": "",
}


def test_case_31_the_publisher_is_known_or_guessed_or_asked_for(writer: Writer) -> None:
    for url, name in PUBLISHERS.items():
        assert put(writer, url).publisher == name, url
        assert ("Who publishes at" in writer.note("source")) is (not name), url


def test_case_31_a_pasted_page_tells_its_publisher(writer: Writer) -> None:
    writer.at("sourceUrlEdit")
    writer.paste(
        "https://a-paper.example/x", '<meta property="og:site_name" content="The A Paper"><p>Story</p>'
    )
    assert writer.brief.source == Source(url="https://a-paper.example/x", publisher="The A Paper")


def test_case_31_a_corrected_name_is_remembered_for_the_host(writer: Writer) -> None:
    put(writer, "https://a-paper.example/x")
    writer.at("sourcePublisherEdit").selectAll()
    writer.write("The Paper")
    writer.at("headlineEdit")
    assert "“The Paper” is remembered for a-paper.example" in writer.note("source")
    assert put(writer, "https://www.a-paper.example/y").publisher == "The Paper"


@pytest.mark.parametrize("answer", ["Open", "Continue"])
def test_case_32_another_brief_on_the_story_is_told(writer: Writer, answer: str) -> None:
    other = writer.library.save(Brief(headline="Rain", source=Source(url="https://a.org/x"))).brief.id
    put(writer, "http://www.a.org/x/?utm_source=y#part")
    mine = writer.brief.id
    strip = writer.window.findChild(SameStory)
    writer.qtbot.waitUntil(strip.isVisible)
    assert strip.accessibleName() == "Already briefed: “Rain” (just now)"
    writer.click(answer)
    assert writer.brief.id == (other if answer == "Open" else mine)
    assert not strip.isVisible() or answer == "Open"


def test_case_33_a_story_without_a_link_is_cited(writer: Writer) -> None:
    writer.click("No link? Cite it instead")
    writer.write("Rain in Oslo")
    writer.press(TAB)
    writer.write("Interview, 3 May")
    assert writer.brief.source == Source(title="Rain in Oslo", citation="Interview, 3 May")
    assert "Source: " in writer.published(HTML)
    assert "Source: Rain in Oslo, Interview, 3 May" in writer.published(TXT)


def test_case_38_a_brief_without_a_headline_is_called_by_its_first_bullet(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.write("Rain **falls** in Oslo")
    assert writer.titles()[0] == "Untitled: Rain falls in Oslo"
    assert writer.window.desk.autosave.flush()
    writer.window.new_brief()
    writer.qtbot.waitUntil(lambda: "Untitled: Rain falls in Oslo" in writer.titles())


def test_case_38_search_finds_what_was_typed_a_moment_ago(writer: Writer) -> None:
    writer.write("Quokkas")
    writer.press(TAB)
    search = writer.window.findChild(type(writer.window.furniture.panel._search), "librarySearch")
    search.setFocus()
    writer.write("quok")
    writer.qtbot.waitUntil(lambda: writer.titles() == ["Quokkas"])


HOSTILE = (
    "1. x",
    "2026. x",
    "# x",
    "- x",
    "+ x",
    "> x",
    "---",
    "a * b _ c ` d \\ e",
    "<script>alert(1)</script>",
    "<https://a.org/> &amp; ![x](y)",
    "a  b | c ~~d~~ :e: $f$",
    "x](javascript:alert(1))",
)
READERS = (
    MarkdownIt("commonmark").render,
    MarkdownIt("gfm-like", {"linkify": False}).render,
    python_markdown.Markdown(extensions=["extra", "sane_lists"]).convert,
)


@pytest.mark.parametrize("read", READERS)
def test_case_39_bullets_come_out_of_markdown_as_they_were_typed(writer: Writer, read: object) -> None:
    writer.open(headline="# 1. H <b>", bullets=())
    writer.at("bulletsEdit")
    writer.paste("\n".join(HOSTILE[6:7] + HOSTILE[:6] + HOSTILE[7:]))
    typed = writer.brief.bullets
    assert set(typed) == set(HOSTILE)
    text = writer.published(MARKDOWN)
    page = read(text.split("\n---\n", 1)[1])  # type: ignore[operator]
    items = [re.sub(r"\s+", " ", _plain(each)) for each in re.findall(r"<li>(.*?)</li>", page, re.DOTALL)]
    assert items == [re.sub(r"\s+", " ", each) for each in typed]
    for element in ("<ol", "<hr", "<blockquote", "<script", "<em", "<code", "<img", 'javascript:alert(1)"'):
        assert element not in page, element


def test_case_39_no_text_ends_the_data_for_search_engines(writer: Writer) -> None:
    headline = "</script><script>alert(1)</script> & <!--"
    writer.write(headline)
    page = writer.published(HTML)
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert json.loads(data)["headline"] == headline
    assert not set("<>&") & set(data)
    assert "<script>" not in page


def _plain(markup: str) -> str:
    from html import unescape

    return unescape(re.sub(r"<[^>]*>", "", markup)).strip()
