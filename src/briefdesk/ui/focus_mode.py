"""Focus mode: the form alone in the window, and the paragraph that is written before all others."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Mark, Markings, Remedy, Spot, Style, Writing
from briefdesk.ui.fields.units import kept
from briefdesk.ui.leaving import Leaving
from briefdesk.ui.shell import Shell


class FocusMode(QObject):
    """Hides everything but the form, and brings it back as it was.

    The line of the caret is kept near the middle. What goes wrong is told all the same: the notice bar
    stays. A command that shows a pane ends the mode.
    `changed` says that it began or ended.
    """

    changed = Signal(bool)

    def __init__(
        self, shell: Shell, markings: Markings, leaving: Leaving, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._leaving = leaving
        self._others = _Others(shell.form, markings, self)
        self._is_on = False
        self._mutes = False
        shell.panes.aloneChanged.connect(self._on_alone_changed)

    def set_on(self, on: bool) -> None:
        """Begin or end the mode; the keyboard stays in the form."""
        if on != self._is_on:
            self._shell.panes.set_alone(on)

    def set_muting(self, mutes: bool) -> None:
        """Whether all paragraphs but the one with the caret are muted in this mode."""
        self._mutes = mutes
        self._others.set_on(self._is_on and mutes)

    def leave(self) -> None:
        """End the mode."""
        self.set_on(False)

    def _on_alone_changed(self, alone: bool) -> None:
        self._is_on = alone
        self._shell.top.setVisible(not alone)
        self._shell.status.setVisible(not alone)
        if layout := self._shell.layout():
            layout.activate()
        if alone:
            self._leaving.push(self.leave)
            focus = QApplication.focusWidget()
            if focus is None or not self._shell.form.isAncestorOf(focus):
                self._shell.form.setFocus()
        else:
            self._leaving.drop(self.leave)
        self._shell.form.centres = alone
        self._shell.form.follow_caret()
        self._others.set_on(alone and self._mutes)
        self.changed.emit(alone)


class _Others(QObject):
    """Pales every paragraph of the form but the one with the caret."""

    def __init__(self, form: QWidget, markings: Markings, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._markings = markings
        self._is_on = False
        self._editor: Editor | None = None
        self._shown = ("", "")
        markings.add(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def set_on(self, on: bool) -> None:
        """Begin or end."""
        if on == self._is_on:
            return
        self._is_on = on
        self._follow(QApplication.focusWidget() if on else None)
        self._shown = self._here()
        self._markings.changed.emit(None)

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """All of a paragraph that has not the caret."""
        if not self._is_on or not text or (field, text) == self._here():
            return ()
        return (Mark(0, len(text), Style.PALE),)

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """None: nothing is wrong."""
        return ()

    def _here(self) -> tuple[str, str]:
        editor = self._editor
        return (editor.objectName(), kept(editor.textCursor().block().text())) if editor else ("", "")

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._is_on and isinstance(now, Editor) and self._form.isAncestorOf(now):
            self._follow(now)
            self._on_caret_moved()

    def _follow(self, now: QWidget | None) -> None:
        if self._editor is not None:
            self._editor.cursorPositionChanged.disconnect(self._on_caret_moved)
            self._editor.destroyed.disconnect(self._on_destroyed)
        self._editor = now if isinstance(now, Editor) and self._form.isAncestorOf(now) else None
        if self._editor is not None:
            self._editor.cursorPositionChanged.connect(self._on_caret_moved)
            self._editor.destroyed.connect(self._on_destroyed)

    def _on_caret_moved(self) -> None:
        """Look anew at the paragraph that was left and the one that was come to, and at no other."""
        before, self._shown = self._shown, self._here()
        if before != self._shown:
            words = frozenset(text for _, text in (before, self._shown) if text)
            if words:
                self._markings.changed.emit(words)

    def _on_destroyed(self) -> None:
        self._editor = None
