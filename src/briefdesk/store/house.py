"""What the newsroom has settled beside its briefs, by kind and key, for one brief or for all."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from briefdesk.store.schema import house


def listed(connection: Connection, kind: str, brief: str) -> Mapping[str, str]:
    """The values of a kind by their keys: those for all briefs, and over them those of one."""
    rows = connection.execute(
        select(house.c.key, house.c.value)
        .where(house.c.kind == kind, house.c.brief.in_({"", brief}))
        .order_by(house.c.brief, house.c.key)
    )
    return {row.key: row.value for row in rows}


def settle(connection: Connection, kind: str, values: Mapping[str, str], brief: str) -> None:
    """Note values, in the place of what was noted under the same keys."""
    rows = [{"kind": kind, "key": key, "brief": brief, "value": value} for key, value in values.items()]
    if rows:
        statement = insert(house)
        update = {"value": statement.excluded.value}
        connection.execute(
            statement.on_conflict_do_update(index_elements=list(house.primary_key), set_=update), rows
        )


def unsettle(connection: Connection, kind: str, keys: Iterable[str], brief: str) -> None:
    """Strike out what was noted."""
    for key in keys:
        connection.execute(
            delete(house).where(house.c.kind == kind, house.c.key == key, house.c.brief == brief)
        )
