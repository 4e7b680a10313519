"""The card in which a field stands, with the ring that says where the keyboard is."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from briefdesk.ui.theme import Look

RING = 3
"""Width of the ring in pixels; the card lies inside of it, so a column is set out by so much more."""
RADIUS = 10


class FocusRing(QFrame):
    """Holds one widget in a card; the edge and the ring around it show that the keyboard is in it.

    Without `card` it is the ring alone, for a widget that has an edge of its own.
    """

    def __init__(
        self, look: Look, content: QWidget, *, card: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._card = card
        self._focused = False
        column = QVBoxLayout(self)
        edge = RING + 1 if card else RING
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addWidget(content)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, the card and its edge."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self._focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accbg"))
            painter.drawRoundedRect(whole, RADIUS + RING, RADIUS + RING)
        if not self._card:
            return
        edge = "acc" if self._focused else "edge" if self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("pane"))
        inset = RING + 0.5
        painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), RADIUS - 0.5, RADIUS - 0.5)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the edge of a card under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the edge of a card at rest."""
        super().leaveEvent(event)
        self.update()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        focused = now is not None and self.isAncestorOf(now)
        if focused != self._focused:
            self._focused = focused
            self.update()


def put_in_ring(field: QWidget, look: Look, content: QWidget) -> None:
    """Make a field of one card: it holds the card alone and hands the keyboard on to what is in it."""
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(FocusRing(look, content))
    field.setFocusProxy(content)
