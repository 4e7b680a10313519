"""The address of a story behind that of its AMP copy, read off the address alone."""

import re
from urllib.parse import unquote

_PARTS = re.compile(r"(https?://)([^/?#]+)([^?#]*)(?:\?([^#]*))?(#.*)?")
_CACHE = re.compile(r"(?:[a-z0-9-]+\.)?cdn\.ampproject\.org|(?:www\.)?google(?:\.[a-z]{2,3}){1,2}")
_CACHED = re.compile(r"/(?:amp|[acv])/(s/)?([^/]+\.[^/]+)(/.*)?")


def without_amp(url: str) -> str:
    """The address of the full page, for a canonical address that seems to be of an AMP page; else "".

    A guess: that the full page is there can only be seen by opening it, so it is offered and not done.
    """
    found = _PARTS.fullmatch(url)
    if found is None:
        return ""
    scheme, host, path, query, fragment = (each or "" for each in found.groups())
    if _CACHE.fullmatch(host):
        return _behind_cache(path, query)
    plain = host.removeprefix("amp.") if host.startswith("amp.") and host.count(".") > 1 else host
    short = re.sub(r"(?<=/)amp/|/amp/?$|(?<=[\w-])\.amp(?=\.html?$|$)", "", path)
    parts = [part for part in query.split("&") if part and not _says_amp(part)]
    if (plain, short, len(parts)) == (host, path, len([part for part in query.split("&") if part])):
        return ""
    return f"{scheme}{plain}{short or '/'}{'?' if parts else ''}{'&'.join(parts)}{fragment}"


def _behind_cache(path: str, query: str) -> str:
    found = _CACHED.fullmatch(path)
    if found is None:
        return ""
    asked = f"?{query}" if query else ""
    whole = f"{'https' if found[1] else 'http'}://{unquote(found[2])}{found[3] or '/'}{asked}"
    return without_amp(whole) or whole


def _says_amp(part: str) -> bool:
    name, _, value = part.lower().partition("=")
    return (name == "amp" and value in ("", "1", "true")) or (name == "outputtype" and value == "amp")
