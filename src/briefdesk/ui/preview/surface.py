"""What the page is shown on: the web engine, or the simple page where the engine cannot be had."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefdesk.ui.preview.engine_start import EngineStart
from briefdesk.ui.preview.stage import Stage
from briefdesk.ui.theme import Theme

if TYPE_CHECKING:
    from briefdesk.ui.preview.engine import Engine
    from briefdesk.ui.preview.shown import Shown
    from briefdesk.ui.preview.simple_page import SimplePage

SIMPLE = "BRIEFDESK_PREVIEW"
"""Set to `simple` in the environment, this has the page shown without the web engine."""


class Surface(QObject):
    """Starts the engine on the stage, and puts the simple page there when that fails.

    `ready` says that the engine can take a page, `fellBack` why the simple page stands there now. `painted`
    tells the brief whose newest change is on screen, `linkWanted` the address of a link that was clicked.
    """

    ready = Signal()
    fellBack = Signal(str)
    painted = Signal(str)
    linkWanted = Signal(str)

    def __init__(self, stage: Stage, before: QWidget, theme: Theme, folder: Path, parent: QObject) -> None:
        """`before` is where the keyboard stops before the page, `folder` where a start leaves its marker."""
        super().__init__(parent)
        self._stage = stage
        self._before = before
        self._theme = theme
        self._engine: Engine | None = None
        self._simple: SimplePage | None = None
        self._beginning = EngineStart(folder, self)
        self._beginning.failed.connect(self._on_failed)

    @property
    def engine(self) -> "Engine | None":
        """The engine, from the time it is made."""
        return self._engine

    @property
    def takes_pages(self) -> bool:
        """Whether there is something that a page can be shown on."""
        return self._engine is not None or self._simple is not None

    def start(self) -> None:
        """Start the engine, unless it is not wanted or ended the program the last time."""
        if self.takes_pages:
            return
        if os.environ.get(SIMPLE) == "simple":
            self._fall_back(self.tr("Preview: simple page, as asked for"))
        elif self._beginning.was_fatal():
            self._fall_back(self.tr("Preview: simple page, the engine ended the program at its last start"))
        else:
            self.start_engine()

    def start_engine(self) -> None:
        """Start the engine, in steps between which keys are taken."""
        self._beginning.begin(self._make_engine)

    def show_page(self, shown: "Shown") -> None:
        """Show a page on what there is."""
        if surface := self._engine or self._simple:
            surface.show_page(shown)

    def set_theme(self, theme: Theme) -> None:
        """Show pages in these colours from now on."""
        self._theme = theme
        if self._engine is not None:
            self._engine.set_theme(_name(theme), theme.colour("page"))
        if self._simple is not None:
            self._simple.set_theme(theme)

    def drop_simple(self) -> bool:
        """Take the simple page away, for the engine to be tried again; tells whether it was there."""
        if self._simple is None:
            return False
        simple, self._simple = self._simple, None
        self._stage.put(None)
        simple.hide()
        simple.deleteLater()
        return True

    def close(self) -> None:
        """End the engine and its start."""
        self._beginning.end()
        if self._engine is not None:
            engine, self._engine = self._engine, None
            self._stage.put(None)
            engine.close()
            engine.deleteLater()

    def _make_engine(self) -> "Engine":
        from briefdesk.ui.preview.engine import Engine

        engine = Engine(_name(self._theme), self._theme.colour("page"), self)
        self._stage.put(engine.view, engine.view)
        QWidget.setTabOrder(self._before, engine.view)
        engine.painted.connect(self._on_engine_painted)
        engine.loaded.connect(self._on_engine_loaded)
        engine.failed.connect(self._on_failed)
        engine.died.connect(self._on_died)
        engine.linkWanted.connect(self.linkWanted)
        self._engine = engine
        return engine

    def _fall_back(self, why: str) -> None:
        from briefdesk.ui.preview.simple_page import SimplePage

        self.close()
        if self._simple is None:
            self._simple = SimplePage(self._theme)
            self._simple.painted.connect(self.painted)
            self._simple.linkWanted.connect(self.linkWanted)
        self._stage.put(self._simple)
        QWidget.setTabOrder(self._before, self._simple)
        self.fellBack.emit(why)

    def _on_engine_loaded(self) -> None:
        self._beginning.page_loaded()
        self.ready.emit()
        if not self._stage.isVisible():
            self._beginning.end()  # nothing will be painted for a while

    def _on_engine_painted(self, brief_id: str) -> None:
        self._beginning.end()
        self.painted.emit(brief_id)

    def _on_failed(self) -> None:
        # Not at once: the engine may be in the middle of telling.
        why = self.tr("Preview: simple page, the engine could not start")
        QTimer.singleShot(0, self, lambda: self._fall_back(why))

    def _on_died(self) -> None:
        why = self.tr("Preview: simple page, the engine stopped three times")
        QTimer.singleShot(0, self, lambda: self._fall_back(why))


def _name(theme: Theme) -> str:
    return "dark" if theme.dark else "light"
