"""How titles are broken and painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Status
from briefdesk.ui.library.entry import Entry, live_entry, untitled
from briefdesk.ui.library.model import BriefModel
from briefdesk.ui.library.row import RowPainter
from briefdesk.ui.theme import Look


@pytest.mark.parametrize("title", ["Short", "Two lines are what this headline of a brief takes", "😀 " * 12])
def test_a_title_of_up_to_two_lines_is_whole(title: str, look: Look, qtbot: QtBot):
    assert not RowPainter(look).is_cut(Entry("a", title, Status.DRAFT), 232)


@pytest.mark.parametrize("title", ["word " * 40, "x" * 300, "👩‍👩‍👧 " * 40])
def test_a_longer_title_is_cut_and_known_to_be(title: str, look: Look, qtbot: QtBot):
    assert RowPainter(look).is_cut(Entry("a", title, Status.DRAFT), 232)


def test_larger_text_takes_higher_rows(look: Look, qtbot: QtBot):
    painter = RowPainter(look)
    before = painter.low, painter.tall
    look.set_base_size(20)
    assert painter.low > before[0]
    assert painter.tall - painter.low > before[1] - before[0]


def test_a_selected_row_has_its_ground_and_a_dot_of_its_state(look: Look, qtbot: QtBot):
    painter, model = RowPainter(look), BriefModel()
    model.show([Entry("a", "Headline", Status.READY, "2026-01-01T00:00:00Z")], 1)
    image = QImage(260, painter.low, QImage.Format.Format_RGB32)
    image.fill(look.theme.colour("rail"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 260, painter.low)
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    canvas = QPainter(image)
    painter.paint(canvas, option, model.index(0))
    canvas.end()
    colours = {image.pixelColor(x, y).name() for x in range(260) for y in range(painter.low)}
    assert image.pixelColor(200, 10).name() == look.theme.colour("sel").name()
    assert look.theme.colour("ready").name() in colours
    assert image.pixelColor(0, 0).name() == look.theme.colour("rail").name()


@pytest.mark.parametrize(
    ("brief", "title"),
    [
        (Brief(headline=" A headline "), "A headline"),
        (Brief(bullets=("", "The **first** [word](https://example.org)")), "Untitled: The first word"),
        (Brief(bullets=(" ",)), "Untitled"),
        (Brief(), "Untitled"),
    ],
)
def test_a_brief_without_a_headline_is_called_by_its_first_bullet(brief: Brief, title: str):
    assert live_entry(brief, editing=False).title == title


def test_a_very_long_bullet_lends_only_its_beginning():
    assert len(untitled("word " * 10_000)) < 140


def test_a_row_that_is_not_loaded_is_painted_as_waiting(look: Look, qtbot: QtBot):
    painter, model = RowPainter(look), BriefModel()
    model.show([Entry("a", "Headline", Status.READY)], 2)
    assert model.rowCount() == 2
    assert model.index(1).data(Qt.ItemDataRole.DisplayRole) is None
    image = QImage(260, painter.tall, QImage.Format.Format_RGB32)
    image.fill(look.theme.colour("rail"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 260, painter.tall)
    canvas = QPainter(image)
    painter.paint(canvas, option, model.index(1))
    canvas.end()
    colours = {image.pixelColor(x, y).name() for x in range(260) for y in range(painter.tall)}
    assert look.theme.colour("line").name() in colours
