"""What stands in the library list's place when there is nothing to list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefdesk.brief.model import Status
from briefdesk.ui.icons import icon
from briefdesk.ui.library import words
from briefdesk.ui.library.flow import FlowLayout
from briefdesk.ui.library.listing import TRASH
from briefdesk.ui.theme import Look


class EmptyLibrary(QFrame):
    """Says that there are no briefs yet, and offers the two ways to get one."""

    newRequested = Signal()
    importRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "empty")
        self.setObjectName("libraryEmpty")
        self._picture = QLabel()
        self._title = QLabel()
        self._title.setProperty("look", "strong")
        self._hint = hint = QLabel()
        hint.setProperty("look", "small")
        self.show_key("")
        self._new = QPushButton(self.tr("New brief"))
        self._new.setObjectName("emptyNewBrief")
        self._new.clicked.connect(self.newRequested)
        self._import = QPushButton(self.tr("Import…"))
        self._import.setObjectName("emptyImport")
        self._import.clicked.connect(self.importRequested)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch(1)
        buttons.addWidget(self._new)
        buttons.addWidget(self._import)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 18, 14, 18)
        column.setSpacing(0)
        for label, above in ((self._picture, 0), (self._title, 6), (hint, 3)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addSpacing(above)
            column.addWidget(label)
        column.addSpacing(11)
        column.addLayout(buttons)
        self.show_title(own=False)
        look.changed.connect(self._dress)
        self._dress()

    def show_key(self, key: str) -> None:
        """Say which key begins a new brief, as the system writes it; "" where none does."""
        pressed = self.tr("Press {key}, or paste an article here.").format(key=key)
        self._hint.setText(pressed if key else self.tr("Begin one, or paste an article here."))

    def show_title(self, *, own: bool) -> None:
        """Say that there are no briefs, or only the sample and none of one's own."""
        self._title.setText(self.tr("No briefs of your own yet") if own else self.tr("No briefs yet"))
        self.setAccessibleName(self._title.text())

    def _dress(self) -> None:
        theme = self._look.theme
        self._picture.setPixmap(icon("file-plus", theme, "mut").pixmap(16, 16))
        self._new.setIcon(icon("plus", theme, "ink", 14))


class NothingFound(QWidget):
    """Says what was looked for and not found, each part by itself, and clears it."""

    clearRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryNothing")
        self._title = QLabel()
        self._title.setProperty("look", "strong")
        self._title.setWordWrap(True)
        self._parts = QWidget()
        self._flow = FlowLayout(self._parts)
        self._clear = QPushButton()
        self._clear.setProperty("look", "small")
        self._clear.setObjectName("libraryClear")
        self._clear.clicked.connect(self.clearRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._parts)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    def show_query(self, parts: list[str], filter: Status | str = "") -> None:
        """Show the parts of the query that nothing answers to, and among which briefs."""
        self._title.setText(self._searched(filter, len(parts)) if parts else self._none_of(filter))
        self._parts.setVisible(bool(parts))
        clear = self.tr("Clear search and filter") if filter else self.tr("Clear the search")
        self._clear.setText(clear if parts else self.tr("Show all briefs"))
        self._clear.setAccessibleName(self._clear.text())
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for part in parts:
            pill = QLabel(part)
            pill.setProperty("look", "neutral-pill")
            pill.setTextFormat(Qt.TextFormat.PlainText)
            self._flow.addWidget(pill)
        self.setAccessibleName(f"{self._title.text()} {', '.join(parts)}".strip())

    def _searched(self, filter: Status | str, number: int) -> str:
        several = number > 1
        if filter == TRASH:
            return (
                self.tr("Nothing in the trash has all of this:")
                if several
                else self.tr("Nothing in the trash has this:")
            )
        if filter:
            sentence = (
                self.tr("No brief that is “{state}” has all of this:")
                if several
                else self.tr("No brief that is “{state}” has this:")
            )
            return sentence.format(state=words.state(Status(filter)))
        return self.tr("No brief has all of this:") if several else self.tr("No brief has this:")

    def _none_of(self, filter: Status | str) -> str:
        if filter == TRASH:
            return self.tr("The trash is empty")
        return {
            Status.DRAFT: self.tr("No drafts"),
            Status.REVIEW: self.tr("Nothing is in review"),
            Status.READY: self.tr("Nothing is ready yet"),
            Status.PUBLISHED: self.tr("Nothing is published yet"),
        }[Status(filter)]
