"""Where the keyboard was before it came into a strip, so that it can go back there."""

import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from briefdesk.ui.fields.passing import PASSING


class CameFrom(QObject):
    """Remembers it for one widget, from when it is made."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._before: weakref.ref[QWidget] | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def give_back(self, otherwise: QWidget) -> None:
        """Put the keyboard where it was, or there where that is gone; elsewhere it is left alone."""
        focus = QApplication.focusWidget()
        if focus is None or not self._inside.isAncestorOf(focus):
            return
        before = self._before() if self._before else None
        there = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
        (before if before is not None and there else otherwise).setFocus(PASSING)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or old is None or not self._inside.isAncestorOf(now):
            return
        if not self._inside.isAncestorOf(old):
            self._before = weakref.ref(old)
