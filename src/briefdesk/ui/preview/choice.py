"""A choice of a few things: a row of segments, or in little room one button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look

PADDING = 10
"""Pixels on each side of a segment's words."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its name in the program, its words, what it does, and an icon for little room."""

    name: str
    words: str
    told: str
    icon: str = ""


class Choice(QWidget):
    """Segments of which one is on; folded, a menu, or where all options have icons a button that goes round.

    `chosen` tells the name of what was chosen by hand.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = {option.name: option for option in options}
        self._look = look
        self._value = options[0].name
        self._group = QButtonGroup(self)
        self._goes_round = all(option.icon for option in options)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, option in enumerate(options):
            place = "first" if number == 0 else "last" if number == len(options) - 1 else "middle"
            row.addWidget(self._segment(option, place))
        self._folded = self._folded_button()
        row.addWidget(self._folded)
        self._group.buttonClicked.connect(self._on_button_clicked)
        look.changed.connect(self._on_look_changed)
        self.fold(False)
        self._show()

    @property
    def value(self) -> str:
        """The name of what is chosen."""
        return self._value

    def choose(self, name: str) -> None:
        """Choose without telling anyone."""
        self._value = name
        self._show()

    def fold(self, is_folded: bool) -> None:
        """Show one button in place of the segments."""
        for button in self._group.buttons():
            button.setVisible(not is_folded)
        self._folded.setVisible(is_folded)

    def room(self, is_folded: bool) -> int:
        """The pixels that it needs in width, folded or not."""
        if is_folded:
            return self._folded.sizeHint().width()
        return sum(button.minimumWidth() for button in self._group.buttons())

    def _segment(self, option: Option, place: str) -> QToolButton:
        button = QToolButton()
        button.setText(option.words)
        button.setObjectName(option.name)
        button.setCheckable(True)
        button.setToolTip(option.told)
        button.setAccessibleName(option.told)
        button.setProperty("look", "segment")
        button.setProperty("place", place)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        return button

    def _folded_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("folded")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self._goes_round:
            button.clicked.connect(self._on_round_clicked)
            return button
        # The icon stands behind the words.
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        actions = QActionGroup(menu)
        for option in self._options.values():
            action = menu.addAction(option.told)
            action.setObjectName(option.name)
            action.setCheckable(True)
            actions.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        button.setMenu(menu)
        return button

    def _show(self) -> None:
        option = self._options[self._value]
        for button in self._group.buttons():
            button.setChecked(button.objectName() == option.name)
            metrics = QFontMetrics(self._look.theme.font("body"))
            button.setFixedWidth(metrics.horizontalAdvance(button.text()) + 2 * PADDING)
        if self._goes_round:
            option = self._options[self._next()]  # what a click brings
            self._folded.setIcon(icon(option.icon, self._look.theme))
        self._folded.setToolTip(option.told)
        self._folded.setAccessibleName(option.told)
        if self._goes_round:
            return
        self._folded.setText(option.words)
        self._folded.setIcon(icon("chevron-down", self._look.theme, "mut", 14))
        for action in self._folded.menu().actions():
            action.setChecked(action.objectName() == option.name)

    def _next(self) -> str:
        names = list(self._options)
        return names[(names.index(self._value) + 1) % len(names)]

    def _take(self, name: str) -> None:
        if name != self._value:
            self.choose(name)
            self.chosen.emit(name)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        self._take(button.objectName())

    def _on_menu_triggered(self, action: QAction) -> None:
        self._take(action.objectName())

    def _on_round_clicked(self) -> None:
        self._take(self._next())

    def _on_look_changed(self) -> None:
        self._show()
