"""The library folded to a strip of icons, for narrow windows."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from briefdesk.brief.model import Status
from briefdesk.ui.icons import icon
from briefdesk.ui.library import words
from briefdesk.ui.library.listing import TRASH
from briefdesk.ui.theme import Look

WIDTH = 46
BUTTON = 32

_FAR = 99
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}
"""How many icons further a key leads."""

_STATES: tuple[tuple[Status | str, str], ...] = (
    ("", "inbox"),
    (Status.DRAFT, "pencil"),
    (Status.REVIEW, "eye"),
    (Status.READY, "circle-check"),
    (Status.PUBLISHED, "send"),
    (TRASH, "trash-2"),
)


class RailButton(QToolButton):
    """An icon of the strip; the arrows lead to the next one, and press none.

    `stepped` carries how far; Qt's own buttons would press what they go to.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the arrows, Home and End; Enter presses as Space does."""
        if event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class LibraryStrip(QFrame):
    """Icons that open the library over the form: as it is, at its search, or at one state."""

    openRequested = Signal()
    searchRequested = Signal()
    filterChosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "rail")
        self.setObjectName("libraryStrip")
        self.setAccessibleName(self.tr("Library, folded"))
        self.setFixedWidth(WIDTH)
        self._icons: list[tuple[QToolButton, str]] = []
        self._states: dict[Status | str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 10, 6, 10)
        self._column.setSpacing(6)
        self._add("stripOpen", "panel-left", self.tr("Open the library")).clicked.connect(self.openRequested)
        self._add("stripSearch", "search", self.tr("Search briefs")).clicked.connect(self.searchRequested)
        for key, name in _STATES:
            words_of = self.tr("All briefs") if not key else self.tr("Trash")
            text = words.state(key) if isinstance(key, Status) else words_of
            button = self._add(f"strip-{key or 'all'}", name, text)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._on_state_clicked)
            self._states[key] = button
        self._states[""].setChecked(True)
        self._column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def show_filter(self, filter: Status | str) -> None:
        """Mark the icon of what is listed."""
        self._states[filter].setChecked(True)
        self._dress()

    def _add(self, name: str, picture: str, text: str) -> QToolButton:
        button = RailButton()
        button.stepped.connect(self._on_stepped)
        button.setObjectName(name)
        button.setProperty("look", "icon")
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        self._icons.append((button, picture))
        self._column.addWidget(button)
        return button

    @property
    def stop(self) -> QWidget:
        """Where the keyboard goes in this pane: to what is listed."""
        return next(button for button in self._states.values() if button.isChecked())

    def _on_stepped(self, by: int) -> None:
        buttons = [button for button, _ in self._icons]
        at = next((number for number, each in enumerate(buttons) if each.hasFocus()), 0)
        buttons[min(max(at + by, 0), len(buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_state_clicked(self) -> None:
        self._dress()
        self.filterChosen.emit(next(key for key, button in self._states.items() if button.isChecked()))

    def _dress(self) -> None:
        for button, picture in self._icons:
            button.setIcon(icon(picture, self._look.theme, "acc" if button.isChecked() else "mut"))
