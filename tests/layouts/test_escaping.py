"""Plain text in Markdown, read back by real readers."""

import re

import markdown as python_markdown
import pytest
from hypothesis import given
from lxml import html
from markdown_it import MarkdownIt

from briefdesk.layouts.escaping import markdown
from tests.layouts.briefs import PARAGRAPHS

COMMONMARK = MarkdownIt("commonmark")
EXTRA = python_markdown.Markdown(extensions=["extra", "sane_lists", "smarty"])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, here.", "plain words, here."),
        ("a & b < c", "a &#38; b &#60; c"),
        ("{{ x }} {% y %}", "&#123;&#123; x &#125;&#125; &#123;&#37; y &#37;&#125;"),
        ("100% sure", "100% sure"),
        ('it\'s "so"', "it&#39;s &#34;so&#34;"),
        ("a -- b ... c", "a -&#45; b .&#46;&#46; c"),
        ("https://x.example", "https&#58;//x.example"),
        (":smile: a: b", "&#58;smile: a: b"),
        ("(c) (x)", "&#40;c) (x)"),
        ("www.x", "www&#46;x"),
        ("- dash", "&#45; dash"),
        ("2026. A year", "2026&#46; A year"),
        ("1) one", "1&#41; one"),
        ("# hash", "&#35; hash"),
        ("> quote", "&#62; quote"),
        ("mid - dash + 2. 3", "mid - dash + 2. 3"),
        (" edges ", "&#32;edges&#32;"),
        ("two  spaces", "two &#32;spaces"),
        ("tab\there", "tab&#9;here"),
        ("line\u2028sep", "line&#8232;sep"),
        ("a\nb", "a  \nb"),
        ("a\n\nb", "a&#10;  \nb"),
        ("a\n- b", "a  \n&#45; b"),
        ("\na\n", "&#10;a&#10;"),
    ],
)
def test_only_what_a_reader_reacts_to_is_written_as_an_entity(text: str, written: str):
    assert markdown(text) == written


@given(PARAGRAPHS)
def test_no_template_language_finds_a_tag(text: str):
    assert not re.search(r"[{}]|<", markdown(text))


@given(PARAGRAPHS.filter(bool))
def test_a_paragraph_is_read_back_by_two_readers(text: str):
    for page in (COMMONMARK.render(markdown(text)), EXTRA.reset().convert(markdown(text))):
        assert _text(page, "p") == text


@given(PARAGRAPHS.map(lambda text: text.replace("\n", " ")).filter(lambda text: bool(text.strip())))
def test_a_list_item_and_a_heading_are_read_back_by_two_readers(text: str):
    source = f"### {markdown(text)}\n\n- {markdown(text)}\n- second\n"
    for page in (COMMONMARK.render(source), EXTRA.reset().convert(source)):
        assert _text(page, "h3") == text
        assert _text(page, "li") == text


def _text(page: str, tag: str) -> str:
    tree = html.fragment_fromstring(page.replace("<br />\n", "\n"), create_parent="div")
    found = tree.find(tag) if tag != "li" else tree.find("ul/li")
    assert found is not None
    assert tag != "p" or len(tree) == 1
    return found.text_content()
