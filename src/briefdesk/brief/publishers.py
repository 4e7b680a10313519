"""The publisher of a web address: a shipped table of outlets, big platforms, else a guess."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from briefdesk.brief.host import is_named, registrable, shown_host
from briefdesk.brief.url import canonical
from briefdesk.paths import resources

_NONE: Mapping[str, str] = {}

# On these hosts the first step of the path, or the name before the host, is the publication.
_ACCOUNT_IN_PATH = {
    "github.com": ("GitHub: ", re.compile(r"[A-Za-z0-9-]+")),
    "gitlab.com": ("GitLab: ", re.compile(r"[A-Za-z0-9_.-]+")),
    "medium.com": ("Medium: ", re.compile(r"@[A-Za-z0-9_.-]+")),
    "youtube.com": ("YouTube: ", re.compile(r"@[^\s/@]+")),
    "m.youtube.com": ("YouTube: ", re.compile(r"@[^\s/@]+")),
    "substack.com": ("Substack: ", re.compile(r"@[A-Za-z0-9_-]+")),
}
_ACCOUNT_IN_HOST = frozenset(
    {
        *(
            "substack.com",
            "medium.com",
            "github.io",
            "gitlab.io",
            "wordpress.com",
            "blogspot.com",
            "ghost.io",
        ),
        *("tumblr.com", "beehiiv.com", "buttondown.email", "netlify.app", "vercel.app", "pages.dev"),
    }
)
_DULL = frozenset(
    {"www", "m", "amp", "mobile", "news", "edition", "en", "blog", "blogs", "beta", "old", "new"}
)
_NOT_ACCOUNTS = frozenset(
    {
        *("about", "features", "topics", "orgs", "search", "marketplace", "explore", "login", "pricing"),
        *("sponsors", "settings", "notifications", "trending", "collections", "security", "enterprise"),
    }
)
# Letters that stand for something and are written in capitals.
_CAPITALS = frozenset(
    (
        *("abc", "ai", "ap", "bbc", "cbc", "cbs", "cnn", "dw", "ea", "eff", "eu", "ft", "ibm"),
        *("ieee", "itv", "mit", "nasa", "nbc", "nhk", "npr", "pbs", "rtl", "sky", "tv", "uk"),
        *("un", "us", "usa"),
    )
)


def publisher_of(url: str, remembered: Mapping[str, str] = _NONE, told: str = "") -> str:
    """The name of who publishes at an address; "" for numbers, machines nearby, and what is no address.

    What is remembered, by `publisher_key`, comes before what we know ourselves, then what the page has
    `told` of itself, and last a guess from the host.
    """
    name, path = _host_and_path(url)
    if not name:
        return ""
    if remembered and (own := remembered_publisher(url, remembered)):
        return own
    if not is_named(name):
        return told
    return _account(name, path) or _known(name) or told or _guess(name)


def publisher_key(url: str) -> str:
    """Where a name for the publisher holds: a host, with the account where one host has many; "" for none."""
    host, path = _host_and_path(url)
    if not host:
        return ""
    bare = _bare(host)
    if bare in _ACCOUNT_IN_PATH and _account(bare, path) != _account(bare, ""):
        return f"{bare}/{path.strip('/').split('/')[0]}".lower()
    return bare


def remembered_publisher(url: str, remembered: Mapping[str, str]) -> str:
    """The name that somebody gave to the publisher of an address; a name also stands for hosts under it."""
    key = publisher_key(url)
    if not key or key in remembered or "/" in key or not is_named(key):
        return remembered.get(key, "")
    owned = registrable(key)
    labels = key.split(".")
    for start in range(1, len(labels) - owned.count(".") if owned else 1):
        if found := remembered.get(".".join(labels[start:])):
            return found
    return ""


def _host_and_path(url: str) -> tuple[str, str]:
    address = canonical(url)
    host = re.match(r"https?://(\[[^\]]*\]|[^/:?#]*)", address.url) if address else None
    if host is None or address is None:
        return "", ""
    path = address.url[host.end() :].lstrip("0123456789:").split("?")[0].split("#")[0]
    return host[1], path


def _bare(host: str) -> str:
    """A host without the parts before it that mean no other publication."""
    for each in ("www.", "m.", "amp.", "mobile."):
        if host.startswith(each) and registrable(host) != host:
            return host.removeprefix(each)
    return host


@cache
def known_publishers() -> Mapping[str, str]:
    """The shipped table: host without `www.` to name."""
    with (resources() / "publishers.toml").open("rb") as file:
        return {host: name for group in tomllib.load(file).values() for host, name in group.items()}


def _known(host: str) -> str:
    table = known_publishers()
    labels = host.split(".")
    for start in range(len(labels) - 1):
        found = table.get(".".join(labels[start:]))
        if found:
            return found
    return ""


def _account(host: str, path: str) -> str:
    site, _, rest = host.partition(".")
    if rest in _ACCOUNT_IN_HOST and site not in _DULL:
        return _titled(_shown(site))
    bare = host.removeprefix("www.")
    if bare in _ACCOUNT_IN_PATH:
        prefix, allowed = _ACCOUNT_IN_PATH[bare]
        first = path.strip("/").split("/")[0]
        if allowed.fullmatch(first) and first not in _NOT_ACCOUNTS:
            return prefix + first.removeprefix("@")
        return prefix.removesuffix(": ")
    return ""


def _guess(host: str) -> str:
    owned = registrable(host)
    return _titled(_shown(owned.split(".")[0])) if owned else ""


def _shown(label: str) -> str:
    return shown_host(label) if label.startswith("xn--") else label


def _titled(label: str) -> str:
    words = [word for word in re.split(r"[-_]+", label) if word]
    return " ".join(word.upper() if word in _CAPITALS else word[:1].upper() + word[1:] for word in words)
