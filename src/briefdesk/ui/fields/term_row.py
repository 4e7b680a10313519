"""One row of the terms: the term at the left, its definition at the right."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from briefdesk.brief.model import Term
from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.halves import Halves
from briefdesk.ui.fields.keys import is_backspace, is_enter, moves_row, removes_row, steps_row
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.term_strip import TermStrip

TERM_WIDTH = 150
TERM, DEFINITION = "term", "definition"


class TermRow(QWidget):
    """Shows one term; a `blank` row waits for the next one to be typed.

    Every signal names the row first: `edited` then the part, its text and what was put in;
    `enterPressed` and `backspacePressed` the part; `stepRequested` part, step and the caret's place
    across; `moveRequested` the step. `stripClosed` says that Esc was pressed in the strip.
    """

    edited = Signal(int, str, str, object)
    jumped = Signal()
    told = Signal(str)
    left = Signal()
    enterPressed = Signal(int, str)
    backspacePressed = Signal(int, str)
    stepRequested = Signal(int, str, int, int)
    moveRequested = Signal(int, int)
    removeRequested = Signal(int)
    stripClosed = Signal(int)

    def __init__(self, number: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.is_blank = True
        self._look = look
        self._offer = ""
        self._strip: TermStrip | None = None
        self.term = Cell(
            look,
            name=f"termEdit{number + 1}",
            label=self.tr("Term {n}").format(n=number + 1),
            key=self._on_term_key,
            style="row",
        )
        self.definition = Cell(
            look,
            name=f"definitionEdit{number + 1}",
            label=self.tr("Definition of term {n}").format(n=number + 1),
            key=self._on_definition_key,
            inline=True,
        )
        self._remove = QToolButton()
        self._remove.setObjectName(f"removeTerm{number + 1}")
        self._remove.setProperty("look", "icon")
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remove.setAccessibleName(self.tr("Remove term {n}").format(n=number + 1))
        self._remove.setToolTip(self.tr("Remove this term (Ctrl+Shift+Backspace)"))
        self._remove.setFixedSize(26, 26)
        policy = self._remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(policy)
        self._remove.hide()
        self._lay_out()
        self._connect()
        self._on_look_changed()

    def show_term(self, term: Term | None, *, afresh: bool = False) -> None:
        """Show a term that came from elsewhere, or with none be the row that waits."""
        self.is_blank = term is None
        self.term.show(term.term if term else "", afresh=afresh)
        self.definition.show(term.definition if term else "", afresh=afresh)
        # Nobody who goes through the form by Tab stops at the definition of no term.
        policy = Qt.FocusPolicy.ClickFocus if self.is_blank else Qt.FocusPolicy.StrongFocus
        self.definition.editor.setFocusPolicy(policy)
        self._dress()

    def mark(self, markings: Markings) -> None:
        """Show marks in both texts from now on."""
        self.term.mark(markings)
        self.definition.mark(markings)

    @property
    def has_strip(self) -> bool:
        """Whether something has been said about the term."""
        return self._strip is not None

    @property
    def strip(self) -> "TermStrip":
        """The strip under the row."""
        if self._strip is None:
            from briefdesk.ui.fields.term_strip import TermStrip  # read when there is something to say

            self._strip = TermStrip(self.number, self._look, self)
            self._strip.closed.connect(self._on_strip_closed)
            self._whole.addWidget(self._strip)
            for one, other in pairwise(self.stops):
                QWidget.setTabOrder(one, other)
        return self._strip

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in the row, in this order."""
        below = self._strip.stops if self._strip is not None else ()
        return [self.term.editor, self.definition.editor, *below]

    def show_offer(self, definition: str) -> None:
        """Offer a definition while there is none."""
        if definition != self._offer:
            self._offer = definition
            self._dress()

    def part(self, name: str) -> Cell:
        """The cell of that part; the term's for any other name."""
        return self.definition if name == DEFINITION else self.term

    def has_focus(self) -> bool:
        """Whether the keyboard is in this row."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer to remove the term."""
        super().enterEvent(event)
        self._show_buttons()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer offer it."""
        super().leaveEvent(event)
        self._show_buttons()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a short text is meant for it."""
        on_term = event.position().x() <= self.term.editor.geometry().right()
        cell = self.term if on_term else self.definition
        cell.go_to(len(cell.text))

    def _lay_out(self) -> None:
        right = QWidget()
        line = QHBoxLayout(right)
        line.setContentsMargins(0, 0, 3, 0)
        line.setSpacing(0)
        line.addWidget(self.definition.editor, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.term.editor, 0, Qt.AlignmentFlag.AlignTop)
        self._halves = Halves(left, right, self._look, fixed=left, width=TERM_WIDTH, ruled=self.number > 0)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._halves)

    def _connect(self) -> None:
        self.term.edited.connect(self._on_term_edited)
        self.definition.edited.connect(self._on_definition_edited)
        for cell in (self.term, self.definition):
            cell.jumped.connect(self.jumped)
            cell.told.connect(self.told)
            cell.editor.left.connect(self._on_left)
            cell.editor.entered.connect(self._dress)
        self._remove.clicked.connect(self._on_remove)
        self._look.changed.connect(self._on_look_changed)

    def _on_term_edited(self, text: str, typed: str) -> None:
        self.edited.emit(self.number, TERM, text, typed)

    def _on_definition_edited(self, text: str, typed: str) -> None:
        self.edited.emit(self.number, DEFINITION, text, typed)

    def _on_term_key(self, event: QKeyEvent) -> bool:
        return self._on_key(event, TERM)

    def _on_definition_key(self, event: QKeyEvent) -> bool:
        return self._on_key(event, DEFINITION)

    def _on_key(self, event: QKeyEvent, part: str) -> bool:
        cell = self.part(part)
        if is_enter(event):
            self.enterPressed.emit(self.number, part)
        elif step := moves_row(event):
            self.moveRequested.emit(self.number, step)
        elif removes_row(event):
            self.removeRequested.emit(self.number)
        elif is_backspace(event) and not cell.text:
            self.backspacePressed.emit(self.number, part)
        elif (step := steps_row(event)) and _is_at_edge(cell, step):
            self.stepRequested.emit(self.number, part, step, cell.editor.cursorRect().left())
        else:
            return False
        return True

    def _on_left(self) -> None:
        self._dress()
        self.left.emit()

    def _on_strip_closed(self) -> None:
        self.strip.give_back(self.definition.editor)
        self.stripClosed.emit(self.number)

    def _on_remove(self) -> None:
        self.removeRequested.emit(self.number)

    def _dress(self) -> None:
        """Show what belongs to a row at rest, in use, or waiting."""
        waits = self.is_blank and not self.has_focus()
        self.term.editor.set_hint(self.tr("+   Add a term") if waits else self.tr("Term"))
        takes = self.tr("Tab or Enter takes: {definition}").format(definition=self._offer)
        hint = "" if waits else takes if self._offer else self.tr("What it means")
        self.definition.editor.set_hint(hint)
        self.definition.editor.setAccessibleDescription(hint)
        self._halves.show_rule(not waits)
        self._halves.fold(waits)
        self.show_button()

    def _show_buttons(self) -> None:
        for each in self._rows():
            each.show_button()

    def _rows(self) -> "list[TermRow]":
        around = self.parentWidget()
        return around.findChildren(TermRow) if around is not None else [self]

    def show_button(self) -> None:
        """Offer to remove the row under the mouse, else the one with the keyboard: never two at once."""
        is_meant = self.underMouse() or (
            self.has_focus() and not any(each.underMouse() for each in self._rows() if not each.is_blank)
        )
        self._remove.setVisible(not self.is_blank and is_meant)

    def _on_look_changed(self) -> None:
        self._remove.setIcon(icon("x", self._look.theme, "mut", 14))


def go_across(cell: Cell, step: int, across: int) -> None:
    """Put the keyboard into a cell that was reached by Up or Down, below or above where it was."""
    editor = cell.editor
    edge = editor.textCursor()
    edge.movePosition(QTextCursor.MoveOperation.Start if step > 0 else QTextCursor.MoveOperation.End)
    editor.setFocus()
    editor.setTextCursor(editor.cursorForPosition(QPoint(across, editor.cursorRect(edge).center().y())))


def _is_at_edge(cell: Cell, step: int) -> bool:
    """Whether Up or Down leads out of the text."""
    cursor = cell.editor.textCursor()
    way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
    return not cursor.movePosition(way)
