"""The bar on top of the window: name, library, menus, and the acts one reaches for most."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from briefdesk.ui.theme import BASE_SIZE, Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from briefdesk.ui.bar_button import BarButton

WITHOUT_LIBRARY = 800
"""Width of the bar in pixels, at text of 100 %, up to which it does not say which library is open."""


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

    def furnish(self, menus: "QMenuBar", buttons: "Iterable[BarButton]") -> None:
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
        # Large letters leave as little room as a small window: the menus need it before all else.
        room = self.width() * BASE_SIZE // self._look.theme.base_size
        self._library.setVisible(room > WITHOUT_LIBRARY)
        for button in self._buttons:
            button.fit(room)
