"""What stands in the window besides the form: put in behind the first paint, and joined to the desk."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefdesk.brief.errors import KnownError
from briefdesk.brief.fields import field
from briefdesk.brief.model import Status
from briefdesk.desk.autosave import SaveState
from briefdesk.desk.desk import Desk
from briefdesk.desk.session import Change, Origin
from briefdesk.paths import OWN_LIBRARY, data_dir
from briefdesk.ui.acts import Acts
from briefdesk.ui.command_set import CommandSet
from briefdesk.ui.compose.rows import FIRST
from briefdesk.ui.door import LibraryDoor
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.source import SourceField
from briefdesk.ui.form_acts import FormActs
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.keyboard_acts import KeyboardActs
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.library.related import RelatedField
from briefdesk.ui.library.strip import LibraryStrip
from briefdesk.ui.library_acts import LibraryActs
from briefdesk.ui.long_pastes import LongPastes
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.on_demand import OnDemand
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.proofing import Proofing
from briefdesk.ui.questions import Questions
from briefdesk.ui.review.drawer import ReviewDrawer
from briefdesk.ui.review.meter import ReadinessMeter
from briefdesk.ui.review_acts import ReviewActs
from briefdesk.ui.safekeeping import Safekeeping
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.shell import Shell
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.sources import Sources
from briefdesk.ui.term_acts import TermActs
from briefdesk.ui.text_acts import TextActs
from briefdesk.ui.theme import Look, load_fonts
from briefdesk.ui.view_acts import ViewActs
from briefdesk.ui.writing_acts import WritingActs

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class Furniture(QObject):
    """Library, preview, review, commands and notices, and how they hear of each other."""

    briefWanted = Signal(str)
    newWanted = Signal()
    changedElsewhere = Signal()

    def __init__(
        self,
        window: QMainWindow,
        shell: Shell,
        desk: Desk,
        signals: SessionSignals,
        door: LibraryDoor,
        look: Look,
        settings: SettingsFile,
        questions: Questions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shell = shell
        self._desk = desk
        self._signals = signals
        self._look = look
        self._settings = settings
        load_fonts()
        self.jobs = Jobs(self)
        self._related = RelatedField(field("related"), signals, self.jobs, look, window)
        self.markings = Markings(self)
        self._texts = TextActs(signals, self.markings, look, settings, self)
        shell.form.furnish(self._related, self.markings)
        bullets = shell.form.row("bullets").content
        assert isinstance(bullets, BulletsField)
        bullets.filling.connect(self.jobs.hold_long)
        source = shell.form.row("source").content
        assert isinstance(source, SourceField)
        self._sources = Sources(window, source, signals, self.jobs, look)
        self._texts.follow_house(self._sources.house)
        for name in FIRST:
            shell.form.content(name).follow_house(self._sources.house)  # pyright: ignore[reportAttributeAccessIssue]
        self.notices = NoticeBar(look, window)
        self.panel = LibraryPanel(signals, self.jobs, look, window)
        self.preview = PreviewPane(signals, look, window, jobs=self.jobs, is_straight=self._copies_straight)
        self._strip = LibraryStrip(look, window)
        self._drawer = ReviewDrawer(signals, self.jobs, look, window)
        self._meter = ReadinessMeter(look, window)
        shell.furnish(self.notices, self._meter, self.panel, self._strip, self.preview, self._drawer)
        self._pastes = LongPastes(self.jobs, self.notices, self)
        self.markings.long_paste = self._pastes.take
        shell.form.finish = self._pastes.finish
        self._safekeeping = Safekeeping(desk, shell.status, self.notices, self)
        self._make_acts(door, questions)
        self._make_commands()
        self._connect()
        shell.form.set_details_open(settings.settings.details_open)

    def set_library(self, library: "Library") -> None:
        """Show the briefs of this library."""
        own = library.path == data_dir() / OWN_LIBRARY
        self._shell.top.show_library(self.tr("My desk") if own else library.path.stem, str(library.path))
        self.notices.clear_trouble()
        for part in (
            self.acts,
            self.panel,
            self._related,
            self._drawer,
            self._on_demand,
            self._keyboard,
            self._sources,
            self._writing,
            self._terms,
            self.proofing,
        ):
            part.set_library(library)

    def show_save(self, state: SaveState) -> None:
        """Say how safe the text is."""
        self._safekeeping.show(state)

    def set_leave(self, leave: Callable[[], bool]) -> None:
        """Ask this before another library takes the place of the present one."""
        self.libraries.set_leave(leave)

    def tell(self, error: KnownError) -> None:
        """Say what went wrong, in the notice bar."""
        self.notices.show_trouble(error.what, error.more)

    def close(self) -> None:
        """End what runs: the slow work, and the engine."""
        self.jobs.close()
        self.preview.close_engine()

    def _make_acts(self, door: LibraryDoor, questions: Questions) -> None:
        panes = self._shell.panes
        self.acts = Acts(self._desk, self.jobs, self.notices, questions, self.panel, self)
        self.acts.house = self._sources.house
        self.acts.cancels = (self._pastes.cancel, self._shell.form.withdraw)
        self.libraries = LibraryActs(self._window, door, self._settings, questions)
        stops = (self._strip, self.panel, self._shell.form, self.preview, self._drawer)
        self._views = ViewActs(self._window, panes, self.panel, stops, self._look, self._settings)
        parts = (self._signals, self.jobs, self._look, self._settings)
        self._writing = WritingActs(
            self._window, self._shell, self._signals, self.markings, self.jobs, self._settings
        )
        self._on_demand = OnDemand(self._window, self._desk, panes, self.panel, self.notices, parts)
        self._goals = FormActs(self._shell, self)
        self._reviews = ReviewActs(panes, self._shell.form, self._drawer, self.notices)
        self._keyboard = KeyboardActs(self._window, parts)
        self._terms = TermActs(
            self._window,
            self._shell.form,
            self._desk,
            self._signals,
            self.jobs,
            self._look,
            self.notices,
            self.markings,
        )
        self.proofing = Proofing(self._window, self._desk, self._shell, self.notices, self.markings, parts)

    def _make_commands(self) -> None:
        handlers: dict[str, Callable[..., object]] = {
            "print": self.preview.print_page,
            "quit": self._window.close,
        }
        for part in (
            self.acts,
            self._views,
            self.libraries,
            self._on_demand,
            self._texts,
            self._terms,
            self.proofing,
            self._goals,
            self._reviews,
            self._keyboard,
            self._sources,
            self._writing,
        ):
            handlers.update(part.handlers())
        commands = CommandSet(self._window, handlers, self._keyboard, self)
        commands.furnish(self._shell, self.libraries.recent_menu(), self._look)
        self._actions, self._shortcuts = commands.actions, commands.shortcuts
        self._views.show_state(self._actions)
        self._reviews.show_state(self._actions)
        self._texts.show_in(self._actions)
        self._goals.show_in(self._actions)
        self._writing.show_state(self._actions)
        self.acts.trash.show_in(self._actions)
        self._desk.put_away = self.acts.trash.tell_put_away
        self.proofing.show_in(self._actions)
        self._shortcuts.changed.connect(self._on_shortcuts_changed)
        self._on_shortcuts_changed()

    def _connect(self) -> None:
        panes, form = self._shell.panes, self._shell.form
        self._signals.changed.connect(self._on_changed)
        self.acts.stored.connect(self.panel.refresh)
        self.acts.stored.connect(self._related.refresh)
        self.acts.stored.connect(self._sources.refresh)
        self._sources.openRequested.connect(self.briefWanted)
        self.notices.undoChanged.connect(self._on_undo_changed)
        self._sources.failed.connect(self.tell)
        self._writing.failed.connect(self.tell)
        self.proofing.stored.connect(self.panel.refresh)
        self._shell.status.languageWanted.connect(partial(self._goals.go_to, "language"))
        self.proofing.jargonChanged.connect(self._terms.radar.refresh)
        self.proofing.wordAdded.connect(self._terms.radar.accept)
        self.proofing.wordRemoved.connect(self._terms.radar.accept_no_more)
        self.proofing.stored.connect(self._related.refresh)
        self.panel.filterChanged.connect(self._strip.show_filter)
        self.acts.briefWanted.connect(self.briefWanted)
        self.acts.newWanted.connect(self.newWanted)
        self.acts.reviewWanted.connect(self._reviews.show_gravest)
        self.panel.briefChosen.connect(self._on_brief_chosen)
        self.panel.newRequested.connect(self.newWanted)
        self.panel.importRequested.connect(self.acts.ask_and_import)
        self.panel.pasted.connect(self._on_pasted_in_library)
        self.panel.trashRequested.connect(self.acts.trash.trash)
        self.panel.untrashRequested.connect(self.acts.trash.untrash)
        self.panel.leaveRequested.connect(self._goals.leave_library)
        self._strip.openRequested.connect(partial(panes.set_library, True))
        self._strip.searchRequested.connect(self._views.search)
        self._strip.filterChosen.connect(self._on_strip_filter)
        self._reviews.placeWanted.connect(self._goals.show_place)
        self._keyboard.briefWanted.connect(self.briefWanted)
        self._drawer.reported.connect(self._meter.show_report)
        self._meter.clicked.connect(self._reviews.show_review)
        self.preview.troubled.connect(self.notices.show_trouble)
        self._related.leaveRequested.connect(partial(self._goals.go_to, "bullets"))
        self.preview.stateChanged.connect(self._shell.status.show_preview_state)
        form.told.connect(self.notices.show_passing)
        self._texts.told.connect(self.notices.show_passing)
        form.pagePasted.connect(self.acts.fill_from_page)
        form.detailsToggled.connect(self._on_details_toggled)
        self._terms.briefWanted.connect(self.briefWanted)
        self._terms.stored.connect(self.changedElsewhere)
        self._on_demand.historyLeft.connect(self._goals.leave_history)
        self._on_demand.restored.connect(self.changedElsewhere)

    def _on_changed(self, change: Change) -> None:
        self._on_undo_changed()
        self._actions["redo"].setEnabled(self._desk.session.can_redo)
        self.acts.note(change)
        if change.origin in (Origin.UNDO, Origin.REDO):
            self.notices.clear_done()
        elif change.origin is Origin.OPEN:
            self.notices.clear_passing()
        elif change.before.status is Status.READY and change.brief.status is Status.REVIEW:
            self.notices.show_passing(self.tr("Changed since it was marked ready: in review again"))
        if change.origin is not Origin.OPEN:
            self._safekeeping.note_edit()

    def _on_undo_changed(self) -> None:
        possible = self._desk.session.can_undo or self.notices.is_undone_by_key
        self._actions["undo"].setEnabled(possible)

    def _on_shortcuts_changed(self) -> None:
        self.panel.set_search_key(next(reversed(self._actions["search"].shortcuts()), ""))
        self.panel.set_new_key(self._shortcuts.native("new-brief"))

    def _on_brief_chosen(self, id: str) -> None:
        self._shell.panes.close_overlay()
        self.briefWanted.emit(id)

    def _on_pasted_in_library(self, text: str) -> None:
        from briefdesk.ui.pasted_articles import begin_article  # read when the first one is pasted

        if not begin_article(self._shell.form, self._sources.house, self.newWanted.emit):
            self.acts.import_text(text)

    def _on_strip_filter(self, status: object) -> None:
        self.panel.show_filter(status)  # pyright: ignore[reportArgumentType]
        self._shell.panes.set_library(True)

    def _on_details_toggled(self, is_open: bool) -> None:
        self._settings.change(details_open=is_open)

    def _copies_straight(self) -> bool:
        """Copied text has the quotation marks that the channel for text is set to."""
        from briefdesk.ui.publish.order import recalled

        return (
            recalled(self._settings.settings.publish).settings.get("txt", {}).get("straight_quotes") == "yes"
        )
