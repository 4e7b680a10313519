"""The small card over the status line in which a target for the length is written."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.target import read_target
from briefdesk.ui.wearing import wear

MARGIN = 8


class TargetPopover(QFrame):
    """Asks for a number of words or a time, for this brief or for all; nothing waits for the answer.

    Enter sets it, Esc and a click elsewhere close the card. `chosen` carries the target (None for none)
    and whether it is for all briefs.
    """

    chosen = Signal(object, bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("targetPopover")
        self.setAccessibleName(self.tr("Target length"))
        self.setProperty("look", "dialog")
        self._before: QWidget | None = None
        title = QLabel(self.tr("Target length of the bullets"))
        title.setProperty("look", "strong")
        title.setWordWrap(True)
        self._text = QLineEdit()
        self._text.setObjectName("targetEdit")
        self._text.setAccessibleName(title.text())
        self._text.setPlaceholderText(self.tr("150 words, or 45 s"))
        self._text.textChanged.connect(self._on_edited)
        self._text.returnPressed.connect(self._on_set)
        self._one = QRadioButton(self.tr("For this brief"))
        self._all = QRadioButton(self.tr("For all briefs of this library"))
        self._said = QLabel()
        self._said.setObjectName("targetSaid")
        self._said.setWordWrap(True)
        self._set = QPushButton(self.tr("Set"))
        self._set.setProperty("look", "primary")
        self._set.setObjectName("targetSet")
        self._set.clicked.connect(self._on_set)
        self._none = QPushButton(self.tr("No target"))
        self._none.setObjectName("targetNone")
        self._none.clicked.connect(self._on_none)
        buttons = QHBoxLayout()
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        buttons.addWidget(self._set)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for widget in (title, self._text, self._one, self._all, self._said):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def open_at(self, counter: QWidget, text: str, *, for_all: bool) -> None:
        """Open over the counter, with the target that is in force."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._text.setText(text)
        (self._all if for_all and text else self._one).setChecked(True)
        self._none.setEnabled(bool(text))
        self._on_edited()
        around = self.parentWidget()
        assert around is not None
        self.setMinimumWidth(0)
        self.setMaximumWidth(around.width() - 2 * MARGIN)
        self.setFixedWidth(min(max(300, self.sizeHint().width()), self.maximumWidth()))
        self.adjustSize()
        right = around.width() - MARGIN
        bottom = around.height() - MARGIN
        if counter.isVisible():
            corner = counter.mapTo(around, QPoint(counter.width(), 0))
            right, bottom = min(right, corner.x() + MARGIN), corner.y() - MARGIN
        self.move(max(MARGIN, right - self.width()), max(MARGIN, bottom - self.height()))
        self.show()
        self.raise_()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)
        self._text.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        wrong = bool(self._text.text().strip()) and read_target(self._text.text()) is None
        self._set.setEnabled(read_target(self._text.text()) is not None)
        self._said.setText(
            self.tr("Write a number of words, as in 150 words, or a time, as in 45 s or 1:30")
            if wrong
            else self.tr("A time is counted at 230 words a minute")
        )
        wear(self._said, "warn" if wrong else "small")

    def _on_set(self) -> None:
        target = read_target(self._text.text())
        if target is not None:
            self.chosen.emit(target, self._all.isChecked())
            self._close()

    def _on_none(self) -> None:
        self.chosen.emit(None, self._all.isChecked())
        self._close()

    def _close(self) -> None:
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.hide()
