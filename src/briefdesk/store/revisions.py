"""Kept states of briefs: cut at pauses, switches, imports and the like, and brought back on demand."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from briefdesk.brief import moments
from briefdesk.brief.errors import KnownError
from briefdesk.brief.fields import READER_FIELDS
from briefdesk.brief.model import Brief, Status
from briefdesk.store import bodies
from briefdesk.store.errors import NoSuchBrief
from briefdesk.store.records import Revision
from briefdesk.store.schema import revision_bytes, revisions

BEFORE_TOO: Final = frozenset({"import", "restore", "merge", "rename", "replace"})
"""Reasons that also keep the state before: an edit that no pause of the writer's has closed."""

_HOUSEKEEPING = frozenset({"id", "created_at", "updated_at"})
_STANDING = ("status", "published_at", "slug")


def changed_fields(before: Brief | None, after: Brief) -> tuple[str, ...]:
    """Names of the fields in which two states differ, in order; for a first state all that is set."""
    other = before or Brief()
    return tuple(
        each.name
        for each in fields(Brief)
        if each.name not in _HOUSEKEEPING and getattr(other, each.name) != getattr(after, each.name)
    )


def cut(connection: Connection, key: int, brief: Brief, reason: str, author: str) -> int | None:
    """Keep a state of the brief of that key, unless the last kept one is the same; gives its number."""
    last = connection.execute(
        select(revisions.c.number, revision_bytes, revisions.c.sha256)
        .where(revisions.c.brief == key)
        .order_by(revisions.c.number.desc())
        .limit(1)
    ).first()
    before = _sound(brief.id, last.body, last.sha256) if last else None
    changed = changed_fields(before, brief)
    if last and before is not None and not changed:
        return None
    number = last.number + 1 if last else 1
    body, sha256 = bodies.close(brief)
    connection.execute(
        insert(revisions).values(
            brief=key,
            number=number,
            at=moments.now(),
            author=author,
            reason=reason,
            changed=json.dumps(changed),
            sha256=sha256,
            body=body,
        )
    )
    return number


def listed(connection: Connection, key: int) -> list[Revision]:
    """Kept states of a brief, newest first."""
    columns = revisions.c
    rows = connection.execute(
        select(columns.number, columns.at, columns.author, columns.reason, columns.changed)
        .where(columns.brief == key)
        .order_by(columns.number.desc())
    )
    return [_revision(row) for row in rows]


def one(connection: Connection, key: int, id: str, number: int) -> Brief:
    """A kept state.

    Raises:
        NoSuchBrief: there is no revision of that number.
        DamagedBrief: it is not what was kept.
    """
    row = connection.execute(
        select(revision_bytes, revisions.c.sha256).where(
            revisions.c.brief == key, revisions.c.number == number
        )
    ).first()
    if row is None:
        raise NoSuchBrief(id, f"brief {id} has no revision {number}")
    return bodies.open_(id, row.body, row.sha256)


def brought_back(present: Brief, kept: Brief, field: str) -> Brief:
    """The brief after one field, or everything, has been brought back from a kept state.

    A published brief stays published, under its slug; a ready one whose text changes returns to review.

    Raises:
        KnownError: a brief has no such field.
    """
    if field:
        names = {each.name for each in fields(Brief)} - {"id", "created_at", "updated_at", "extra"}
        if field not in names:
            raise KnownError(f"a brief has no field {field!r}", todo=f"one of {', '.join(sorted(names))}")
        back = replace(present, **{field: getattr(kept, field)})
    else:
        back = replace(kept, id=present.id, created_at=present.created_at, updated_at=present.updated_at)
        if present.status is Status.PUBLISHED:
            back = replace(back, **{name: getattr(present, name) for name in _STANDING})
    if back.status is Status.READY and READER_FIELDS.intersection(changed_fields(present, back)):
        back = replace(back, status=Status.REVIEW)
    return back


def _sound(id: str, body: bytes, sha256: bytes) -> Brief | None:
    return bodies.open_(id, body, sha256) if bodies.is_whole(body, sha256) else None


def _revision(row: Any) -> Revision:
    names: Sequence[str] = json.loads(row.changed)
    return Revision(row.number, row.at, row.author, row.reason, tuple(names))
