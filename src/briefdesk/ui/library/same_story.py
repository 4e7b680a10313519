"""The strip under the source that says which other brief is on the same story."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefdesk.brief.model import Brief
from briefdesk.desk.session import Change, Origin
from briefdesk.store.records import Row
from briefdesk.ui.fields.came_from import CameFrom
from briefdesk.ui.fields.link_row import LinkButton
from briefdesk.ui.fields.markings import Remedy
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.icons import pixmap
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.library import words
from briefdesk.ui.library.entry import stored_entry
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

REST_MS = 400
"""How long an address has to rest before it is looked up."""
SAME_STORY = "same-story"
"""What is settled for a brief: addresses that it shares with another one on purpose."""


class SameStory(QWidget):
    """Says that another brief is on the same source address; offers to open it, or to go on with this one.

    The library is asked on a worker. Who goes on with a brief is not told again in this brief; who closes
    this with Esc is not told again until the address is another one or the brief is opened anew.
    """

    openRequested = Signal(str)

    def __init__(
        self, signals: SessionSignals, jobs: Jobs, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._look = look
        self._library: Library | None = None
        self._other = ""
        self._key = ""
        self._closed = ""
        self._words = ""
        self.setObjectName("sameStory")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setObjectName("sameStoryText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._open = _button(self.tr("Open"), "sameStoryOpen")
        self._open.clicked.connect(self._on_open)
        self._continue = _button(self.tr("Continue"), "sameStoryContinue")
        self._continue.clicked.connect(self._on_continue)
        self._lay_out()
        self._came_from = CameFrom(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look_up)
        signals.changed.connect(self._on_changed)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def set_library(self, library: "Library | None") -> None:
        """Look in this library from now on."""
        self._library = library
        self.refresh()

    def refresh(self) -> None:
        """Look again: briefs have come or gone."""
        self._rest.start()

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops in it."""
        return self._open, self._continue

    def at_hand(self, focus: QWidget) -> Sequence[Remedy]:
        """What the buttons do, while it is shown."""
        if self.isHidden() or self.isAncestorOf(focus):
            return ()
        buttons = ((self._open, self._on_open), (self._continue, self._on_continue))
        return (Remedy(self._words, None), *(Remedy(button.text(), act) for button, act in buttons))

    def close_unanswered(self) -> bool:
        """Go away without an answer, the keyboard to where it was; tells whether it was there."""
        if self.isHidden():
            return False
        self._closed = self._key
        self._show(())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_unanswered()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the headline as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def event(self, event: QEvent) -> bool:
        """Give the text what the buttons leave."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._elide()
        return done

    def _lay_out(self) -> None:
        strip = QFrame()
        strip.setProperty("look", "strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(11, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._open)
        row.addWidget(self._continue)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 3, RING, 0)
        column.addWidget(strip)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._closed = ""
            self._show(())
            self._rest.start(0)
        elif "source" in change.fields and change.before.source.url != change.brief.source.url:
            self._rest.start()

    def _look_up(self) -> None:
        brief = self._signals.brief
        if self._library is None or not brief.source.url.strip():
            self._jobs.cancel(SAME_STORY)
            self._show(())
            return
        self._jobs.run(
            partial(_same_story, self._library, brief), self._on_found, SAME_STORY, failed=self._on_failed
        )

    def _on_found(self, found: "tuple[str, str, tuple[Row, ...]]") -> None:
        id, self._key, rows = found
        if id == self._signals.brief.id:
            self._show(() if self._key and self._key == self._closed else rows)

    def _on_failed(self, _error: Exception) -> None:
        self._show(())  # the library cannot be read, which is said where it is opened and saved

    def _show(self, rows: tuple[Row, ...]) -> None:
        if rows:
            entry = stored_entry(rows[0])
            self._other = entry.id
            self._words = self.tr("Already briefed: “{headline}” ({age})").format(
                headline=entry.title, age=words.age(entry.updated_at, datetime.now().astimezone())
            )
            if len(rows) > 1:
                self._words += " " + self.tr("and {n} more").format(n=len(rows) - 1)
            self.setAccessibleName(self._words)
            self._open.setAccessibleDescription(self._words)
            self._text.setToolTip(self._words)
            self._elide()
        around = self.parentWidget()
        if around is not None and not rows:
            self._came_from.give_back(around)
        if around is not None and self.isHidden() == bool(rows):
            self.setVisible(bool(rows))
            settle(self if rows else around)

    def _elide(self) -> None:
        shown = self._text.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideMiddle, max(0, self._text.width())
        )
        if shown != self._text.text():
            self._text.setText(shown)

    def _on_open(self) -> None:
        self.openRequested.emit(self._other)

    def _on_continue(self) -> None:
        if self._library is not None:
            settle_it = partial(_settle, self._library, self._signals.brief.id, self._key)
            self._jobs.run(settle_it, self._on_settled, "same-story-settled", failed=self._on_failed)
        self._show(())

    def _on_settled(self, _done: None) -> None:
        return None

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("info", self._look.theme, "acc", 16, self.devicePixelRatioF()))


def _button(text: str, name: str) -> QPushButton:
    made = LinkButton(text)
    made.setObjectName(name)
    made.setProperty("look", "small")
    return made


def _same_story(library: "Library", brief: Brief, _progress: Progress) -> tuple[str, str, tuple[Row, ...]]:
    from briefdesk.brief.url import canonical

    address = canonical(brief.source.url)
    key = address.key if address else ""
    if not key or key in library.house(SAME_STORY, brief=brief.id):
        return brief.id, key, ()
    return brief.id, key, tuple(library.same_story(brief))


def _settle(library: "Library", id: str, key: str, _progress: Progress) -> None:
    library.settle(SAME_STORY, {key: "continue"}, brief=id)
