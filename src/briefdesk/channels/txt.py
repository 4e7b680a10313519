"""The channel `txt`: each brief as plain text in the form of a published page."""

from collections.abc import Iterable, Sequence
from typing import Final

from briefdesk.brief.model import Brief
from briefdesk.channels.channel import Artifact, Channel, ChannelContext
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.text import render_text


def _write(briefs: Sequence[Brief], context: ChannelContext) -> Iterable[Artifact]:
    page = PageContext(base_url=context.base_url, addresses=context.addresses)
    for brief in briefs:
        yield Artifact(brief.id, f"{context.stems[brief.id]}.txt", render_text(brief, context=page).encode())


TXT: Final = Channel("txt", "file", "Plain text for each brief, as a page is read", ".txt", (), _write)
