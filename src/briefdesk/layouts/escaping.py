"""Plain text in Markdown that every reader shows as it was typed: numeric entities, for nothing needless.

Backslash escapes are not portable, and raw text can stop a whole site (one `{{` or `{%`). Numeric
entities are read alike by Hugo, Jekyll, Eleventy, Pelican, MkDocs, Astro, cmark and pandoc. Which
characters some reader reacts to, and where, is the table below.
"""

import re
from typing import Final

# The set of candidates comes first: the rest is tried only where one of them stands.
_REACTIVE: Final = re.compile(
    r"""
    [&<>{}\[\]*_|~^$\\"'@\#`\t\u2028\u2029\ufeff:(!%.=+-]
    (?: (?<=[&<>{}\[\]*_|~^$\\"'@\#`])   # always: marks, HTML, templates, mathematics, typography, mentions
      | (?<=[\t\u2028\u2029\ufeff])       # always: blanks that readers widen, break lines at, or drop
      | (?<=--) | (?<=\.\.) | (?<===) | (?<=\+\+)   # doubled: dashes, ellipsis, highlight, insertion
      | (?<=:)(?=[/\w])                   # addresses and emoji names
      | (?<=\()(?=[crtpCRTP])             # (c), (r), (tm), (p)
      | (?<=!)(?=\[)                      # images
      | (?<=%)(?=[{}]) | (?<=[{}]%)       # template tags
      | (?<=[wW][wW][wW]\.)               # addresses without a scheme
    )
    """,
    re.VERBOSE,
)
_LINE_START: Final = re.compile(
    r"""
      [-+=\#>!~:?%|]                  # lists, headings, quotes, definitions, tables
    | \((?=(?:\d+|[a-zA-Z]|[ivxlcdm]+)\))   # (1) and (a), lists to pandoc
    """,
    re.VERBOSE,
)
_NUMBERING: Final = re.compile(r"(\d+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+)([.)])")
_NEXT_SPACE: Final = re.compile("(?<= ) ")
_BREAK: Final = "  \n"


def entity(text: str) -> str:
    """Each character of a text as a numeric entity."""
    return "".join(f"&#{ord(char)};" for char in text) if text else ""


def markdown(text: str, *, first: bool = True, last: bool = True, force: str = "") -> str:
    """A plain text as Markdown; a line feed becomes a hard break, which readers show as one.

    `first` and `last` say that the text begins and ends its block. `force` names ends of it
    ("first", "last", "both") whose character is written as an entity whatever it is.
    """
    if not text:
        return ""
    if not force and "\n" not in text:
        return _line(text, starts=first, ends=last)
    before = text[0] if force in {"first", "both"} else ""
    after = text[-1] if force in {"last", "both"} and len(text) > len(before) else ""
    made = [entity(before)]
    begun = bool(before) or not first
    lines = text[len(before) : len(text) - len(after)].split("\n")
    for number, line in enumerate(lines):
        goes_on = number < len(lines) - 1 or bool(after) or not last
        if number:
            # A hard break between two blanks would end the block: such a line feed is an entity.
            whole = bool(line) or (number == len(lines) - 1 and goes_on)
            made.append(_BREAK if begun and whole else entity("\n"))
        made.append(_line(line, starts=number > 0 or not begun, ends=number < len(lines) - 1 or not goes_on))
        begun = begun or number > 0 or bool(line)
    return "".join(made) + entity(after)


def address(href: str) -> str:
    """A safe address as the destination of a Markdown link."""
    return _IN_ADDRESS.sub(_entity, href)


_IN_ADDRESS: Final = re.compile(r"[&<>{}\[\]()*|^$\\\"'`\s]")


def _line(text: str, *, starts: bool, ends: bool) -> str:
    lead = trail = ""
    if starts:
        rest = text.lstrip()
        lead, text = entity(text[: len(text) - len(rest)]), rest
        if not lead:
            lead, text = _start(text)
    if ends:
        rest = text.rstrip()
        trail, text = entity(text[len(rest) :]), rest
    text = _REACTIVE.sub(_entity, text)
    if "  " in text:
        text = _NEXT_SPACE.sub(entity(" "), text)
    return lead + text + trail


def _start(text: str) -> tuple[str, str]:
    """What stands at the start of a line, written so that it opens no block, and the rest."""
    if _LINE_START.match(text):
        return entity(text[0]), text[1:]
    found = _NUMBERING.match(text)
    if found:
        return found[1] + entity(found[2]), text[found.end() :]
    return "", text


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
