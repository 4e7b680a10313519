"""The page without the web engine: the same sections in a plain text view, for when it cannot run."""

from string import Template
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefdesk.ui.preview.shown import Shown
from briefdesk.ui.theme import Theme

_STYLE = Template(
    """
    body { color: $ink; font-family: "Source Serif 4", Georgia, "DejaVu Serif"; font-size: 15px; }
    h1 { font-size: 25px; font-weight: 700; margin: 0 0 10px 0; }
    h2 { color: $link; font-family: Inter, "DejaVu Sans"; font-size: 12px; font-weight: 600;
         margin: 18px 0 6px 0; }
    h3 { font-size: 15px; font-weight: 700; margin: 10px 0 2px 0; }
    p { margin: 0 0 4px 0; }
    ul { margin: 0 0 0 18px; -qt-list-indent: 0; }
    li { margin: 0 0 6px 0; }
    dt { font-weight: 700; margin: 6px 0 0 0; }
    dd { margin: 2px 0 4px 0; }
    a { color: $link; }
    .read { font-weight: 700; margin: 14px 0 4px 0; }
    .quiet { color: $mut; }
    """
)


class SimplePage(QTextBrowser):
    """Shows the sections of a brief as plain rich text; loads nothing, follows no link by itself.

    `painted` tells the brief whose newest change is on screen, `linkWanted` the address of a link that
    was clicked with Ctrl.
    """

    painted = Signal(str)
    linkWanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._unpainted: str | None = None
        self.setObjectName("previewView")
        self.setAccessibleName(self.tr("Preview"))
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(26)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the page in the colours of a theme."""
        self.document().setDefaultStyleSheet(
            _STYLE.substitute(ink=theme.hex("page-ink"), link=theme.hex("page-link"), mut=theme.hex("mut"))
        )
        self._fill()

    def show_page(self, shown: Shown) -> None:
        """Bring the page to this state; the place in it is kept, but for another brief it is the top."""
        is_other = self._shown is None or self._shown.brief_id != shown.brief_id
        changed = self._shown is None or self._shown.parts != shown.parts
        self._shown, self._unpainted = shown, shown.brief_id
        if changed:
            self._fill()
        if is_other:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Give nothing: a page may not read files."""
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and tell of it when the window has it."""
        super().paintEvent(event)
        if self._unpainted is not None:
            brief_id, self._unpainted = self._unpainted, None
            QTimer.singleShot(0, self, lambda: self.painted.emit(brief_id))

    def _fill(self) -> None:
        top = self.verticalScrollBar().value()
        self.setHtml(self._html())
        self.verticalScrollBar().setValue(top)

    def _html(self) -> str:
        if self._shown is None or self._shown.is_empty:
            return f'<body><p class="quiet">{self.tr("The page appears here as you write.")}</p></body>'
        sections = "".join(f"<div>{html}</div>" for html in self._shown.parts.values() if html)
        return f'<body dir="{self._shown.direction}">{sections}</body>'

    def _on_anchor_clicked(self, address: QUrl) -> None:
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.linkWanted.emit(address.toString())
