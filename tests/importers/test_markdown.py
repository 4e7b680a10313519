"""Markdown: our own files come back as they were, those of others as they are meant."""

import pytest
from hypothesis import given, settings

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.importers import Imported, read
from briefdesk.importers.markdown import read_markdown
from briefdesk.layouts.markdown import render_markdown
from briefdesk.layouts.page import PageContext
from tests.importers.round_trips import briefs, only, seen


@given(briefs)
@settings(max_examples=60)
def test_our_own_file_out_and_in_again_is_the_same_brief(brief: Brief) -> None:
    item = only(render_markdown(brief, context=PageContext()), "brief.md")
    assert seen(item.draft) == seen(brief)
    assert [(each.headline, each.summary) for each in item.related] == [
        (entry.headline, entry.summary)
        for entry in brief.related
        if entry.headline.strip() and entry.summary.strip()
    ]


@given(briefs)
@settings(max_examples=20)
def test_toml_front_matter_and_a_site_generators_file_hold_the_same(brief: Brief) -> None:
    text = render_markdown(brief, context=PageContext(), dialect="toml", with_headline=False)
    assert seen(only(text, "brief.md").draft) == seen(brief)


def test_an_older_file_with_a_citation_below_its_link_comes_back_too() -> None:
    source = Source(url="https://e.example/s", publisher="P", title="T", citation="p. 3")
    brief = Brief(
        headline="H", bullets=("One", "Two"), terms=(Term(term="t", definition="d"),), source=source
    )
    text = render_markdown(brief, context=PageContext())
    link = "[Read full story at P →](https://e.example/s)"
    assert text.count(link) == 1
    older = text.replace(link, f"{link}\n\nSource: T, p. 3")
    for each in (text, older):
        assert seen(only(each, "brief.md").draft) == seen(brief)


def test_texts_that_look_like_our_headings_are_texts() -> None:
    brief = Brief(
        headline="In brief",
        slug="x",
        bullets=("Terms in this brief", "More briefs", "Read full story at X →"),
        terms=(Term(term="Glossary", definition="More briefs"), Term(term="Source: x", definition="")),
        source=Source(url="https://e.org", publisher="X", title="In brief", citation="More briefs"),
        related=(Related(headline="In brief", summary="## In brief"), Related(headline="Summary")),
        correction="Correction: In brief",
    )
    assert seen(only(render_markdown(brief, context=PageContext()), "x.md").draft) == seen(brief)


PEOPLES = """---
title: 'It''s: a "title"'   # a comment
date: 2026-03-01
lastmod: 2026-03-02 10:00:00 +0100
tags: [no, 2026, on, ~, ai-safety]
author: [Jane Doe, John Roe]
source: https://www.lesswrong.com/posts/x?a=1
draft: no
lang: en-GB
weight: 3
---

A standfirst that was
wrapped.

## In Brief:

* First *point*, which was
  wrapped too
* Second `point` with [a link](https://e.org/x) and [a local one](/y)

  and a second paragraph
* Third & last, 5 * 3

## Glossary

RLHF
:   learning from people

LLM
:   a model

[Read the full story on LessWrong →](https://www.lesswrong.com/posts/other)

## More briefs

### [First](https://e.org/1)

Its summary.

### Second

Its summary
in two lines.
"""


def test_a_file_of_other_people_is_read_as_it_is_meant() -> None:
    item = only(PEOPLES, "post.md")
    found = item.draft
    assert found.headline == 'It\'s: a "title"'
    assert found.bullets == (
        "First *point*, which was wrapped too",
        "Second `point` with [a link](https://e.org/x) and a local one and a second paragraph",
        "Third & last, 5 * 3",
    )
    assert [(term.term, term.definition) for term in found.terms] == [
        ("RLHF", "learning from people"),
        ("LLM", "a model"),
    ]
    assert (found.source.url, found.source.publisher) == (
        "https://www.lesswrong.com/posts/x?a=1",
        "LessWrong",
    )
    assert [(entry.headline, entry.summary, entry.url) for entry in found.related] == [
        ("First", "Its summary.", "https://e.org/1"),
        ("Second", "Its summary in two lines.", ""),
    ]
    assert found.tags == ("no", "2026", "on", "ai-safety")
    assert (found.byline, found.language, found.status) == ("Jane Doe, John Roe", "en-GB", Status.DRAFT)
    assert found.published_at == "2026-03-01T00:00:00.000Z"
    assert found.updated_at == "2026-03-02T09:00:00.000Z"
    assert found.summary == "A standfirst that was wrapped."
    assert [each.headline for each in item.related] == ["First", "Second"]


def test_a_file_without_front_matter_begins_with_its_headline() -> None:
    found = only("# The *headline*\n\n- one\n- two\n\nRead full story at X →\n", "x.md").draft
    assert (found.headline, found.bullets, found.source.publisher) == ("The headline", ("one", "two"), "X")


@pytest.mark.parametrize(
    "terms",
    [
        "**RLHF**\n\nlearning from people",
        "**RLHF**: learning from people",
        "**RLHF:** learning from people",
        "- **RLHF** — learning from people",
        "- RLHF: learning from people",
        "### RLHF\n\nlearning from people",
        "- RLHF\n- learning from people",
        "RLHF\n: learning from people",
    ],
)
def test_terms_stand_in_many_forms(terms: str) -> None:
    found = only(f"# Head\n\n## In brief\n\n- a\n\n## Terms in this brief\n\n{terms}\n", "x.md").draft
    assert [(term.term, term.definition) for term in found.terms] == [("RLHF", "learning from people")]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('title: "a \\u2028 b \\u007f".'.replace(" \\u007f", "").rstrip("."), "a \u2028 b"),
        ('title: "\\u007b\\u007b x }}"', "{{ x }}"),
        ('title: "\\ud83d\\ude00"', "😀"),
        ('title: "a\\/b"', "a/b"),
        ("title: 2026-03-01", "2026-03-01"),
        ("title: yes", "yes"),
        ("title: 1.0", "1.0"),
        ("title: 0x10", "0x10"),
        ("title: !!python/object:os.system x", "x"),
        ("title: |\n  two\n  lines", "two lines"),
        ("title: >-\n  two\n  lines", "two lines"),
        ("headline: x", "x"),
    ],
)
def test_a_title_is_the_text_that_stands_there(head: str, title: str) -> None:
    assert only(f"---\n{head}\n---\n- a\n", "x.md").draft.headline == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('title = "a\\u2028b"', "a\u2028b"),
        ("title = 'x'\ndate = 2026-03-01T09:30:00Z", "x"),
        ("title = 5", "5"),
    ],
)
def test_toml_is_read_too(head: str, title: str) -> None:
    found = only(f"+++\n{head}\n+++\n- a\n", "x.md").draft
    assert found.headline == title
    assert found.published_at == ("2026-03-01T09:30:00+00:00" if "date" in head else None)


def test_a_source_may_be_a_mapping() -> None:
    found = only("---\ntitle: x\nsource:\n  url: https://e.org/a\n  name: The E\n---\n- a\n", "x.md").draft
    assert (found.source.url, found.source.publisher) == ("https://e.org/a", "The E")


def test_line_ends_and_byte_order_marks_make_no_difference() -> None:
    plain = only(PEOPLES, "x.md").draft
    for data in (
        PEOPLES.replace("\n", "\r\n").encode(),
        PEOPLES.encode("utf-8-sig"),
        PEOPLES.encode("utf-16"),
    ):
        (item,) = read(data, name="x.md")
        assert isinstance(item, Imported)
        assert item.draft == plain


def test_raw_html_is_read_as_html_and_never_kept() -> None:
    found = only(
        "# Head\n\n- a <b>b</b> <script>alert(1)</script><i onclick=x>c</i>\n- &lt;b&gt; &#42;\n", "x.md"
    ).draft
    assert found.bullets == ("a **b** *c*", "<b> *")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("# Only this", "only a headline"),
        ("# Head\n\n" + "- a\n" * 21_000, "more than 20000 lines"),
        ("---\ntitle: [\n---\n- a", "front matter: not YAML"),
        ("---\ntitle: a: b\n---\n- a", "line 2"),
        ("---\ntitle: \"a\\x07\"\n---\n- a", "headline: holds the character U+0007"),
        ("+++\ntitle = x\n+++\n- a", "front matter: not TOML"),
        ("---\n" + "[" * 3_000 + "\n---\n- a", "nested too deeply"),
        ("# Head\n\n- a\x1bb", "U+001B"),
        ("---\ntitle: x\nslug: x\n---\n## In brief\n\n- a&#7;b", "bullets[0]: holds the character U+0007"),
        ("# Head\n\n" + "*a* " * 20_000, "marks"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        read(text.encode(), name="x.md")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_front_matter_that_refers_to_itself_has_an_end() -> None:
    laughs = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    with pytest.raises(InvalidBrief, match="values"):
        read_markdown(f"---\ntitle: x\n{laughs}---\n- a\n".encode())


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_a_page_with_marks_but_no_headings_is_read_by_its_words(name: str) -> None:
    found = only(
        "**The headline**\n**In brief**\n- One *point*\n- Two\n"
        "**Terms in this brief:**\nRLHF: learning `so`\n"
        "[Read full story at X →](https://e.org/x)\n**More briefs**\n**First**\nIts *summary*.\n",
        name,
    ).draft
    assert found.headline == "The headline"
    assert found.bullets == ("One *point*", "Two")
    assert [(term.term, term.definition) for term in found.terms] == [("RLHF", "learning `so`")]
    assert (found.source.publisher, found.source.url) == ("X", "https://e.org/x")
    assert [(entry.headline, entry.summary) for entry in found.related] == [("First", "Its summary.")]


_HOSTILE = ("[" * 4_000, "[a](" * 2_000, "![" * 2_000, "<a " * 2_000, "> " * 900, "*a" * 2_000, " " * 9_000)


@pytest.mark.parametrize("hostile", _HOSTILE, ids=range(len(_HOSTILE)))
def test_a_file_made_to_hurt_is_answered(hostile: str) -> None:
    assert only(f"# Head\n\n- a\n\n{hostile}x", "x.md").draft.headline == "Head"


def test_entries_may_be_indented_by_two_three_or_four() -> None:
    for step in (2, 3, 4):
        blanks = " " * step
        found = only(f"# Head\n\n- One\n\n{blanks}goes on\n- Two\n{blanks}- Three\n", "x.md").draft
        assert found.bullets == ("One goes on", "Two", "Three")
