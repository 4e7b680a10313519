"""The second guard leaves our own sections as they are, and nothing else."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.page import render_sections
from briefdesk.ui.preview.sanitise import sanitised

RICH = Brief(
    id="x",
    kicker="Safety & trust",
    headline='He said "<b>no</b>" & left',
    byline="A. Writer",
    published_at="2026-01-02T03:04:05Z",
    bullets=(
        "A **strong** and *soft* `code <i>` with a [link](https://example.com/?a=1&b=2) on alignment",
        "مرحبا [mail](mailto:a@example.com)",
    ),
    terms=(Term(term="alignment", definition="What `it` *is*, [there](https://example.com/)."),),
    source=Source(url="javascript:alert(1)", publisher="LessWrong", title="A title", citation="Vol. 1"),
    related=(
        Related(id="r", headline="One", summary="Line one\nline two", url="https://example.com/one"),
        Related(headline="Two", url="data:text/html,x"),
        Related(url="https://example.com/three"),
    ),
    tags=("ai", "policy & law"),
    correction="An earlier version was wrong.",
    language="en",
)
CONTEXT = PageContext(addresses={"r": "https://example.com/r"})


def tree_of(section: str) -> object:
    def told(node: lxml_html.HtmlElement) -> object:
        inside = [(told(child), child.tail or "") for child in node]
        return node.tag, sorted(node.attrib.items()), node.text or "", inside

    return told(lxml_html.fragment_fromstring(section, create_parent="div"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_our_own_sections_mean_the_same_afterwards(language: str):
    sections = render_sections(replace(RICH, language=language), CONTEXT)
    assert all(sections.values())
    for part, section in sections.items():
        assert tree_of(sanitised(section)) == tree_of(section), part


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
        ('<p style="position:fixed">a</p>', "<p>a</p>"),
        ('<img src="https://example.com/x"><iframe src="x"></iframe>a', "a"),
        ("<svg><style>*{}</style></svg>a", "a"),
    ],
)
def test_what_our_layouts_never_make_is_taken_out(bad: str, good: str):
    assert sanitised(bad) == good
