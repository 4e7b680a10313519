"""The numbers in the header of a library file that say that it is ours, and how old it is."""

from typing import Final

APPLICATION_ID: Final = 0x42724465
"""`BrDe` in ASCII: bytes 68 to 71 of the file, SQLite's `application_id`."""

SCHEMA_NUMBER: Final = 3
"""Number of the newest migration: bytes 60 to 63 of the file, SQLite's `user_version`."""
