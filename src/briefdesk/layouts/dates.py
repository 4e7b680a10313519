"""The dates of a brief as machines read them."""

from briefdesk.brief import moments
from briefdesk.brief.model import Brief


def exact(moment: str) -> str:
    """A moment as RFC 3339 to the second, with its zone; "" for none, and for what is still being typed."""
    try:
        return moments.read(moment).isoformat(timespec="seconds").replace("+00:00", "Z")
    except ValueError:
        return ""


def dated(brief: Brief) -> str:
    """When the brief was, or is to be, published; else when it was made. RFC 3339, or ""."""
    return exact(brief.published_at or brief.publish_at or brief.created_at)
