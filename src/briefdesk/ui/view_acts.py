"""What the commands of the View menu do: panes, colours, text size, and where the focus goes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.panes import Panes
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.theme import BASE_SIZE, LARGEST, SMALLEST, Look, Scheme

SCHEMES = (Scheme.SYSTEM, Scheme.LIGHT, Scheme.DARK)


class ViewActs(QObject):
    """Shows and hides panes, changes colours and sizes, and remembers what was chosen."""

    def __init__(
        self,
        window: QMainWindow,
        panes: Panes,
        panel: LibraryPanel,
        stops: Sequence[QWidget],
        look: Look,
        settings: SettingsFile,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._panel = panel
        self._stops = tuple(stops)
        self._look = look
        self._settings = settings
        self._actions: Mapping[str, QAction] = {}
        window.installEventFilter(self)
        panes.libraryShown.connect(self._on_library_shown)
        panes.previewShown.connect(self._on_preview_shown)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "search": self.search,
            "next-pane": partial(self._step, 1),
            "previous-pane": partial(self._step, -1),
            "library": self._panes.set_library,
            "preview": self._panes.set_preview,
            **{f"scheme-{scheme}": partial(self._set_scheme, scheme) for scheme in SCHEMES},
            "larger": partial(self._resize, 1),
            "smaller": partial(self._resize, -1),
            "normal-size": partial(self._resize, 0),
            "full-screen": self._set_full_screen,
        }

    def show_state(self, actions: Mapping[str, QAction]) -> None:
        """Check the actions of what is in force, now and from now on."""
        self._actions = actions
        self._on_library_shown(self._panes.is_library_shown())
        self._on_preview_shown(True)
        self._check_scheme()

    def search(self) -> None:
        """Put the caret into the library's search box."""
        self._panes.set_library(True)
        self._panel.focus_search()

    def _step(self, by: int) -> None:
        """Put the focus into the next pane; one that is behind a tab comes to the front."""
        seen = [each for each in self._stops if self._panes.is_in_reach(each)]
        if (instead := self._panes.in_place) is not None:
            before = (
                seen.index(self._stops[2])
                if self._stops[2] in seen
                else sum(each in self._stops[:2] for each in seen)
            )
            seen.insert(before, instead)
        if not seen:
            return
        focus = QApplication.focusWidget()
        here = next(
            (n for n, each in enumerate(seen) if focus and (each is focus or each.isAncestorOf(focus))), -1
        )
        pane = seen[(here + by) % len(seen)]
        self._panes.bring(pane)
        target: QWidget = getattr(pane, "stop", pane)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_scheme(self, scheme: Scheme) -> None:
        self._look.set_scheme(scheme)
        self._settings.change(scheme=scheme.value)
        self._check_scheme()

    def _check_scheme(self) -> None:
        for scheme in SCHEMES:
            self._actions[f"scheme-{scheme}"].setChecked(self._look.scheme is scheme)

    def _resize(self, by: int) -> None:
        size = BASE_SIZE if by == 0 else self._settings.settings.text_size + by
        self._settings.change(text_size=min(LARGEST, max(SMALLEST, size)))
        self._look.set_base_size(self._settings.settings.text_size)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of full screen, whoever began or ended it."""
        if event.type() == QEvent.Type.WindowStateChange and self._actions:
            self._actions["full-screen"].setChecked(self._window.isFullScreen())
        return super().eventFilter(watched, event)

    def _set_full_screen(self, full: bool) -> None:
        """Take the whole screen, or go back to what the window was: maximised or not."""
        state = self._window.windowState()
        bit = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | bit if full else state & ~bit)

    def _on_library_shown(self, shown: bool) -> None:
        if self._actions:
            self._actions["library"].setChecked(shown)

    def _on_preview_shown(self, shown: bool) -> None:
        if self._actions:
            self._actions["preview"].setChecked(shown)
