"""What stands in the window besides the form: put in behind the first paint, and joined to the desk."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow

from briefdesk.brief.fields import field
from briefdesk.brief.model import Status
from briefdesk.desk.autosave import SaveState
from briefdesk.desk.desk import Desk
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.paths import OWN_LIBRARY, data_dir
from briefdesk.ui.acts import Acts
from briefdesk.ui.bar_button import BarButton
from briefdesk.ui.commands import make_actions
from briefdesk.ui.commands_first import CommandsFirst
from briefdesk.ui.door import LibraryDoor
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.library.related import RelatedField
from briefdesk.ui.library.strip import LibraryStrip
from briefdesk.ui.library_acts import LibraryActs
from briefdesk.ui.menus import make_menus
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.on_demand import OnDemand
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.proofing import Proofing
from briefdesk.ui.questions import Questions
from briefdesk.ui.review.drawer import ReviewDrawer
from briefdesk.ui.review.meter import ReadinessMeter
from briefdesk.ui.safekeeping import Safekeeping
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.shell import Shell
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look, load_fonts
from briefdesk.ui.view_acts import ViewActs

if TYPE_CHECKING:
    from briefdesk.store.library import Library

GOALS = ("headline", "bullets", "terms", "source", "related")
"""Fields with a key of their own, Ctrl+1 to Ctrl+5."""


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
        shell.form.furnish(self._related, self.markings)
        self.notices = NoticeBar(look, window)
        self.panel = LibraryPanel(signals, self.jobs, look, window)
        self.preview = PreviewPane(signals, look, window)
        self._strip = LibraryStrip(look, window)
        self._drawer = ReviewDrawer(signals, self.jobs, look, window)
        self._meter = ReadinessMeter(look, window)
        shell.furnish(self.notices, self._meter, self.panel, self._strip, self.preview, self._drawer)
        self._safekeeping = Safekeeping(desk, shell.status, self.notices, self)
        self._make_commands(door, questions)
        self._connect()
        shell.form.set_details_open(settings.settings.details_open)

    def set_library(self, library: "Library") -> None:
        """Show the briefs of this library."""
        own = library.path == data_dir() / OWN_LIBRARY
        self._shell.top.show_library(self.tr("My desk") if own else library.path.stem, str(library.path))
        self.notices.clear_trouble()
        for part in (self.acts, self.panel, self._related, self._drawer, self._on_demand, self.proofing):
            part.set_library(library)

    def show_save(self, state: SaveState) -> None:
        """Say how safe the text is."""
        self._safekeeping.show(state)

    def set_leave(self, leave: Callable[[], bool]) -> None:
        """Ask this before another library takes the place of the present one."""
        self.libraries.set_leave(leave)

    def close(self) -> None:
        """End what runs: the slow work, and the engine."""
        self.jobs.close()
        self.preview.close_engine()

    def _make_commands(self, door: LibraryDoor, questions: Questions) -> None:
        panes = self._shell.panes
        self.acts = Acts(self._desk, self.jobs, self.notices, questions, self.panel, self)
        self.libraries = LibraryActs(self._window, door, self._settings, questions)
        stops = (self.panel, self._shell.form, self.preview, self._drawer)
        self._views = ViewActs(self._window, panes, self.panel, stops, self._look, self._settings)
        parts = (self._signals, self.jobs, self._look, self._settings)
        self._on_demand = OnDemand(self._window, self._desk, panes, self.panel, self.notices, parts)
        self.proofing = Proofing(self._window, self._desk, self._shell, self.notices, self.markings, parts)
        self._actions: dict[str, QAction] = make_actions(
            self._window,
            {
                **self.acts.handlers(),
                **self._views.handlers(),
                **self.libraries.handlers(),
                **self._on_demand.handlers(),
                **self.proofing.handlers(),
                **{f"go-{name}": partial(self._go_to, name) for name in GOALS},
                "paste-source": self._shell.form.take_source,
                "review": self._on_review,
                "fix-finding": self._drawer.fix_selected,
                "quit": self._window.close,
            },
        )
        self._window.addActions(list(self._actions.values()))
        commands_first = CommandsFirst(self._actions.values(), self)
        for each in self._shell.findChildren(QLineEdit):
            each.installEventFilter(commands_first)
        buttons = (
            BarButton(self._actions["new-brief"], self.tr("New brief"), self._look),
            BarButton(self._actions["history"], self.tr("History"), self._look, icon_name="history"),
            BarButton(self._actions["publish"], self.tr("Publish…"), self._look, primary=True),
        )
        self._shell.top.furnish(make_menus(self._actions, self.libraries.recent_menu()), buttons)
        self._actions["fix-finding"].setEnabled(False)
        self._views.show_state(self._actions)
        self.acts.trash.show_in(self._actions)
        self.proofing.show_in(self._actions)
        self.panel.set_search_key(self._actions["search"].shortcuts()[-1])

    def _connect(self) -> None:
        panes, form = self._shell.panes, self._shell.form
        self._signals.changed.connect(self._on_changed)
        self.acts.stored.connect(self.panel.refresh)
        self.acts.stored.connect(self._related.refresh)
        self.proofing.stored.connect(self.panel.refresh)
        self.proofing.stored.connect(self._related.refresh)
        self.panel.filterChanged.connect(self._strip.show_filter)
        self.acts.briefWanted.connect(self.briefWanted)
        self.acts.newWanted.connect(self.newWanted)
        self.acts.reviewWanted.connect(self._show_review)
        self.panel.briefChosen.connect(self._on_brief_chosen)
        self.panel.newRequested.connect(self.newWanted)
        self.panel.importRequested.connect(self.acts.ask_and_import)
        self.panel.pasted.connect(self.acts.import_text)
        self.panel.trashRequested.connect(self.acts.trash.trash)
        self.panel.untrashRequested.connect(self.acts.trash.untrash)
        self.panel.leaveRequested.connect(self._on_library_left)
        self._strip.openRequested.connect(partial(panes.set_library, True))
        self._strip.searchRequested.connect(self._views.search)
        self._strip.filterChosen.connect(self._on_strip_filter)
        self._drawer.placeRequested.connect(form.go_to)
        self._drawer.reported.connect(self._meter.show_report)
        self._drawer.told.connect(self.notices.show_done)
        self._drawer.canFixChanged.connect(self._actions["fix-finding"].setEnabled)
        self._drawer.closeRequested.connect(self._on_drawer_closed)
        self._meter.clicked.connect(self._show_review)
        self._related.leaveRequested.connect(partial(self._go_to, "bullets"))
        self.preview.stateChanged.connect(self._shell.status.show_preview_state)
        form.told.connect(self.notices.show_passing)
        form.pagePasted.connect(self.acts.import_text)
        form.detailsToggled.connect(self._on_details_toggled)
        self._on_demand.historyLeft.connect(self._on_history_left)
        self._on_demand.restored.connect(self.changedElsewhere)

    def _on_changed(self, change: Change) -> None:
        self._actions["undo"].setEnabled(self._desk.session.can_undo)
        self._actions["redo"].setEnabled(self._desk.session.can_redo)
        if change.origin in (Origin.UNDO, Origin.REDO):
            self.notices.clear_done()
        elif change.origin is Origin.OPEN:
            self.notices.clear_passing()
        elif change.before.status is Status.READY and change.brief.status is Status.REVIEW:
            self.notices.show_passing(self.tr("Changed since it was marked ready: in review again"))
        if change.origin is not Origin.OPEN:
            self._safekeeping.note_edit()

    def _go_to(self, name: str) -> None:
        self._shell.panes.show_work()
        self._actions["history"].setChecked(False)
        self._shell.form.go_to(Place(name))

    def _on_brief_chosen(self, id: str) -> None:
        self._shell.panes.close_overlay()
        self.briefWanted.emit(id)

    def _on_library_left(self) -> None:
        self._shell.panes.close_overlay()
        self._shell.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_strip_filter(self, status: object) -> None:
        self.panel.show_filter(status)  # pyright: ignore[reportArgumentType]
        self._shell.panes.set_library(True)

    def _show_review(self) -> None:
        self._actions["review"].setChecked(True)
        self._on_review(True)

    def _on_review(self, shown: bool) -> None:
        self._shell.panes.set_drawer(shown)
        if shown:
            self._drawer.focus()
        else:
            self._shell.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_drawer_closed(self) -> None:
        self._actions["review"].setChecked(False)
        self._on_review(False)

    def _on_history_left(self) -> None:
        self._actions["history"].setChecked(False)
        self._shell.panes.show_work()
        self._shell.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_details_toggled(self, is_open: bool) -> None:
        self._settings.change(details_open=is_open)
