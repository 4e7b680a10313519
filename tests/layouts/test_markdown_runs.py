"""Marks in Markdown, read back by real readers."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote

import markdown as python_markdown
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from briefdesk.brief.inline import Run, merged, parse
from briefdesk.layouts.markdown_runs import markdown_runs, sayable
from tests.layouts.briefs import RUNS

READERS = {
    "commonmark": MarkdownIt("commonmark").render,
    "gfm": MarkdownIt("gfm-like", {"linkify": False}).render,
    "extra": python_markdown.Markdown(extensions=["extra", "sane_lists"]).convert,
}


class _Reader(HTMLParser):
    """Runs out of a paragraph as a reader of Markdown writes it."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self._open: list[tuple[str, str]] = []
        self._after_break = False

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self.handle_data("\n")
            self._after_break = True
        else:
            self._open.append((tag, dict(attrs).get("href") or ""))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self._after_break:
            data, self._after_break = data.removeprefix("\n"), False
        tags = [tag for tag, _ in self._open]
        href = next((unquote(href) for tag, href in self._open if tag == "a"), "")
        self.runs.append(Run(data, "strong" in tags, "em" in tags, "code" in tags, href))


def read(page: str) -> tuple[Run, ...]:
    block = re.fullmatch(r"<p>(.*)</p>\s*", page, re.DOTALL)
    assert block, page
    reader = _Reader()
    reader.feed(block[1])
    reader.close()
    return merged(reader.runs)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("plain", "plain"),
        ("*a* b", "*a* b"),
        ("**a** *b*", "**a** _b_"),
        ("a*bb*c", "a*bb*c"),
        ("`x_y` and `` a`b ``", "`x_y` and ``a`b``"),
        ("[a](https://e.example/a_(b)?c=d&e=f)", "[a](https://e.example/a_&#40;b&#41;?c=d&#38;e=f)"),
        ("wow\\![a](https://e.example)", "wow&#33;[a](https://e.example)"),
        ("`{{ x }}`", "&#123;`{ x }}`"),
    ],
)
def test_marks_are_written_in_the_plainest_form_that_all_readers_take_alike(source: str, written: str):
    assert markdown_runs(parse(source)) == written


def test_a_neighbour_becomes_an_entity_where_a_mark_would_not_count_without():
    runs = (Run("a"), Run('"b"', emphasis=True), Run("c"))
    assert markdown_runs(runs) == "&#97;*&#34;b&#34;*&#99;"
    assert markdown_runs((Run(" b ", strong=True), Run("c"))) == "**&#32;b&#32;**&#99;"


@pytest.mark.parametrize("reader", READERS)
@given(runs=RUNS)
def test_runs_come_back_the_same_from_every_reader(reader: str, runs: tuple[Run, ...]):
    wanted = tuple(replace(run, href=unquote(run.href)) for run in sayable(runs))
    assert read(READERS[reader](markdown_runs(runs))) == wanted


@given(RUNS)
def test_the_text_is_kept_whatever_a_code_span_cannot_hold(runs: tuple[Run, ...]):
    assert "".join(run.text for run in sayable(runs)) == "".join(run.text for run in runs)


@given(RUNS)
def test_no_template_tag_is_left_even_in_code(runs: tuple[Run, ...]):
    assert not re.search(r"\{[{%#]", markdown_runs(runs))


def test_a_character_without_an_entity_beside_a_mark_costs_the_mark_and_not_the_text():
    runs = (Run("a\uffff"), Run("b", strong=True))
    assert sayable(runs) == (Run("a\uffffb"),)
