"""The channel `json`: each brief in the published interchange form."""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from briefdesk.brief.interchange import to_json
from briefdesk.brief.model import Brief
from briefdesk.channels.channel import Artifact, Channel, ChannelContext


def _write(briefs: Sequence[Brief], context: ChannelContext) -> Iterable[Artifact]:
    for brief in briefs:
        text = json.dumps(to_json(brief), ensure_ascii=False, indent=1) + "\n"
        yield Artifact(brief.id, f"{context.stems[brief.id]}.json", text.encode())


JSON: Final = Channel(
    "json", "file", "The whole brief as JSON, to keep or to import elsewhere", ".json", (), _write
)
