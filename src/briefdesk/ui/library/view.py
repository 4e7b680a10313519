"""The list itself: rows of two heights, of which only those in sight are measured and painted."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from briefdesk.ui.library.hover import Hover
from briefdesk.ui.library.kept import Kept
from briefdesk.ui.library.model import ENTRY, BriefModel
from briefdesk.ui.library.places import Places
from briefdesk.ui.library.row import RowPainter
from briefdesk.ui.library.sight import Sight
from briefdesk.ui.library.steps import step, way_to
from briefdesk.ui.theme import Look

SCROLL_BAR = 10
"""Pixels at the right that are kept for the scroll bar, so that nothing moves when it comes."""

Flag = QItemSelectionModel.SelectionFlag
Action = QAbstractItemView.CursorAction
Index = QModelIndex | QPersistentModelIndex


class BriefList(QListView):
    """Shows a `BriefModel` of any length.

    QListView would ask for the size of every row at every change, so the places of rows are worked out
    here (`Places`) and nothing of its own layout is used. `wanted` tells up to which row the entries
    should be loaded. `opened` carries the id of the brief that was clicked or confirmed with Enter.
    """

    opened = Signal(str)
    wanted = Signal(int)
    typed = Signal(str)
    upFromTop = Signal()

    def __init__(self, model: BriefModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = RowPainter(look)
        self._places = Places(model, self._painter)
        self._sight = Sight(
            self._places, self.verticalScrollBar(), self._sight_height, lambda: self._painter.low
        )
        self._kept = Kept(model)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._hover = Hover(self, self._painter)
        self.viewport().setAutoFillBackground(False)
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        look.changed.connect(self._on_look_changed)
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self.viewport().update)
        self._minute.start()

    # What is in the list

    def ids(self) -> list[str]:
        """The ids of the selected briefs, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [entry.id for row in rows if (entry := self._model.entry(row))]

    def choose(self, id: str) -> None:
        """Select the brief of that id alone and make it current; none when it is not loaded."""
        row = self._model.row_of(id)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        if row < 0:
            self.selectionModel().clear()
        else:
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)

    def selectAll(self) -> None:
        last = self._model.loaded - 1
        if last >= 0:
            every = QItemSelection(self._model.index(0), self._model.index(last))
            self.selectionModel().select(every, Flag.ClearAndSelect)

    # Where the rows are

    def _row_width(self) -> int:
        """The width of a row in pixels, without the room of the scroll bar."""
        return max(1, self.width() - SCROLL_BAR)

    def _sight_height(self) -> int:
        return self.viewport().height()

    def visualRect(self, index: Index) -> QRect:
        rect = self._places.rect(index.row(), self._row_width())
        return rect.translated(0, -self.verticalOffset())

    def indexAt(self, p: QPoint) -> QModelIndex:
        y = p.y() + self.verticalOffset()
        if p.x() >= self._row_width() or not 0 <= y < self._places.total:
            return QModelIndex()
        return self._model.index(self._places.row_at(y))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def viewportSizeHint(self) -> QSize:
        return QSize(self._row_width() + SCROLL_BAR, self._places.total)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect = self.visualRect(index)
        if rect.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + way_to(rect, self.viewport().height(), hint))

    def moveCursor(self, cursorAction: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        page = max(1, self.viewport().height() - self._painter.tall)
        target = step(self._places, self.currentIndex().row(), cursorAction, page)
        return self._model.index(target) if target >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        offset = self.verticalOffset()
        top, bottom = sorted((rect.top() + offset, rect.bottom() + offset))
        if top >= self._places.total or not len(self._places):
            self.selectionModel().select(QItemSelection(), command)
            return
        first, last = self._places.row_at(top), self._places.row_at(bottom)
        found = QItemSelection(self._model.index(first), self._model.index(last))
        self.selectionModel().select(found, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    # Layout

    def doItemsLayout(self) -> None:
        self._lay()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        self._sight.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        QAbstractItemView.resizeEvent(self, event)
        self._look_ahead()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._look_ahead()
        self.viewport().update()

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        if topLeft.row() != bottomRight.row():
            self._sight.measure()
            self.viewport().update()
            return
        anchor = self._sight.anchor()
        if not self._places.measure(topLeft.row()):
            self.update(topLeft)
            return
        self._sight.return_to(anchor)
        self.viewport().update()

    def _lay(self) -> None:
        """Work the places of the rows out again, with the row at the top where it was."""
        anchor = self._sight.anchor()
        self._places.fit(self._row_width())
        self._sight.return_to(anchor)

    def _look_ahead(self) -> None:
        self._sight.measure()
        if (row := self._sight.ahead(self._model.loaded)) >= 0:
            self.wanted.emit(row)

    def _on_look_changed(self) -> None:
        self._places.forget()
        self._lay()
        self._sight.measure()
        self.viewport().update()

    def _on_model_about_to_be_reset(self) -> None:
        self._kept.note(self.ids(), self.currentIndex().row(), self._sight.anchor())

    def _on_model_reset(self) -> None:
        self._places.forget()
        self._sight.return_to(self._kept.anchor)
        self._kept.select(self.selectionModel())
        self.viewport().update()
        self._look_ahead()

    # Painting

    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        hovered = self._hover.row
        current = self.currentIndex().row() if self.hasFocus() else -1
        selection = self.selectionModel()
        for row in self._sight.rows(e.rect().top(), e.rect().bottom()):
            index = self._model.index(row)
            state = QStyle.StateFlag.State_Enabled
            if selection.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if row == hovered:
                state |= QStyle.StateFlag.State_MouseOver
            if row == current:
                state |= QStyle.StateFlag.State_HasFocus
            option.rect = self.visualRect(index)
            option.state = state
            self._painter.paint(painter, option, index)
        painter.end()

    # What people do

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the row that is selected, else at the first one."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and len(self._places):
            chosen = self.selectionModel().selectedIndexes()
            first = chosen[0] if chosen else self._model.index(0)
            self.selectionModel().setCurrentIndex(first, Flag.NoUpdate)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._hover.show_title(event)
            return True
        done = super().viewportEvent(event)
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.Enter):
            self._hover.follow()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.upFromTop.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Escape):
            event.ignore()
        elif event.text().isprintable() and event.text().strip() and not _commands(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        left = e.button() == Qt.MouseButton.LeftButton
        if left and e.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(self.indexAt(e.position().toPoint()))

    def _open(self, index: QModelIndex) -> None:
        if entry := index.data(ENTRY):
            self.opened.emit(entry.id)


def _commands(event: QKeyEvent) -> bool:
    """Whether the key is pressed as part of a shortcut."""
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
