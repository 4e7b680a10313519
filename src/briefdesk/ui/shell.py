"""The frame of the window with the form in it: all that the first paint shows, and no more."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.ui.compose.form import Form
from briefdesk.ui.panes import Panes
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.statusbar import StatusBar
from briefdesk.ui.theme import Look
from briefdesk.ui.topbar import TopBar

if TYPE_CHECKING:
    from briefdesk.ui.notices import NoticeBar
    from briefdesk.ui.review.meter import ReadinessMeter


class Shell(QWidget):
    """Top bar, panes with the form between empty ones, status line.

    A bare Qt window is painted in a tenth of a second; one with every list, menu and tool takes three
    times as long. So the form comes first, to be typed into, and `furnish` brings the rest.
    """

    def __init__(self, signals: SessionSignals, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.top = TopBar(look, self)
        self.panes = Panes(self)
        self.form = Form(signals, look, self.panes.form_place)
        self.panes.set_form(self.form)
        self.status = StatusBar(signals, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addWidget(self.panes, 1)
        self._column.addWidget(self.status)

    def furnish(
        self,
        notices: "NoticeBar",
        meter: "ReadinessMeter",
        library: QWidget,
        strip: QWidget,
        preview: QWidget,
        drawer: QWidget,
    ) -> None:
        """Put the other parts in their places."""
        from briefdesk.ui.notice_place import NoticePlace  # there are no notices before the first paint

        place = NoticePlace(notices, self._column, self.panes, (self.form, preview))
        self.form.resized.connect(place.refit)
        self.status.furnish(meter)
        self.panes.furnish(library, strip, preview, drawer)
