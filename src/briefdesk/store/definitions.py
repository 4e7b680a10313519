"""Which brief explains which term in which words: kept by every save that touches terms."""

from collections.abc import Mapping, Set
from typing import Final

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from briefdesk.brief.model import Brief
from briefdesk.brief.naming import term_key
from briefdesk.store.schema import definition_uses, definitions

Pair = tuple[str, str]
"""The key of a term, and a wording; "" where there is none yet."""

_OF_BRIEF: Final = definition_uses.c.brief == bindparam("row")
_STORED: Final = select(definition_uses.c.term, definition_uses.c.wording).where(_OF_BRIEF)
_NO_MORE: Final = delete(definition_uses).where(
    _OF_BRIEF,
    definition_uses.c.term == bindparam("key"),
    definition_uses.c.wording == bindparam("words"),
)
_USE: Final = insert(definition_uses)
_new = upsert(definitions)
_NOTE: Final = _new.on_conflict_do_update(
    index_elements=[definitions.c.term, definitions.c.wording],
    set_={
        "spelled": _new.excluded.spelled,
        "at": func.max(definitions.c.at, _new.excluded.at),
        "kept": func.max(definitions.c.kept, _new.excluded.kept),
    },
)
_used = exists().where(
    definition_uses.c.term == definitions.c.term, definition_uses.c.wording == definitions.c.wording
)
_DROP: Final = delete(definitions).where(
    definitions.c.term == bindparam("key"),
    definitions.c.wording == bindparam("words"),
    definitions.c.kept == 0,
    ~_used,
)
_KEEP: Final = (
    update(definitions)
    .where(
        definitions.c.kept == 0,
        exists().where(
            _OF_BRIEF,
            definition_uses.c.term == definitions.c.term,
            definition_uses.c.wording == definitions.c.wording,
        ),
    )
    .values(kept=1)
)


def defined(brief: Brief) -> Mapping[Pair, str]:
    """The terms of a brief with their wordings, and how each is spelled."""
    return {
        (key, entry.definition.strip()): entry.term.strip()
        for entry in brief.terms
        if (key := term_key(entry.term))
    }


def stored(connection: Connection, key: int) -> Set[Pair]:
    """The terms that are known of the brief of that internal number."""
    return {(row.term, row.wording) for row in connection.execute(_STORED, {"row": key})}


def follow(connection: Connection, key: int, brief: Brief, old: Brief | None) -> None:
    """Know a brief's terms as they are now; `old` is what was known, and may save looking."""
    if old is not None and (old.terms is brief.terms or old.terms == brief.terms):
        return
    now = defined(brief)
    before = stored(connection, key)
    if not now and not before:
        return
    for term, wording in before - now.keys():
        connection.execute(_NO_MORE, {"row": key, "key": term, "words": wording})
        connection.execute(_DROP, {"key": term, "words": wording})
    for term, wording in now.keys() - before:
        connection.execute(_USE, {"brief": key, "term": term, "wording": wording})
    at = brief.updated_at
    notes = [
        {"term": term, "wording": wording, "spelled": spelled, "at": at, "kept": 0}
        for (term, wording), spelled in now.items()
    ]
    if notes:
        connection.execute(_NOTE, notes)


def keep(connection: Connection, key: int) -> None:
    """Let the wordings of a brief be known from now on, whatever becomes of them in it."""
    connection.execute(_KEEP, {"row": key})


def note(connection: Connection, term: str, wording: str, spelled: str, at: str) -> None:
    """Let a wording be known from now on; `term` is a key."""
    values = {"term": term, "wording": wording, "spelled": spelled, "at": at, "kept": 1}
    connection.execute(_NOTE, values)
