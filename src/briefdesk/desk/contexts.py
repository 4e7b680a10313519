"""What a channel gets to know of the briefs around those that it writes: names of their files, addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.brief.url import link
from briefdesk.channels.channel import ChannelContext
from briefdesk.channels.naming import stems
from briefdesk.layouts.context import address_of
from briefdesk.store.library import Library
from briefdesk.store.records import Written

Ledger = Mapping[str, Sequence[Written]]
"""Files that the channel wrote into the folder, by the id of their brief."""


def checked_base(base_url: str) -> str:
    """The address under which briefs will stand, without the slash at its end.

    Raises:
        KnownError: it is not a whole http or https address that a slug can be added to.
    """
    if not base_url:
        return ""
    parts = urlsplit(base_url) if link(base_url) else None
    if parts is None or parts.scheme not in {"http", "https"} or "?" in base_url or "#" in base_url:
        raise KnownError(
            f"{base_url!r} cannot be the address of briefs",
            todo="Give one such as https://example.org/briefs",
        )
    return link(base_url).rstrip("/")


def named(
    slugs: Mapping[str, str], ledger: Ledger, settings: Mapping[str, str], base_url: str, *, complete: bool
) -> ChannelContext:
    """The context for briefs with these slugs; unless they are all, the others keep their files' names."""
    held = {id: [_stem(each.path) for each in entries] for id, entries in ledger.items()}
    others = () if complete else (id for id in held if id not in slugs)
    reserved = [stem for id in others for stem in held[id]]
    addresses = {id: address_of(base_url, slug) for id, slug in slugs.items()} if base_url else {}
    return ChannelContext(
        stems=stems(slugs, held, reserved), settings=settings, base_url=base_url, addresses=addresses
    )


def linked(
    context: ChannelContext, briefs: Sequence[Brief], ledger: Ledger, library: Library
) -> ChannelContext:
    """The context with the addresses of related briefs that an earlier export put there."""
    missing = {
        entry.id
        for brief in briefs
        for entry in brief.related
        if context.base_url and entry.id in ledger and entry.id not in context.addresses
    }
    found: dict[str, str] = {}
    for id in missing:
        try:
            found[id] = address_of(context.base_url, library.get(id).brief.slug)
        except KnownError:
            continue  # gone since: the entry stays without a link
    return replace(context, addresses={**context.addresses, **found}) if found else context


def _stem(path: str) -> str:
    return PurePosixPath(path).stem
