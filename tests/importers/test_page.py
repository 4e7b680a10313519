"""The text of a published page, as it comes out of browsers, mails and editors."""

import textwrap

import pytest

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.importers import Imported, read
from briefdesk.importers.page import read_page
from briefdesk.paths import resources

SAMPLE = (resources() / "samples" / "brief-page.txt").read_text(encoding="utf-8")


def brief(text: str) -> Brief:
    """The brief that a page's text holds."""
    (item,) = read_page(text.encode())
    assert isinstance(item, Imported)
    return item.draft


def seen(found: Brief) -> tuple[object, ...]:
    """What a reader sees of a brief that was read."""
    return (
        found.headline,
        tuple(plain(bullet) for bullet in found.bullets),
        tuple((term.term, plain(term.definition)) for term in found.terms),
        (found.source.publisher, found.source.url),
        tuple((entry.headline, entry.summary) for entry in found.related),
    )


def test_the_sample_page_is_read_whole() -> None:
    (item,) = read(SAMPLE.encode(), name="brief-page.txt")
    assert isinstance(item, Imported)
    found = item.draft
    lines = SAMPLE.splitlines()
    assert found.headline == lines[0]
    assert [f"- {plain(bullet)}" for bullet in found.bullets] == lines[2:9]
    assert [(term.term, plain(term.definition)) for term in found.terms] == [(lines[10][2:], lines[11][2:])]
    assert (found.source.publisher, found.source.url) == ("LessWrong", "")
    assert [(entry.headline, entry.summary) for entry in found.related] == list(
        zip(lines[14::2], lines[15::2], strict=True)
    )
    assert [(each.headline, each.summary) for each in item.related] == [
        (entry.headline, entry.summary) for entry in found.related
    ]
    assert item.linked
    assert item.line is None
    assert (found.id, found.slug, found.summary, found.kicker) == ("", "", "", "")


def _upper(text: str) -> str:
    for head in ("In brief", "Terms in this brief", "More briefs"):
        text = text.replace(f"{head}\n", f"{head.upper()}\n")
    return text


VARIANTS = {
    "line ends of Windows": SAMPLE.replace("\n", "\r\n"),
    "line ends of old Macs": SAMPLE.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + SAMPLE,
    "round bullets": SAMPLE.replace("\n- ", "\n• "),
    "round bullets with tabs": SAMPLE.replace("\n- ", "\n•\t"),
    "round bullets and nothing after them": SAMPLE.replace("\n- ", "\n●"),
    "asterisks": SAMPLE.replace("\n- ", "\n* "),
    "long dashes": SAMPLE.replace("\n- ", "\n– "),
    "Word's bullets": SAMPLE.replace("\n- ", "\n·\t").replace("\n", "\r\n"),
    "hollow bullets of Word": SAMPLE.replace("\n- ", "\no\t"),
    "capital letters": _upper(SAMPLE),
    "small letters": SAMPLE.replace("In brief", "in brief").replace("More briefs", "more briefs"),
    "colons": SAMPLE.replace("brief\n", "brief:\n").replace("briefs\n", "briefs:\n"),
    "full-width colons": SAMPLE.replace("In brief\n", "In brief：\n"),
    "blank lines everywhere": SAMPLE.replace("\n", "\n\n"),
    "many blank lines and blanks": SAMPLE.replace("\n", "\n \t\n\n\u00a0\n"),
    "indents": "\n".join("    " + line for line in SAMPLE.split("\n")),
    "indents by tabs and no-break spaces": "\n".join("\t\u00a0" + line for line in SAMPLE.split("\n")),
    "blanks at the ends of lines": "\n".join(line + "  \t" for line in SAMPLE.split("\n")),
    "a typed arrow": SAMPLE.replace("→", "->"),
    "a long typed arrow": SAMPLE.replace(" →", "   --->"),
    "a double typed arrow": SAMPLE.replace("→", "=>"),
    "no arrow": SAMPLE.replace(" →", ""),
    "another arrow": SAMPLE.replace("→", "»"),
    "an emoji arrow": SAMPLE.replace("→", "➡️".replace("➡", "→")),
    "read the full story on": SAMPLE.replace("Read full story at", "Read the full story on"),
    "capital story line": SAMPLE.replace("Read full story at", "READ FULL STORY AT"),
    "Markdown headings": _upper(SAMPLE)
    .replace("IN BRIEF", "## In brief")
    .replace("MORE BRIEFS", "**More briefs**"),
    "blank lines around sections": SAMPLE.replace("In brief\n", "\n\nIn brief\n\n"),
    "wrapped lines": "\n".join(textwrap.fill(line, 72) for line in SAMPLE.split("\n")),
    "wrapped lines that hang": "\n".join(
        textwrap.fill(line, 78, subsequent_indent="  " if line.startswith("- ") else "")
        for line in SAMPLE.split("\n")
    ),
    "no line feed at the end": SAMPLE.rstrip("\n"),
    "line feeds at the end": SAMPLE + "\n\n\n",
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_sample_is_the_same_with(variant: str) -> None:
    assert seen(brief(VARIANTS[variant])) == seen(brief(SAMPLE))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_sample_is_the_same_in(encoding: str) -> None:
    (item,) = read(SAMPLE.encode(encoding))
    assert isinstance(item, Imported)
    assert seen(item.draft) == seen(brief(SAMPLE))


@pytest.mark.parametrize("missing", ["bullets", "terms", "source", "related"])
def test_a_missing_section_is_just_missing(missing: str) -> None:
    lines = SAMPLE.rstrip("\n").split("\n")
    spans = {"bullets": (1, 9), "terms": (9, 12), "source": (12, 13), "related": (13, len(lines))}
    start, end = spans[missing]
    found = brief("\n".join(lines[:start] + lines[end:]))
    whole = brief(SAMPLE)
    assert found.headline == whole.headline
    assert found.bullets == (() if missing == "bullets" else whole.bullets)
    assert found.terms == (() if missing == "terms" else whole.terms)
    assert found.source.publisher == ("" if missing == "source" else "LessWrong")
    assert found.related == (() if missing == "related" else whole.related)


@pytest.mark.parametrize(
    "terms",
    [
        "RLHF: learning from people.\nLLM: a large language model.",
        "- RLHF: learning from people.\n- LLM: a large language model.",
        "• RLHF — learning from people.\n• LLM – a large language model.",
        "RLHF\nlearning from people.\nLLM\na large language model.",
        "- RLHF\n- learning from people.\n- LLM\n- a large language model.",
        "RLHF\n\nlearning from people.\n\nLLM\n\na large language model.",
        "RLHF:\nlearning from people.\n\nLLM:\na large language model.",
        "- RLHF\n  learning from people.\n- LLM\n  a large language model.",
        "1. RLHF: learning from people.\n2. LLM: a large language model.",
        "RLHF : learning from people.\nLLM：a large language model.".replace("：", "： "),
    ],
)
def test_several_terms_stand_on_one_line_or_two(terms: str) -> None:
    found = brief(
        f"A headline of some words\nIn brief\n- One.\nTerms in this brief\n{terms}\nRead full story at X →"
    )
    assert [(term.term, plain(term.definition)) for term in found.terms] == [
        ("RLHF", "learning from people."),
        ("LLM", "a large language model."),
    ]
    assert found.source.publisher == "X"


def test_a_definition_may_hold_a_colon_and_a_dash() -> None:
    found = brief(
        "Headline\nIn brief\n- a\nTerms\n- RLHF\n- A method: people rate - models learn.\n- LLM\n- Big: yes."
    )
    assert [term.term for term in found.terms] == ["RLHF", "LLM"]
    assert plain(found.terms[0].definition) == "A method: people rate - models learn."


@pytest.mark.parametrize(
    ("line", "publisher", "url"),
    [
        (
            "Read full story at The Verge → https://www.theverge.com/a?b=1",
            "The Verge",
            "https://www.theverge.com/a?b=1",
        ),
        ("Read full story at The Verge (https://theverge.com/a)", "The Verge", "https://theverge.com/a"),
        ("Read full story at The Verge\nhttps://theverge.com/a", "The Verge", "https://theverge.com/a"),
        ("Read the full article on BBC News ->", "BBC News", ""),
        ("Full story: Reuters", "Reuters", ""),
        ("Read more at Nature »", "Nature", ""),
        ("Continue reading at STAT", "STAT", ""),
        ("Source: The Guardian", "The Guardian", ""),
        ("Source: https://www.theguardian.com/x", "The Guardian", "https://www.theguardian.com/x"),
        (
            "Source\nThe Guardian\nhttps://www.theguardian.com/x",
            "The Guardian",
            "https://www.theguardian.com/x",
        ),
        ("Read full story → https://arxiv.org/abs/1", "arXiv", "https://arxiv.org/abs/1"),
        ("Read full story at Yahoo! →", "Yahoo!", ""),
        ("Read full story at Acme Inc. →", "Acme Inc.", ""),
        ("Read full story at “Le Monde” →", "“Le Monde”", ""),
    ],
)
def test_the_line_to_the_full_story_names_publisher_and_address(line: str, publisher: str, url: str) -> None:
    found = brief(f"A headline\nIn brief\n- One.\n{line}\nMore briefs\nOther\nA summary of it.")
    assert (found.source.publisher, found.source.url) == (publisher, url)
    assert [(entry.headline, entry.summary) for entry in found.related] == [("Other", "A summary of it.")]


@pytest.mark.parametrize(
    "related",
    [
        "First headline\nIts summary. It has two sentences.\nSecond headline\nIts summary.",
        "- First headline\nIts summary. It has two sentences.\n- Second headline\nIts summary.",
        "First headline\n\nIts summary. It has two sentences.\n\nSecond headline\n\nIts summary.",
        "First headline\nIts summary. It has two sentences.\n\nSecond headline\nIts summary.",
        "First headline\nIts summary.\nIt has two sentences.\n\nSecond headline\nIts summary.",
    ],
)
def test_related_entries_are_headline_and_summary(related: str) -> None:
    found = brief(f"A headline\nIn brief\n- One.\nMore briefs\n{related}")
    assert [(entry.headline, entry.summary) for entry in found.related] == [
        ("First headline", "Its summary. It has two sentences."),
        ("Second headline", "Its summary."),
    ]


def test_related_headlines_alone_make_no_briefs() -> None:
    (item,) = read_page(b"A headline\nIn brief\n- One.\nMore briefs\n- First one\n- Second one")
    assert isinstance(item, Imported)
    assert [entry.headline for entry in item.draft.related] == ["First one", "Second one"]
    assert item.related == ()


@pytest.mark.parametrize(
    ("lines", "bullets"),
    [
        ("1. One\n2. Two\n3. Three", ("One", "Two", "Three")),
        ("1) One\n2) Two", ("One", "Two")),
        (
            "- 2026. A good year\n- -5 degrees\n- 3.5 % more",
            ("2026. A good year", "-5 degrees", "3.5 % more"),
        ),
        ("2026. A good year\n-5 degrees", ("2026. A good year", "-5 degrees")),
        ("One\nTwo", ("One", "Two")),
        ("- One\n  goes on\n- Two", ("One goes on", "Two")),
        ("- One\ngoes on\n- Two", ("One goes on", "Two")),
        ("- - dash\n- * star", ("- dash", "* star")),
        ("- a\u2028b\x0bc", ("a b c",)),
        ("-\n- One\n•\n", ("One",)),
    ],
)
def test_bullets_are_what_is_marked_as_such(lines: str, bullets: tuple[str, ...]) -> None:
    assert tuple(plain(each) for each in brief(f"A headline\nIn brief\n{lines}").bullets) == bullets


def test_bullets_are_plain_text_and_stay_it() -> None:
    found = brief("A *headline*\nIn brief\n- *not* a [mark](https://e.org) `x` <b>\n- 5 * 3 snake_case")
    assert found.headline == "A *headline*"
    assert plain(found.bullets[0]) == "*not* a [mark](https://e.org) `x` <b>"
    assert found.bullets[1] == "5 * 3 snake_case"


def test_a_list_under_a_headline_needs_no_heading() -> None:
    assert brief("A headline\n\n- One\n- Two\n").bullets == ("One", "Two")
    assert brief("A headline\n\n* One\n* Two\nRead full story at X").source.publisher == "X"


def test_what_stands_between_headline_and_list_is_kept() -> None:
    found = brief("AI SAFETY\nLabs agree on a common test\nBy Jane Doe\nA short standfirst.\nIn brief\n- One")
    assert (found.kicker, found.headline, found.byline) == (
        "AI SAFETY",
        "Labs agree on a common test",
        "Jane Doe",
    )
    assert found.summary == "A short standfirst."


def test_summary_correction_and_tags_are_read_where_they_are_named() -> None:
    found = brief(
        "Headline\nIn brief\n- One\nSummary\nThe one paragraph.\nTags: ai, safety; law\nCorrection\nIt was 2."
    )
    assert found.tags == ("ai", "safety", "law")
    assert found.summary == "The one paragraph."
    assert found.correction == "It was 2."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("   \n\n", "headline"),
        ("Only one line", "only a headline"),
        ("Head\nIn brief\n" + "- a\n" * 60_000, "more than 50000 lines"),
        ("In brief\n- One", "headline"),
        ("Bell \x07 here\nIn brief\n- One", "headline: holds the character U+0007 at place 6"),
        ("Head\nIn brief\n- One\n- tw\x1bo", "bullets[1]: holds the character U+001B at place 3"),
        ("Head\nIn brief\n- One\nMore briefs\nA\nB\x9f.", "related[0].summary: holds the character U+009F"),
    ],
)
def test_what_is_no_brief_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        read_page(text.encode())
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
