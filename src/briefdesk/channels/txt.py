"""The channel `txt`: each brief as plain text in the form of a published page."""

from collections.abc import Iterable, Sequence
from typing import Final

from briefdesk.brief.model import Brief
from briefdesk.brief.straight import straightened
from briefdesk.channels.channel import STRAIGHT_QUOTES, Artifact, Channel, ChannelContext
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.text import render_text


def _write(briefs: Sequence[Brief], context: ChannelContext) -> Iterable[Artifact]:
    page = PageContext(base_url=context.base_url, addresses=context.addresses)
    is_straight = context.settings["straight_quotes"] == "yes"
    for brief in briefs:
        text = render_text(straightened(brief) if is_straight else brief, context=page)
        yield Artifact(brief.id, f"{context.stems[brief.id]}.txt", text.encode())


TXT: Final = Channel(
    "txt", "file", "Plain text for each brief, as a page is read", ".txt", (STRAIGHT_QUOTES,), _write
)
