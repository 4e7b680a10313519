"""The bar on top of the window: name, library, menus, and the acts one reaches for most."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenuBar, QPushButton, QSizePolicy, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

NARROW = 1200
"""Window width in pixels at and under which some buttons become icons."""
WITHOUT_HINTS = 1280
"""Window width in pixels at and under which buttons lose their key hints."""


class BarButton(QPushButton):
    """A button of the bar: an action's words and key, or in a narrow window its icon."""

    def __init__(
        self, action: QAction, words: str, look: Look, *, icon_name: str = "", primary: bool = False
    ) -> None:
        super().__init__()
        self._action = action
        self._words = words
        self._icon_name = icon_name
        self._look = look
        keys = action.shortcut().toString()
        self.setObjectName(f"bar-{action.objectName().removeprefix('action-')}")
        self.setProperty("look", "primary" if primary else "plain")
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(action.isCheckable())
        self._hint = QLabel("" if primary else keys.replace("+", " "), self)
        self._hint.setProperty("look", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch(1)
        row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    def fit(self, width: int) -> None:
        """Fold for a window of this width in pixels."""
        as_icon = bool(self._icon_name) and width <= NARROW
        with_hint = bool(self._hint.text()) and width > WITHOUT_HINTS
        self._hint.setVisible(with_hint)
        wear(self, "yes" if with_hint else "no", "hinted")
        self.setText("" if as_icon else self._words)
        self.setIcon(icon(self._icon_name, self._look.theme) if as_icon else QIcon())
        words = self.fontMetrics().horizontalAdvance(self._words)
        room = self._hint.sizeHint().width() + 8 if with_hint else 0
        self.setFixedWidth(34 if as_icon else words + 26 + room)

    def _on_action_changed(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())


class TopBar(QFrame):
    """Name and library at the left, the menus beside them, buttons at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "bar")
        self.setObjectName("topBar")
        self.setFixedHeight(44)
        name = QLabel("BriefDesk", self)
        name.setProperty("look", "strong")
        self._library = QLabel(self)
        self._library.setProperty("look", "muted")
        self._library.setObjectName("libraryName")
        self._buttons: tuple[BarButton, ...] = ()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(self._library)
        row.addSpacing(6)
        row.addStretch(1)
        look.changed.connect(self._on_look_changed)

    def furnish(self, menus: QMenuBar, buttons: Iterable[BarButton]) -> None:
        """Put the menus beside the name and the buttons at the right."""
        self._buttons = tuple(buttons)
        self._row.insertWidget(self._row.count() - 1, menus, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self._buttons:
            self._row.addWidget(button)
        self._on_look_changed()

    def show_library(self, name: str, path: str) -> None:
        """Say which library is open."""
        self._library.setText(name)
        self._library.setToolTip(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the buttons for the new width."""
        super().resizeEvent(event)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        for button in self._buttons:
            button.fit(self.width())
