"""The dialog in which the list of tracking parts is changed."""

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefdesk.brief.tracking import SHIPPED
from briefdesk.ui.fields.tracking_dialog import TrackingDialog
from tests.ui.fields.hands import write


def opened(qtbot: QtBot) -> tuple[TrackingDialog, QPlainTextEdit, QPushButton]:
    dialog = TrackingDialog()
    qtbot.addWidget(dialog)
    dialog.show_names(SHIPPED)
    dialog.show()
    names = dialog.findChild(QPlainTextEdit, "trackingNames")
    buttons = dialog.findChild(QDialogButtonBox)
    assert names
    assert buttons
    return dialog, names, buttons.button(QDialogButtonBox.StandardButton.Save)


def test_a_name_that_is_added_is_told_when_the_list_is_saved(qtbot: QtBot) -> None:
    dialog, names, save = opened(qtbot)
    write(names, "cmpid\n")
    with qtbot.waitSignal(dialog.changed) as told:
        save.click()
    assert told.args == [("cmpid", *SHIPPED)]


def test_what_is_no_name_cannot_be_saved_and_is_named(qtbot: QtBot) -> None:
    dialog, names, save = opened(qtbot)
    write(names, "utm source\n")
    said = dialog.findChild(QLabel, "trackingSaid")
    assert not save.isEnabled()
    assert said
    assert "utm source" in said.text()


def test_the_shipped_list_comes_back(qtbot: QtBot) -> None:
    dialog, names, save = opened(qtbot)
    names.setPlainText("")
    shipped = dialog.findChild(QPushButton, "trackingShipped")
    assert shipped
    shipped.click()
    with qtbot.waitSignal(dialog.changed) as told:
        save.click()
    assert told.args == [SHIPPED]
