"""Texts and inline runs as HTML, and nothing but them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from briefdesk.brief.inline import Run

# Blanks as references: some readers make a line feed or a tab in an attribute a space.
_IN_ATTRIBUTE: Final = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ('"', "&quot;"),
    ("\n", "&#10;"),
    ("\t", "&#9;"),
)


def escaped(text: str) -> str:
    """A plain text as the content of an element, character for character."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )  # a third of what translate takes


def attributes(values: Mapping[str, str]) -> str:
    """Attributes with a blank before each, values quoted; empty values are left out."""
    return "".join(attribute(name, value) for name, value in values.items() if value)


def attribute(name: str, value: str) -> str:
    """One attribute with a blank before it, there even when it is empty."""
    for char, reference in _IN_ATTRIBUTE:
        value = value.replace(char, reference)
    return f' {name}="{value}"'


def rendered(runs: Iterable[Run], text: Callable[[Run], str] | None = None) -> str:
    """Inline runs as HTML; neighbours share their elements. `text` writes what stands inside the marks."""
    made: list[str] = []
    opened: list[str] = []
    for run in runs:
        wanted = _elements(run)
        keep = 0
        while keep < min(len(opened), len(wanted)) and opened[keep] == wanted[keep]:
            keep += 1
        made += [_closing(element) for element in reversed(opened[keep:])]
        made += [f"<{element}>" for element in wanted[keep:]]
        made.append(escaped(run.text) if text is None else text(run))
        opened = wanted
    made += [_closing(element) for element in reversed(opened)]
    return "".join(made)


def _elements(run: Run) -> list[str]:
    if not (run.strong or run.emphasis or run.code or run.href):
        return []
    link = [f"a{attribute('href', run.href)}"] if run.href else []
    return link + ["strong"] * run.strong + ["em"] * run.emphasis + ["code"] * run.code


def _closing(element: str) -> str:
    return f"</{element.partition(' ')[0]}>"
