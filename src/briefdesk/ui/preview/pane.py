"""The pane beside the form: the page as a reader will see it, while it is being written."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.desk.session import Change
from briefdesk.paths import state_dir
from briefdesk.ui.jobs import MANY, Jobs, Progress
from briefdesk.ui.poster import NEXT, Poster
from briefdesk.ui.preview.stage import Stage
from briefdesk.ui.preview.strip import WhyStrip
from briefdesk.ui.preview.surface import Surface
from briefdesk.ui.preview.toolbar import PreviewToolbar
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look, Theme, read_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefdesk.brief.model import Brief
    from briefdesk.ui.preview.engine import Engine
    from briefdesk.ui.preview.outside import Confirm, Outside
    from briefdesk.ui.preview.printing import Printing
    from briefdesk.ui.preview.shown import Renderer, Shown

OF_THE_LIBRARY = frozenset(("slug", "created_at", "updated_at"))
"""What every save fills in; the page shows none of it."""


class PreviewPane(QWidget):
    """Toolbar and page. The page stands still and empty until `start_engine` is called.

    `painted` tells the brief whose newest change is on screen; `stateChanged` a line for the status bar,
    empty when all is well; `troubled` what went wrong with a page that was to be printed, and what to do.
    `is_straight` tells whether text that is copied has straight quotation marks.
    """

    painted = Signal(str)
    stateChanged = Signal(str)
    troubled = Signal(str, str)

    def __init__(
        self,
        signals: SessionSignals,
        look: Look,
        parent: QWidget | None = None,
        *,
        confirm: "Confirm | None" = None,
        is_straight: "Callable[[], bool] | None" = None,
        jobs: Jobs | None = None,
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._look = look
        self._confirm = confirm
        self._is_straight = is_straight
        self._jobs = jobs
        self._scheme = ""
        self._poster = Poster(self, turn=NEXT)
        self._is_to_follow = False
        self._renderer: Renderer | None = None
        self._outside: Outside | None = None
        self._printing: Printing | None = None
        self.setAccessibleName(self.tr("Preview"))
        self.setProperty("look", "surround")
        self._toolbar = PreviewToolbar(look)
        self._strip = WhyStrip()
        self._stage = Stage()
        self._surface = Surface(self._stage, self._strip.stop, self._page_theme(), state_dir(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar)
        column.addWidget(self._strip)
        column.addWidget(self._stage, 1)
        self._connect()
        self._dress()

    @property
    def stop(self) -> QWidget:
        """Where the keyboard goes in this pane. No focus proxy: Tab would pass over what stands before it."""
        return self._stage.stop

    @property
    def engine(self) -> "Engine | None":
        """The engine; None while there is none, or the page is the simple one."""
        return self._surface.engine

    def start_engine(self) -> None:
        """Start the engine, in steps between which keys are taken; to be called after the first paint."""
        self._surface.start()

    def close_engine(self) -> None:
        """End the engine and what it holds; to be called before the window goes."""
        self._surface.close()
        if self._outside is not None:
            self._outside.close()

    def print_page(self) -> None:
        """Ask for a printer and print the page of the brief as it is now."""
        if self._printing is None:
            from briefdesk.ui.preview.printing import Printing

            self._printing = Printing(self)
            self._printing.failed.connect(self.troubled)
        self._printing.start(self._signals.brief, self._surface.engine)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was written while the pane was hidden."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._toolbar.fit(self.window().width())
        self._bring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the toolbar for the new width."""
        super().resizeEvent(event)
        self._toolbar.fit(self.window().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the toolbar when the window becomes narrow or wide."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._toolbar.fit(self.window().width())
        return super().eventFilter(watched, event)

    def _bring(self) -> None:
        """Bring what is shown up to date, unless nobody can see it."""
        if not self._surface.takes_pages or not self.isVisible():
            return
        if self._renderer is None:
            from briefdesk.ui.preview.shown import Renderer

            self._renderer = Renderer()
        brief = self._signals.brief
        if self._jobs is None or len(brief.bullets) <= MANY:
            self._surface.show_page(self._renderer.render(brief))
        elif not self._jobs.busy("preview"):
            work = partial(_rendered, self._renderer, brief)
            self._jobs.run(work, self._on_rendered, "preview", long=True)

    def _on_rendered(self, done: "tuple[Brief, Shown]") -> None:
        """Show what took long to make; if it is another brief by now, that one is made."""
        brief, shown = done
        if brief.id == self._signals.brief.id:
            self._surface.show_page(shown)
        if brief is not self._signals.brief:
            self._bring()

    def _page_theme(self) -> Theme:
        if self._scheme in ("", self._look.theme.name):
            return self._look.theme
        return read_theme(self._scheme)

    def _dress(self) -> None:
        """Put ground, paper and page in their colours; the page's own follow the program's until chosen."""
        theme = self._page_theme()
        paper = theme.colour("page")
        self._stage.set_colours(self._look.theme.colour("rail"), paper, self._look.theme.colour("acc"))
        self._toolbar.show_scheme("dark" if theme.dark else "light")
        self._surface.set_theme(theme)

    def _connect(self) -> None:
        self._toolbar.widthChosen.connect(self._stage.set_page_width)
        self._toolbar.schemeChosen.connect(self._on_scheme_chosen)
        self._toolbar.browserRequested.connect(self._on_browser_requested)
        self._toolbar.copyHtmlRequested.connect(self._on_copy_html_requested)
        self._toolbar.copyTextRequested.connect(self._on_copy_text_requested)
        self._toolbar.retryRequested.connect(self._on_retry_requested)
        self._strip.retryRequested.connect(self._on_retry_requested)
        self._surface.ready.connect(self._bring)
        self._surface.painted.connect(self.painted)
        self._surface.fellBack.connect(self._on_fell_back)
        self._surface.linkWanted.connect(self._on_link_wanted)
        self._signals.changed.connect(self._on_changed)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.close_engine)
        self._look.changed.connect(self._on_look_changed)

    def _on_changed(self, change: Change) -> None:
        if not change.fields <= OF_THE_LIBRARY and not self._is_to_follow:
            # When the form has shown the key: the engine would take the processor from it.
            self._is_to_follow = True
            self._poster.post(self._follow)

    def _follow(self) -> None:
        self._is_to_follow = False
        self._bring()

    def _on_look_changed(self) -> None:
        self._dress()

    def _on_scheme_chosen(self, name: str) -> None:
        self._scheme = name
        self._dress()

    def _on_fell_back(self, why: str) -> None:
        if self._outside is not None:
            self._outside.close()
        self._strip.say(why.partition(": ")[2])
        self._toolbar.offer_retry(True)
        self.stateChanged.emit(why)
        self._bring()

    def _on_retry_requested(self) -> None:
        if self._surface.drop_simple():
            self._strip.hide()
            self._toolbar.offer_retry(False)
            self.stateChanged.emit("")
            self._surface.start_engine()

    def _on_link_wanted(self, address: str) -> None:
        self._others().open_link(address)

    def _on_browser_requested(self) -> None:
        self._others().open_page(self._signals.brief)

    def _on_copy_html_requested(self) -> None:
        self._others().copy_html(self._signals.brief)

    def _on_copy_text_requested(self) -> None:
        straight = self._is_straight is not None and self._is_straight()
        self._others().copy_text(self._signals.brief, straight=straight)

    def _others(self) -> "Outside":
        if self._outside is None:
            from briefdesk.ui.preview.outside import Outside

            self._outside = Outside(self, self._confirm)
        return self._outside


def _rendered(renderer: "Renderer", brief: "Brief", _progress: Progress) -> "tuple[Brief, Shown]":
    return brief, renderer.render(brief)
