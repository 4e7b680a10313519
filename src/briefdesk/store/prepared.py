"""Statements that run with every save: spelled by SQLAlchemy once, then handed to the driver as they are."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement

from briefdesk.store.connections import run

_Spelled = tuple[str, tuple[str, ...], Mapping[str, Any]]
"""The text, the names of its parameters in their order, and the values that never change."""


class Prepared:
    """A statement whose values need no converting: whole numbers, texts and bytes."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._spelled: dict[tuple[str, ...], _Spelled] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run it within the connection's transaction; gives the rows, none where it gives none.

        As in SQLAlchemy, an INSERT or UPDATE sets the columns that there are values for.

        Raises:
            sqlalchemy.exc.DBAPIError: as if SQLAlchemy had run it.
        """
        names = tuple(values)
        if names not in self._spelled:
            self._spelled[names] = self._spell(connection, names)
        text, places, fixed = self._spelled[names]
        return run(connection, text, [values[name] if name in values else fixed[name] for name in places])

    def _spell(self, connection: Connection, names: tuple[str, ...]) -> _Spelled:
        spelled = self._statement.compile(dialect=connection.dialect, column_keys=list(names))
        assert isinstance(spelled, SQLCompiler)
        return str(spelled), tuple(spelled.positiontup or ()), spelled.params or {}
