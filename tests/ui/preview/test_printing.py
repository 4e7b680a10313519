"""Printing, to a file instead of a printer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.preview.printing import Printing
from tests.ui.preview.conftest import START_MS

BRIEF = Brief(id="00000000000000open", headline="A page on paper", bullets=("One point",))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def to_file(file: Path) -> Callable[[QPrinter, Callable[[], None]], None]:
    def ask(printer: QPrinter, go: Callable[[], None]) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        go()

    return ask


def test_without_the_engine_the_simple_page_is_printed(parent: QWidget, tmp_path: Path):
    file = tmp_path / "page.pdf"
    troubles: list[str] = []
    printing = Printing(parent, to_file(file))
    printing.failed.connect(lambda what, _todo: troubles.append(what))
    printing.start(BRIEF, None)
    assert file.read_bytes().startswith(b"%PDF")
    assert not troubles


def test_a_file_that_cannot_be_written_is_told(parent: QWidget, tmp_path: Path, qtbot: QtBot):
    file = tmp_path / "no such folder" / "page.pdf"
    printing = Printing(parent, to_file(file))
    with qtbot.waitSignal(printing.failed) as told, qtbot.captureExceptions() as bugs:
        printing.start(BRIEF, None)
    assert told.args is not None
    assert str(file) in told.args[0]
    assert not bugs


def test_nothing_is_printed_when_one_says_no(parent: QWidget, tmp_path: Path):
    def no(printer: QPrinter, _go: Callable[[], None]) -> None:
        printer.setOutputFileName(str(tmp_path / "page.pdf"))

    Printing(parent, no).start(BRIEF, None)
    assert not list(tmp_path.iterdir())


def test_the_page_of_the_engine_is_printed_as_text_on_white_paper(
    running: PreviewPane, tmp_path: Path, qtbot: QtBot
):
    engine = running.engine
    assert engine is not None
    engine.set_theme("dark", QColor("#171615"))
    qtbot.waitUntil(lambda: engine.is_printable, timeout=START_MS)
    file = tmp_path / "page.pdf"
    printing = Printing(running, to_file(file))
    printing.start(running._signals.brief, engine)
    assert printing.is_busy
    qtbot.waitUntil(lambda: not printing.is_busy, timeout=START_MS)
    document = QPdfDocument()
    document.load(str(file))
    assert "Anthropic Embraces Alignment" in document.getAllText(0).text()
    corner = document.render(0, QSize(60, 80)).pixelColor(1, 1)
    assert corner.alpha() == 0 or corner.lightness() > 250
    assert engine.view.page().backgroundColor() == QColor("#171615")
    document.close()
