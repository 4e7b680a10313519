"""The bar over the page: which layout, how wide, light or dark, and what else can be done with it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from briefdesk.layouts import LAYOUTS
from briefdesk.ui.icons import icon
from briefdesk.ui.preview.choice import Choice, Option
from briefdesk.ui.theme import Look

HEIGHT, SIDE, GAP = 44, 12, 6
ONE_MENU = 1280
"""Window width in pixels at and under which the widths become one menu."""
AS_ICONS = 1200
"""Window width in pixels at and under which light and dark become one icon."""
WIDTHS = (360, 768, 1200)
"""Widths of a page in CSS pixels: a phone, a tablet, a desktop."""


class PreviewToolbar(QFrame):
    """Layout, width and scheme of the page, and a menu; tells what was chosen by hand."""

    layoutChosen = Signal(str)
    widthChosen = Signal(int)
    schemeChosen = Signal(str)
    browserRequested = Signal()
    copyHtmlRequested = Signal()
    copyTextRequested = Signal()
    retryRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "toolbar")
        self._window_width = 0
        self._layouts = self._layout_button()
        self._widths = Choice(self._width_options(), look)
        self._widths.setObjectName("widthPicker")
        self._widths.setAccessibleName(self.tr("Width of the page"))
        self._widths.choose("0")
        self._schemes = Choice(
            (
                Option("light", self.tr("Light"), self.tr("Page in light colours"), "sun"),
                Option("dark", self.tr("Dark"), self.tr("Page in dark colours"), "moon"),
            ),
            look,
        )
        self._schemes.setObjectName("schemePicker")
        self._schemes.setAccessibleName(self.tr("Light or dark page"))
        self._more = self._more_button()
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # folding makes the room
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(GAP)
        for widget in (self._layouts, self._widths, self._schemes):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._more)
        self._widths.chosen.connect(self._on_width_chosen)
        self._schemes.chosen.connect(self.schemeChosen)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it gets with everything folded."""
        room = self._layouts_room(True) + self._more.sizeHint().width() + 2 * SIDE + 3 * GAP
        return QSize(room + self._widths.room(True) + self._schemes.room(True), self.height())

    def event(self, event: QEvent) -> bool:
        """Fold anew when something in the bar has become wider or narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def fit(self, window_width: int) -> None:
        """Fold for a window of this width, and for the room that the bar itself has."""
        self._window_width = window_width
        self._fold()

    def _fold(self) -> None:
        room = self.width() - 2 * SIDE - 3 * GAP - self._more.sizeHint().width()
        widths, schemes = self._window_width <= ONE_MENU, self._window_width <= AS_ICONS
        steps = ((widths, schemes, False), (True, schemes, False), (True, True, False), (True, True, True))
        widths, schemes, layouts = next((step for step in steps if self._room(*step) <= room), steps[-1])
        self._widths.fold(widths)
        self._schemes.fold(schemes)
        self._layouts.setToolButtonStyle(_layouts_style(layouts))

    def _room(self, widths: bool, schemes: bool, layouts: bool) -> int:
        """The pixels in width that the choices need, each folded or not."""
        return self._widths.room(widths) + self._schemes.room(schemes) + self._layouts_room(layouts)

    def _layouts_room(self, is_folded: bool) -> int:
        now = self._layouts.sizeHint().width()
        if self._layouts.toolButtonStyle() is _layouts_style(is_folded):
            return now
        words = QFontMetrics(self._layouts.font()).horizontalAdvance(self._layouts.text()) + GAP
        return now - words if is_folded else now + words

    def show_scheme(self, name: str) -> None:
        """Show that the page is "light" or "dark"."""
        self._schemes.choose(name)

    def offer_retry(self, is_offered: bool) -> None:
        """Offer to start the engine once more, or not."""
        self._retry.setVisible(is_offered)

    def _layout_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("layoutPicker")
        button.setAccessibleName(self.tr("Layout of the page"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon stands behind the words
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for layout in LAYOUTS:
            if layout.kind != "page":
                continue
            title, _, told = layout.description.partition(": ")
            action = menu.addAction(title)
            action.setObjectName(layout.name)
            action.setToolTip(told)
            action.setCheckable(True)
            group.addAction(action)
        first = group.actions()[0]
        first.setChecked(True)
        button.setText(first.text())
        button.setToolTip(first.toolTip())
        menu.triggered.connect(self._on_layout_triggered)
        button.setMenu(menu)
        return button

    def _width_options(self) -> list[Option]:
        told = (
            self.tr("As on a phone, 360 wide"),
            self.tr("As on a tablet, 768 wide"),
            self.tr("As on a desktop, 1200 wide"),
        )
        fixed = [Option(str(width), str(width), words) for width, words in zip(WIDTHS, told, strict=True)]
        return [*fixed, Option("0", self.tr("Fit"), self.tr("As wide as the pane"))]

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("previewMore")
        button.setAccessibleName(self.tr("More about the page"))
        button.setToolTip(self.tr("Open in the browser, copy"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Open in the browser"), self.browserRequested.emit)
        menu.addAction(self.tr("Copy HTML"), self.copyHtmlRequested.emit)
        menu.addAction(self.tr("Copy as text"), self.copyTextRequested.emit)
        self._retry = menu.addAction(self.tr("Start the full preview again"), self.retryRequested.emit)
        self._retry.setVisible(False)
        button.setMenu(menu)
        return button

    def _on_layout_triggered(self, action: QAction) -> None:
        self._layouts.setText(action.text())
        self._layouts.setToolTip(action.toolTip())
        self.layoutChosen.emit(action.objectName())

    def _on_width_chosen(self, name: str) -> None:
        self.widthChosen.emit(int(name))

    def _on_look_changed(self) -> None:
        self._layouts.setIcon(icon("chevron-down", self._look.theme, "mut", 14))
        self._more.setIcon(icon("ellipsis", self._look.theme))
        self.setFixedHeight(max(HEIGHT, self._layouts.sizeHint().height() + GAP))
        self._fold()


def _layouts_style(is_folded: bool) -> Qt.ToolButtonStyle:
    if is_folded:
        return Qt.ToolButtonStyle.ToolButtonIconOnly
    return Qt.ToolButtonStyle.ToolButtonTextBesideIcon
