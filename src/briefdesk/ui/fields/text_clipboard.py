"""Cut, copy, paste and select all as commands, in whatever text has the keyboard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.passing import is_passing
from briefdesk.ui.overlay_line import OverlayLine

Text = QLineEdit | QPlainTextEdit | QTextEdit


class TextClipboard(QObject):
    """Does what the text would do with its own keys.

    While a menu or a card over the window has the keyboard, that is the text it came from.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text: Text | None = None
        self._actions: Mapping[str, QAction] = {}
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "paste-as-one": self._paste_as_one,
            "select-all": self._select_all,
        }

    def show_in(self, actions: Mapping[str, QAction]) -> None:
        """Enable these commands where they apply, now and from now on."""
        self._actions = actions
        self._enable()

    def _cut(self) -> None:
        if text := self._there():
            text.cut()

    def _copy(self) -> None:
        if text := self._there():
            text.copy()

    def _paste(self) -> None:
        if text := self._there():
            text.paste()

    def _paste_as_one(self) -> None:
        text = self._there()
        if isinstance(text, Editor):
            text.paste_as_one()

    def _select_all(self) -> None:
        if text := self._there():
            text.selectAll()

    def _there(self) -> Text | None:
        text = self._text if self._text is not None and isValid(self._text) else None
        if isinstance(text, Editor):
            text.commit()
        return text

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return  # another window is in front
        is_text = isinstance(now, Text) and not isinstance(now, OverlayLine)
        if not is_text and is_passing(now):
            return
        if self._text is not None and isValid(self._text):
            _signal(self._text).disconnect(self._enable)
        self._text = now if is_text and isinstance(now, Text) else None
        if self._text is not None:
            _signal(self._text).connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        """Enable what can be done in the text as it is selected now."""
        if not self._actions:
            return
        text = self._text if self._text is not None and isValid(self._text) else None
        is_editable = text is not None and not text.isReadOnly()
        has_selection = text is not None and _has_selection(text)
        for id, is_possible in (
            ("cut", is_editable and has_selection),
            ("copy", has_selection),
            ("paste", is_editable),
            ("paste-as-one", is_editable and isinstance(text, Editor)),
            ("select-all", text is not None),
        ):
            self._actions[id].setEnabled(is_possible)


def _signal(text: Text) -> SignalInstance:
    """What tells that something is selected, or nothing any more."""
    return text.selectionChanged if isinstance(text, QLineEdit) else text.copyAvailable


def _has_selection(text: Text) -> bool:
    return text.hasSelectedText() if isinstance(text, QLineEdit) else text.textCursor().hasSelection()
