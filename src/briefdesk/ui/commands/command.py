"""One command: what it is called, its keys, and where it stands; and how a menu is declared from commands."""

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication

from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.ui.platforms import Platform


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its id, its words, its keys, and the menu in which it stands.

    `keys` are the first ones on every system; `mac_keys` and `windows_keys` take their place there, where
    they are not `None`. `icon` is the name of one of our icons. `why_not` says in a few words why it
    cannot be done now, for when it is greyed; `also` has other words by which one may look for it.

    `of_text` says that whatever text has the keyboard takes these keys itself: the command shows them, and
    nobody can change them.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    checkable: bool = False
    starts_group: bool = False
    mac_keys: tuple[str, ...] | None = None
    windows_keys: tuple[str, ...] | None = None
    icon: str = "command"
    why_not: str = ""
    also: str = ""
    of_text: bool = False

    def keys_on(self, platform: Platform) -> tuple[str, ...]:
        """The keys on a system, the one to show first; Ctrl means Cmd on macOS, as in Qt."""
        own = {Platform.MAC: self.mac_keys, Platform.WINDOWS: self.windows_keys}.get(platform)
        return self.keys if own is None else own

    @property
    def words(self) -> str:
        """What it is called, in the user's language, without the mark of its letter."""
        return plain(QApplication.translate("Command", self.text))

    @property
    def other_words(self) -> str:
        """Other words for it, in the user's language."""
        return QApplication.translate("Command", self.also) if self.also else ""


def tr(text: str) -> str:
    """Mark the words of a command for translation."""
    return QT_TRANSLATE_NOOP("Command", text)


def in_menu(menu: str, *groups: tuple[Command, ...]) -> tuple[Command, ...]:
    """Give the commands of a menu, group by group, their place in it."""
    return tuple(
        replace(each, menu=menu, starts_group=number > 0 and each is group[0])
        for number, group in enumerate(groups)
        for each in group
    )


def plain(text: str) -> str:
    """The words of a menu entry without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
