"""Bringing an older library up to the newest schema: all of it, or nothing."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from briefdesk.store.connections import build_connection, writing
from briefdesk.store.creation import PRIVATE_FILE
from briefdesk.store.identity import APPLICATION_ID, SCHEMA_NUMBER
from briefdesk.store.schema import HEAD

VERSIONS: Final = Path(__file__).with_name("migrations")
"""The folder of the migrations, one file each."""

_ENVIRONMENT = VERSIONS / "environment"


def migrate(
    connection: Connection, *, versions: Path = VERSIONS, head: str = HEAD, number: int = SCHEMA_NUMBER
) -> None:
    """Run the migrations that a library has not had yet, in one transaction.

    `head` is the newest one to run, and `number` what the file's header says afterwards.

    Raises:
        sqlalchemy.exc.DBAPIError: one of them failed; the library is as it was.
    """
    config = Config(attributes={"connection": connection})
    options = {"script_location": _ENVIRONMENT, "version_locations": versions, "path_separator": "newline"}
    for name, value in options.items():
        config.set_main_option(name, str(value).replace("%", "%%"))
    with writing(connection):
        command.upgrade(config, head)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}").close()


def make_by_migrations(path: Path) -> None:
    """Make an empty library where nothing is by running every migration there is, oldest first.

    New libraries are made in one go; this one shows that the migrations are there and can be run.
    """
    path.touch(mode=PRIVATE_FILE, exist_ok=False)
    with build_connection(path) as connection:
        migrate(connection)
        with writing(connection):
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}").close()
