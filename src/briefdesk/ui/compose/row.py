"""One field of the form: its label, what it says about itself, and the widget that edits it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from briefdesk.ui.fields.note import Note, NoteAct
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.markings import Remedy

ABOVE, BELOW = 16, 5


def stops_of(widget: QWidget) -> list[QWidget]:
    """The widgets in one, itself among them, where Tab stops, in the order in which they were made."""
    tab = Qt.FocusPolicy.TabFocus
    inside = (widget, *widget.findChildren(QWidget))
    window = widget.window()  # the list of a drop-down is a window of its own
    return [
        each
        for each in inside
        if each.focusPolicy() & tab and each.focusProxy() is None and each.window() is window
    ]


class FieldRow(QWidget):
    """Label at the left, note at the right, the field's widget below them."""

    def __init__(
        self, label: str, content: QWidget, look: Look, *, first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.content = content
        self._look = look
        self._label = QLabel(label)
        self._label.setProperty("look", "label")
        self._label.setBuddy(content)
        self._note = NoteLabel(look)
        self._acts: tuple[NoteAct, ...] = ()
        self._links: list[QWidget] = []
        self._own = Note()
        self._other: Note | None = None
        self._head = head = QHBoxLayout()
        head.setContentsMargins(RING, 0 if first else ABOVE - 2 * RING, RING, BELOW - RING)
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(self._note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(content)
        if signal := getattr(content, "noteChanged", None):
            signal.connect(self._on_note_changed)
            self._on_note_changed(content.note)  # pyright: ignore[reportAttributeAccessIssue]
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def put_below(self, layout: QLayout) -> None:
        """Put something below the field's widget."""
        self._column.addLayout(layout)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets in it where Tab stops, in their order: the field's own, then links of its note."""
        return [*stops_of(self.content), *self._links]

    def at_hand(self, focus: QWidget) -> "Sequence[Remedy]":
        """What can be done about the note."""
        from briefdesk.ui.fields.markings import Remedy

        if not self._acts or focus in self._links:
            return ()
        return (Remedy(self._own.text, None), *(Remedy(each.words, each.act) for each in self._acts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a link goes back to the field."""
        if event.key() == Qt.Key.Key_Escape and any(link.hasFocus() for link in self._links):
            self.content.setFocus()
        else:
            super().keyPressEvent(event)

    def show_instead(self, note: Note | None) -> None:
        """Say something else in the place of what the field says of itself; None ends that."""
        self._other = note
        self._show_note()

    def event(self, event: QEvent) -> bool:
        """Lay out what is around when the content wants another height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            settle(self)
        return done

    def _on_note_changed(self, note: Note | str) -> None:
        self._own = note if isinstance(note, Note) else Note(note)
        self._show_note()

    def _show_note(self) -> None:
        note = self._own if self._other is None else self._other
        self._note.show_note(note)
        if note.acts != self._acts:
            self._acts = note.acts
            self._show_acts()

    def _show_acts(self) -> None:
        """Put links for what can be done behind the note; Tab comes to them after the field."""
        from briefdesk.ui.fields.link_row import LinkButton  # there is nothing to do before the first paint

        for link in self._links:
            if link.hasFocus():
                self.content.setFocus()  # the keyboard stays in the field and does not go astray
            self._head.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        stops = stops_of(self.content)
        for number, each in enumerate(self._acts):
            link = LinkButton(each.words, self)
            link.setObjectName(f"{self.content.objectName() or 'field'}Note{number + 1}")
            link.setProperty("look", "note-link")
            link.clicked.connect(partial(_act, each.act))
            self._head.addWidget(link)
            link.show()
            if stops:
                QWidget.setTabOrder(stops[-1], link)
            stops = [link]
            self._links.append(link)
        self._fit_links()

    def _fit_links(self) -> None:
        """Make the links no higher than the label: the row stays as high as it is without them."""
        for link in self._links:
            link.ensurePolished()
            link.setFixedHeight(self._note.sizeHint().height())

    def _on_look_changed(self) -> None:
        self._label.setFont(self._look.theme.font("label"))
        self._fit_links()


def _act(act: Callable[[], object], _checked: bool = False) -> None:
    act()


class NoteLabel(QWidget):
    """Words at the right that give way to the label when there is no room for both."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = Note()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_note(self, note: Note) -> None:
        """Show other words."""
        if note != self._shown:
            self._shown = note
            self.setAccessibleName(note.text)
            self.setToolTip(note.text)
            self.update()

    def sizeHint(self) -> QSize:
        """As high as its words; the width is what is left."""
        self.setFont(self._look.theme.font("small"))
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words at the right, cut where they do not fit."""
        super().paintEvent(event)
        theme = self._look.theme
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("warn" if self._shown.warn else "mut"))
        words = painter.fontMetrics().elidedText(self._shown.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
