"""What the mouse over the library list shows: the row below it, and the whole title of one that is cut."""

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QListView, QToolTip

from briefdesk.ui.library.model import ENTRY
from briefdesk.ui.library.row import PAD_X, RowPainter


class Hover:
    """Knows the row below the mouse; -1 for none."""

    def __init__(self, view: QListView, painter: RowPainter) -> None:
        self._view = view
        self._painter = painter
        self.row = -1
        view.viewport().setMouseTracking(True)

    def follow(self) -> None:
        """Paint the row anew that the mouse has left, and the one that it has come to."""
        view, before = self._view, self.row
        over = view.viewport().underMouse()
        self.row = view.indexAt(view.viewport().mapFromGlobal(view.cursor().pos())).row() if over else -1
        if self.row != before:
            for row in (before, self.row):
                if 0 <= row < view.model().rowCount():
                    view.update(view.model().index(row, 0))

    def show_title(self, event: QHelpEvent) -> None:
        """Show the whole title of the row below the mouse, where it is cut."""
        view = self._view
        index = view.indexAt(event.pos())
        rect, entry = view.visualRect(index), index.data(ENTRY)
        if entry and self._painter.is_cut(entry, rect.width() - 2 * PAD_X):
            QToolTip.showText(event.globalPos(), entry.title, view, rect)
        else:
            QToolTip.hideText()
