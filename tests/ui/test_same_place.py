"""A window that is opened again stands where it stood."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from briefdesk.ui.same_place import SamePlace


def test_a_window_comes_back_to_where_it_went_from(qtbot: QtBot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    SamePlace(dialog)
    dialog.show()
    dialog.move(120, 90)
    dialog.close()
    dialog.move(300, 300)  # what a system without a window's frame in mind would do
    dialog.show()
    assert dialog.pos() == QPoint(120, 90)
