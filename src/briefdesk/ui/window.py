"""The main window: the parts of the desk put side by side, and the seam that tests and programs use."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.brief.fields import field
from briefdesk.desk.autosave import Safety, SaveState
from briefdesk.desk.desk import Desk
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.store.records import Saved
from briefdesk.ui.acts import Acts
from briefdesk.ui.commands import make_actions
from briefdesk.ui.compose.form import Form
from briefdesk.ui.door import LibraryDoor
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.library.related import RelatedField
from briefdesk.ui.library.strip import LibraryStrip
from briefdesk.ui.library_acts import LibraryActs
from briefdesk.ui.menus import make_menus
from briefdesk.ui.notices import NoticeBar, Offer
from briefdesk.ui.on_demand import OnDemand
from briefdesk.ui.panes import Panes
from briefdesk.ui.poster import Poster
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.questions import Dialogs, Questions
from briefdesk.ui.review.drawer import ReviewDrawer
from briefdesk.ui.review.meter import ReadinessMeter
from briefdesk.ui.safekeeping import Safekeeping
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.statusbar import StatusBar
from briefdesk.ui.theme import Look
from briefdesk.ui.topbar import BarButton, TopBar
from briefdesk.ui.view_acts import ViewActs

if TYPE_CHECKING:
    from briefdesk.store.library import Library

GOALS = ("headline", "bullets", "terms", "source", "related")
"""Fields with a key of their own, Ctrl+1 to Ctrl+5."""
SIZE = (1440, 900)
SMALLEST = (640, 480)


class MainWindow(QMainWindow):
    """The desk on screen.

    The window is painted first; then the library is opened, then the preview's engine is started.
    What is typed before the library is there is kept, and saved as soon as it is.
    """

    libraryOpened = Signal(bool)
    saved = Signal(str)
    previewPainted = Signal(str)

    def __init__(
        self,
        library: Path,
        look: Look,
        settings: SettingsFile,
        *,
        sample: bool = False,
        questions: Questions | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("BriefDesk")
        self._look = look
        self._settings = settings
        self._sample = sample
        self._asked_for_new = False
        self._questions = questions or Dialogs(self)
        self._started = False
        self._jobs = Jobs(self)
        self._door = LibraryDoor(self)
        self._desk = Desk(Poster(self).post, self._on_save_state, self._on_saved)
        self._signals = SessionSignals(self._desk.session, self)
        self._make_panes()
        self._make_commands()
        self._connect()
        self._restore_place()
        self._door.path = library
        QTimer.singleShot(0, self._on_first_turn)

    # What tests and other programs use

    def open_brief(self, id: str) -> None:
        """Open a brief of the library in the form; waits its turn while the library is being opened."""
        self._door.when_open(partial(self._open_brief, id))

    def new_brief(self) -> str:
        """Open an empty brief in the form and give its id; it is stored with its first edit."""
        id = self._desk.next_id()
        if self._door.has_waiting:
            self._door.when_open(partial(self._new_brief, id))
        else:
            self._new_brief(id)
        return id

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import documents as soon as the library is open, and show the first brief of them."""
        self._asked_for_new = True
        self._door.when_open(partial(self._acts.import_files, tuple(paths)))

    def safety_in_words(self) -> str:
        """Whether the text in the form is safe, for a report of a bug."""
        if self._desk.autosave.state.safety is Safety.SAVED:
            return self.tr("Your brief is saved.")
        return self.tr("Your brief is still in the window; copy it before you quit.")

    @property
    def library(self) -> "Library | None":
        """The library that is open; `None` until `libraryOpened`."""
        return self._door.library

    @property
    def look(self) -> Look:
        """The theme in force."""
        return self._look

    @property
    def desk(self) -> Desk:
        """The brief that is open, and how safe it is."""
        return self._desk

    # How it is put together

    def _make_panes(self) -> None:
        look, signals, jobs = self._look, self._signals, self._jobs
        self._notices = NoticeBar(look)
        self._panel = LibraryPanel(signals, jobs, look)
        self._strip = LibraryStrip(look)
        self._related = RelatedField(field("related"), signals, jobs, look)
        self._form = Form(signals, look, self._related)
        self._preview = PreviewPane(signals, look)
        self._drawer = ReviewDrawer(signals, jobs, look)
        self._meter = ReadinessMeter(look)
        self._status = StatusBar(self._meter)
        self._safekeeping = Safekeeping(self._desk, self._status, self._notices, self)
        self._panes = Panes(self._panel, self._strip, self._form, self._preview, self._drawer)

    def _make_commands(self) -> None:
        self._acts = Acts(self._desk, self._jobs, self._notices, self._questions, self)
        stops = (self._panel_stop, self._form_stop, self._preview_stop, self._drawer_stop)
        self._views = ViewActs(self, self._panes, self._panel, stops, self._look, self._settings)
        self._libraries = LibraryActs(self, self._door, self._settings, self._questions)
        parts = (self._signals, self._jobs, self._look, self._settings)
        self._on_demand = OnDemand(self, self._desk, self._panes, self._notices, parts)
        self._actions = make_actions(
            self,
            {
                **self._acts.handlers(),
                **self._views.handlers(),
                **self._libraries.handlers(),
                **{f"go-{name}": partial(self._go_to, name) for name in GOALS},
                **self._on_demand.handlers(),
                "review": self._on_review,
                "quit": self.close,
            },
        )
        self.addActions(list(self._actions.values()))
        self._menus = make_menus(self._actions, self._libraries.recent_menu())
        buttons = (
            BarButton(self._actions["new-brief"], self.tr("New brief"), self._look),
            BarButton(self._actions["history"], self.tr("History"), self._look, icon_name="history"),
            BarButton(self._actions["publish"], self.tr("Publish…"), self._look, primary=True),
        )
        self._top = TopBar(self._menus, buttons, self._look)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._top, self._notices):
            column.addWidget(widget)
        column.addWidget(self._panes, 1)
        column.addWidget(self._status)
        self.setCentralWidget(whole)
        self._views.show_state(self._actions)
        self._panel.set_search_key(self._actions["search"].shortcuts()[-1])

    def _connect(self) -> None:
        self._door.opened.connect(self._on_opened)
        self._door.refused.connect(self._on_refused)
        self._door.changedElsewhere.connect(self._on_changed_elsewhere)
        self._libraries.set_leave(self._leave_library)
        self._signals.changed.connect(self._on_changed)
        self._acts.stored.connect(self._panel.refresh)
        self._acts.briefWanted.connect(self.open_brief)
        self._acts.newWanted.connect(self.new_brief)
        self._acts.reviewWanted.connect(self._show_review)
        self._panel.briefChosen.connect(self._on_brief_chosen)
        self._panel.newRequested.connect(self.new_brief)
        self._panel.importRequested.connect(self._acts.ask_and_import)
        self._panel.pasted.connect(self._acts.import_text)
        self._panel.trashRequested.connect(self._acts.trash)
        self._panel.untrashRequested.connect(self._acts.untrash)
        self._panel.leaveRequested.connect(self._on_library_left)
        self._strip.openRequested.connect(partial(self._panes.set_library, True))
        self._strip.searchRequested.connect(self._views.search)
        self._strip.filterChosen.connect(self._on_strip_filter)
        self._drawer.placeRequested.connect(self._form.go_to)
        self._drawer.reported.connect(self._meter.show_report)
        self._meter.clicked.connect(self._show_review)
        self._drawer.closeRequested.connect(self._on_drawer_closed)
        self._related.leaveRequested.connect(partial(self._go_to, "bullets"))
        self._preview.painted.connect(self.previewPainted)
        self._preview.stateChanged.connect(self._status.show_preview_state)
        self._form.told.connect(self._notices.show_done)
        self._on_demand.historyLeft.connect(self._on_history_left)
        self._on_demand.restored.connect(self._on_changed_elsewhere)

    def _restore_place(self) -> None:
        self.setMinimumSize(*SMALLEST)
        screen = QApplication.primaryScreen().availableGeometry()
        self._screen = f"{screen.width()}x{screen.height()}"
        self.resize(min(SIZE[0], screen.width()), min(SIZE[1], screen.height()))
        geometry = self._settings.settings.geometry.get(self._screen)
        if isinstance(geometry, list) and len(geometry) == 4 and all(isinstance(n, int) for n in geometry):
            x, y, width, height = geometry
            if screen.contains(x + 40, y + 20):
                self.setGeometry(x, y, width, height)
        panes = self._settings.settings.panes.get(self._screen)
        if isinstance(panes, dict):
            self._panes.restore(panes)

    # What happens

    def _on_first_turn(self) -> None:
        """The event loop runs. A window that is not shown has no paint to wait for."""
        if not self.isVisible():
            self._start()

    def event(self, event: QEvent) -> bool:
        """Begin the slow work behind the first paint, never before it."""
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and not self._started:
            QTimer.singleShot(0, self._start)
        return done

    def _start(self) -> None:
        if not self._started:
            self._started = True
            self._door.open(self._door.path)

    def _on_opened(self, library: "Library") -> None:
        self._settings.remember_library(library.path)
        self._top.show_library(library.path.stem, str(library.path))
        self._notices.clear_trouble()
        for part in (self._acts, self._panel, self._related, self._drawer, self._on_demand):
            part.set_library(library)
        writable = library.state.kind != "readonly"
        self._desk.autosave.read_only = not writable
        self._desk.attach(library)
        if not writable or library.state.kind == "recovered":
            self._notices.show_trouble(library.state.message)
        if not self._door.has_waiting and not self._asked_for_new and not self._desk.is_begun():
            self._open_first(library)
            self._form.focus_headline()
        self._door.serve()
        self._on_save_state(self._desk.autosave.state)
        self.libraryOpened.emit(True)
        QTimer.singleShot(0, self._preview.start_engine)

    def _open_first(self, library: "Library") -> None:
        """Show the brief that was open last, else the newest; on the very first start the sample."""
        last = self._settings.settings.last.get(str(library.path))
        rows = library.rows(limit=1)
        if not rows and self._sample:
            from briefdesk.desk.sample import add_sample

            id = add_sample(library)
            self._panel.set_sample(id)
            self._open_brief(id)
        elif isinstance(last, str) and _is_there(library, last):
            self._open_brief(last)
        elif rows:
            self._open_brief(rows[0].id)

    def _on_refused(self, error: KnownError) -> None:
        self._notices.show_trouble(
            self.tr("The library is not open"),
            f"{error} " + self.tr("What you write is kept in memory until a library is open."),
            (
                Offer(self.tr("Try again"), self._libraries.again, primary=True),
                Offer(self.tr("Open another…"), self._libraries.ask_and_open),
            ),
        )
        self.libraryOpened.emit(False)
        QTimer.singleShot(0, self._preview.start_engine)

    def _open_brief(self, id: str) -> None:
        try:
            self._form.commit()
            self._desk.open(id)
        except KnownError as error:
            self._notices.show_trouble(error.what, f"{error.safe} {error.todo}".strip())
            return
        self._panes.show_work()

    def _new_brief(self, id: str) -> None:
        self._asked_for_new = True
        self._form.commit()
        self._desk.new(id)
        self._panes.show_work()
        self._form.focus_headline()

    def _on_brief_chosen(self, id: str) -> None:
        self._panes.close_overlay()
        self.open_brief(id)

    def _go_to(self, name: str) -> None:
        self._panes.show_work()
        self._form.go_to(Place(name))

    def _panel_stop(self) -> QWidget:
        return self._panel

    def _form_stop(self) -> QWidget:
        return self._form

    def _preview_stop(self) -> QWidget:
        return self._preview

    def _drawer_stop(self) -> QWidget:
        return self._drawer

    def _on_library_left(self) -> None:
        self._panes.close_overlay()
        self._form.go_to(Place("headline", caret=len(self._desk.brief.headline)))

    def _on_strip_filter(self, status: object) -> None:
        self._panel.show_filter(status)  # pyright: ignore[reportArgumentType]
        self._panes.set_library(True)

    def _on_changed(self, change: Change) -> None:
        brief = change.brief
        self.setWindowTitle(f"{brief.headline or self.tr('Untitled')} – BriefDesk")
        self._status.show_brief(brief)
        self._actions["undo"].setEnabled(self._desk.session.can_undo)
        self._actions["redo"].setEnabled(self._desk.session.can_redo)
        if change.origin is not Origin.OPEN:
            self._safekeeping.note_edit()

    def _on_changed_elsewhere(self) -> None:
        self._panel.refresh()
        try:
            self._desk.refresh()
        except KnownError as error:
            self._notices.show_trouble(error.what, f"{error.safe} {error.todo}".strip())

    def _on_save_state(self, state: SaveState) -> None:
        self._safekeeping.show(state)

    def _on_saved(self, saved: Saved) -> None:
        self._panel.refresh()
        self.saved.emit(saved.brief.id)

    def _show_review(self) -> None:
        self._actions["review"].setChecked(True)
        self._panes.set_drawer(True)

    def _on_review(self, shown: bool) -> None:
        self._panes.set_drawer(shown)
        if shown:
            self._drawer.focus()

    def _on_drawer_closed(self) -> None:
        self._actions["review"].setChecked(False)
        self._panes.set_drawer(False)
        self._form.go_to(Place("headline", caret=len(self._desk.brief.headline)))

    def _on_history_left(self) -> None:
        self._actions["history"].setChecked(False)
        self._panes.show_work()

    # Leaving

    def _leave_library(self) -> bool:
        """Save everything before the library is closed; tells whether it may be closed."""
        self._form.commit()
        if self._door.library is not None:
            last = {**self._settings.settings.last, str(self._door.library.path): self._desk.brief.id}
            self._settings.change(last=last)
        if self._desk.close() or not self._desk.is_begun():
            return True
        error = self._desk.autosave.state.error
        why = str(error) if error else self.tr("The library is not open, so this brief is nowhere but here.")
        return self._questions.may_leave_unsaved(why)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, then close what is open: text first, engine last."""
        if not self._leave_library():
            event.ignore()
            return
        geometry = self.geometry()
        place = [geometry.x(), geometry.y(), geometry.width(), geometry.height()]
        self._settings.change(
            geometry={**self._settings.settings.geometry, self._screen: place},
            panes={**self._settings.settings.panes, self._screen: self._panes.sizes()},
        )
        self._jobs.close()
        self._door.close()
        self._preview.close_engine()
        super().closeEvent(event)


def _is_there(library: "Library", id: str) -> bool:
    try:
        return not library.get(id).trashed
    except KnownError:
        return False
