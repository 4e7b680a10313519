"""What channels wrote where, so that only what has changed is written again, and only ours removed."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from briefdesk.store.records import Written
from briefdesk.store.schema import written


def listed(connection: Connection, channel: str, folder: str) -> Mapping[str, list[Written]]:
    """Files a channel wrote into a folder, by the id of their brief."""
    rows = connection.execute(
        select(written.c.brief, written.c.path, written.c.sha256)
        .where(written.c.channel == channel, written.c.folder == folder)
        .order_by(written.c.path)
    )
    found: dict[str, list[Written]] = {}
    for row in rows:
        found.setdefault(row.brief, []).append(Written(row.path, row.sha256))
    return found


def is_written(connection: Connection, id: str) -> bool:
    """Whether any channel has written a file of a brief that is noted still."""
    return connection.scalar(select(written.c.path).where(written.c.brief == id).limit(1)) is not None


def record(connection: Connection, channel: str, folder: str, entries: Iterable[tuple[str, Written]]) -> None:
    """Note files that a channel has written, by the id of their brief."""
    values = [
        {"channel": channel, "folder": folder, "path": each.path, "brief": id, "sha256": each.sha256}
        for id, each in entries
    ]
    if values:
        statement = insert(written)
        new = statement.excluded
        update = {"brief": new.brief, "sha256": new.sha256}
        connection.execute(
            statement.on_conflict_do_update(index_elements=list(written.primary_key), set_=update), values
        )


def forget(connection: Connection, channel: str, folder: str, paths: Iterable[str]) -> None:
    """Strike out files that are not there any more, or not ours."""
    for path in paths:
        connection.execute(
            delete(written).where(
                written.c.channel == channel, written.c.folder == folder, written.c.path == path
            )
        )
