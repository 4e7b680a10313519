"""The list of the related picker: as high as its rows, with keys for adding, removing and moving."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from briefdesk.ui.library.related_rows import STACKED_BELOW, PickerPainter, PickerRow
from briefdesk.ui.row_model import ROW, RowModel
from briefdesk.ui.theme import Look

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Picker(QListView):
    """Shows the rows and tells what a person wants done with one; it changes none."""

    added = Signal(PickerRow)
    removed = Signal(int)
    moved = Signal(int, int)
    digit = Signal(int)
    typed = Signal(str)
    left = Signal()
    downFromEnd = Signal()
    focused = Signal(bool)

    def __init__(self, model: RowModel[PickerRow], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._painter = PickerPainter(look)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        model.modelReset.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def row(self) -> PickerRow | None:
        """The row with the keyboard on it."""
        return self.currentIndex().data(ROW)

    def go_to(self, row: int) -> None:
        """Put the keyboard on a row; on the nearest one where there is none of that number."""
        if self._rows.rows:
            self.setCurrentIndex(self._rows.index(min(max(0, row), len(self._rows.rows) - 1)))

    def go_to_offers(self) -> None:
        """Put the keyboard on the first row that is offered, else on the last one chosen."""
        offers = (n for n, row in enumerate(self._rows.rows) if not row.chosen)
        self.go_to(next(offers, len(self._rows.rows) - 1))

    def set_lit(self, lit: bool) -> None:
        """Show the keyboard's row although the focus is elsewhere: in the search line."""
        self._painter.lit = lit
        self.viewport().update()

    def step(self, by: int) -> None:
        """Move the keyboard's row up (-1) or down (+1)."""
        self.go_to(self.currentIndex().row() + by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._painter.digits = True
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_offers()
        self.viewport().update()
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._painter.digits = False
        super().focusOutEvent(event)
        self.viewport().update()
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._painter.stacked != (self.width() < STACKED_BELOW):
            self._painter.stacked = not self._painter.stacked
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self.currentIndex().row()
        row = self.row()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            if row and row.chosen:
                self.moved.emit(at, _MOVES[Qt.Key(key)])
        elif modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and not modifiers:
            self.digit.emit(key - Qt.Key.Key_0)
        elif key in _ENTER:
            if row and not row.chosen:
                self.added.emit(row)
        elif key in _REMOVE:
            if row and row.chosen:
                self.removed.emit(at)
        elif key == Qt.Key.Key_Down and at >= len(self._rows.rows) - 1:
            self.downFromEnd.emit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        at = e.position().toPoint()
        index = self.indexAt(at)
        if e.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._click(index, at)

    def _click(self, index: QModelIndex, at: QPoint) -> None:
        row: PickerRow = index.data(ROW)
        if not row.chosen:
            self.added.emit(row)
        elif self._painter.mark_rect(self.visualRect(index)).contains(at):
            self.removed.emit(index.row())

    def _fit(self) -> None:
        """Be as high as the rows."""
        self.scheduleDelayedItemsLayout()
        height = sum(self.sizeHintForRow(n) for n in range(len(self._rows.rows)))
        self.setFixedHeight(height)
