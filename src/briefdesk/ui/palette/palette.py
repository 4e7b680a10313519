"""The command palette: a card over the window with a line to type into and what it finds."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.keys.shortcuts import Shortcuts, cap
from briefdesk.ui.overlay import Overlay
from briefdesk.ui.palette import headlines
from briefdesk.ui.palette.body import PaletteBody
from briefdesk.ui.palette.choices import BRIEF, COMMAND, brief_rows, command_rows
from briefdesk.ui.palette.headlines import Found, Headlines
from briefdesk.ui.palette.rows import PaletteRow, next_choice, palette_model
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

WIDE, LEAST, TOP = 640, 480, 96
PALETTE, OPEN_BRIEF = "palette", "open-brief"
"""The commands that open it."""
SOME_BRIEFS, MOST_BRIEFS = 5, 50
"""Briefs that are listed behind the commands, and alone."""
RECENT = 6


class Palette(Overlay):
    """Runs any command, and opens any brief.

    `group` is the kind that is offered alone, "" for both. `briefChosen` carries the id of a brief. A
    command is triggered when the keyboard is back where it was: it does what it does there.
    """

    briefChosen = Signal(str)

    def __init__(
        self, shortcuts: Shortcuts, jobs: Jobs, look: Look, settings: SettingsFile, window: QWidget
    ) -> None:
        super().__init__(look, window, wide=WIDE, least=LEAST, top=TOP)
        self._shortcuts = shortcuts
        self._jobs = jobs
        self._settings = settings
        self._library: Library | None = None
        self._headlines: Headlines | None = None
        self._found: Sequence[Found] = ()
        self._confirmed = False
        self._open_id = ""
        self.group = ""
        self.setObjectName("commandPalette")
        self.setAccessibleName(self.tr("Command palette"))
        self._model = palette_model(self)
        self._body = PaletteBody(self._model, look)
        self._line, self._list = self._body.line, self._body.list
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        self._line.textChanged.connect(self._on_text_changed)
        self._line.stepped.connect(self._on_stepped)
        self._line.confirmed.connect(self._on_confirmed)
        self._line.narrowed.connect(self._on_narrowed)
        self._line.left.connect(self.leave)
        self._list.clicked.connect(self._on_clicked)

    def set_library(self, library: "Library | None") -> None:
        """Open briefs of this library; none while no library is open."""
        self._library = library
        self._headlines, self._found = None, ()
        self._jobs.cancel("palette-read")
        self._jobs.cancel("palette-find")

    def show_group(self, group: str, open_id: str) -> None:
        """Open with what is of one group, or of both; `open_id` is the brief that one would not look for."""
        self._open_id = open_id
        afresh = self.isHidden()
        self.group = group
        self.open(self._line)
        if afresh:
            self._line.clear()
            self._look_for_news()
        self._line.selectAll()
        self._search()

    def card_height(self, room: int) -> int:
        """As high as its rows, up to a number of them."""
        return min(room, self._body.wanted_height())

    # What it finds

    @property
    def _query(self) -> str:
        return self._line.text().strip().removeprefix(">").strip()

    def _search(self) -> None:
        self._confirmed = False
        self._found = ()
        if self._wants(BRIEF) and self._headlines is not None:
            work = partial(_find, self._headlines, self._query, self._most_briefs())
            self._jobs.run(work, self._on_found, "palette-find")
            if self._wants(COMMAND):
                self._show_rows()
        else:
            self._jobs.cancel("palette-find")
            self._show_rows()

    def _wants(self, group: str) -> bool:
        """Whether this kind is asked for: briefs beside commands only when something was typed."""
        only = COMMAND if self._line.text().lstrip().startswith(">") else self.group
        return only == group or (not only and (group == COMMAND or len(self._query) > 1))

    def _most_briefs(self) -> int:
        return SOME_BRIEFS if self._wants(COMMAND) else MOST_BRIEFS

    def _look_for_news(self) -> None:
        """Read the headlines, unless nothing was saved since; what is there serves till then."""
        if self._library is not None and not self._jobs.busy("palette-read"):
            known = self._headlines
            work = (
                partial(_read_if_changed, self._library, known)
                if known
                else partial(headlines.read_newest, self._library)
            )
            self._jobs.run(work, self._on_read, "palette-read", failed=self._on_read_failed)

    def _on_read(self, read: Headlines | None) -> None:
        if read is not None:
            self._headlines = read
            if read.token < 0:
                self._look_for_news()
            if self.isVisible() and self._wants(BRIEF):
                confirmed = self._confirmed
                self._search()
                self._confirmed = confirmed

    def _on_read_failed(self, error: KnownError) -> None:
        if self.isVisible() and self._wants(BRIEF) and not self._wants(COMMAND):
            self._say(str(error))

    def _on_found(self, found: Sequence[Found]) -> None:
        if self._query:
            self._found = found
        else:
            self._found = [each for each in found if each.headline.id != self._open_id]
        self._show_rows()
        if self._confirmed:
            self._on_confirmed()

    def _show_rows(self) -> None:
        commands = (
            command_rows(self._query, self._shortcuts, self._settings.settings.recent_commands)
            if self._wants(COMMAND)
            else []
        )
        briefs = brief_rows(self._found, datetime.now().astimezone()) if self._wants(BRIEF) else []
        rows: list[PaletteRow] = []
        if commands:
            recent = not self._query and bool(self._settings.settings.recent_commands)
            heading = self.tr("Commands, recent ones first") if recent else self.tr("Commands")
            rows += [PaletteRow(heading), *commands]
        if briefs:
            heading = self.tr("Briefs") if self._query else self.tr("Briefs, newest first")
            rows += [PaletteRow(heading), *briefs]
        chosen = self._chosen()
        self._model.show(rows)
        # With briefs that come in behind the commands, what was chosen stays chosen.
        again = next((n for n, row in enumerate(rows) if chosen and row.id == chosen.id), -1)
        first = next_choice(self._model.rows, -1, 1)
        keeps = again >= 0 and bool(self._found) and bool(commands)
        self._choose(again if keeps else first)
        self._body.show_rows("" if rows else self._why_nothing())
        only = BRIEF if not self._wants(COMMAND) else COMMAND if not self._wants(BRIEF) else ""
        other = PALETTE if self.group == BRIEF else OPEN_BRIEF
        self._body.show_words(self.group, only == BRIEF, cap(self._shortcuts.native(other)))
        self.arrange()
        self._say_count(len(commands) + len(briefs))

    def _why_nothing(self) -> str:
        if self._wants(BRIEF) and not self._wants(COMMAND):
            if self._library is None:
                return self.tr("The library is not open yet.")
            if self._headlines is None:
                return self.tr("Reading the headlines …")
            if not self._query:
                return self.tr("No other brief yet.")
        return self.tr("Nothing is called “{words}”.").format(words=self._query)

    # What one does with it

    def _on_stepped(self, by: int) -> None:
        at = self._list.currentIndex().row()
        for _ in range(abs(by)):
            at = next_choice(self._model.rows, at, 1 if by > 0 else -1)
        self._choose(at)
        if row := self._chosen():
            self._say(row.spoken)

    def _on_confirmed(self) -> None:
        """Do what is chosen; what is still looked for, when it comes."""
        is_whole = self._headlines is not None and self._headlines.token >= 0
        waits = self._jobs.busy("palette-find") or (not is_whole and self._jobs.busy("palette-read"))
        self._confirmed = self._wants(BRIEF) and not self._wants(COMMAND) and waits
        row = self._chosen()
        if not self._confirmed and row:
            self._take(row)

    def _take(self, row: PaletteRow) -> None:
        if not row.enabled:
            self._say(row.spoken)
            return
        self.leave()
        if row.group == BRIEF:
            self.briefChosen.emit(row.id)
            return
        recent = (row.id, *(each for each in self._settings.settings.recent_commands if each != row.id))
        self._settings.change(recent_commands=recent[:RECENT])
        self._shortcuts.actions[row.id].trigger()

    def _on_clicked(self, index: QModelIndex) -> None:
        if row := self._chosen(index):
            self._take(row)

    def _on_narrowed(self) -> None:
        """Offer the kind of the chosen row alone, or both again."""
        row = self._chosen()
        self.group = "" if self.group else row.group if row else ""
        self._search()

    def _on_text_changed(self, _text: str) -> None:
        self._search()

    def _chosen(self, index: QModelIndex | None = None) -> PaletteRow | None:
        at = (index or self._list.currentIndex()).row()
        row = self._model.rows[at] if 0 <= at < len(self._model.rows) else None
        return row if row and row.id else None

    def _choose(self, at: int) -> None:
        if at < 0:
            return
        self._list.setCurrentIndex(self._model.index(at))
        if at == next_choice(self._model.rows, -1, 1):
            self._list.scrollToTop()

    def _say_count(self, count: int) -> None:
        words = self.tr("1 result") if count == 1 else self.tr("{n} results").format(n=count)
        row = self._chosen()
        self._say(f"{words}: {row.spoken}" if row else words)

    def _say(self, words: str) -> None:
        """Tell those who hear the window: the keyboard is in the line, and the list moves."""
        self._list.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, words))


def _read_if_changed(library: "Library", known: Headlines | None, progress: Progress) -> Headlines | None:
    if known is not None and headlines.is_current(library, known):
        return None
    return headlines.read(library, progress)


def _find(known: Headlines, query: str, limit: int, _progress: Progress) -> list[Found]:
    return known.find(query, limit)
