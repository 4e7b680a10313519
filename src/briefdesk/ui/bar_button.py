"""A button of the bar on top of the window, which folds with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

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
        self.setObjectName(f"bar-{action.objectName().removeprefix('action-')}")
        self.setProperty("look", "primary" if primary else "plain")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(action.isCheckable())
        self._is_primary = primary
        self._hint = QLabel(self)
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
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self._words} ({keys})" if keys else self._words)
        hint = "" if self._is_primary else keys.replace("+", " ")
        if hint != self._hint.text():
            self._hint.setText(hint)
            self.fit(self.window().width())
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
