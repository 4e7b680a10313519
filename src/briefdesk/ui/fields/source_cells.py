"""The texts of the source, each in its cell."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QKeyEvent

from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.publisher import PublisherLine
from briefdesk.ui.theme import Look

URL, PUBLISHER, TITLE, CITATION = "url", "publisher", "title", "citation"
"""The parts of a source, named as in the brief."""


def make_cells(
    look: Look, key: Callable[[QKeyEvent], bool], taker: Callable[[QMimeData], bool]
) -> dict[str, Cell]:
    """The cells by part; `taker` has the first word on what is pasted for an address."""
    return {
        URL: Cell(
            look,
            name="sourceUrlEdit",
            label=_tr("Address of the full story"),
            key=key,
            taker=taker,
            hint=_tr("https://… of the full story"),
        ),
        PUBLISHER: Cell(
            look,
            name="sourcePublisherEdit",
            label=_tr("Publisher"),
            key=key,
            style="row",
            padding=PublisherLine.PADDING,
            hint=_tr("publisher"),
        ),
        TITLE: Cell(
            look,
            name="sourceTitleEdit",
            label=_tr("Title of the full story"),
            key=key,
            hint=_tr("Title of the full story"),
        ),
        CITATION: Cell(
            look,
            name="sourceCitationEdit",
            label=_tr("Citation"),
            key=key,
            hint=_tr("Paper, date and page; who said it, when"),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("SourceField", text)
