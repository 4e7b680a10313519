"""Straight quotation marks in the place of a typesetter’s."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.inline import parse, plain
from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.brief.straight import straight, straight_inline, straightened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“So,” she said, ‘it’s 5′10″.’", "\"So,\" she said, 'it's 5'10\".'"),
        ("„So“, «so» und ‚so‘ ‹so›", "\"So\", \"so\" und 'so' 'so'"),
        ("dit «\u202foui\u202f» et «\u00a0non\u00a0»", 'dit "oui" et "non"'),
        ("「そう」 – … → 10\u202f%", "「そう」 – … → 10\u202f%"),
    ],
)
def test_all_marks_become_the_two_of_a_keyboard_and_all_else_stays(text: str, expected: str) -> None:
    assert straight(text) == expected


def test_code_and_addresses_of_inline_markdown_stay() -> None:
    source = "**“So”** `“x”` [it’s](https://e.org/it’s)"
    runs = parse(straight_inline(source))
    assert [run.text for run in runs] == ['"So"', " ", "“x”", " ", "it's"]
    assert [run.href for run in runs] == [run.href for run in parse(source)]


@given(st.text("“”‘’«»\u202fa *_`[]()\\<>!\"'", max_size=30))
def test_no_mark_of_emphasis_or_link_comes_or_goes(source: str) -> None:
    before = [run for run in parse(source) if not run.code]
    after = [run for run in parse(straight_inline(source)) if not run.code]
    assert plain(straight_inline(source)).count("a") == plain(source).count("a")
    assert {run.marks for run in after} <= {run.marks for run in before}
    assert not any(mark in run.text for run in after for mark in "“”‘’«»")


def test_every_text_that_a_reader_sees_is_straight_and_no_address() -> None:
    curly = "“a”"
    brief = Brief(
        kicker=curly,
        headline=curly,
        short_headline=curly,
        bullets=(curly,),
        terms=(Term(term=curly, definition=curly),),
        source=Source(url="https://e.org/’", publisher=curly, title=curly, citation=curly),
        summary=curly,
        related=(Related(headline=curly, summary=curly, url="https://e.org/’"),),
        description=curly,
        tags=(curly,),
        byline=curly,
        correction=curly,
    )
    said = repr(straightened(brief))
    assert "“" not in said
    assert said.count("https://e.org/’") == 2
