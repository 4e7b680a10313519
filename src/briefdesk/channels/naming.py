"""Names of exported files: safe on all systems, steady, and never shared by two briefs."""

import re
from collections.abc import Iterable, Mapping

from briefdesk.brief.slug import file_stem
from briefdesk.brief.text import folded


def stems(
    slugs: Mapping[str, str], held: Mapping[str, Iterable[str]], reserved: Iterable[str]
) -> dict[str, str]:
    """A file name without its ending for each brief, all different even where case does not count.

    `slugs` is by id of brief. `held` gives the stems a brief has in the folder now; it keeps its own
    when two want the same. `reserved` are stems of briefs that are not written this time.
    """
    wanted = {id: file_stem(slug, id) for id, slug in slugs.items()}
    taken = {folded(stem) for stem in reserved}
    order = sorted(wanted, key=lambda id: wanted[id] not in held.get(id, ()))
    given: dict[str, str] = {}
    for id in order:
        given[id] = _free(wanted[id], id, taken)
        taken.add(folded(given[id]))
    return given


def _free(stem: str, id: str, taken: set[str]) -> str:
    if folded(stem) not in taken:
        return stem
    short = re.sub(r"[^a-z0-9]", "", id.lower())[-6:]
    stem = f"{stem}-{short}" if short else stem
    number, found = 2, stem
    while folded(found) in taken:
        found = f"{stem}-{number}"
        number += 1
    return found
