"""The layout of the chips: lines that begin anew where the room ends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.library.flow import FlowLayout


def filled(qtbot: QtBot, widths: list[int]) -> tuple[QWidget, list[QWidget]]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=6)
    children: list[QWidget] = []
    for width in widths:
        child = QWidget()
        child.setFixedSize(width, 20)
        flow.addWidget(child)
        children.append(child)
    box.resize(200, 200)
    box.show()
    return box, children


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot):
    box, children = filled(qtbot, [90, 90, 50])
    assert [(child.x(), child.y()) for child in children] == [(0, 0), (96, 0), (0, 26)]
    layout = box.layout()
    assert layout
    assert layout.heightForWidth(200) == 46
    assert layout.heightForWidth(300) == 20


def test_a_hidden_widget_takes_no_room(qtbot: QtBot):
    box, children = filled(qtbot, [90, 90, 50])
    children[0].hide()
    layout = box.layout()
    assert layout
    layout.activate()
    assert children[1].x() == 0
    assert layout.heightForWidth(200) == 20


def test_it_is_mirrored_where_text_runs_from_right_to_left(qtbot: QtBot):
    box, children = filled(qtbot, [90, 50])
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = box.layout()
    assert layout
    layout.activate()
    assert [child.x() for child in children] == [110, 54]
