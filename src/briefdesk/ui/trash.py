"""Briefs into the trash and back, which of the two is offered, and that an open one lies there."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.desk.desk import Desk
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.notices import NoticeBar, Offer

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class Trash(QObject):
    """Trashes the brief in the form or, while the keyboard is in the list, those selected there."""

    stored = Signal()
    briefWanted = Signal(str)
    newWanted = Signal()

    def __init__(
        self, desk: Desk, notices: NoticeBar, panel: LibraryPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notices = notices
        self._panel = panel
        self._library: Library | None = None
        self._actions: tuple[QAction, QAction] | None = None
        self._in_list = False
        self._told = ""
        desk.session.watch(self._on_changed)
        panel.filterChanged.connect(self.look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {"trash": self._on_trash, "put-back": self._on_put_back}

    def set_library(self, library: "Library | None") -> None:
        """Use the trash of this library from now on."""
        self._library = library
        self.look()

    def show_in(self, actions: Mapping[str, QAction]) -> None:
        """Of these commands, offer the one that makes sense and hide the other from now on."""
        self._actions = (actions["trash"], actions["put-back"])
        self.look()

    def trash(self, ids: Iterable[str]) -> None:
        """Move briefs to the trash; ten seconds long it can be taken back with one click."""
        library, moved = self._library, tuple(ids)
        if library is None or not moved:
            return
        self._desk.autosave.flush()
        is_open = self._desk.brief.id in moved
        following = self._panel.following(moved) if is_open else ""
        for id in moved:
            library.trash(id)
        self.stored.emit()
        if is_open and not following:
            following = next((row.id for row in library.rows(limit=1)), "")
        if is_open and following:
            self.briefWanted.emit(following)
        elif is_open:
            self.newWanted.emit()
        self._notices.show_undoable(
            self.tr("Moved to the trash")
            if len(moved) == 1
            else self.tr("{count} briefs moved to the trash").format(count=len(moved)),
            partial(self.untrash, moved),
        )

    def untrash(self, ids: Iterable[str]) -> None:
        """Take briefs out of the trash, and open the first of them."""
        back = tuple(ids)
        if self._library is None or not back:
            return
        for id in back:
            self._library.untrash(id)
        self._notices.end()
        self.stored.emit()
        self.briefWanted.emit(back[0])
        self.look()

    def tell_put_away(self, id: str) -> None:
        """Say that a brief went to the trash because it was left empty."""
        self.stored.emit()
        offer = Offer(self.tr("Put back"), partial(self.untrash, (id,)))
        self._notices.show_done(self.tr("A brief that was left empty is in the trash"), offers=(offer,))

    def look(self) -> None:
        """See what the trash holds of what is open and selected."""
        targets = self._targets()
        if self._actions:
            back = bool(targets) and self._is_trashed(targets[0])
            for action, shown in zip(self._actions, (not back, back), strict=True):
                action.setVisible(shown)
        open_one = self._desk.brief.id
        if not self._is_trashed(open_one):
            self._notices.clear_standing()
            self._told = ""
        elif self._told != open_one:
            self._told = open_one
            offer = Offer(self.tr("Put back"), partial(self.untrash, (open_one,)))
            self._notices.show_standing(self.tr("This brief is in the trash"), offers=(offer,))

    def _targets(self) -> tuple[str, ...]:
        selected = tuple(self._panel.selected) if self._in_list else ()
        return selected or (self._desk.brief.id,)

    def _is_trashed(self, id: str) -> bool:
        if self._library is None or not self._panel.trashed:
            return False
        try:
            return self._library.get(id).trashed
        except KnownError:
            return False  # not stored yet, or damaged, which is told where it is opened

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._told = ""
            self.look()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or isinstance(now, QMenuBar | QMenu):
            return  # a menu says what it would do where the keyboard was before
        in_list = now is self._panel.stop
        if in_list is not self._in_list:
            self._in_list = in_list
            self.look()

    def _on_trash(self) -> None:
        kept = self._desk.autosave.counter
        self.trash(id for id in self._targets() if self._in_list or kept(id) is not None)

    def _on_put_back(self) -> None:
        self.untrash(self._targets())
