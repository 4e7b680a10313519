"""The quiet bar over the form: find, step from one place to the next, and replace."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.seeking import BadPattern
from briefdesk.desk.history import Place
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.passing import mark_passing
from briefdesk.ui.find.finds import Finds
from briefdesk.ui.find.inputs import Inputs
from briefdesk.ui.find.taking_back import TakingBack
from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear


class FindBar(QFrame):
    """Finds in the open brief. Enter and F3 go on, with Shift back; Esc closes, the caret at the find.

    `told` carries what was done.
    """

    told = Signal(str)

    def __init__(self, form: Form, finds: Finds, look: Look) -> None:
        super().__init__(form)
        self._form = form
        self._finds = finds
        self._look = look
        self._error = ""
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in this brief"))
        self.setProperty("look", "bar")
        mark_passing(self)
        self._inputs = Inputs("bar", self)
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._count.setProperty("look", "small")
        self._previous = self._tool("findPrevious", self.tr("Previous (Shift+F3)"))
        self._next = self._tool("findNext", self.tr("Next (F3)"))
        self._close = self._tool("findClose", self.tr("Close (Esc)"))
        self._one = QPushButton(self.tr("Replace"))
        self._one.setObjectName("replaceOne")
        self._all = QPushButton(self.tr("Replace all"))
        self._all.setObjectName("replaceAll")
        for button in (self._one, self._all):
            button.setProperty("look", "small")
        self._said = QLabel()
        self._said.setObjectName("findSaid")
        self._said.setWordWrap(True)
        self._said.hide()
        self._lay_out()
        self._inputs.changed.connect(self._on_input)
        self._taking_back = TakingBack((self._inputs.find, self._inputs.words), finds.signals, self)
        self._inputs.find.installEventFilter(self)
        self._inputs.words.installEventFilter(self)
        self._previous.clicked.connect(self.previous)
        self._next.clicked.connect(self.next)
        self._close.clicked.connect(self.leave)
        self._one.clicked.connect(self._on_replace)
        self._all.clicked.connect(self._on_replace_all)
        finds.changed.connect(self._show_state)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def enter(self, *, replace: bool) -> None:
        """Open, or take the keyboard again; what is selected in the form is looked for."""
        editor = self._editor()
        self._second.setVisible(replace or (self._second.isVisible() and not self.isHidden()))
        if editor is not None:
            self._finds.begin_at(editor)
            chosen = editor.textCursor().selectedText()
            if chosen and "\u2029" not in chosen:
                self._inputs.find.setText(chosen)
        self._inputs.fit()
        self._form.set_bar(self)
        self._inputs.find.setFocus()
        self._inputs.find.selectAll()
        self._seek(editor)

    def next(self) -> None:
        """Go to the next place."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def leave(self) -> None:
        """Close; the caret goes to the place that was looked at, which stays selected."""
        now = self._finds.now
        self._form.set_bar(None)
        self.hide()
        if now is not None:
            field, row, part = now.text.where
            self._form.go_to(Place(field, row, part, now.span.end))
            self._finds.select_now()
        else:
            self._form.setFocus(Qt.FocusReason.OtherFocusReason)
        self._finds.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the fields: to the next place, with Shift to the one before, or replace."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if watched is self._inputs.words and not back:
            self._on_replace()
        else:
            self._step(-1 if back else 1)
        return True

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._inputs.find, 1)
        first.addLayout(self._inputs.switches())
        first.addWidget(self._count)
        for button in (self._previous, self._next, self._close):
            first.addWidget(button)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(6)
        second.addWidget(self._inputs.words, 1)
        second.addWidget(self._one)
        second.addWidget(self._all)
        self._second.hide()
        self._second.setToolTip(
            self.tr("In bullets and definitions, marks such as ** are part of the text that is looked at")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(23, 6, 14, 6)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._second)
        column.addWidget(self._said)
        self._inputs.order((self._one, self._all), (self._previous, self._next, self._close))

    def _tool(self, name: str, label: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setAccessibleName(label)
        made.setToolTip(label)
        made.setProperty("look", "icon")
        return made

    def _on_input(self) -> None:
        self._seek(None)

    def _seek(self, near: Editor | None) -> None:
        self._error = ""
        sought = self._inputs.sought_or(self._finds.fail)
        if sought is not None:
            self._finds.seek(sought, near)
        self._reveal()

    def _step(self, by: int) -> None:
        self._error = ""
        if self.isHidden():
            self.enter(replace=False)
        elif self._finds.count:
            self._finds.step(by, self._editor())
            self._reveal()

    def _editor(self) -> Editor | None:
        """The text of the form that has the keyboard."""
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, Editor) and self._form.isAncestorOf(focus) else None

    def _reveal(self) -> None:
        editor = self._finds.select_now()
        if editor is not None:
            self._form.reveal(editor)
        self._show_state()

    def _on_replace(self) -> None:
        try:
            self._error = ""
            with self._taking_back.replacing():
                is_left = self._finds.now is not None and not self._finds.replace_now(
                    self._inputs.words.text()
                )
            if is_left:
                self._error = self.tr("Left as it is: it would break a mark such as a link")
        except BadPattern as error:
            self._error = error.what
        self._reveal()

    def _on_replace_all(self) -> None:
        self._error = ""
        try:
            with self._taking_back.replacing():
                done, left = self._finds.replace_all(self._inputs.words.text())
        except BadPattern as error:
            self._error = error.what
            self._show_state()
            return
        if left:
            self._error = self.tr("{n} left as they are: they would break a mark such as a link").format(
                n=left
            )
        if done:
            one, many = (
                self.tr("Replaced 1 place. Ctrl+Z takes it back"),
                self.tr("Replaced {n} places. Ctrl+Z takes it back"),
            )
            self.told.emit(one if done == 1 else many.format(n=done))
        self._reveal()

    def _show_state(self) -> None:
        error = self._finds.error or self._error
        self._said.setText(error)
        wear(self._said, "err" if self._finds.error else "warn")
        self._said.setVisible(bool(error))
        count, at = self._finds.count, self._finds.at
        if count:
            words = self.tr("{n} of {count}").format(n=at + 1, count=count)
        else:
            words = self.tr("No matches") if self._inputs.find.text() and not error else ""
        self._count.setText(words)
        for button in (self._previous, self._next, self._one, self._all):
            button.setEnabled(count > 0)
        if not self.isHidden():
            self._form.set_bar(self)

    def _dress(self) -> None:
        self._inputs.fit()
        if not self.isHidden():
            self._form.set_bar(self)
        theme = self._look.theme
        for button, name in (
            (self._previous, "chevron-up"),
            (self._next, "chevron-down"),
            (self._close, "x"),
        ):
            button.setIcon(icon(name, theme, "mut", 16))
