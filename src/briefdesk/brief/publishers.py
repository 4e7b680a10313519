"""The publisher of a web address: a shipped table of outlets, big platforms, else a guess."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from briefdesk.brief.host import is_named, registrable, shown_host
from briefdesk.brief.url import canonical
from briefdesk.paths import resources

# On these hosts the first step of the path, or the name before the host, is the publication.
_ACCOUNT_IN_PATH = {
    "github.com": ("GitHub: ", re.compile(r"[A-Za-z0-9-]+")),
    "gitlab.com": ("GitLab: ", re.compile(r"[A-Za-z0-9_.-]+")),
    "medium.com": ("Medium: ", re.compile(r"@[A-Za-z0-9_.-]+")),
}
_ACCOUNT_IN_HOST = frozenset(
    {"substack.com", "medium.com", "github.io", "wordpress.com", "blogspot.com", "ghost.io", "tumblr.com"}
)
_DULL = frozenset(
    {"www", "m", "amp", "mobile", "news", "edition", "en", "blog", "blogs", "beta", "old", "new"}
)
_NOT_ACCOUNTS = frozenset(
    {"about", "features", "topics", "orgs", "search", "marketplace", "explore", "login"}
)
# Letters that stand for something and are written in capitals.
_CAPITALS = frozenset(
    (
        *("abc", "ai", "ap", "bbc", "cbc", "cbs", "cnn", "dw", "ea", "eff", "eu", "ft", "ibm"),
        *("ieee", "itv", "mit", "nasa", "nbc", "nhk", "npr", "pbs", "rtl", "sky", "tv", "uk"),
        *("un", "us", "usa"),
    )
)


def publisher_of(url: str) -> str:
    """The name of who publishes at an address; "" for numbers, machines nearby, and what is no address."""
    address = canonical(url)
    host = re.match(r"https?://([^/:?#]*)", address.url) if address else None
    if host is None or not is_named(host[1]):
        return ""
    name = host[1]
    path = address.url[host.end() :].lstrip("0123456789:").split("?")[0].split("#")[0] if address else ""
    return _account(name, path) or _known(name) or _guess(name)


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
