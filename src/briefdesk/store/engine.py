"""Which SQLite the libraries are kept by, for reports."""

import sqlite3


def sqlite_version() -> str:
    """The version of the SQLite that is linked in, such as `3.40.1`."""
    return sqlite3.sqlite_version
