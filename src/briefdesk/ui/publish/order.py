"""What is to be published: channel, folder, briefs and settings, as it is remembered between times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Which(StrEnum):
    """Which briefs are published."""

    THIS = "this"
    SELECTION = "selection"
    ALL = "all"


def _none() -> Mapping[str, Mapping[str, str]]:
    return {}


@dataclass(frozen=True, slots=True)
class Order:
    """One order to publish.

    `remove` says that with ALL, files written before for briefs that are no longer among them are
    removed. `settings` are those of each channel by its name; what is not set has its default.
    """

    channel: str = "html"
    folder: str = ""
    which: Which = Which.THIS
    base_url: str = ""
    drafts: bool = False
    remove: bool = False
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=_none)

    @property
    def path(self) -> Path:
        """The folder, whole."""
        return Path(self.folder).expanduser().absolute()

    def remembered(self) -> dict[str, object]:
        """The order as the settings file keeps it. A selection is not kept: next time it is another one."""
        which = Which.THIS if self.which is Which.SELECTION else self.which
        return {
            "channel": self.channel,
            "folder": self.folder,
            "which": which.value,
            "base_url": self.base_url,
            "drafts": self.drafts,
            "remove": self.remove,
            "settings": {name: dict(values) for name, values in self.settings.items()},
        }


def recalled(kept: Mapping[str, object]) -> Order:
    """The order that the settings file keeps; what makes no sense in it has its default."""
    plain = Order()
    settings = kept.get("settings")
    return Order(
        channel=_text(kept.get("channel"), plain.channel),
        folder=_text(kept.get("folder"), plain.folder),
        which=Which.ALL if kept.get("which") == Which.ALL else Which.THIS,
        base_url=_text(kept.get("base_url"), plain.base_url),
        drafts=kept.get("drafts") is True,
        remove=kept.get("remove") is True,
        settings=_settings(settings) if isinstance(settings, Mapping) else {},
    )


def _settings(kept: Mapping[object, object]) -> dict[str, dict[str, str]]:
    return {
        str(name): {str(key): value for key, value in values.items() if isinstance(value, str)}
        for name, values in kept.items()
        if isinstance(values, Mapping)
    }


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) else default
