"""The host of a web address: one spelling for comparing, one for showing, and what looks like another."""

import ipaddress
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_ASCII_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_DOTS = str.maketrans("。．｡", "...")

# Cyrillic and Greek small letters that are drawn as Latin ones: a name of these alone passes for Latin.
_DRAWN_AS_LATIN = frozenset("асԁеһіјӏорԛѕԝхуѵґ" + "ονρκιυ")
# Latin letters of phonetics that are drawn as a and g: no name needs them.
_DRAWN_AS_OTHERS = frozenset("ɑɡ")
# Scripts that are written together every day; any other mixture inside one name is a warning.
_TOGETHER = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)
_SCRIPTS = (
    *("Latin", "Cyrillic", "Greek", "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Arabic", "Hebrew"),
    *("Armenian", "Georgian", "Thai", "Devanagari", "Cherokee", "Bengali", "Tamil", "Ethiopic"),
)


def ascii_host(text: str) -> str:
    """The host as DNS spells it: lower case, punycode, no trailing dot; IPv6 in its shortest form.

    "" for what is no host: an empty or overlong label, a character that no host may hold, numbers
    that only look like an address.
    """
    if text.startswith("["):
        return _ipv6(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.lower()).lower().translate(_DOTS)
    labels = text.lower().removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(".".join(labels))
    spelled = [_ascii_label(label) for label in labels]
    host = ".".join(spelled)
    return host if all(spelled) and len(host) <= 253 else ""


def shown_host(host: str) -> str:
    """An ASCII host as a reader knows it: `xn--` names in their own letters."""
    return ".".join(_shown_label(label) for label in host.split("."))


def is_named(host: str) -> bool:
    """Tell whether an ASCII host is a name of the public web, and not a number or a machine nearby."""
    if host.startswith("[") or "." not in host:
        return False
    last = host.rsplit(".", 1)[1]
    return not last.isdigit() and last not in {
        "local",
        "localhost",
        "internal",
        "lan",
        "home",
        "test",
        "invalid",
    }


def registrable(host: str, *, known: bool = False) -> str:
    """The part of a host that somebody registered (`example.co.uk`), or "" for a bare suffix.

    With `known`, also "" under a suffix that is not on the public list.
    """
    return _suffixes(not known).privatesuffix(host) or ""


@cache
def _suffixes(accept_unknown: bool) -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # a table of 10,000 lines, read only when it is needed

    return PublicSuffixList(accept_unknown=accept_unknown)


def looks_like_another(host: str) -> bool:
    """Tell whether a name in its own letters mixes scripts, or is drawn like a Latin one."""
    return any(not label.isascii() and _is_lookalike(label) for label in shown_host(host).split("."))


def _is_lookalike(label: str) -> bool:
    letters = [each for each in label if each.isalpha()]
    scripts = {name for name, found in _scripts().items() if found.search(label)}
    if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
        return True
    if not _DRAWN_AS_OTHERS.isdisjoint(letters):
        return True
    return bool(letters) and all(each in _DRAWN_AS_LATIN for each in letters)


@cache
def _scripts() -> Mapping[str, Any]:
    import regex  # the only one that knows scripts; read when a name has letters of its own

    return {name: regex.compile(rf"\p{{Script={name}}}") for name in _SCRIPTS}


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label if _ASCII_LABEL.fullmatch(label) else ""
    if label.startswith(("-", "xn--")) or label.endswith("-") or not all(_in_name(each) for each in label):
        return ""
    if unicodedata.combining(label[0]):
        return ""
    spelled = "xn--" + label.encode("punycode").decode("ascii")
    return spelled if len(spelled) <= 63 else ""


def _in_name(char: str) -> bool:
    # IDNA 2008: letters, digits and marks of any script; the few exceptions are not worth a table.
    return char in "-_·" or unicodedata.category(char) in {"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"}


def _shown_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        shown = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    return shown if _ascii_label(shown) == label else label


def _ipv4(text: str) -> str:
    try:
        return str(ipaddress.IPv4Address(text))
    except ValueError:
        return ""


def _ipv6(text: str) -> str:
    try:
        address = ipaddress.IPv6Address(text[1:-1]) if text.endswith("]") else None
    except ValueError:
        return ""
    return f"[{address.compressed}]" if address and address.scope_id is None else ""
