"""The door to inline Markdown: reading, writing, and that one undoes the other."""

import pytest
from hypothesis import example, given, settings

from briefdesk.brief.inline import Run, escape, merged, parse, plain, spell
from tests.brief import texts


def told(source: str) -> list[tuple[str, str]]:
    """Runs as text and letters for their marks, with the address of a link."""
    return [
        (
            run.text,
            "s" * run.strong + "e" * run.emphasis + "c" * run.code + (f" {run.href}" if run.href else ""),
        )
        for run in parse(source)
    ]


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("plain", [("plain", "")]),
        ("", []),
        ("a *b* c", [("a ", ""), ("b", "e"), (" c", "")]),
        ("a **b** _c_ __d__", [("a ", ""), ("b", "s"), (" ", ""), ("c", "e"), (" ", ""), ("d", "s")]),
        ("***a***", [("a", "se")]),
        ("**a***b*", [("a", "s"), ("b", "e")]),
        ("snake_case_name and 5 * 3", [("snake_case_name and 5 * 3", "")]),
        ("`a*b*` ``c`d``", [("a*b*", "c"), (" ", ""), ("c`d", "c")]),
        ("` a ` `  `", [("a", "c"), (" ", ""), ("  ", "c")]),
        (r"\*a\* \_ \\ \a", [(r"*a* _ \ \a", "")]),
        ("[a *b*](https://e.org/x)", [("a ", " https://e.org/x"), ("b", "e https://e.org/x")]),
        ("[a](<https://e.org/x(y>)", [("a", " https://e.org/x(y")]),
        ("[a](mailto:a@e.org)", [("a", " mailto:a@e.org")]),
        ("[a](HTTP://e.org)", [("a", " HTTP://e.org")]),
        ("[a]( https://e.org )", [("a", " https://e.org")]),
        ("*[a](https://e.org)*", [("a", "e https://e.org")]),
        (
            "[a [b](https://e.org) c](https://f.org)",
            [("[a ", ""), ("b", " https://e.org"), (" c](https://f.org)", "")],
        ),
    ],
)
def test_marks_have_the_meaning_of_commonmark(source: str, runs: list[tuple[str, str]]) -> None:
    assert told(source) == runs


@pytest.mark.parametrize(
    "source",
    [
        '[x](https://e.org "title")',
        "[x](/here)",
        "[x](here.html)",
        "[x](//e.org)",
        "[x](#there)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "[x](ftp://e.org)",
        "[x](tel:1)",
        "[x](https:/e.org)",
        "[x](https://)",
        "[x](https://user:word@e.org)",
        "[x](https://e.org/\u202ex)",
        "[x](https://e.org/%E2%80%AE)",
        "[x](https&colon;//e.org)",
        "[x](mailto:a@e.org?subject=%0d%0aBcc:b@e.org)",
        "[](https://e.org)",
        "[x] (https://e.org)",
        "[x][y]",
        "![x](https://e.org/i.png)",
        "<https://e.org>",
        "<b>x</b> &amp; &#42;",
        "# x",
        "- x",
        "> x",
        "1. x",
        "---",
        "~~x~~ ==x== ^x^",
        "https://e.org",
        "a  \nb",
        "a\\\nb",
        "a\nb\u2028c\u2029d",
        "{{ x }} {% y %}",
        "a\x00b\rc",
    ],
)
def test_everything_else_is_text_as_typed(source: str) -> None:
    assert parse(source) == (Run(source),)


def test_an_exclamation_mark_that_is_escaped_makes_no_image() -> None:
    assert told(r"\![x](https://e.org)") == [("!", ""), ("x", " https://e.org")]
    assert plain(r"\\![x](https://e.org)") == r"\![x](https://e.org)"


def test_plain_is_what_a_reader_sees() -> None:
    assert plain("**a** [b](https://e.org) `c` \\* <i>") == "a b c * <i>"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("*a*", r"\*a*"),
        ("snake_case_name", "snake_case_name"),
        ("_a_", r"\_a_"),
        ("`a`", r"\`a`"),
        ("[x](y)", "[x](y)"),
        ("[x](https://e.org)", r"\[x](https://e.org)"),
        ("![x](https://e.org)", "![x](https://e.org)"),
        ("back\\slash", "back\\slash"),
        ("trailing\\", "trailing\\"),
        ("\\*", r"\\*"),
        ("\\\\", r"\\\\"[:3]),
        ("2026. A year", "2026. A year"),
        ("- # > <b>&amp;", "- # > <b>&amp;"),
    ],
)
def test_plain_text_is_escaped_only_where_it_must_be(text: str, spelled: str) -> None:
    assert escape(text) == spelled


@pytest.mark.parametrize(
    ("source", "shortest"),
    [
        ("__a__ _b_", "**a** *b*"),
        ("**a**_b_", "**a***b*"),
        (r"a \- b \. c", "a - b . c"),
        ("[a]( <https://e.org> )", "[a](https://e.org)"),
        ("[a](<https://e.org/(>)", "[a](<https://e.org/(>)"),
        ("``a``", "`a`"),
        ('**a**_"b"_', '**a**_"b"_'),
        ("*a***b**", "*a***b**"),
        ("_a __b___", "*a **b***"),
        ("*a* **b** `c`", "*a* **b** `c`"),
    ],
)
def test_the_spelling_is_the_shortest(source: str, shortest: str) -> None:
    assert spell(parse(source)) == shortest


@given(texts.anything | texts.marks | texts.markdown)
@settings(max_examples=150)
@example("*" * 9 + "a" + "*" * 9)
@example("`" * 3 + " ` ")
@example("\\")
def test_any_text_escaped_is_read_as_itself(text: str) -> None:
    assert parse(escape(text)) == ((Run(text),) if text else ())


@given(texts.marks | texts.markdown | texts.inlines)
@settings(max_examples=200)
@example('**a**_"b"_')
@example("__a__*.b*`c`")
@example("*a*[*b*](https://e.org)*c*")
@example("`a`\\`b")
@example("a!\\[b [c](https://e.org)")
def test_runs_that_were_read_are_spelled_so_that_they_are_read_again(source: str) -> None:
    runs = parse(source)
    spelled = spell(runs)
    assert parse(spelled) == runs
    assert spell(parse(spelled)) == spelled


@given(texts.marks | texts.markdown)
@settings(max_examples=100)
def test_a_spelling_has_no_more_marks_than_were_typed(source: str) -> None:
    assert len(spell(parse(source)).replace("\\", "")) <= len(source)


@given(texts.anything)
def test_text_without_marks_is_one_run_of_itself(text: str) -> None:
    bare = text.translate(dict.fromkeys(map(ord, "\\`*_[")))
    assert parse(bare) == ((Run(bare),) if bare else ())


@given(texts.markdown)
def test_runs_are_never_empty_and_neighbours_differ(source: str) -> None:
    runs = parse(source)
    assert all(run.text for run in runs)
    assert merged(runs) == runs


def test_a_long_text_made_of_marks_is_read_and_written_in_seconds() -> None:
    for text in ("*a*" * 500, "[" * 1500, "\\*" * 800, "`" * 1500, "*_" * 800):
        assert parse(escape(text)) == (Run(text),)
        assert parse(spell(parse(text))) == parse(text)
