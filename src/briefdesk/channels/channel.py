"""What a channel is: a name, settings, and a function from briefs to files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief

Kind = Literal["file", "site", "feed", "server"]
"""How careful a channel is: "file" writes what it is told, the others keep back what is not due."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a channel: its default makes a valid file; `choices` are all its values, if few.

    One of "yes" and "no" has a `title`, the words on its switch.
    """

    name: str
    default: str
    description: str
    choices: tuple[str, ...] = ()
    title: str = ""


STRAIGHT_QUOTES: Final = Setting(
    "straight_quotes",
    "no",
    "For chats, terminals and old systems: plain marks for all quotation marks, apostrophes and primes",
    ("yes", "no"),
    "Straight quotation marks",
)
"""The setting of channels that are pasted where a typesetter’s marks break."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file that a channel makes; `path` is relative to the folder, with slashes."""

    brief_id: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelContext:
    """What a channel knows beside the briefs.

    `stems` gives each brief's file name without its ending, unique in the folder. `addresses` gives the
    addresses of briefs that are, or will be, published beside these.
    """

    stems: Mapping[str, str]
    settings: Mapping[str, str] = field(default_factory=dict)
    base_url: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out of the library.

    `suffix` ends the files of a channel of kind "file", which makes one of each brief.
    """

    name: str
    kind: Kind
    description: str
    suffix: str
    settings: tuple[Setting, ...]
    write: Callable[[Sequence[Brief], ChannelContext], Iterable[Artifact]]


def settled(channel: Channel, given: Mapping[str, str]) -> dict[str, str]:
    """All settings of a channel: those given, and the defaults of the rest.

    Raises:
        KnownError: there is no such setting, or it does not take that value.
    """
    known = {setting.name: setting for setting in channel.settings}
    for name, value in given.items():
        if name not in known:
            has = f"It has {', '.join(known)}" if known else "It has none"
            raise KnownError(f"The channel {channel.name} has no setting {name!r}", todo=has)
        choices = known[name].choices
        if choices and value not in choices:
            raise KnownError(
                f"The setting {name} cannot be {value!r}", todo=f"It is one of {', '.join(choices)}"
            )
    return {name: given.get(name, setting.default) for name, setting in known.items()}
