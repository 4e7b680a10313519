"""What is said of the source: what was done to an address, what is odd about it, what can be done."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.amp import without_amp
from briefdesk.brief.url import Address, canonical
from briefdesk.ui.fields.note import Note, NoteAct

NAMED = 3
"""Removed parts that are named; of more, it is said how many."""


class Deeds(NamedTuple):
    """What the field can do about a note; the texts are an address, or where a name holds."""

    put_back: Callable[[], object]
    replace: Callable[[str], object]
    forget: Callable[[], object]


def unusual(url: str, deeds: Deeds) -> Note:
    """What is to be said of an address as it is kept."""
    if not url.strip():
        return Note()
    address = canonical(url, None)
    if address is None:
        return Note(_tr("Not a web address; one begins with https:// or http://"), warn=True)
    parts, acts = _better(address, deeds)
    return Note(_joined((*address.warnings, *parts)), bool(address.warnings), acts)


def told(address: Address, deeds: Deeds, *, remembered: str = "", nameless: bool = False) -> Note:
    """What was done to an address; `remembered` is where its publisher's name was remembered for."""
    done: list[str] = list(address.warnings)
    acts: list[NoteAct] = []
    if address.removed:
        done.append(removed(address.removed))
    if address.unwrapped:
        done.append(_tr("taken out of a link of {host}").format(host=address.unwrapped))
    if address.removed or address.unwrapped:
        acts.append(NoteAct(_tr("Undo"), deeds.put_back))
    if address.secured:
        done.append(_tr("https:// added"))
    parts, better = _better(address, deeds)
    done += parts
    acts += better
    if remembered:
        done.append(_tr("publisher as remembered for {host}").format(host=remembered))
        acts.append(NoteAct(_tr("Forget"), deeds.forget))
    if nameless:
        done.append(_tr("Who publishes at {host}? Write it beside the address").format(host=address.shown))
    return Note(_joined(done), bool(address.warnings) or nameless, tuple(acts))


def removed(names: tuple[str, ...]) -> str:
    """Which tracking parts were taken out, in words."""
    listed = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
    if len(names) == 1:
        return _tr("removed 1 tracking part: {names}").format(names=listed)
    return _tr("removed {n} tracking parts: {names}").format(n=len(names), names=listed)


def kept_whole() -> Note:
    """That an address is as it was pasted, and stays so in this brief."""
    return Note(_tr("kept as pasted; its tracking parts stay"))


def remembering(name: str, host: str, deeds: Deeds) -> Note:
    """That a name is used for a host from now on."""
    words = _tr("“{name}” is remembered for {host}").format(name=name, host=host)
    return Note(words, acts=(NoteAct(_tr("Forget"), deeds.forget),))


def forgotten(host: str) -> Note:
    """That no name is remembered for a host any more."""
    return Note(_tr("no name is remembered for {host} now").format(host=host))


def _better(address: Address, deeds: Deeds) -> tuple[tuple[str, ...], tuple[NoteAct, ...]]:
    """What the address could be instead; offered, since only opening it tells whether it works."""
    if full := without_amp(address.url):
        act = NoteAct(_tr("Use the full page"), partial(deeds.replace, full))
        return (_tr("an AMP page"),), (act,)
    if address.url.startswith("http:"):
        secure = "https:" + address.url.removeprefix("http:")
        return (_tr("http, not https"),), (NoteAct(_tr("Use https"), partial(deeds.replace, secure)),)
    return (), ()


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SourceField", text)
