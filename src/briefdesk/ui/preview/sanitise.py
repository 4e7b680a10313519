"""The second guard of the preview: only the elements and attributes that our pages use get in."""

import nh3

_TAGS = {
    *("a", "cite", "code", "em", "span", "strong", "time"),
    *("h1", "h2", "h3", "p", "div", "ul", "li", "dl", "dt", "dd"),
}
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang"},
    "a": {"href"},
    "time": {"datetime"},
}

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    generic_attribute_prefixes={"data-"},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def sanitised(html: str) -> str:
    """The HTML of one section without anything that our layouts do not make themselves."""
    return _CLEANER.clean(html) if html else ""
