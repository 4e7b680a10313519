"""In how many briefs each stem stands: kept by every save, in its own transaction."""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, func, select, text
from sqlalchemy.dialects.sqlite import insert

from briefdesk.store.indexed import Indexed, compared
from briefdesk.store.prepared import Prepared
from briefdesk.store.schema import terms
from briefdesk.store.stems import Stems

BRIEFS = ""
"""The stem under which the briefs themselves are counted."""

_changes = func.json_each(bindparam("changes")).table_valued("key", "value")
_counted = insert(terms).from_select(
    ["stem", "briefs"],
    # SQLite takes the ON of ON CONFLICT for a join's without a WHERE before it.
    select(_changes.c.key, _changes.c.value).where(text("true")),
)
_COUNT = Prepared(
    _counted.on_conflict_do_update(
        index_elements=[terms.c.stem], set_={"briefs": terms.c.briefs + _counted.excluded.briefs}
    )
)
# One parameter, however many stems: thousands of them are asked for at a time.
_ASKED = select(terms.c.stem, terms.c.briefs).where(
    terms.c.stem.in_(select(func.json_each(bindparam("asked")).table_valued("value").c.value))
)


def follow(connection: Connection, stems: Stems, old: Indexed | None, new: Indexed) -> None:
    """Count a brief's stems as they are now; only those that came or went touch the table."""
    if old is None:
        changes = dict.fromkeys({BRIEFS} | stems.of(compared(new)), 1)
    else:
        came, went = stems.change(compared(old), compared(new))
        changes = dict.fromkeys(came, 1) | dict.fromkeys(went, -1)
    if changes:
        _COUNT.run(connection, {"changes": json.dumps(changes)})


def of(connection: Connection, stems: Iterable[str]) -> dict[str, int]:
    """In how many briefs each of these stems stands; those in none are left out."""
    asked = json.dumps(list(stems))
    found: Iterable[tuple[str, int]] = connection.execute(_ASKED, {"asked": asked}).all()
    return dict(found)


def counts(connection: Connection, stems: Stems, words: Iterable[str]) -> tuple[int, Mapping[str, int]]:
    """How many briefs there are, and in how many of them each word stands, in any inflected form."""
    by_word = stems.by_word(set(words))
    found = of(connection, {stem for asked in by_word.values() for stem in asked} | {BRIEFS})
    counted = {word: min((found.get(s, 0) for s in asked), default=0) for word, asked in by_word.items()}
    return found.get(BRIEFS, 0), counted
