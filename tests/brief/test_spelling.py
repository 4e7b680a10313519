"""Spelling runs that no Markdown was read for, as an HTML page gives them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefdesk.brief.marks import Run, merged, parse, plain
from briefdesk.brief.spelling import spell

_RUNS = st.lists(
    st.builds(
        Run,
        text=st.text(alphabet='ab "*_`[]!\\.\né\u00a0', min_size=1, max_size=5),
        strong=st.booleans(),
        emphasis=st.booleans(),
        code=st.booleans(),
        href=st.sampled_from(["", "", "https://e.org", "https://e.org/a(b", "javascript:x", "/x"]),
    ),
    max_size=5,
)


@given(_RUNS)
@settings(max_examples=100)
def test_no_text_is_ever_lost(runs: list[Run]) -> None:
    said = "".join(run.text.replace("\n", " ") if run.code else run.text for run in merged(runs))
    assert plain(spell(runs)) == said


def test_blanks_at_the_edges_move_out_of_the_mark() -> None:
    assert spell([Run("a"), Run(" b ", strong=True), Run("c")]) == "a **b** c"
    assert spell([Run(" ", emphasis=True)]) == " "
    assert spell([Run("a ", emphasis=True), Run("b", emphasis=True, strong=True)]) == "*a **b***"


def test_a_mark_that_cannot_be_said_gives_way_alone() -> None:
    runs = [Run("x", strong=True), Run(" a"), Run('"b"', emphasis=True), Run("c "), Run("d", emphasis=True)]
    assert spell(runs) == '**x** a"b"c *d*'


def test_an_address_that_may_not_be_linked_leaves_its_words() -> None:
    assert spell([Run("a", href="javascript:alert(1)")]) == "a"
    assert spell([Run("a", href="/local"), Run("b", href="https://e.org")]) == "a[b](https://e.org)"


def test_code_keeps_every_character_but_line_breaks() -> None:
    for text in ("a", "`", "``a`", " a ", "  ", "a`", "*[\\"):
        assert parse(spell([Run(text, code=True)])) == (Run(text, code=True),)
    assert spell([Run("a\nb", code=True)]) == "`a b`"


def test_marks_that_overlap_are_nested_at_the_least_cost() -> None:
    runs = [Run("a", emphasis=True), Run("b", emphasis=True, strong=True), Run("c", strong=True)]
    spelled = spell(runs)
    assert parse(spelled) == tuple(runs)
    assert len(spelled) == len("abc") + 8


def test_a_text_of_very_many_runs_is_spelled_at_once() -> None:
    runs = [Run("a", strong=bool(number % 2)) for number in range(3_000)]
    assert parse(spell(runs)) == tuple(runs)
