"""The text of the manual: Markdown of ours, with the keys put in that are in force."""

import re

from briefdesk.paths import resources
from briefdesk.ui.keys.listing import Group, all_keys
from briefdesk.ui.keys.shortcuts import Shortcuts

LANGUAGE = "en"
ALL_KEYS = "all-keys"
_HOLDER = re.compile(r"\{([a-z-]+)\}")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+.!|~-])")


def source(language: str = LANGUAGE) -> str:
    """The manual as it was written: `{id}` stands for the key of a command, `{all-keys}` for all of them."""
    file = resources() / "manual" / f"{language}.md"
    if not file.is_file():
        file = resources() / "manual" / f"{LANGUAGE}.md"
    return file.read_text(encoding="utf-8")


def manual(shortcuts: Shortcuts, language: str = LANGUAGE) -> str:
    """The manual as Markdown, with the keys that are in force; a command without one is named.

    Raises:
        KeyError: the manual names a command that there is not.
    """
    words = {each.id: each.words for each in shortcuts.commands}

    def put(found: re.Match[str]) -> str:
        if found[1] == ALL_KEYS:
            return "\n\n".join(map(_table, all_keys(shortcuts)))
        key = shortcuts.native(found[1])
        return f"**{_escaped(key or words[found[1]])}**"

    return _HOLDER.sub(put, source(language))


def _table(group: Group) -> str:
    """One group of keys as a table; what has no key is left out."""
    rows = [line for line in group.lines if line.keys]
    if not rows:
        return ""
    lines = [f"### {_escaped(group.name)}", "", "| | |", "|---|---|"]
    lines += [f"| {_escaped(', '.join(row.keys))} | {_escaped(row.words)} |" for row in rows]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
