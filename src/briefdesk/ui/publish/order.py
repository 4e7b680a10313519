"""What is to be published: channel, folder, briefs and settings, and what of it is remembered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

RUNS = 500
"""Of how many briefs it is remembered how they were published last."""


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
    removed. `overwrite` says that files which someone else has changed are written too, with a copy of
    each beside; that is never remembered. `settings` are those of each channel by its name; what is not
    set has its default.
    """

    channel: str = "html"
    folder: str = ""
    which: Which = Which.THIS
    base_url: str = ""
    drafts: bool = False
    remove: bool = False
    overwrite: bool = False
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=_none)

    @property
    def path(self) -> Path:
        """The folder, whole."""
        return Path(self.folder).expanduser().absolute()

    def remembered(self) -> dict[str, object]:
        """The order as the settings file keeps it: where it goes, never which briefs.

        The next brief begins with itself, or a whole library would go out with one key.
        """
        return {
            "channel": self.channel,
            "folder": self.folder,
            "base_url": self.base_url,
            "settings": {name: dict(values) for name, values in self.settings.items()},
        }


def recalled(kept: Mapping[str, object]) -> Order:
    """The order that a brief begins with; what makes no sense in the settings file has its default."""
    plain = Order()
    settings = kept.get("settings")
    return Order(
        channel=_text(kept.get("channel"), plain.channel),
        folder=_text(kept.get("folder"), plain.folder),
        base_url=_text(kept.get("base_url"), plain.base_url),
        settings=_settings(settings) if isinstance(settings, Mapping) else {},
    )


def with_run(
    kept: Mapping[str, object], order: Order, opened: str, written: Iterable[str]
) -> dict[str, object]:
    """What the settings file keeps, with one publishing more: of the open brief, and of those written.

    Only where all were published from the open brief is that repeated from it; the others go alone.
    """
    runs = dict(_runs(kept))
    alone = {"channel": order.channel, "folder": order.folder, "base_url": order.base_url}
    whole = {"which": order.which.value, "drafts": order.drafts, "remove": order.remove}
    for id in (*(each for each in dict.fromkeys(written) if each != opened), opened):
        runs.pop(id, None)
        runs[id] = {**alone, **whole} if id == opened and order.which is Which.ALL else alone
    return {**kept, "runs": dict(list(runs.items())[-RUNS:])}


def last_run(kept: Mapping[str, object], id: str) -> Order:
    """The order that published a brief last; where it never was, it goes alone to where the last one went."""
    order, run = recalled(kept), _runs(kept).get(id)
    if not isinstance(run, Mapping):
        return order
    return replace(
        order,
        channel=_text(run.get("channel"), order.channel),
        folder=_text(run.get("folder"), order.folder),
        base_url=_text(run.get("base_url"), order.base_url),
        which=Which.ALL if run.get("which") == Which.ALL else Which.THIS,
        drafts=run.get("drafts") is True,
        remove=run.get("remove") is True,
    )


def _runs(kept: Mapping[str, object]) -> Mapping[str, object]:
    runs = kept.get("runs")
    return {str(id): run for id, run in runs.items()} if isinstance(runs, Mapping) else {}


def _settings(kept: Mapping[object, object]) -> dict[str, dict[str, str]]:
    return {
        str(name): {str(key): value for key, value in values.items() if isinstance(value, str)}
        for name, values in kept.items()
        if isinstance(values, Mapping)
    }


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) else default
