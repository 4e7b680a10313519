"""What the window's commands do to the texts of the form, and what is shown in them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from briefdesk.ui.fields.formatting import Formatting
from briefdesk.ui.fields.hidden_marks import HiddenMarks
from briefdesk.ui.fields.inline_marks import InlineMarks
from briefdesk.ui.fields.invisibles import Invisibles
from briefdesk.ui.fields.long_bullets import LongBullets
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.smart_typing import SmartTyping
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.text_clipboard import TextClipboard
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look


class TextActs(QObject):
    """Marks by key, the clipboard, smart quotes, and signs for what is not seen.

    `told` carries what a person should know of it.
    """

    told = Signal(str)

    def __init__(
        self,
        signals: SessionSignals,
        markings: Markings,
        look: Look,
        settings: SettingsFile,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._markings = markings
        self._settings = settings
        self._invisibles = Invisibles(look)
        self._formatting = Formatting(signals, look, self)
        self._formatting.told.connect(self.told)
        self._clipboard = TextClipboard(self)
        self._smart = SmartTyping(signals, self)
        self._smart.on = settings.settings.smart_quotes
        for marking in (InlineMarks(), HiddenMarks(), LongBullets()):
            markings.add(marking)
        markings.typed.connect(self._smart.look_at)
        markings.over = self._invisibles.paint

    def follow_house(self, house: SourceHouse) -> None:
        """Clean the addresses of links by what the library has settled about them."""
        self._formatting.house = house

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            **self._formatting.handlers(),
            **self._clipboard.handlers(),
            "smart-quotes": self._set_smart_quotes,
            "invisibles": self._set_invisibles,
        }

    def show_in(self, actions: Mapping[str, QAction]) -> None:
        """Show in the commands what is in force."""
        self._formatting.show_in(actions)
        self._clipboard.show_in(actions)
        actions["smart-quotes"].setChecked(self._smart.on)
        actions["invisibles"].setChecked(self._invisibles.shown)

    def _set_smart_quotes(self, on: bool) -> None:
        self._smart.on = on
        self._settings.change(smart_quotes=on)

    def _set_invisibles(self, shown: bool) -> None:
        self._invisibles.shown = shown
        self._markings.repaint.emit()
