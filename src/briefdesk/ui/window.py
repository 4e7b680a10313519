"""The main window: painted at once with the form in it, furnished behind that; the seam for tests."""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from briefdesk.brief.errors import KnownError
from briefdesk.desk.autosave import Safety, SaveState
from briefdesk.desk.desk import Desk
from briefdesk.desk.session import Change
from briefdesk.store.errors import NoSuchBrief
from briefdesk.ui.door import LibraryDoor
from briefdesk.ui.poster import Poster
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.shell import Shell
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from briefdesk.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.store.records import Saved
    from briefdesk.ui.furniture import Furniture
    from briefdesk.ui.questions import Questions


class MainWindow(QMainWindow):
    """The desk on screen.

    The form is painted first; then the window is furnished and the library opened, then the preview's
    engine is started. What is typed before the library is there is kept, and saved as soon as it is.
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
        questions: "Questions | None" = None,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("BriefDesk")
        self.setWindowTitle("BriefDesk")
        self._settings = settings
        self._sample = sample
        self._asked = False
        self._started = False
        self._closed = False
        self._furniture: Furniture | None = None
        self._answers = questions
        self.look = look
        self.desk = Desk(Poster(self).post, self._on_save_state, self._on_saved)
        self._signals = SessionSignals(self.desk.session, self)
        self._door = LibraryDoor(library, self)
        self._door.opened.connect(self._on_opened)
        self._door.refused.connect(self._on_refused)
        self._door.changedElsewhere.connect(self._on_changed_elsewhere)
        self._shell = Shell(self._signals, look, self)
        self.setCentralWidget(self._shell)
        self._signals.changed.connect(self._on_changed)
        self._place = WindowPlace(self, settings)
        self._place.restore()
        QTimer.singleShot(0, self, self._on_first_turn)

    # What tests and other programs use

    def open_brief(self, id: str) -> None:
        """Open a brief of the library in the form; waits its turn while the library is being opened."""
        self._asked = True
        self._door.when_open(partial(self._open_brief, id))

    def new_brief(self) -> str:
        """Open an empty brief in the form and give its id; it is stored with its first edit."""
        self._asked = True
        id = self.desk.next_id()
        if self._door.has_waiting:
            self._door.when_open(partial(self._new_brief, id))
        else:
            self._new_brief(id)
        return id

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import documents as soon as the library is open, and show the first brief of them."""
        self._asked = True
        self._door.when_open(partial(self.furniture.acts.import_files, tuple(paths)))

    def safety_in_words(self) -> str:
        """Whether the text in the form is safe, for a report of a bug."""
        if self.desk.autosave.state.safety is Safety.SAVED:
            return self.tr("Your brief is saved.")
        return self.tr("Your brief is still in the window; copy it before you quit.")

    @property
    def library(self) -> "Library | None":
        """The library that is open; `None` until `libraryOpened`."""
        return self._door.library

    @property
    def _questions(self) -> "Questions":
        if self._answers is None:
            from briefdesk.ui.questions import Dialogs

            self._answers = Dialogs(self, self._settings)
        return self._answers

    @property
    def furniture(self) -> "Furniture":
        """What stands in the window besides the form; put in behind the first paint, or now."""
        if self._furniture is None:
            # Here and not above: reading these modules takes as long as painting the form.
            from briefdesk.ui.furniture import Furniture

            made = Furniture(
                self,
                self._shell,
                self.desk,
                self._signals,
                self._door,
                self.look,
                self._settings,
                self._questions,
            )
            self._furniture = made
            made.briefWanted.connect(self.open_brief)
            made.newWanted.connect(self.new_brief)
            made.changedElsewhere.connect(self._on_changed_elsewhere)
            made.set_leave(self._leave_library)
            made.preview.painted.connect(self.previewPainted)
            if isinstance(panes := self._place.panes, dict):
                self._shell.panes.restore(panes)
            self._on_changed(Change.none(self.desk.brief))
        return self._furniture

    def findChild(self, *wanted: Any, **options: Any) -> Any:
        """Find a part of the whole window, which is furnished for whoever looks for what is not there yet."""
        found = super().findChild(*wanted, **options)
        if found is None and self._furniture is None:
            _ = self.furniture
            found = super().findChild(*wanted, **options)
        return found

    def findChildren(self, *wanted: Any, **options: Any) -> Any:
        """Find parts of the whole window, which is furnished for whoever looks around in it."""
        _ = self.furniture
        return super().findChildren(*wanted, **options)

    # What happens

    def _on_first_turn(self) -> None:
        """The event loop runs. A window that is not shown has no paint to wait for."""
        if not self.isVisible():
            self._start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin the slow work behind the first paint, never before it."""
        super().paintEvent(event)
        if not self._started:
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if not self._started:
            self._started = True
            # Reading, making and opening are turns of the event loop: a key that was pressed comes between.
            import_module("briefdesk.ui.furniture")
            QTimer.singleShot(0, self, self._furnish)

    def _furnish(self) -> None:
        if not self._closed:
            _ = self.furniture
            QTimer.singleShot(0, self, self._open_door)

    def _open_door(self) -> None:
        if not self._closed:
            self._door.open()

    def _on_opened(self, library: "Library") -> None:
        self._settings.remember_library(library.path)
        self.furniture.set_library(library)
        writable = library.state.kind != "readonly"
        self.desk.autosave.read_only = not writable
        self.desk.attach(library)
        if library.state.message:
            self.furniture.notices.show_trouble(library.state.message)
        if not self._asked and not self.desk.is_begun():
            self._open_first(library)
            self._shell.form.focus_headline()
        self._door.serve()
        self._on_save_state(self.desk.autosave.state)
        self.libraryOpened.emit(True)
        QTimer.singleShot(0, self.furniture.preview, self.furniture.preview.start_engine)

    def _open_first(self, library: "Library") -> None:
        from briefdesk.ui.first_brief import first_brief  # read when a library is open

        last = self._settings.settings.last.get(str(library.path))
        first = first_brief(library, last, with_sample=self._sample)
        if first.is_sample:
            self.furniture.panel.set_sample(first.id)
        if first.id:
            self._open_brief(first.id)

    def _on_refused(self, error: KnownError) -> None:
        from briefdesk.ui.notices import Offer

        libraries = self.furniture.libraries
        self.furniture.notices.show_trouble(
            self.tr("The library is not open"),
            f"{error} " + self.tr("What you write is kept in memory until a library is open."),
            (
                Offer(self.tr("Try again"), libraries.again, primary=True),
                Offer(self.tr("Open another…"), libraries.ask_and_open),
            ),
        )
        self.libraryOpened.emit(False)
        QTimer.singleShot(0, self.furniture.preview, self.furniture.preview.start_engine)

    def _open_brief(self, id: str) -> None:
        try:
            self._shell.form.leave()
            self.desk.open(id)
        except KnownError as error:
            self.furniture.tell(error)
            return
        self._shell.panes.show_work()

    def _new_brief(self, id: str) -> None:
        self._shell.form.leave()
        self.desk.new(id)
        if self._furniture is not None:
            self._furniture.panel.show_all()
        self._shell.panes.show_work()
        self._shell.form.focus_headline()

    def _on_changed(self, change: Change) -> None:
        self.setWindowTitle(f"{change.brief.headline or self.tr('Untitled')} – BriefDesk")

    def _on_changed_elsewhere(self) -> None:
        self.furniture.panel.refresh()
        try:
            self.desk.refresh()
        except NoSuchBrief:
            self.furniture.notices.show_done(
                self.tr("This brief was taken out of the library elsewhere"),
                self.tr("It is still here, and is stored again with your next change."),
            )
        except KnownError as error:
            self.furniture.tell(error)

    def _on_save_state(self, state: SaveState) -> None:
        if self._furniture is not None:
            self._furniture.show_save(state)

    def _on_saved(self, saved: "Saved") -> None:
        self.furniture.panel.refresh()
        self.saved.emit(saved.brief.id)

    # Coming and going

    def _leave_library(self) -> bool:
        """Save everything before the library is closed; tells whether it may be closed."""
        self._shell.form.leave()
        if self._door.library is not None:
            last = {**self._settings.settings.last, str(self._door.library.path): self.desk.brief.id}
            self._settings.change(last=last)
        if self.desk.close() or not self.desk.is_begun():
            return True
        error = self.desk.autosave.state.error
        why = str(error) if error else self.tr("The library is not open, so this brief is nowhere but here.")
        return self._questions.may_leave_unsaved(why)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, then close what is open: text first, engine last."""
        if not self._leave_library():
            event.ignore()
            return
        self._place.keep(self._shell.panes.sizes())
        self._started = self._closed = True
        self._door.close()
        if self._furniture is not None:
            self._furniture.close()
        super().closeEvent(event)
