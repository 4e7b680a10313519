"""Printing the page: the engine's own page, or without the engine the simple one, in light colours."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QColor, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from briefdesk.brief.model import Brief
from briefdesk.ui.theme import read_theme

if TYPE_CHECKING:
    from briefdesk.ui.preview.engine import Engine

Ask = Callable[[QPrinter, Callable[[], None]], None]
"""Asks for the printer and its paper, and calls what it was given when the answer is yes."""


MARGINS = QMarginsF(20, 18, 20, 18)
"""Millimetres around the text, as the style sheet of the page has them."""


class Printing(QObject):
    """Prints one page after another. `failed` says what went wrong, and what to do."""

    failed = Signal(str, str)

    def __init__(self, parent: QWidget, ask: Ask | None = None) -> None:
        super().__init__(parent)
        self._window = parent
        self._ask = ask or self._show_dialog
        self._printer: QPrinter | None = None
        self._engine: Engine | None = None
        self._brief = Brief(id="")
        self._paper = QColor("white")

    @property
    def is_busy(self) -> bool:
        """Whether a page is on its way to the printer."""
        return self._engine is not None and isValid(self._engine.view)

    def start(self, brief: Brief, engine: "Engine | None") -> None:
        """Ask for a printer and print the brief, with the engine where there is one."""
        if self.is_busy:
            self.failed.emit(self.tr("Still printing"), self.tr("Wait until the last page is printed."))
            return
        self._brief = brief
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(brief.headline or self.tr("Untitled"))
        self._printer.setCreator("BriefDesk")
        self._printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)

        def go() -> None:
            self._print(engine)

        self._ask(self._printer, go)

    def _show_dialog(self, printer: QPrinter, go: Callable[[], None]) -> None:
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("printDialog")
        dialog.setWindowTitle(self.tr("Print"))
        dialog.accepted.connect(go)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self, engine: "Engine | None") -> None:
        assert self._printer is not None
        if why := _why_not(self._printer.outputFileName()):
            self._fail(why)
            return
        if engine is None or not engine.is_printable:
            self._print_simple()
            return
        self._engine = engine
        # What no part of the page covers: the margins too, which in the dark theme would be printed black.
        self._paper = engine.view.page().backgroundColor()
        engine.view.page().setBackgroundColor(QColor("white"))
        if self._printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            # As text: to any other printer the engine sends pictures of the pages.
            engine.view.pdfPrintingFinished.connect(self._on_file_written)
            engine.view.printToPdf(
                self._printer.outputFileName(), self._printer.pageLayout(), self._printer.pageRanges()
            )
        else:
            engine.view.printFinished.connect(self._on_printed)
            engine.view.print(self._printer)

    def _on_file_written(self, _file: str, succeeded: bool) -> None:
        if self._engine is not None:
            self._engine.view.pdfPrintingFinished.disconnect(self._on_file_written)
        self._end(succeeded)

    def _on_printed(self, succeeded: bool) -> None:
        if self._engine is not None:
            self._engine.view.printFinished.disconnect(self._on_printed)
        self._end(succeeded)

    def _print_simple(self) -> None:
        from briefdesk.ui.preview.shown import Renderer
        from briefdesk.ui.preview.simple_page import SimplePage

        assert self._printer is not None
        page = SimplePage(read_theme("light"))
        page.show_page(Renderer().render(self._brief))
        page.print_(self._printer)
        page.deleteLater()
        self._end(self._printer.printerState() is not QPrinter.PrinterState.Error)

    def _end(self, succeeded: bool) -> None:
        if self._engine is not None and isValid(self._engine.view):
            self._engine.view.page().setBackgroundColor(self._paper)
        self._engine = None
        if not succeeded:
            self._fail()

    def _fail(self, why: str = "") -> None:
        file = self._printer.outputFileName() if self._printer else ""
        if file:
            self.failed.emit(
                self.tr("Not printed: {file} could not be written").format(file=file),
                f"{why} " + self.tr("Choose another folder, or look whether the disk is full."),
            )
        else:
            self.failed.emit(
                self.tr("Not printed: the printer does not answer"),
                self.tr("See whether it is on, or print to a file."),
            )


def _why_not(file: str) -> str:
    """Why a file cannot be written, in the words of the system; "" where it can, or where there is none."""
    try:
        if file:
            Path(file).open("ab").close()
    except OSError as error:
        return f"{error.strerror or error}."
    return ""
