"""The right of the glossary: what is well with a definition, how readers see it, and who uses it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.hygiene import LONGEST, SHORTEST, Fault, Remark
from briefdesk.brief.inline import plain
from briefdesk.brief.model import Status
from briefdesk.store.records import Use
from briefdesk.ui.icons import pixmap
from briefdesk.ui.library import words as library_words
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

ID = Qt.ItemDataRole.UserRole
PILL = 20
SHOWN = 6
"""Briefs that are in sight without scrolling."""


class HygienePane(QScrollArea):
    """Says what there is to say of a definition. `briefWanted` carries the id of a brief that was chosen.

    `unifyRequested` asks for the house wording in the briefs that have another.
    """

    briefWanted = Signal(str)
    unifyRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._remarks: Sequence[Remark] = ()
        self.setObjectName("glossaryHygiene")
        self.setAccessibleName(self.tr("Hygiene"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "rail")
        self.setWidget(inside)
        self._title, self._count = QLabel(self.tr("Hygiene")), QLabel()
        self._title.setProperty("look", "strong")
        self._count.setMinimumHeight(PILL)
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self._lines = QVBoxLayout(self._card)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        self._seen_label, self._used_label = QLabel(self.tr("As readers see it")), QLabel(self.tr("Used in"))
        self._used_note = QLabel()
        self._used_note.setProperty("look", "small")
        self._term, self._definition = QLabel(), QLabel()
        self._page = QFrame()
        self._used = QListWidget()
        self._lay_out(inside)
        self._used.itemActivated.connect(self._on_activated)
        self._used.itemClicked.connect(self._on_activated)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what was found."""
        self._remarks = remarks
        bad = sum(not each.well for each in remarks)
        is_missing = any(each.fault is Fault.MISSING for each in remarks)
        count = self.tr("not defined") if is_missing else self.tr("{n} to check").format(n=bad)
        self._count.setText(count if bad else self.tr("all well"))
        wear(self._count, "pill-warn" if bad else "pill")
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(remarks):
            self._lines.addWidget(self._line(each, ruled=number > 0))
        self._card.setVisible(bool(remarks))

    def show_reading(self, term: str, definition: str) -> None:
        """Show how a page shows the term."""
        self._term.setText(term)
        self._definition.setText(plain(definition))
        self._page.setVisible(bool(definition.strip()))
        self._seen_label.setVisible(bool(definition.strip()))

    def show_uses(self, uses: Sequence[Use]) -> None:
        """List the briefs that have the term."""
        self._used.clear()
        for use in uses:
            untitled = use.headline or self.tr("Untitled")
            item = QListWidgetItem(f"{library_words.state(Status(use.status))}  ·  {untitled}")
            item.setToolTip(self.tr("Open “{headline}”").format(headline=untitled))
            item.setData(ID, use.id)
            self._used.addItem(item)
        one = self.tr("1 brief")
        words = one if len(uses) == 1 else self.tr("{n} briefs, newest first").format(n=len(uses))
        self._used_note.setText(words if uses else self.tr("no brief"))
        height = max(self._used.sizeHintForRow(0), 30) * min(len(uses), SHOWN) + 4
        self._used.setFixedHeight(height)
        self._used.setVisible(bool(uses))

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addSpacing(8)
        column.addWidget(self._seen_label)
        self._page.setObjectName("glossaryReading")
        self._page.setProperty("look", "card")
        text = QVBoxLayout(self._page)
        text.setContentsMargins(16, 14, 16, 14)
        for label in (self._term, self._definition):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            text.addWidget(label)
        column.addWidget(self._page)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self._used_label)
        foot.addStretch(1)
        foot.addWidget(self._used_note)
        column.addLayout(foot)
        self._used.setObjectName("glossaryUses")
        self._used.setAccessibleName(self.tr("Briefs that use the term; Enter opens one"))
        self._used.setProperty("look", "card")
        self._used.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._used.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._used)
        column.addStretch(1)

    def _line(self, remark: Remark, *, ruled: bool) -> QWidget:
        made = QFrame()
        row = QHBoxLayout(made)
        row.setContentsMargins(11, 8, 11, 8)
        row.setSpacing(10)
        sign, role = ("circle-check", "acc") if remark.well else ("triangle-alert", "warn")
        icon = QLabel()
        icon.setPixmap(pixmap(sign, self._look.theme, role, 16, self.devicePixelRatioF()))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        what, more = self._said(remark)
        text = QVBoxLayout()
        text.setSpacing(1)
        for words, look in ((what, "strong"), (more, "small")):
            label = QLabel(words)
            label.setProperty("look", look)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            text.addWidget(label)
        if remark.fault is Fault.CONTRADICTS and not remark.well:
            unify = QPushButton(self.tr("Use the house wording there"))
            unify.setObjectName("glossaryUnify")
            unify.setProperty("look", "small")
            unify.clicked.connect(self.unifyRequested)
            text.addSpacing(4)
            text.addWidget(unify, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(text, 1)
        made.setAccessibleName(f"{what}. {more}")
        if not ruled:
            return made
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(made)
        return whole

    def _said(self, remark: Remark) -> tuple[str, str]:
        number, words = remark.number, "”, “".join(remark.words)
        match remark.fault:
            case Fault.MISSING:
                return self.tr("No definition"), self.tr("The term is used, and explained nowhere.")
            case Fault.LENGTH:
                ideal = self.tr("{least} to {most} words in at most three sentences are read.")
                said = ideal.format(least=SHORTEST, most=LONGEST)
                return self.tr("{n} words, limit {most}").format(n=number, most=LONGEST), said
            case Fault.CIRCULAR:
                if remark.well:
                    return self.tr("Not circular"), self.tr("The term is not used to explain itself.")
                return self.tr("Circular"), self.tr("The term is used to explain itself.")
            case Fault.UNDEFINED:
                if remark.well:
                    return self.tr("No undefined terms inside"), self.tr(
                        "Its words are common, or explained."
                    )
                return self.tr("Undefined terms inside"), f"“{words}”"
            case Fault.CONTRADICTS:
                if remark.well:
                    return self.tr("One wording"), self.tr("No brief explains it otherwise.")
                said = self.tr("Explained otherwise in 1 brief") if number == 1 else ""
                said = said or self.tr("Explained otherwise in {n} briefs").format(n=number)
                return said, self.tr("Its wording there can be the one of the house.")

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.briefWanted.emit(item.data(ID))

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        for label in (self._seen_label, self._used_label):
            label.setProperty("look", "label")
            label.setFont(theme.font("label"))
        bold = theme.font("page")
        bold.setWeight(bold.Weight.Bold)
        self._term.setFont(bold)
        self._definition.setFont(theme.font("page"))
        self.show_remarks(self._remarks)
