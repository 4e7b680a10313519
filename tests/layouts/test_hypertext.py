"""Texts and runs as HTML."""

from hypothesis import given
from lxml import html

from briefdesk.brief.inline import Run, parse
from briefdesk.layouts.hypertext import attributes, rendered
from tests.layouts.briefs import PARAGRAPHS, RUNS


def test_marks_become_elements_that_neighbours_share():
    made = rendered(parse("a **b *c*** `d` [e *f*](https://x.example/?a=1&b=2)"))
    assert made == (
        "a <strong>b <em>c</em></strong> <code>d</code> "
        '<a href="https://x.example/?a=1&amp;b=2">e <em>f</em></a>'
    )


@given(PARAGRAPHS)
def test_an_attribute_gives_back_its_very_text(text: str):
    element = html.fragment_fromstring(f"<p{attributes({'data-x': text})}>y</p>")
    assert (element.get("data-x") or "") == text


@given(RUNS)
def test_all_text_stands_in_the_html(runs: tuple[Run, ...]):
    element = html.fragment_fromstring(f"<p>x{rendered(runs)}</p>")
    assert element.text_content() == "x" + "".join(run.text for run in runs)
