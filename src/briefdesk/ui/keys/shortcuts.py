"""The keys that are in force: what the list of commands says, and what the user has chosen instead."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from briefdesk.ui.commands import COMMANDS, Command
from briefdesk.ui.keys.field_keys import FIELD_KEYS
from briefdesk.ui.platforms import Platform, refusal
from briefdesk.ui.settings.settings import SettingsFile

MOST = 2
"""Keys that a command can have."""

Keys = tuple[str, ...]


def chosen_keys(kept: Mapping[str, object], platform: Platform) -> dict[str, Keys]:
    """What a settings file says of keys, without what no command can have: anybody may have written it."""
    found: dict[str, Keys] = {}
    for id, value in kept.items():
        if isinstance(value, list | tuple):
            texts = (QKeySequence(each).toString() for each in value if isinstance(each, str))
            keys = tuple(dict.fromkeys(each for each in texts if each and not refusal(each, platform)))
            if keys or not value:
                found[id] = keys[:MOST]
    return found


def in_force(commands: Iterable[Command], chosen: Mapping[str, Keys], platform: Platform) -> dict[str, Keys]:
    """The keys of each command; a default that was chosen for another command is not in force."""
    listed = tuple(commands)
    taken: dict[str, str] = {}
    for command in listed:
        if command.of_text:
            continue
        for key in chosen.get(command.id, ()):
            taken.setdefault(key, command.id)
    made: dict[str, Keys] = {}
    for command in listed:
        own = command.keys_on(platform)
        keys = own if command.of_text else chosen.get(command.id, own)
        made[command.id] = tuple(
            key for key in keys if taken.setdefault(QKeySequence(key).toString(), command.id) == command.id
        )
    return made


class Shortcuts(QObject):
    """Gives the actions their keys, now and whenever the user chooses others; what differs is remembered."""

    changed = Signal()

    def __init__(
        self,
        actions: Mapping[str, QAction],
        settings: SettingsFile,
        parent: QObject | None = None,
        *,
        commands: Iterable[Command] = COMMANDS,
        platform: Platform | None = None,
    ) -> None:
        super().__init__(parent)
        self.actions: Mapping[str, QAction] = MappingProxyType(dict(actions))
        self.platform = platform or Platform.here()
        self.commands: tuple[Command, ...] = tuple(commands)
        self._settings = settings
        self._keys: dict[str, Keys] = {}
        self._apply()

    @property
    def changeable(self) -> tuple[Command, ...]:
        """The commands whose keys can be changed."""
        return tuple(each for each in self.commands if not each.of_text)

    def keys(self, id: str) -> Keys:
        """The keys of a command, the one to show first, by Qt's portable names.

        Raises:
            KeyError: there is no such command.
        """
        return self._keys[id]

    def native(self, id: str) -> str:
        """The first key of a command as the system writes it; "" where it has none."""
        keys = self.keys(id)
        return native(keys[0]) if keys else ""

    def is_changed(self, id: str) -> bool:
        """Whether a command has other keys than from the beginning."""
        return self.keys(id) != self._command(id).keys_on(self.platform)

    def holder(self, key: QKeySequence | str, but: str = "") -> Command | None:
        """The command that has this key, unless it is the one named."""
        text = QKeySequence(key).toString()
        return next(
            (each for each in self.commands if each.id != but and text in self._portable(each.id)), None
        )

    def refusal(self, key: QKeySequence | str) -> str:
        """Why no command can have this key, in words; "" where one can."""
        if why := refusal(key, self.platform):
            return why
        text = QKeySequence(key).toString()
        field = next((each for each in FIELD_KEYS if text in each.keys), None)
        if field is None:
            return ""
        return self.tr("{place} it has its own work: {work}").format(place=field.place, work=field.words)

    def set_keys(self, id: str, keys: Iterable[QKeySequence | str]) -> None:
        """Give a command these keys, at most two, and take them from whoever has them."""
        wanted = tuple(dict.fromkeys(text for each in keys if (text := QKeySequence(each).toString())))[:MOST]
        chosen = {
            other: tuple(key for key in has if key not in wanted)
            for other, has in chosen_keys(self._settings.settings.shortcuts, self.platform).items()
        }
        self._keep({**chosen, id: wanted})

    def reset(self, id: str) -> None:
        """Give a command the keys that it had from the beginning, and take them from whoever has them."""
        self.set_keys(id, self._command(id).keys_on(self.platform))

    def reset_all(self) -> None:
        """Give all commands the keys that they had from the beginning."""
        self._keep({})

    def _keep(self, chosen: Mapping[str, Keys]) -> None:
        """Remember what differs; what the file says of commands that are unknown here stays in it."""
        known = {each.id for each in self.commands}
        kept: dict[str, object] = {
            id: value for id, value in self._settings.settings.shortcuts.items() if id not in known
        }
        for command in self.commands:
            keys = chosen.get(command.id)
            if keys is not None and keys != command.keys_on(self.platform):
                kept[command.id] = list(keys)
        self._settings.change(shortcuts=kept)
        self._apply()

    def _apply(self) -> None:
        chosen = chosen_keys(self._settings.settings.shortcuts, self.platform)
        self._keys = in_force(self.commands, chosen, self.platform)
        for command in self.commands:
            wanted = [QKeySequence(key) for key in self._keys[command.id]]
            if self.actions[command.id].shortcuts() != wanted:
                self.actions[command.id].setShortcuts(wanted)
        self.changed.emit()

    def _command(self, id: str) -> Command:
        return next(each for each in self.commands if each.id == id)

    def _portable(self, id: str) -> Keys:
        return tuple(QKeySequence(key).toString() for key in self._keys[id])


def native(key: str) -> str:
    """A key as the system writes it: Ctrl+K, or ⌘K; Return and Enter are one to a person."""
    return QKeySequence(key.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)


def cap(key: str) -> str:
    """A key in the way it stands on a cap: Ctrl K."""
    return re.sub(r"(?<=.)\+(?=.)", " ", key)
