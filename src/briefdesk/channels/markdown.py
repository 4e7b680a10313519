"""The channel `markdown`: each brief as one Markdown file with front matter."""

from collections.abc import Iterable, Sequence
from typing import Final, cast

from briefdesk.brief.model import Brief
from briefdesk.channels.channel import Artifact, Channel, ChannelContext, Setting
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.front_matter import Dialect
from briefdesk.layouts.markdown import render_markdown


def _write(briefs: Sequence[Brief], context: ChannelContext) -> Iterable[Artifact]:
    page = PageContext(base_url=context.base_url, addresses=context.addresses)
    for brief in briefs:
        text = render_markdown(
            brief,
            context=page,
            dialect=cast("Dialect", context.settings["front_matter"]),
            with_headline=context.settings["headline"] == "yes",
        )
        yield Artifact(brief.id, f"{context.stems[brief.id]}.md", text.encode())


MARKDOWN: Final = Channel(
    "markdown",
    "file",
    "One Markdown file with front matter for each brief, read alike by all common readers",
    ".md",
    (
        Setting("front_matter", "yaml", "Language of the front matter", ("yaml", "toml")),
        Setting(
            "headline",
            "yes",
            "Begin the body with the headline; no is for site generators that show the title themselves",
            ("yes", "no"),
        ),
    ),
    _write,
)
