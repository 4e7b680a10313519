"""Statements that go straight to the driver do and say what SQLAlchemy's do and say."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from briefdesk.store.connections import build_connection, writing
from briefdesk.store.prepared import Prepared
from briefdesk.store.schema import metadata, terms


@contextmanager
def connection_to(folder: Path) -> Iterator[Connection]:
    path = folder / "new.db"
    path.touch()
    with build_connection(path) as connection, writing(connection):
        metadata.create_all(connection)
        yield connection


def test_only_the_columns_that_there_are_values_for_are_set(tmp_path: Path):
    add, all_ = Prepared(insert(terms)), Prepared(select(terms))
    change = Prepared(update(terms).where(terms.c.stem == bindparam("which")))
    with connection_to(tmp_path) as connection:
        assert add.run(connection, {"stem": "a", "briefs": 1}) == []
        change.run(connection, {"which": "a", "briefs": 2})
        assert all_.run(connection, {}) == [("a", 2)]
        change.run(connection, {"which": "a", "stem": "b"})
        assert all_.run(connection, {}) == [("b", 2)]


def test_an_error_is_the_one_that_sqlalchemy_raises(tmp_path: Path):
    add = Prepared(insert(terms))
    with connection_to(tmp_path) as connection:
        add.run(connection, {"stem": "a", "briefs": 1})
        with pytest.raises(IntegrityError) as told:
            add.run(connection, {"stem": "a", "briefs": 1})
    assert isinstance(told.value.orig, sqlite3.IntegrityError)
