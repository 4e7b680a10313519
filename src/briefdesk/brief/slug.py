"""Slugs: the short ASCII name of a brief in links and file names."""

import re
import unicodedata

from anyascii import anyascii

from briefdesk.brief.model import Brief

MAX_BYTES = 80
"""Longest slug; longer ones are cut at a word boundary, so that paths stay short on every system."""

# Names that Windows keeps for devices, with any ending, and that a web server or a desktop reads itself.
_RESERVED = re.compile(
    r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$"
    r"|index|robots|desktop|sitemap|favicon|thumbs|feed|404"
)
_NUMBERED = re.compile(r"-[2-9]$|-[1-9][0-9]+$")


def make_slug(headline: str) -> str:
    """Make a slug: transliterated to a-z 0-9, words joined by hyphens, at most 80 bytes.

    "" when no letter or digit is left (a headline of emoji only).
    """
    text = unicodedata.normalize("NFKC", headline).replace("'", "").replace("’", "").replace("‘", "")
    text = re.sub(r"(?<=\d)[.,](?=\d)", "-", text).replace("&", " and ").replace("%", " percent ")
    ascii_only = anyascii("".join(_spaced(each) for each in text))
    words = re.findall(r"[a-z0-9]+", ascii_only.lower())
    return _cut(words)


def fallback_slug(created_at: str, id: str) -> str:
    """The slug of a brief whose headline gives none: its date and the end of its id, which is chance."""
    short = re.sub(r"[^a-z0-9]", "", id.lower())[-6:]
    date = created_at[:10] if re.match(r"\d{4}-\d\d-\d\d", created_at) else ""
    return "-".join(part for part in (date, short) if part) or "brief"


def is_made_from(slug: str, headline: str) -> bool:
    """Tell whether a slug is the automatic one of a headline, also with `-2` for a twin."""
    made = make_slug(headline)
    if not made:
        return False
    return slug == made or (_NUMBERED.search(slug) is not None and _NUMBERED.sub("", slug) == made)


def is_automatic(brief: Brief) -> bool:
    """Tell whether a brief's slug is the one of its headline, or the one of a brief without any."""
    if is_made_from(brief.slug, brief.headline):
        return True
    return not make_slug(brief.headline) and brief.slug == fallback_slug(brief.created_at, brief.id)


def file_stem(slug: str, id: str) -> str:
    """The name of a brief's file without its ending, safe on all systems and for any slug.

    A slug that a person typed may hold anything; what a file system or web server would read in its
    own way is changed, and the id's end is added so that no two briefs share the name by that.
    """
    stem = unicodedata.normalize("NFC", slug)
    kept = re.sub(r"-{2,}", "-", re.sub(r"[^\w.-]", "-", anyascii(stem).lower(), flags=re.ASCII))
    kept = kept.strip("-._~ ")[:MAX_BYTES].rstrip("-._~ ")
    short = re.sub(r"[^a-z0-9]", "", id.lower())[-6:]
    if not kept:
        return f"brief-{short}" if short else "brief"
    if _RESERVED.fullmatch(kept.split(".")[0]):
        return f"{kept.split('.')[0]}-{short or 'brief'}"
    return kept if kept == slug else f"{kept}-{short}".removesuffix("-")


def _spaced(char: str) -> str:
    # anyascii writes emoji as `:grinning:`, and runs ideographs together as it does letters.
    category = unicodedata.category(char)
    if category[0] in "SCZ" or (category[0] == "P" and char not in "-_"):
        return " "
    return f" {char} " if "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff" else char


def _cut(words: list[str]) -> str:
    """Words joined by hyphens, as many as fit; one overlong word is cut in itself."""
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > MAX_BYTES:
            return slug or word[:MAX_BYTES]
        slug = longer
    return slug
