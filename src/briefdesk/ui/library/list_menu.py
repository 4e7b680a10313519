"""The menu of the library list: what can be done with the briefs that are selected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget


class ListMenu(QMenu):
    """Opens at the pointer or with the menu key, and tells what was chosen."""

    openChosen = Signal()
    trashChosen = Signal()
    untrashChosen = Signal()
    newChosen = Signal()

    def __init__(self, any_selected: bool, in_trash: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if any_selected:
            self.addAction(self.tr("Open")).triggered.connect(self.openChosen)
            if in_trash:
                self.addAction(self.tr("Put back")).triggered.connect(self.untrashChosen)
            else:
                self.addAction(self.tr("Move to the trash")).triggered.connect(self.trashChosen)
            self.addSeparator()
        self.addAction(self.tr("New brief")).triggered.connect(self.newChosen)
