"""A text in the history that is as high as its lines, and breaks a long word rather than be wider."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

LEAST = 80
"""Pixels that it can be narrowed to."""


class Passage(QTextEdit):
    """Rich text to be read and selected. A label would be as wide as the longest word in it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setHtml(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return QSize(3 * LEAST, self.fontMetrics().height())

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Become as high as the lines are at the new width."""
        super().resizeEvent(e)
        self._stand()

    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._stand()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to the column that the text stands in."""
        e.ignore()

    def _stand(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(self.fontMetrics().height(), round(self.document().size().height()) + 1))
