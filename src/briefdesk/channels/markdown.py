"""The channel `markdown`: each brief as one Markdown file with front matter."""

from collections.abc import Iterable, Sequence
from typing import Final, cast

from briefdesk.brief.model import Brief
from briefdesk.brief.straight import straightened
from briefdesk.channels.channel import STRAIGHT_QUOTES, Artifact, Channel, ChannelContext, Setting
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.front_matter import Dialect
from briefdesk.layouts.markdown import render_markdown


def _write(briefs: Sequence[Brief], context: ChannelContext) -> Iterable[Artifact]:
    page = PageContext(base_url=context.base_url, addresses=context.addresses)
    is_straight = context.settings["straight_quotes"] == "yes"
    for brief in briefs:
        text = render_markdown(
            straightened(brief) if is_straight else brief,
            context=page,
            dialect=cast("Dialect", context.settings["front_matter"]),
            with_headline=context.settings["headline"] == "yes",
            with_links=context.settings["term_links"] == "yes",
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
            "Begin with the headline",
        ),
        Setting(
            "term_links",
            "yes",
            "The first mention of each term leads to the terms; no is for readers without headings to go to",
            ("yes", "no"),
            "Link terms",
        ),
        STRAIGHT_QUOTES,
    ),
    _write,
)
