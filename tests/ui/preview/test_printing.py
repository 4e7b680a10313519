"""Printing, to a file instead of a printer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief
from briefdesk.ui.preview.printing import Printing

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
