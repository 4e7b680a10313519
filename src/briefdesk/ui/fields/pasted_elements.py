"""What an element of pasted HTML means for the text in it: its marks, and whether it is text at all."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefdesk.brief.inline import Run
from briefdesk.ui.fields.page_parts import Around, around, is_button
from briefdesk.ui.fields.pasted_scripts import Script

_UNSEEN = frozenset({"head", "script", "style", "title", "template", "noscript", "iframe", "object", "svg"})
_IN_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_PLAIN = frozenset({"p", "div", "span", "ul", "ol", "li", "tbody", "tr", "td", "th", "h2", "h3"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STRUCK = frozenset({"del", "s", "strike"})
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"font-style\s*:\s*(\w+)")
_LINE = re.compile(r"text-decoration(?:-line)?\s*:\s*([^;]*)")
_SPACE = re.compile(r"white-space\s*:\s*([\w-]+)")
_LEVEL = re.compile(r"vertical-align\s*:\s*(sub|super|baseline)\b")
_SCRIPTS = {"sub": Script.LOWERED, "sup": Script.RAISED, "super": Script.RAISED}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b")
_GROUPS = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)


class Traits(NamedTuple):
    """How text in an element looks, and why it is none of the paste.

    `unseen` is what no reader sees, `struck` what was struck out. `exact` says that line breaks stand for
    themselves, `around` whether it is part of the page around the text, `title` whether it is
    the page's first heading, `heading` whether it is any.
    """

    run: Run = Run("")
    unseen: bool = False
    struck: bool = False
    exact: bool = False
    script: Script = Script.LEVEL
    around: Around = Around.NOTHING
    title: bool = False
    heading: bool = False

    def within(self, tag: str, attrs: Mapping[str, str], style: str) -> "Traits":
        """The traits inside an element that stands in this one; `style` is its own, in lower case."""
        unseen = (
            tag in _UNSEEN or is_button(tag, attrs) or "hidden" in attrs or _HIDDEN.search(style) is not None
        )
        return Traits(
            _marked(self.run, tag, style, attrs),
            self.unseen or unseen or "mso-list:ignore" in style.replace(" ", ""),
            self.struck or _is_struck(tag, style),
            _is_exact(tag, style, before=self.exact),
            _script(tag, style, self.script),
            around(tag, attrs, self.around),
            self.title or tag == "h1",
            self.heading or tag in _HEADINGS,
        )


def ends_head(tag: str) -> bool:
    """Whether an element ends a head that was left open."""
    return tag not in _IN_HEAD


def class_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Classes of a style sheet that hide or strike out what has them, with what is said of them.

    Only rules for a class alone count, and none that hold on paper or on a small screen only.
    """
    for selectors, declared in _RULE.findall(_GROUPS.sub("", sheet)):
        if _HIDDEN.search(declared.lower()) or "line-through" in declared.lower():
            for selector in selectors.split(","):
                if found := _CLASS.fullmatch(selector.strip()):
                    yield found[1].lower(), declared.lower()


def _is_struck(tag: str, style: str) -> bool:
    lines = _LINE.findall(style)
    return any("line-through" in line for line in lines) or (tag in _STRUCK and not lines)


def _is_exact(tag: str, style: str, *, before: bool) -> bool:
    if said := _SPACE.findall(style):
        return said[-1] not in {"normal", "nowrap"}
    return tag == "pre" or before


def _script(tag: str, style: str, before: Script) -> Script:
    if said := _LEVEL.search(style):
        return _SCRIPTS.get(said[1], Script.LEVEL)
    return _SCRIPTS.get(tag, before)


def _marked(run: Run, tag: str, style: str, attrs: Mapping[str, str]) -> Run:
    strong, emphasis = run.strong or tag in {"b", "strong"}, run.emphasis or tag in {"i", "em", "cite"}
    if weight := _WEIGHT.search(style):
        strong = weight[1] in {"bold", "bolder"} or (weight[1].isdigit() and int(weight[1]) >= 600)
    if slant := _SLANT.search(style):
        emphasis = slant[1] in {"italic", "oblique"}
    href = attrs.get("href", "") if tag == "a" else run.href
    return Run("", strong, emphasis, run.code or tag in {"code", "kbd", "samp", "tt"}, href)
