"""Web addresses: cleaned for keeping, reduced to a key for comparing, and made safe for linking."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from briefdesk.brief.host import ascii_host, looks_like_another, registrable, shown_host
from briefdesk.brief.tracking import SHIPPED, without_tracking

MAX_LENGTH = 8192
"""Longest address that is linked, in characters: past that, browsers and mail readers cut."""

# Redirectors that carry the target in their query, so that it is known without asking the network.
_WRAPPERS = (
    (re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}"), "/url", ("q", "url")),
    (re.compile(r"lm?\.(?:facebook|instagram)\.com"), "/", ("u",)),
    (re.compile(r"(?:www\.)?lnkd\.in"), "/", ("url", "u", "q", "target")),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/safety/go", ("url",)),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/redir/redirect", ("url",)),
    (re.compile(r"(?:www\.)?youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"out\.reddit\.com"), "/", ("url",)),
    (re.compile(r"(?:[a-z0-9-]+\.)*safelinks\.protection\.outlook\.com"), "/", ("url",)),
    (re.compile(r"(?:www\.)?duckduckgo\.com"), "/l/", ("uddg",)),
)

_REFUSED = re.compile(r"(?i)\s*(?:javascript|vbscript|data|file|blob|view-source|mailto|ftp)\s*:")
_WEB = re.compile(r"(?i)\bhttps?://")
_PARTS = re.compile(r"(?i)(https?)://([^/?#\\]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_BARE = re.compile(r"(?i)(?:[^\s/?#@:<>\"'\\\[\]]+\.)+[^\s/?#@:<>\"'\\\[\].]{2,}(?::\d{1,5})?(?:[/?#]\S*)?")
_BAD = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNSAFE = re.compile(r"[\"<>\\^`{|}]")
_MAILTO = re.compile(r"(?i)mailto:[^@\s/?#&=]+@[^@\s/?#&=]+(?:\?.*)?")
_ROUTE = re.compile(r"!|/|:~:text=")
_PERCENT = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_CLOSERS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in its forms.

    `url` is cleaned, to keep and to link; `key` compares (no scheme, no `www.`, no fragment that only
    scrolls); `shown` is the host in its own letters. `removed` names the tracking parts that were
    taken out, `unwrapped` the host of the redirector around it, `secured` that a bare host was given
    https; `warnings` are sentences for the writer.
    """

    url: str
    key: str
    shown: str
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    unwrapped: str = ""
    secured: bool = False


class _Split(NamedTuple):
    """The parts of an address; user info is told, never kept."""

    scheme: str
    user: str
    host: str
    port: str
    path: str
    query: str | None
    fragment: str | None


def canonical(text: str, tracking: Iterable[str] | None = SHIPPED) -> Address | None:
    """Read the web address that a typed or pasted text holds; None when it holds none.

    Takes the first address out of "Title - https://…" and `<…>`, gives a bare `example.org/story`
    the scheme https, drops user info, default port, dot segments and tracking parts, and unwraps
    redirectors whose target stands in their query. The order of query parts is kept. `tracking` are the
    names of the parts that go; with None none go, and nothing is unwrapped.
    """
    warnings: list[str] = []
    removed: list[str] = []
    names = None if tracking is None else tuple(tracking)
    seen = _UNSEEN.sub("", text)
    if len(seen) != len(text.strip("\ufeff\u200b\u2060")):
        warnings.append("Hidden characters were removed from the address")
    first = _first(seen)
    split = _split(first)
    unwrapped = ""
    for _ in range(3 if names is not None else 0):
        target = _wrapped(split) if split else ""
        if split is None or not target:
            break
        unwrapped = unwrapped or split.host
        split = _split(target)
    if split is None:
        return None
    if split.user:
        warnings.append("The address held a user name or password; it was removed")
    if looks_like_another(split.host):
        warnings.append(f"The host is {split.host}, which only looks like {shown_host(split.host)}")
    query, fragment = split.query or None, split.fragment
    if names is not None:
        query = _without_tracking(query, names, removed)
        if fragment and "=" in fragment and not _ROUTE.match(fragment):
            fragment = _without_tracking(fragment, names, removed)
    split = split._replace(
        path=_UNSAFE.sub(_quoted, _without_dots(split.path)), query=query, fragment=fragment
    )
    url = _joined(split)
    if len(url) > MAX_LENGTH:
        return None
    secured = not unwrapped and first.startswith("https://") and not _WEB.search(seen)
    return Address(
        url, _key(split), shown_host(split.host), tuple(removed), tuple(warnings), unwrapped, secured
    )


def as_written(text: str) -> str:
    """The address that a text holds, letter for letter as it stands there; the text where it holds none."""
    return _first(text) or text


def link(text: str) -> str:
    """Give the address as it may stand in an `href`, or "" when it may not be linked at all.

    Allowed are http and https with a host, and mailto with an address: no user info, no white space
    or control characters, no marks that turn the direction of text (nor percent-encoded ones), at
    most 8192 characters. A safe address comes back as it is, but for characters that end an
    attribute or a Markdown link, which are percent-encoded.
    """
    text = text.strip(" \t\n") if text else ""
    if not text or len(text) > MAX_LENGTH or _BAD.search(text) or _BIDI.search(text):
        return ""
    if "%" in text and (
        _BIDI.search(unquote(text, errors="replace")) or _BAD.search(unquote(_authority(text)))
    ):
        return ""
    if _MAILTO.fullmatch(text):
        return "" if re.search("(?i)%0[ad]", text) else _bounded(_UNSAFE.sub(_quoted, text))
    split = _split(text)
    if split is None or split.user or "\\" in _authority(text):
        return ""
    return _bounded(_UNSAFE.sub(_quoted, text))


def _bounded(text: str) -> str:
    return text if len(text) <= MAX_LENGTH else ""


def _authority(text: str) -> str:
    found = re.match(r"[^:]*:/*([^/?#]*)", text)
    return found[1] if found else ""


def _first(text: str) -> str:
    """The first address in a text, with the scheme that a bare one lacks; "" when there is none."""
    text = text.strip()
    if _REFUSED.match(text):
        return ""
    found = _WEB.search(text)
    if found is None:
        bare = text.removeprefix("<").removesuffix(">").strip()
        if bare.startswith("//"):
            return "https:" + bare if not re.search(r"\s", bare) else ""
        return "https://" + bare if _BARE.fullmatch(bare) and _is_public(bare) else ""
    rest = text[found.start() :]
    if found.start() and text[found.start() - 1] == "<":
        return rest.split(">", 1)[0].strip()
    word = re.split(r"[\s<>]", rest, maxsplit=1)[0]
    whole = word == text
    if not whole:
        word = _without_closers(word)
        split = _split(word)
        if split and "." not in split.host and not split.host.startswith("["):
            return ""  # "http://exa mple.com": half a host is no address
    return word


def _is_public(bare: str) -> bool:
    host = ascii_host(re.split(r"[/?#:]", bare, maxsplit=1)[0])
    return bool(host and registrable(host, known=True))


def _without_closers(word: str) -> str:
    """A word without the punctuation of the sentence it stood in; a balanced `)` belongs to the address."""
    while word:
        last = word[-1]
        if last in ".,;:!?'\"”’»*…" or (last in _CLOSERS and word.count(last) > word.count(_CLOSERS[last])):
            word = word[:-1]
        else:
            break
    return word


def _split(text: str) -> _Split | None:
    found = None if _BAD.search(text) else _PARTS.fullmatch(text)
    if found is None or "\\" in found[2]:
        return None
    user, at, place = found[2].rpartition("@")
    host, port = _host_and_port(place)
    if not host or (found[3] and not found[3].startswith("/")):
        return None
    scheme = found[1].lower()
    if port is None or (port and not 0 < int(port) < 65536):
        return None
    if port and int(port) == {"http": 80, "https": 443}[scheme]:
        port = ""
    return _Split(scheme, user or at, host, str(int(port)) if port else "", found[3], found[4], found[5])


def _host_and_port(place: str) -> tuple[str, str | None]:
    found = re.fullmatch(r"(\[[^\]]*\]|[^:\[\]]*)(?::(\d{0,5}))?", place, re.ASCII)
    if found is None:
        return "", None
    host = found[1] if found[1].startswith("[") else unquote(found[1], errors="replace")
    return ascii_host(host), found[2] or ""


def _wrapped(split: _Split) -> str:
    """The address that a redirector's query carries, or ""."""
    for host, path, names in _WRAPPERS:
        if host.fullmatch(split.host) and split.path.startswith(path):
            pairs = [part.partition("=") for part in reversed((split.query or "").split("&"))]
            parts = {name: value for name, _, value in pairs}
            for name in names:
                target = unquote(parts.get(name, ""))
                if _WEB.match(target) and _split(target):
                    return target
    return ""


def _without_tracking(query: str | None, names: tuple[str, ...], removed: list[str]) -> str | None:
    if not query:
        return None
    kept, gone = without_tracking(query, names)
    removed += gone
    return kept or None


def _without_dots(path: str) -> str:
    """The path with `.` and `..` carried out (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    steps = path.split("/")[1:] or [""]
    for place, step in enumerate(steps):
        plain = step.replace("%2e", ".").replace("%2E", ".")
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(step)
            continue
        if place == len(steps) - 1:
            kept.append("")
    return "/" + "/".join(kept)


def _joined(split: _Split) -> str:
    port = f":{split.port}" if split.port else ""
    query = f"?{_UNSAFE.sub(_quoted, split.query)}" if split.query else ""
    fragment = f"#{_UNSAFE.sub(_quoted, split.fragment)}" if split.fragment else ""
    return f"{split.scheme}://{split.host}{port}{split.path}{query}{fragment}"


def _key(split: _Split) -> str:
    fragment = split.fragment if split.fragment and _ROUTE.match(split.fragment) else None
    path = split.path.rstrip("/")
    whole = _joined(split._replace(host=split.host.removeprefix("www."), path=path, fragment=fragment))
    return _encoded(whole.partition("://")[2])


def _encoded(text: str) -> str:
    """One spelling for what percent-encoding spells in several ways (RFC 3986, 6.2.2)."""
    ascii_only = "".join(
        each if each.isascii() else _quoted_char(each) for each in unicodedata.normalize("NFC", text)
    )
    return _PERCENT.sub(_decoded, ascii_only)


def _decoded(found: re.Match[str]) -> str:
    char = chr(int(found[1], 16))
    return char if char in _UNRESERVED else found[0].upper()


def _quoted(found: re.Match[str]) -> str:
    return _quoted_char(found[0])


def _quoted_char(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())
