"""The channel `html`: each brief as one self-contained page."""

from collections.abc import Iterable, Sequence
from typing import Final, cast

from briefdesk.brief.model import Brief
from briefdesk.channels.channel import Artifact, Channel, ChannelContext, Setting
from briefdesk.layouts.context import PageContext, Theme
from briefdesk.layouts.page import render_page


def _write(briefs: Sequence[Brief], context: ChannelContext) -> Iterable[Artifact]:
    settings = context.settings
    page = PageContext(
        base_url=context.base_url,
        addresses=context.addresses,
        site_name=settings["site_name"],
        theme=cast("Theme", settings["theme"]),
        linked_data=settings["linked_data"] == "yes",
    )
    for brief in briefs:
        text = render_page(brief, context=page)
        yield Artifact(brief.id, f"{context.stems[brief.id]}.html", text.encode())


HTML: Final = Channel(
    "html",
    "file",
    "One self-contained web page for each brief",
    ".html",
    (
        Setting("site_name", "", "Name of the site or newsroom, for search engines and link previews"),
        Setting("theme", "auto", "Colours: auto follows the reader's system", ("auto", "light", "dark")),
        Setting(
            "linked_data",
            "yes",
            "JSON-LD for search engines; no leaves it out for systems that refuse every script element",
            ("yes", "no"),
            "JSON-LD for search engines",
        ),
    ),
    _write,
)
