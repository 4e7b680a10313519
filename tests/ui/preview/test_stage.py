"""How the page lies on its ground."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.preview.stage import FIT, Stage


class Zoomed(QWidget):
    """A view that remembers how it was zoomed."""

    factor = 0.0

    def set_zoom(self, factor: float) -> None:
        self.factor = factor


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.set_colours(QColor("#efede8"), QColor("#ffffff"), QColor("#0b6e5a"))
    made.resize(520, 800)
    return made


@pytest.mark.parametrize(
    ("width", "left", "pixels", "zoom"),
    [(FIT, 16, 488, 1.0), (360, 80, 360, 1.0), (768, 16, 488, 488 / 768), (1200, 16, 488, 488 / 1200)],
)
def test_the_page_has_its_width_or_is_reduced_to_the_room(
    stage: Stage, width: int, left: int, pixels: int, zoom: float
):
    view = Zoomed()
    stage.put(view, view)
    stage.set_page_width(width)
    assert view.geometry().getRect() == (left, 14, pixels, 786)
    assert view.factor == zoom


def test_a_new_size_of_the_pane_is_followed(qtbot: QtBot, stage: Stage):
    view = Zoomed()
    stage.put(view, view)
    stage.show()
    stage.resize(400, 600)
    assert view.geometry().getRect() == (12, 14, 376, 586)


def test_the_sheet_has_round_corners_with_and_without_a_view(stage: Stage):
    for view in (None, Zoomed()):
        stage.put(view)
        stage.show()
        image = stage.grab().toImage()
        assert image.pixelColor(16, 14) == QColor("#efede8")
        assert image.pixelColor(503, 14) == QColor("#efede8")
        assert image.pixelColor(260, 12) == QColor("#efede8")
    stage.put(None)
    assert stage.grab().toImage().pixelColor(260, 30) == QColor("#ffffff")
