"""The sheet of keys: a card over the window with every key there is, to be searched."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from briefdesk.ui.icons import pixmap
from briefdesk.ui.keys.listing import Group, Line, all_keys
from briefdesk.ui.keys.shortcuts import Shortcuts, cap
from briefdesk.ui.overlay import Overlay
from briefdesk.ui.overlay_line import OverlayLine
from briefdesk.ui.theme import BASE_SIZE, Look

WIDE, LEAST, TOP = 1080, 480, 48
HEAD, FOOT = 48, 36
COLUMN = 330
"""Least width of a column in pixels at normal text size."""
STEP = 40
"""Pixels that an arrow scrolls."""


class KeySheet(Overlay):
    """Lists the keys of all commands and of the fields, as they are when it is opened."""

    def __init__(self, shortcuts: Shortcuts, look: Look, window: QWidget) -> None:
        super().__init__(look, window, wide=WIDE, least=LEAST, top=TOP)
        self._shortcuts = shortcuts
        self._groups: list[_GroupBox] = []
        self._columns = 0
        self._is_stale = True
        shortcuts.changed.connect(self._on_keys_changed)
        self.setObjectName("keySheet")
        self.setAccessibleName(self.tr("Keys at a glance"))
        self._line = OverlayLine()
        self._line.setObjectName("keySheetSearch")
        self._line.setAccessibleName(self.tr("Search the keys"))
        self._line.setPlaceholderText(self.tr("Search the keys: words, or a key"))
        self._glass, self._nothing, self._hint = QLabel(), QLabel(), QLabel()
        self._area = QScrollArea()
        self._page = QWidget()
        self._columns_row = QHBoxLayout(self._page)
        self._lay_out()
        self._line.textChanged.connect(self._on_text_changed)
        self._line.stepped.connect(self._on_stepped)
        self._line.left.connect(self.leave)
        look.changed.connect(self._dress)
        self._dress()

    def show_all(self) -> None:
        """Open with all keys."""
        if self._is_stale:
            self._fill()
        if self._line.text() or self._is_stale:
            self._line.clear()
            self._on_text_changed("")
        self._is_stale = False
        self.open(self._line)

    def card_height(self, room: int) -> int:
        """As high as there is room for."""
        return room

    def arrange(self) -> None:
        """Lay the card out, with as many columns as fit."""
        super().arrange()
        wide = COLUMN * self._look.theme.base_size / BASE_SIZE
        columns = max(1, min(3, int((self.card.width() - 40) // wide)))
        if columns != self._columns:
            self._columns = columns
            self._distribute()

    def _on_keys_changed(self) -> None:
        self._is_stale = True

    def _fill(self) -> None:
        for box in self._groups:
            box.setParent(None)
            box.deleteLater()
        self._groups = [_GroupBox(group, self._page) for group in all_keys(self._shortcuts)]
        self._columns = 0

    def _distribute(self) -> None:
        """Put the groups into columns of about one height, in their order."""
        while item := self._columns_row.takeAt(0):
            column = item.layout()
            while isinstance(column, QVBoxLayout) and column.takeAt(0):
                continue
            if column is not None:
                column.deleteLater()
        shown = [box for box in self._groups if box.count]
        rest = sum(box.count + 2 for box in shown)
        for number in range(self._columns):
            column = QVBoxLayout()
            column.setSpacing(14)
            room = rest / (self._columns - number)
            used = 0.0
            while shown and (not used or used + (shown[0].count + 2) / 2 <= room):
                box = shown.pop(0)
                column.addWidget(box)
                used += box.count + 2
            rest -= used
            column.addStretch(1)
            self._columns_row.addLayout(column, 1)

    def _on_text_changed(self, text: str) -> None:
        words = text.casefold().split()
        count = sum(box.show_matching(words) for box in self._groups)
        self._nothing.setText(self.tr("No key has “{words}”.").format(words=text.strip()))
        self._nothing.setVisible(not count)
        self._area.setVisible(bool(count))
        self._distribute()
        self._area.verticalScrollBar().setValue(0)
        said = self.tr("1 result") if count == 1 else self.tr("{n} results").format(n=count)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, said))

    def _on_stepped(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * STEP)

    def _lay_out(self) -> None:
        self._nothing.setProperty("look", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setProperty("look", "tiny")
        self._hint.setText(self.tr("Help > Keyboard shortcuts… gives a command other keys"))
        escape, scrolls = QLabel(self.tr("Esc")), QLabel(self.tr("↑ ↓ scroll"))
        escape.setProperty("look", "key")
        scrolls.setProperty("look", "tiny")
        self._head, self._foot = QFrame(), QFrame()
        self._head.setProperty("look", "overlay-head")
        self._foot.setProperty("look", "overlay-foot")
        head, foot = QHBoxLayout(self._head), QHBoxLayout(self._foot)
        for row, widgets in ((head, (self._glass, self._line, escape)), (foot, (scrolls, self._hint))):
            row.setContentsMargins(14, 0, 14, 0)
            row.setSpacing(9)
            for widget in widgets:
                side = Qt.AlignmentFlag.AlignVCenter if widget is escape else Qt.AlignmentFlag(0)
                row.addWidget(widget, 1 if widget is self._line else 0, side)
        foot.insertStretch(1, 1)
        self._columns_row.setContentsMargins(18, 16, 18, 16)
        self._columns_row.setSpacing(34)
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setProperty("look", "sheet")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._area, self._nothing, self._foot):
            column.addWidget(widget, 1 if widget in (self._area, self._nothing) else 0)

    def _dress(self) -> None:
        scale = self._look.theme.base_size / BASE_SIZE
        self._head.setFixedHeight(round(HEAD * scale))
        self._foot.setFixedHeight(round(FOOT * scale))
        self._glass.setPixmap(pixmap("search", self._look.theme, "mut", 16, self.devicePixelRatioF()))


class _GroupBox(QWidget):
    """One group: its name, and a line for each of its keys."""

    def __init__(self, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = group.name.casefold()
        self._lines: list[tuple[str, QWidget]] = []
        self.count = len(group.lines)
        name = QLabel(group.name)
        name.setProperty("look", "sheet-group")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(name)
        for line in group.lines:
            row = _row(line)
            self._lines.append((f"{line.words} {' '.join(line.keys)}".casefold(), row))
            column.addWidget(row)

    def show_matching(self, words: list[str]) -> int:
        """Show the lines that have all these words; gives how many."""
        self.count = 0
        for text, row in self._lines:
            shown = all(word in text or word in self._name for word in words)
            row.setVisible(shown)
            self.count += shown
        self.setVisible(bool(self.count))
        return self.count


def _row(line: Line) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(5)
    words = QLabel(line.words)
    words.setWordWrap(True)
    words.setAccessibleName(f"{line.words}: {', '.join(line.keys)}" if line.keys else line.words)
    across.addWidget(words, 1)
    for key in line.keys:
        made = QLabel(cap(key))
        made.setProperty("look", "key")
        across.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
    return row
