"""The house glossary: what is known of each term, and what the newsroom settles about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.sql.elements import ColumnElement

from briefdesk.brief import moments
from briefdesk.brief.naming import names, term_key
from briefdesk.brief.text import folded
from briefdesk.store import definitions as known
from briefdesk.store import house
from briefdesk.store.records import Entry, Use, Wording
from briefdesk.store.schema import briefs, definition_uses, definitions

WORDING: Final = "wording"
"""The kind of settlement that names the house wording of a term, by the term's key."""

MERGED: Final = "merged-term"
"""The kind of settlement that says as which other one a term counts; both are keys."""

_IN_NO_TRASH: Final = briefs.c.trashed == 0


@dataclass(slots=True)
class _Gathered:
    """What is known of one term, while it is put together."""

    spelled: dict[str, str] = field(default_factory=dict)  # spelling of each key, by the time it was used
    wordings: dict[str, tuple[str, str]] = field(default_factory=dict)  # time and spelling
    uses: set[int] = field(default_factory=set)
    last: str = ""


def listed(connection: Connection, query: str, limit: int | None) -> list[Entry]:
    """The terms that hold the query's words in a spelling or a wording, in alphabetical order."""
    merged, chosen = house.listed(connection, MERGED, ""), house.listed(connection, WORDING, "")
    found = _gathered(connection, merged)
    asked = folded(query).split()
    entries = [_entry(key, each, chosen.get(key, "")) for key, each in found.items()]
    kept = [each for each in entries if _holds(each, found[each.key], asked)]
    kept.sort(key=lambda each: (folded(each.term), each.key))
    return kept[:limit]


def wordings(connection: Connection, term: str, limit: int | None) -> list[Wording]:
    """How a term has been explained: the house wording first, then the one used last."""
    keys = _keys_of(connection, term)
    chosen = house.listed(connection, WORDING, "").get(keys[0], "") if keys else ""
    rows = connection.execute(
        select(definitions.c.wording, definitions.c.spelled, definitions.c.at).where(
            definitions.c.term.in_(keys), definitions.c.wording != ""
        )
    ).all()
    newest: dict[str, tuple[str, str]] = {}
    for wording, spelled, at in rows:
        if wording not in newest or newest[wording][0] < at:
            newest[wording] = (at, spelled)
    if chosen and chosen not in newest:
        newest[chosen] = ("", term.strip())
    order = sorted(newest, key=lambda each: (each == chosen, newest[each][0]), reverse=True)[:limit]
    uses = _uses(connection, definition_uses.c.term.in_(keys))
    return [
        Wording(each, newest[each][1], newest[each][0], each == chosen, tuple(uses.get(each, ())))
        for each in order
    ]


def uses_of(connection: Connection, term: str) -> list[Use]:
    """The briefs outside the trash that have a term, explained or not, newest first."""
    found = _uses(connection, definition_uses.c.term.in_(_keys_of(connection, term)))
    by_id = {use.id: use for each in found.values() for use in each}
    return [by_id[id] for id in briefs_with(connection, term) if id in by_id]


def term_names(connection: Connection) -> Mapping[str, str]:
    """The spelling of each explained term by its key, and by the key of each of its other names."""
    merged = house.listed(connection, MERGED, "")
    query = select(definitions.c.term, definitions.c.spelled).where(definitions.c.wording != "")
    found: dict[str, str] = {}
    for key, spelled in connection.execute(query.order_by(definitions.c.at)):
        if key not in merged:
            found[key] = spelled
            found |= {other: spelled for name in names(spelled) if (other := term_key(name))}
    return found | {key: found[into] for key, into in merged.items() if into in found}


def briefs_with(connection: Connection, term: str) -> list[str]:
    """Ids of the briefs outside the trash that have a term, newest first."""
    query = (
        select(briefs.c.id)
        .join(definition_uses, definition_uses.c.brief == briefs.c.key)
        .where(definition_uses.c.term.in_(_keys_of(connection, term)), _IN_NO_TRASH)
        .distinct()
        .order_by(briefs.c.place.desc())
    )
    return list(connection.scalars(query))


def choose(connection: Connection, term: str, wording: str, instead_of: str) -> None:
    """Make a wording the one of the house; the draft of it that was chosen before is forgotten."""
    if not (keys := _keys_of(connection, term)) or not wording.strip():
        return
    house.settle(connection, WORDING, {keys[0]: wording.strip()}, "")
    known.note(connection, keys[0], wording.strip(), _spelling(connection, keys[0], term), moments.now())
    if instead_of and instead_of != wording.strip():
        forget(connection, term, instead_of)


def unchoose(connection: Connection, term: str) -> None:
    """Have no wording of the house any more."""
    house.unsettle(connection, WORDING, _keys_of(connection, term)[:1], "")


def add(connection: Connection, entries: Sequence[tuple[str, str]]) -> int:
    """Make terms with their wordings known; gives how many wordings are new."""
    new = 0
    for term, wording in entries:
        keys, words = _keys_of(connection, term), wording.strip()
        if not keys or not words:
            continue
        there = {
            each
            for (each,) in connection.execute(
                select(definitions.c.wording).where(definitions.c.term.in_(keys), definitions.c.wording != "")
            )
        }
        new += words not in there
        known.note(connection, keys[0], words, term.strip(), moments.now())
        if not there:
            house.settle(connection, WORDING, {keys[0]: words}, "")
    return new


def add_term(connection: Connection, term: str) -> None:
    """Make a term known that is still to be explained."""
    if keys := _keys_of(connection, term):
        known.note(connection, keys[0], "", term.strip(), moments.now())


def merge(connection: Connection, term: str, into: str) -> None:
    """Have a term, and what was merged into it, count as another."""
    keys, target = _keys_of(connection, term), _keys_of(connection, into)
    if not keys or not target or keys[0] == target[0]:
        return
    house.settle(connection, MERGED, dict.fromkeys(keys, target[0]), "")


def unmerge(connection: Connection, term: str) -> None:
    """Have a term stand for itself."""
    house.unsettle(connection, MERGED, [term_key(term)], "")


def forget(connection: Connection, term: str, wording: str | None) -> bool:
    """Forget a wording, or all of them, unless a brief has it, also one in the trash; tells whether."""
    keys = _keys_of(connection, term)
    used, kept = definition_uses.c.term.in_(keys), definitions.c.term.in_(keys)
    if wording is not None:
        used, kept = used & (definition_uses.c.wording == wording), kept & (definitions.c.wording == wording)
    if connection.execute(select(definition_uses.c.brief).where(used).limit(1)).first():
        return False
    connection.execute(delete(definitions).where(kept))
    chosen = house.listed(connection, WORDING, "")
    gone = [key for key in keys if key in chosen and wording in (None, chosen[key])]
    house.unsettle(connection, WORDING, gone, "")
    if wording is None:
        house.unsettle(connection, MERGED, [key for key in keys if key != keys[0]], "")
    return True


def _keys_of(connection: Connection, term: str) -> list[str]:
    """The key under which a term counts, and those of all terms that count as the same."""
    key = term_key(term)
    if not key:
        return []
    merged = house.listed(connection, MERGED, "")
    main = merged.get(key, key)
    return [main, *(other for other, into in merged.items() if into == main and other != main)]


def _spelling(connection: Connection, key: str, term: str) -> str:
    """How a term is spelled that is spelled otherwise when it is merged into another."""
    if term_key(term) == key:
        return term.strip()
    query = select(definitions.c.spelled).where(definitions.c.term == key).order_by(definitions.c.at.desc())
    return connection.scalar(query.limit(1)) or term.strip()


def _gathered(connection: Connection, merged: Mapping[str, str]) -> dict[str, _Gathered]:
    found: dict[str, _Gathered] = {}
    query = select(definitions.c.term, definitions.c.wording, definitions.c.spelled, definitions.c.at)
    for key, wording, spelled, at in connection.execute(query.order_by(definitions.c.at)):
        each = found.setdefault(merged.get(key, key), _Gathered())
        each.spelled[key] = spelled
        each.last = max(each.last, at)
        if wording:
            each.wordings[wording] = (at, spelled)
    uses = select(definition_uses.c.term, definition_uses.c.brief).join(
        briefs, briefs.c.key == definition_uses.c.brief
    )
    for key, brief in connection.execute(uses.where(_IN_NO_TRASH)):
        if each := found.get(merged.get(key, key)):
            each.uses.add(brief)
    return found


def _entry(key: str, each: _Gathered, chosen: str) -> Entry:
    newest = max(each.wordings, key=lambda words: each.wordings[words][0], default="")
    also = tuple(spelled for other, spelled in each.spelled.items() if other != key)
    return Entry(
        key=key,
        term=each.spelled.get(key) or next(iter(each.spelled.values())),
        definition=chosen or newest,
        is_house=bool(chosen),
        uses=len(each.uses),
        wordings=len(each.wordings),
        at=each.last,
        also=also,
    )


def _holds(entry: Entry, each: _Gathered, asked: Iterable[str]) -> bool:
    if not asked:
        return True
    text = folded("\n".join((*each.spelled.values(), entry.definition, *each.wordings)))
    return all(word in text for word in asked)


def _uses(connection: Connection, condition: ColumnElement[bool]) -> dict[str, list[Use]]:
    query = (
        select(definition_uses.c.wording, briefs.c.id, briefs.c.headline, briefs.c.status)
        .join(briefs, briefs.c.key == definition_uses.c.brief)
        .where(condition, _IN_NO_TRASH)
        .order_by(briefs.c.place.desc())
    )
    found: dict[str, list[Use]] = {}
    for wording, id, headline, status in connection.execute(query):
        found.setdefault(wording, []).append(Use(id, headline, status))
    return found
