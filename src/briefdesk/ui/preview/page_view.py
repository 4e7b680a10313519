"""The engine's view of the page: exact zoom, its own context menu, and word of every painting."""

from PySide6.QtCore import QChildEvent, QEvent, QMetaObject, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QWidget

INNER_WINDOW = "QQuickWidgetOffscreenWindow"
"""How Qt calls the window without a place on screen in which the page is drawn."""


class PageView(QWebEngineView):
    """Shows a page; `painted` follows each time it was drawn, `zoomed` when it is enlarged or reduced."""

    painted = Signal()
    zoomed = Signal()

    def __init__(self, page: QWebEnginePage) -> None:
        super().__init__()
        self.zoom = 1.0
        self._is_reading = False
        self.setObjectName("previewView")
        self.setAccessibleName(self.tr("Preview"))
        self.setAcceptDrops(False)
        self.setPage(page)
        page.linkHovered.connect(self._on_link_hovered)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def set_zoom(self, factor: float) -> None:
        """Show the page enlarged or reduced by a factor."""
        self.zoom = factor
        self.setZoomFactor(factor)
        self.zoomed.emit()

    def expect_change(self) -> None:
        """Have a change that is under way drawn as soon as it is there.

        The widget that shows the page draws what is new 5 ms after it hears of it, should more follow.
        Begun now, that wait runs while the engine draws; with nothing new at its end nothing is drawn.
        """
        for window in QGuiApplication.allWindows():
            if window.objectName() == INNER_WINDOW:
                QMetaObject.invokeMethod(window, "update")

    def stamp(self) -> int:
        """The number that the page wears in its first pixel, modulo 4096; see `resources/preview/page.js`."""
        self._is_reading = True
        colour = self.grab(QRect(0, 0, 1, 1)).toImage().pixelColor(0, 0)
        self._is_reading = False
        return round(colour.red() / 17) << 8 | round(colour.green() / 17) << 4 | round(colour.blue() / 17)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of paintings, and keep Ctrl with the wheel from changing the exact width."""
        if event.type() == QEvent.Type.Paint and not self._is_reading:
            QTimer.singleShot(0, self, self._on_inner_painted)  # when the window has it, not before
        elif event.type() == QEvent.Type.Wheel:
            return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        return super().eventFilter(watched, event)

    def childEvent(self, event: QChildEvent) -> None:
        """Watch the inner widget that draws the page; the engine makes a new one when it likes."""
        super().childEvent(event)
        if event.added() and event.child().isWidgetType():
            event.child().installEventFilter(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy; most of what the engine's own menu offers would do nothing here."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = QWebEnginePage.WebAction
        copy = menu.addAction(self.tr("Copy"), self.page().action(actions.Copy).trigger)
        copy.setEnabled(self.hasSelection())
        if not self.lastContextMenuRequest().linkUrl().isEmpty():
            menu.addAction(
                self.tr("Copy link address"), self.page().action(actions.CopyLinkToClipboard).trigger
            )
        menu.addAction(self.tr("Select all"), self.page().action(actions.SelectAll).trigger)
        menu.popup(event.globalPos())

    def _on_inner_painted(self) -> None:
        self.painted.emit()

    def _on_link_hovered(self, address: str) -> None:
        elsewhere = address.startswith(("http:", "https:", "mailto:"))
        self.setToolTip(
            self.tr("{address}\nCtrl+click opens it").format(address=address) if elsewhere else ""
        )
