"""In how many briefs each stem stands: kept by every save, in its own transaction."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from briefdesk.store.indexed import Indexed, compared
from briefdesk.store.schema import terms
from briefdesk.store.stems import Stems

BRIEFS = ""
"""The stem under which the briefs themselves are counted."""

_MORE = (
    insert(terms)
    .values(stem=bindparam("word"), briefs=1)
    .on_conflict_do_update(index_elements=[terms.c.stem], set_={"briefs": terms.c.briefs + 1})
)
_LESS = update(terms).where(terms.c.stem == bindparam("word")).values(briefs=terms.c.briefs - 1)
_GONE = delete(terms).where(terms.c.stem == bindparam("word"), terms.c.briefs <= 0)
# One parameter, however many stems: thousands of them are asked for at a time.
_ASKED = select(terms.c.stem, terms.c.briefs).where(
    terms.c.stem.in_(select(func.json_each(bindparam("asked")).table_valued("value").c.value))
)


def follow(connection: Connection, stems: Stems, old: Indexed | None, new: Indexed) -> None:
    """Count a brief's stems as they are now; only those that came or went touch the table."""
    before = stems.of(compared(old)) | {BRIEFS} if old else frozenset[str]()
    after = stems.of(compared(new)) | {BRIEFS}
    came, went = after - before, before - after
    if came:
        connection.execute(_MORE, [{"word": stem} for stem in sorted(came)])
    if went:
        gone = [{"word": stem} for stem in sorted(went)]
        connection.execute(_LESS, gone)
        connection.execute(_GONE, gone)


def of(connection: Connection, stems: Iterable[str]) -> dict[str, int]:
    """In how many briefs each of these stems stands; those in none are left out."""
    asked = json.dumps(list(stems))
    return {row.stem: row.briefs for row in connection.execute(_ASKED, {"asked": asked})}
