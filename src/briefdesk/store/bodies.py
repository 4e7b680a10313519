"""The stored form of a brief: its JSON text, sealed with a SHA-256 that is checked on every read."""

import hashlib

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import dumps, loads
from briefdesk.brief.model import Brief
from briefdesk.store.errors import DamagedBrief


def seal(body: bytes) -> bytes:
    """The SHA-256 of a body."""
    return hashlib.sha256(body).digest()


def close(brief: Brief) -> tuple[str, bytes]:
    """The body of a brief, and its seal."""
    body = dumps(brief)
    return body, seal(body.encode("utf-8"))


def is_whole(body: bytes, sha256: bytes) -> bool:
    """Whether a body is the one that was sealed."""
    return seal(body) == sha256


def open_(id: str, body: bytes, sha256: bytes) -> Brief:
    """The brief of a body.

    Raises:
        DamagedBrief: the body is not the one that was sealed, or is not the brief of that id.
    """
    if not is_whole(body, sha256):
        raise DamagedBrief(id)
    try:
        brief = loads(body.decode("utf-8"))
    except (InvalidBrief, UnicodeDecodeError):
        raise DamagedBrief(id) from None
    if brief.id != id:
        raise DamagedBrief(id)
    return brief
