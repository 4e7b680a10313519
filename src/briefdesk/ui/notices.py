"""What the window says without a dialog: the quiet bar for trouble, the strip for what can be undone."""

import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from briefdesk.ui.fields.passing import PASSING, mark_passing
from briefdesk.ui.icons import icon, pixmap
from briefdesk.ui.notice_words import NoticeWords
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

STRIP_MS = 10_000
"""How long an act that can be undone stays offered for undoing."""

_BRIEFEST = 100
"""Milliseconds of an offer for which it is not shown again."""

HEIGHT, ROOM, GAP, EDGE = 40, 8, 10, 1
"""Pixels: how high a notice is at least, what is above and below its words, between
them, and the edge of one that floats."""
LONGEST = 40
"""Characters of a button; the tool tip has the rest."""

LISTED = 15
"""Lines of details that a small box shows at once; more of them get a box that scrolls."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of a notice: its words, and what it does."""

    text: str
    act: Callable[[], object]
    primary: bool = False


@dataclass(frozen=True, slots=True)
class _Undoable:
    """An act that is offered for undoing, and whether it is a step of the brief's own undo line."""

    what: str
    undo: Callable[[], object]
    in_brief: bool


class NoticeBar(QFrame):
    """One line: what happened, what is safe, what to do; hidden while all is well.

    What can be undone stays offered for ten seconds, whatever else is said meanwhile, and as long as
    nothing was edited since, the keys of undo do it too. `undoChanged` says that they do, or no more.
    """

    undoChanged = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bad = True
        self._standing: tuple[str, Sequence[Offer]] | None = None
        self._stands = False
        self._undoable: _Undoable | None = None
        self._by_key = False
        self._is_passing = False
        self._is_refusal = False
        self._place: Callable[[bool], object] | None = None
        self.setObjectName("noticeBar")
        self.setAccessibleName(self.tr("Notice"))
        mark_passing(self)
        self._icon = QLabel()
        self._what = NoticeWords()
        self._more = NoticeWords()
        self._more.setProperty("look", "muted")
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._close = QToolButton()
        self._close.setProperty("look", "icon")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self._on_closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(GAP)
        self._said.addWidget(self._what)
        self._said.addWidget(self._more, 1)
        row.addLayout(self._said, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        self.fit()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end)
        self._undo_timer = QTimer(self)
        self._undo_timer.setSingleShot(True)
        self._undo_timer.setInterval(STRIP_MS)
        self._undo_timer.timeout.connect(self._forget)
        self._before: weakref.ref[QWidget] | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self._on_look_changed)
        self.hide()

    def placed_by(self, place: Callable[[bool], object]) -> None:
        """Be put in place by this from now on; it is told whether the notice goes again by itself."""
        self._place = place

    @property
    def wide(self) -> int:
        """Pixels at which all that is said stands in one line."""
        more = self._more.whole_width + GAP if self._more.words else 0
        return self._around + self._what.whole_width + more

    def height_at(self, width: int) -> int:
        """Pixels that it is high when it is that wide: of one line, or of two where one has no room."""
        line = self._what.fontMetrics().lineSpacing()
        if width >= self.wide:
            text = line
        elif self._more.words:
            text = line + self._more.fontMetrics().lineSpacing()
        else:
            text = line * len(self._what.broken(width - self._around, 2))
        return max(HEIGHT, text + 2 * (ROOM + EDGE), self._buttons.sizeHint().height() + ROOM)

    def fit(self, width: int = 0) -> None:
        """Say it in one line, or in two where `width` has no room for one; without a width it is one."""
        is_long = 0 < width < self.wide
        way = QBoxLayout.Direction.TopToBottom if is_long else QBoxLayout.Direction.LeftToRight
        if way != self._said.direction():
            self._said.setDirection(way)
            self._said.setSpacing(0 if is_long else GAP)
            self._said.setStretch(1, 0 if is_long else 1)
            room = ROOM if is_long else 0
            self._said.setContentsMargins(0, room, 0, room)
        self._what.set_lines(2 if is_long and not self._more.words else 1)
        height = self.height_at(width or self.wide)
        if (self.minimumHeight(), self.maximumHeight()) != (height, height):
            self.setFixedHeight(height)

    @property
    def _around(self) -> int:
        """Pixels that signs, buttons and gaps take besides the words."""
        row = self.layout()
        assert row is not None
        margins = row.contentsMargins()
        parts = self._icon.sizeHint().width() + self._close.sizeHint().width()
        buttons = self._buttons.sizeHint().width()
        gaps = (3 if buttons else 2) * row.spacing()
        return margins.left() + margins.right() + parts + buttons + gaps + 2

    def show_trouble(
        self, what: str, more: str = "", offers: Sequence[Offer] = (), *, details: Sequence[str] = ()
    ) -> None:
        """Say that something went wrong and still is; stays until it is closed or cleared.

        `details` are lines for which the bar has no room: its tool tip has them, and a button lists them.
        """
        if details:
            offers = (*offers, Offer(self.tr("Show all"), partial(self._list_details, what, details)))
        self._show(what, more, offers, bad=True)
        if details:
            self._more.show_words(more, "\n".join(details))
        self._timer.stop()

    def show_refusal(self, what: str, more: str = "", *, details: Sequence[str] = ()) -> None:
        """Say that something was refused and nothing changed; goes when the writer goes on elsewhere."""
        self.show_trouble(what, more, details=details)
        self._is_refusal = self._is_passing = True

    def show_done(self, what: str, more: str = "", offers: Sequence[Offer] = ()) -> None:
        """Say that something was done, for ten seconds; what could be undone before still can be."""
        if self._undoable is not None:
            words = self.tr("Undo: {what}").format(what=self._undoable.what)
            offers = (*offers, Offer(words, self.undo))
        self._show(what, more, offers, bad=False)
        self._timer.start(STRIP_MS)

    def show_undoable(self, what: str, undo: Callable[[], object], *, in_brief: bool = False) -> None:
        """Say that something was done, and offer to undo it for ten seconds.

        `in_brief` says that it is a step of the brief's own undo line: once that is taken back, the offer
        is void.
        """
        self._undoable = _Undoable(what, undo, in_brief)
        self._by_key = True
        self._show(what, "", (Offer(self.tr("Undo"), self.undo),), bad=False)
        self._timer.start(STRIP_MS)
        self._undo_timer.start()
        self.undoChanged.emit()

    @property
    def is_undone_by_key(self) -> bool:
        """Whether the keys of undo take back what is offered here: nothing was edited since."""
        return self._by_key and self._undoable is not None

    def undo(self) -> None:
        """Take back what is offered for undoing."""
        done = self._undoable
        if done is not None:
            self._forget()
            self.end()
            done.undo()

    def note_edit(self) -> None:
        """Something was edited: the keys of undo mean that now, and what was refused is past."""
        if self._is_refusal:
            self.end()
        if self._by_key:
            self._by_key = False
            self.undoChanged.emit()

    def _forget(self) -> None:
        self._undoable, self._by_key = None, False
        self._undo_timer.stop()
        self.undoChanged.emit()

    def show_passing(self, what: str, more: str = "") -> None:
        """Say what was done in the brief that is open; with another brief it is not true any more."""
        self.show_done(what, more)
        self._is_passing = True

    def clear_passing(self) -> None:
        """Another brief is open: what was a step of the one before is taken back there, by its own keys."""
        if self._undoable is not None and self._undoable.in_brief:
            self._forget()
            self._is_passing = True
        if self._is_passing:
            self.end()

    def show_standing(self, what: str, offers: Sequence[Offer] = ()) -> None:
        """Say how things stand with what is open; it comes back after other notices, until it is cleared."""
        self._standing = (what, offers)
        if self.isHidden() or self._stands:
            self.end()

    def clear_standing(self) -> None:
        """Things stand otherwise now."""
        self._standing = None
        if self._stands:
            self.hide()

    def clear_trouble(self) -> None:
        """Take the trouble away, because it is over."""
        if self._bad:
            self.end()

    def end(self) -> None:
        """What was said is over: say again what can still be undone, else how things stand."""
        left = self._undo_timer.remainingTime()
        if self._undoable is not None and left > _BRIEFEST:
            self._show(self._undoable.what, "", (Offer(self.tr("Undo"), self.undo),), bad=False)
            self._timer.start(left)
            return
        if self._standing is None:
            self._is_passing = self._is_refusal = False
            self.hide()
            return
        self._show(self._standing[0], "", self._standing[1], bad=False, stays=True)
        self._stands = True
        self._timer.stop()

    def _on_closed(self) -> None:
        if self._stands:
            self.clear_standing()
        else:
            if not self._bad:
                self._forget()
            self.end()

    def _list_details(self, what: str, details: Sequence[str]) -> None:
        box = QMessageBox(self.window())
        box.setObjectName("noticeDetails")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(what)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(what)
        box.setInformativeText("\n".join(details[:LISTED]))
        if len(details) > LISTED:
            box.setDetailedText("\n".join(details))
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.open()

    def clear_done(self) -> None:
        """Take away what was said to be done in the brief, because a step of it was taken back."""
        if self._undoable is not None and not self._undoable.in_brief:
            return
        if self._undoable is not None:
            self._forget()
        if not self._bad:
            self.hide()

    def _show(self, what: str, more: str, offers: Sequence[Offer], *, bad: bool, stays: bool = False) -> None:
        self._bad, self._stands, self._is_passing, self._is_refusal = bad, False, False, False
        floats = self._place is not None and not (bad or stays)
        wear(self, "quiet" if bad else "passing" if floats else "notice")
        wear(self._what, "err" if bad else "strong")
        self._what.show_words(what)
        self._more.show_words(more)
        self._more.setVisible(bool(more))
        self.setAccessibleDescription(f"{what}. {more}" if more else what)
        self._give_back()
        while item := self._buttons.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for offer in offers:
            short = offer.text if len(offer.text) <= LONGEST else offer.text[: LONGEST - 1].rstrip() + "…"
            button = QPushButton(short.replace("&", "&&"), self)
            button.setAccessibleName(offer.text)
            button.setToolTip(offer.text if short != offer.text else "")
            button.setProperty("look", "primary" if offer.primary else "small")
            button.clicked.connect(offer.act)
            self._buttons.addWidget(button)
            button.show()  # now, and not in a turn: how wide all is goes by it
        self._on_look_changed()
        self.fit()
        if self._place is not None:
            self._place(floats)
        self.show()
        around = self.parentWidget()
        if not floats and around is not None and (layout := around.layout()):
            layout.activate()
        if row := self.layout():
            row.activate()  # the words are cut for the width that they have now

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back before Qt hands it to a neighbour."""
        self._give_back()
        super().hideEvent(event)

    def _give_back(self) -> None:
        """Put the keyboard where it was before a button here took it."""
        focus = QApplication.focusWidget()
        before = self._before() if self._before else None
        if focus is None or not self.isAncestorOf(focus) or before is None or not isValid(before):
            return
        if before.isVisible() and before.isEnabled():
            before.setFocus(PASSING)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and old is not None and self.isAncestorOf(now) and not self.isAncestorOf(old):
            self._before = weakref.ref(old)

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        name, role = ("circle-alert", "err") if self._bad else ("info", "info")
        self._icon.setPixmap(pixmap(name, theme, role, 16, self.devicePixelRatioF()))
        self._close.setIcon(icon("x", theme, "mut", 16))
