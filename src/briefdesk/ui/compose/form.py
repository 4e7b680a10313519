"""The form: all fields of the brief in one scrolling column."""

import weakref
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from briefdesk.brief.fields import FIELDS, field
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.compose.rows import ABOVE, FIRST, FieldRows
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.fields.settling import settle_all
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.compose.above import Above
    from briefdesk.ui.compose.details import Details
    from briefdesk.ui.fields.markings import Markings, Remedy

WIDEST = 720
SIDE, SIDE_NARROW = 26, 20
NARROW_AT = 1200
"""Width of the window in pixels at and under which the column has less room at its sides."""
TOP, BOTTOM = 22, 40
REVEALED_ROOM = 72
"""Pixels that stay in view above and below a place that is only looked at."""


class Form(QScrollArea):
    """The column of fields, in reader's order: first those that are seen when the window opens.

    `furnish` brings the other ones and the folded details, after the first paint. `told` carries what
    is worth a line in the notice bar, `pagePasted` a whole brief that was pasted into an empty one.
    `resized` follows other sizes of it. The caret stays in view, and goes to where undo and redo changed
    something.
    """

    told = Signal(str)
    detailsToggled = Signal(bool)
    pagePasted = Signal(str)
    resized = Signal()

    def __init__(self, signals: SessionSignals, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._look = look
        self._last: weakref.ref[QWidget] | None = None
        self.setObjectName("form")
        self.setAccessibleName(self.tr("Brief"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget(self))  # see _surface
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget(self.viewport())
        self._page.setProperty("look", "form")
        self.setWidget(self._page)
        self._rows = FieldRows(signals, look, self._page, self.go_to)
        self._rows.told.connect(self.told)
        self._rows.pagePasted.connect(self.pagePasted)
        self._rows.articlePasted.connect(self._on_article_pasted)
        self._rows.filled.connect(self._on_filled)
        self._details: Details | None = None
        self._above: Above | None = None
        self._details_wanted = False
        self._bar: QWidget | None = None
        self.finish: Callable[[], object] | None = None
        """Puts in what is still being pasted."""
        self.centres = False
        """Whether the line of the caret is kept near the middle, as in focus mode."""
        self._lay_out()
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self._on_follow)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._on_caret_moved)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        # After the fields have heard of a change: only then there is something to go to.
        signals.changed.connect(self._on_changed)

    @property
    def details_open(self) -> bool:
        """Whether the details are unfolded."""
        return self._details.is_open if self._details else self._details_wanted

    def set_details_open(self, is_open: bool) -> None:
        """Unfold or fold the details, or have them so when they come."""
        self._details_wanted = is_open
        if self._details is not None:
            self._details.set_open(is_open)

    def furnish(self, related: QWidget, markings: "Markings") -> None:
        """Put in the ready-made widget for "More briefs", the folded details, and marks in the texts."""
        from briefdesk.ui.compose.details import Details

        self._put_above()
        for each in FIELDS:
            ready = related if each.name == "related" else None
            if not each.folded and each.name not in FIRST and (row := self._rows.make(each, ready)):
                self._column.insertWidget(self._column.count() - 1, row)
        self._details = Details(self._look)
        self._details.toggled.connect(self.detailsToggled)
        self._details.put(self._rows.make_folded())
        self._details.set_open(self._details_wanted)
        self._column.insertWidget(self._column.count() - 1, self._details)
        self._rows.furnish(markings)
        if self._above is not None:
            self._rows.order_stops(self._above)
        # Still after all fields: see the constructor.
        self._signals.changed.disconnect(self._on_changed)
        self._signals.changed.connect(self._on_changed)
        self._look.changed.connect(self._give_room)
        self._signals.eye = self.held
        self._give_room()

    def row(self, name: str) -> FieldRow:
        """The row of a field.

        Raises:
            KeyError: the form has none of that name, or is not furnished yet.
        """
        return self._rows.by_name[name]

    def go_to(self, place: Place) -> None:
        """Put the keyboard into a field, at the place within it; a folded one is unfolded."""
        row = self._rows.by_name.get(place.field)
        if row is None:
            return
        self._unfold(row)
        row.content.go_to(place)  # pyright: ignore[reportAttributeAccessIssue]
        self._follow.start()

    def _unfold(self, widget: QWidget) -> None:
        """Show what a widget is in."""
        for folding in (self._details, self._above):
            if folding is not None and folding.isAncestorOf(widget):
                folding.set_open(True)

    def held(self) -> Place | None:
        """Where the caret was before the edit that comes in, and what was selected; None outside texts."""
        focus = QApplication.focusWidget()
        if not isinstance(focus, Editor) or not (name := self.field_of(focus)):
            return None
        told = getattr(self.content(name), "held", None)
        return told(focus) if told else None

    def field_of(self, widget: QWidget) -> str:
        """The name of the field that a widget is a part of; "" for a widget elsewhere."""
        return self._rows.name_of(widget)

    def withdraw(self) -> bool:
        """Take back a paste that waits for an answer; tells whether one did."""
        return self.content("bullets").withdraw()  # pyright: ignore[reportAttributeAccessIssue]

    def at_hand(self, focus: QWidget) -> "list[Remedy]":
        """What strips and notes beside the field with the keyboard offer to do."""
        from briefdesk.ui.fields.at_hand import at_hand

        row = self._rows.by_name.get(self.field_of(focus))
        return at_hand(row, focus) if row is not None else []

    def content(self, name: str) -> QWidget:
        """The widget that edits a field. Raises KeyError."""
        return self._rows.by_name[name].content

    def reveal(self, editor: QWidget) -> None:
        """Scroll to the caret of an editor, unfolding what it is in; the keyboard stays where it is."""
        self._unfold(editor)
        caret = QRectF(editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
        place = editor.mapTo(self._page, caret.center().toPoint())
        self.ensureVisible(place.x(), place.y(), 0, REVEALED_ROOM)

    def set_bar(self, bar: QWidget | None) -> None:
        """Keep room for a bar over the fields, and show it there; with None there is none."""
        self._bar = bar
        if bar is not None:
            bar.show()
        self._place_bar()

    def _place_bar(self) -> None:
        height = self._bar.sizeHint().height() if self._bar is not None else 0
        if self._bar is not None:
            self._bar.setGeometry(0, 0, self.width(), height)
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)

    def focus_headline(self) -> None:
        """Put the caret at the end of the headline."""
        self.go_to(Place("headline", caret=len(self._signals.brief.headline)))

    def go_to_ruler(self) -> None:
        """Put the keyboard on the ruler that tells where the headline is cut."""
        self.content("headline").go_to_ruler()  # pyright: ignore[reportAttributeAccessIssue]

    def _on_article_pasted(self, article: object) -> None:
        """Let the headline fill it in and ask, wherever in an empty brief it was pasted."""
        self.content("headline").take_article(article)  # pyright: ignore[reportAttributeAccessIssue]
        # Not now: the editor that is in the middle of its key would show its caret for good.
        QTimer.singleShot(0, self, partial(self._follow_article, self._signals.brief.id))

    def _follow_article(self, id: str) -> None:
        if self._signals.brief.id == id:
            self.focus_headline()

    def take_source(self) -> None:
        """Go to the address of the source; when it is empty, an address on the clipboard is put in."""
        self.go_to(Place("source"))
        self.content("source").take_clipboard()  # pyright: ignore[reportAttributeAccessIssue]

    def commit(self) -> None:
        """Take what is being composed, and what is being pasted, into the brief: before another is shown."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Editor) and self.isAncestorOf(focus):
            focus.commit()
        if self.finish is not None:
            self.finish()

    def leave(self) -> None:
        """The same, and put right what the caret is in, as when it goes elsewhere: the brief is left."""
        self.commit()
        focus = QApplication.focusWidget()
        if isinstance(focus, Editor) and self.isAncestorOf(focus):
            focus.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its room at the sides, and lay all of it out at once."""
        super().resizeEvent(event)
        self._give_room()
        if self._details is not None:  # not before the first paint
            self._follow.start()
            self.resized.emit()

    def _give_room(self) -> None:
        side = SIDE_NARROW if self.window().width() <= NARROW_AT else SIDE
        bar = self.width() - self.viewport().width()
        # The line above the headline takes its room from the margin: nothing moves when it comes.
        top = TOP if self._above is None else max(0, TOP - self._above.room)
        self._outer.setContentsMargins(side - RING, top, max(0, side - RING - bar), BOTTOM)
        settle_all(self)
        if self._bar is not None:
            self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        """Be laid out before the first paint."""
        super().showEvent(event)
        settle_all(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard back to the field that had it last."""
        super().focusInEvent(event)
        last = self._last() if self._last else None
        if last is not None and isValid(last) and last.isVisible():
            last.setFocus(event.reason())
        else:
            self.focus_headline()

    def _lay_out(self) -> None:
        self._outer = QHBoxLayout(self._page)
        self._outer.setSpacing(0)
        inner = QWidget(self._page)
        inner.setMaximumWidth(WIDEST + 2 * RING)
        self._outer.addWidget(inner)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for row in self._rows.make_several([field(name) for name in FIRST]):
            self._column.addWidget(row)
        self._column.addStretch(1)

    def _put_above(self) -> None:
        """Put the line in above the headline, before the other fields come."""
        from briefdesk.ui.compose.above import Above

        self._above = Above(self._signals, self._look)
        self._above.put(self._rows.make_several([field(name) for name in ABOVE]))
        self._column.insertWidget(0, self._above)

    def _on_filled(self, content: QWidget) -> None:
        """Keep in view what is filled while the keyboard is in it."""
        focus = QApplication.focusWidget()
        if focus is not None and content.isAncestorOf(focus):
            self._follow.start()

    def follow_caret(self) -> None:
        """Bring the caret into view, in a moment."""
        self._follow.start()

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN and change.before.id != change.brief.id:
            self.verticalScrollBar().setValue(0)
        if change.place is not None:
            self.go_to(change.place)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._page.isAncestorOf(now):
            self._last = weakref.ref(now)

    def _on_caret_moved(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._page.isAncestorOf(focus):
            self._follow.start()

    def _on_follow(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self._page.isAncestorOf(focus):
            return
        from briefdesk.ui.compose.following import follow  # nothing is followed before the first paint

        follow(self, self._rows.by_name, focus, centres=self.centres)
