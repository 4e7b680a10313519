"""Which elements of a web page stand around its text: menus, notices, forms, buttons."""

import re
from collections.abc import Mapping
from enum import IntEnum

_BUTTONS = frozenset({"button", "select", "option", "textarea", "datalist"})
_MENUS = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"})
_TEXT = frozenset({"main", "article"})
_BOXES = frozenset({"div", "section", "dialog"})
_COOKIES = re.compile(
    r"(?i)(?:^|[^a-z])(?:cookies?|consent|gdpr|privacy)[-_]?"
    r"(?:banner|bar|notice|consent|dialog|modal|popup|message|overlay|wall|law-info)|onetrust|cc-window"
)


class Around(IntEnum):
    """How surely something is part of the page and none of its text."""

    NOTHING = 0
    FORM = 1
    MENU = 2


def is_button(tag: str, attrs: Mapping[str, str]) -> bool:
    """Whether an element is there to be pressed or chosen."""
    return tag in _BUTTONS or attrs.get("role", "").lower() in {"button", "menuitem", "tab"}


def around(tag: str, attrs: Mapping[str, str], outer: Around) -> Around:
    """What an element is part of that stands in another one; the text of a page may stand in a form."""
    is_menu = tag in _MENUS or attrs.get("role", "").lower() in _ROLES
    if is_menu or (tag in _BOXES and _COOKIES.search(f"{attrs.get('id', '')} {attrs.get('class', '')}")):
        return Around.MENU
    if tag in _TEXT and outer is Around.FORM:
        return Around.NOTHING
    return max(outer, Around.FORM) if tag == "form" else outer


def holds_text(tag: str) -> bool:
    """Whether an element holds the text of the page, heads of its own included."""
    return tag in _TEXT
