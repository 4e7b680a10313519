"""Merging the full-text index in quiet moments, so that no save waits for it."""

from typing import Final

from sqlalchemy import Connection

_PAGES: Final = 500
"""Merging stops for the time being when it has written so many pages of the index anew, in some 20 ms."""

_SET = "INSERT INTO search_index(search_index, rank) VALUES (?, ?)"

# Every commit adds a segment. By default FTS5 merges them within every tenth commit or so, which then takes
# twice as long.
_SETTINGS: Final = {"automerge": 0, "crisismerge": 256}
_IS_PUT_OFF = "SELECT v FROM search_index_config WHERE k = 'crisismerge'"


def put_off(connection: Connection) -> None:
    """Have the index merged by `merge`, and in a commit only when very many segments have come together."""
    for setting in _SETTINGS.items():
        connection.exec_driver_sql(_SET, setting).close()


def merge(connection: Connection) -> None:
    """Merge some of what recent commits have added to the index; runs within a write transaction."""
    if connection.exec_driver_sql(_IS_PUT_OFF).scalar() != _SETTINGS["crisismerge"]:
        put_off(connection)
    connection.exec_driver_sql(_SET, ("merge", _PAGES)).close()
