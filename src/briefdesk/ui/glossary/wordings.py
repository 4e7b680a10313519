"""The wordings of a term, a row for each: which is the house's, and how many briefs have it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from briefdesk.brief.inline import plain
from briefdesk.store.records import Wording
from briefdesk.ui.icons import pixmap
from briefdesk.ui.library.flow import FlowLayout
from briefdesk.ui.theme import Look

PILL = 20
LARGE = 18
"""Size of text in pixels, from which on a wording has the whole width."""

SHORT = 60
"""Characters of a wording, up to which what is done with it has room beside it."""

MOST = 30
"""Wordings that are shown; a term that has more is not one term."""


class WordingRows(QFrame):
    """Shows wordings with what can be done: `chosen` makes one the house wording, `forgotten` forgets it."""

    chosen = Signal(str)
    remade = Signal()
    forgotten = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wordings: Sequence[Wording] = ()
        self.setObjectName("glossaryWordings")
        self.setAccessibleName(self.tr("Wordings in use"))
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.hide()
        look.changed.connect(self._show)

    def show_wordings(self, wordings: Sequence[Wording]) -> None:
        """Show these, the house wording first."""
        if wordings != self._wordings:
            self._wordings = list(wordings)
            self._show()

    def _show(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(self._wordings[:MOST]):
            if number:
                line = QFrame()
                line.setProperty("look", "line")
                line.setFixedHeight(1)
                self._column.addWidget(line)
            self._column.addWidget(self._row(number, each))
        self.setVisible(bool(self._wordings))
        self.remade.emit()

    @property
    def stops(self) -> list[QPushButton]:
        """The buttons of the wordings, as Tab comes to them."""
        items = (self._column.itemAt(number) for number in range(self._column.count()))
        rows = (item.widget() for item in items if item is not None)
        return [button for row in rows if row is not None for button in row.findChildren(QPushButton)]

    def _row(self, number: int, wording: Wording) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(11, 6, 8, 6)
        row.setSpacing(10)
        sign = QLabel(str(number + 1))
        sign.setProperty("look", "muted")
        sign.setFixedWidth(16)
        if wording.is_house:
            ratio = self.devicePixelRatioF()
            sign.setPixmap(pixmap("check", self._look.theme, "acc", 14, ratio))
            sign.setAccessibleName(self.tr("House wording"))
        text = QLabel(plain(wording.text))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        count = len(wording.uses)
        used = self.tr("1 brief") if count == 1 else self.tr("{n} briefs").format(n=count)
        said = " · ".join(filter(None, (self.tr("house") if wording.is_house else "", used, wording.at[:10])))
        pill = QLabel(said)
        pill.setProperty("look", "pill" if wording.is_house else "pill-plain")
        pill.setMinimumHeight(PILL)
        pill.setToolTip("\n".join(use.headline for use in wording.uses[:12]))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        if self._look.theme.base_size >= LARGE or len(text.text()) > SHORT:
            # What is beside the text would leave it no room: it goes below.
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(text)
            row.addLayout(column, 1)
            foot = QWidget()
            column.addWidget(foot)
            beside: QLayout = FlowLayout(foot)
        else:
            row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
            beside = row
        beside.addWidget(pill)
        if not wording.is_house:
            words = self.tr("Use as house wording")
            beside.addWidget(self._button(f"useWording{number + 1}", words, self.chosen, wording))
        if not count and not wording.is_house:
            beside.addWidget(
                self._button(f"forgetWording{number + 1}", self.tr("Forget"), self.forgotten, wording)
            )
        return made

    def _button(self, name: str, words: str, signal: object, wording: Wording) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        made.setProperty("look", "small")
        made.setAccessibleName(f"{words}: {plain(wording.text)}")
        made.clicked.connect(partial(self._on_clicked, signal, wording.text))
        return made

    def _on_clicked(self, signal: object, text: str) -> None:
        signal.emit(text)  # pyright: ignore[reportAttributeAccessIssue]
