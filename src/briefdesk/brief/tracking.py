"""Parts of a web address that tell where a reader came from, and nothing of the story."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

SHIPPED = (
    *(
        "utm_*",
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
    ),
    *("li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp"),
    *("mkt_tok", "oly_*", "vero_id", "ref_src", "sr_share", "wt.*", "spm", "mibextid", "_openstat"),
)
"""Names of such parts of a query, in lower case; `*` stands for any end."""

REMOVE, KEEP = "remove", "keep"
"""What a library settles for a name: that it goes, or that it stays although we would take it out."""


def tracking_names(settled: Mapping[str, str]) -> tuple[str, ...]:
    """The list in force: the shipped one, changed by what a library has settled for single names."""
    kept = [name for name in SHIPPED if settled.get(name) != KEEP]
    added = sorted(name for name, what in settled.items() if what == REMOVE and name not in SHIPPED)
    return (*kept, *added)


def settled_by(names: Iterable[str]) -> Mapping[str, str]:
    """What is to be settled so that this list is in force: its differences from the shipped one."""
    wanted = {name for each in names if (name := each.strip().lower())}
    gone = {name: KEEP for name in SHIPPED if name not in wanted}
    return gone | {name: REMOVE for name in sorted(wanted) if name not in SHIPPED}


def refused_name(name: str) -> bool:
    """Whether a name may not stand in the list: it could not be in a query, or would take everything."""
    name = name.strip()
    bare = name.removesuffix("*")
    return not bare or any(each.isspace() or each in "*&=?#/" for each in bare)


def without_tracking(query: str, names: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """A query without the parts of these names, in its own order, and the names that were taken out."""
    wanted, kept, removed = tuple(names), list[str](), list[str]()
    for part in query.split("&"):
        name = unquote(part.partition("=")[0])
        if _is_named(name.lower(), wanted):
            removed.append(name)
        else:
            kept.append(part)
    return "&".join(kept), tuple(removed)


def _is_named(name: str, names: tuple[str, ...]) -> bool:
    return any(name.startswith(each[:-1]) if each.endswith("*") else name == each for each in names)
