"""The dialog in which one gives commands other keys."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefdesk.ui.commands import Command, plain
from briefdesk.ui.keys.key_panel import KeyPanel
from briefdesk.ui.keys.shortcuts import Shortcuts, native
from briefdesk.ui.theme import Look

ID, WORDS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
SIZE = (720, 620)


class ShortcutDialog(QDialog):
    """Lists all commands with their keys; what is changed here is in force at once."""

    def __init__(self, shortcuts: Shortcuts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._look = look
        self.setObjectName("shortcutDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._search = QLineEdit()
        self._search.setObjectName("shortcutSearch")
        self._search.setAccessibleName(self.tr("Search commands and keys"))
        self._search.setPlaceholderText(self.tr("Search commands and keys"))
        self._model = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterRole(WORDS)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._table = QTableView()
        self._panel = KeyPanel(shortcuts)
        self._reset_all = QPushButton(self.tr("Reset all"))
        self._close = QPushButton(self.tr("Close"))
        self._set_up_table()
        self._lay_out()
        self._search.textChanged.connect(self._shown.setFilterFixedString)
        self._search.textChanged.connect(self._choose_first)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._table.activated.connect(self._on_activated)
        self._panel.left.connect(self._table.setFocus)
        self._reset_all.clicked.connect(self._shortcuts.reset_all)
        self._close.clicked.connect(self.accept)
        shortcuts.changed.connect(self._fill)
        self._fill()
        self.resize(*SIZE)

    def open(self) -> None:
        """Show the dialog, with the keyboard in its search line."""
        super().open()
        self._choose_first()
        self._search.setFocus()
        self._search.selectAll()

    def _fill(self) -> None:
        chosen = self._table.currentIndex().row()
        self._model.setRowCount(0)
        for command in self._shortcuts.commands:
            self._model.appendRow(self._row(command))
        self._reset_all.setEnabled(
            any(self._shortcuts.is_changed(each.id) for each in self._shortcuts.commands)
        )
        if chosen >= 0:
            self._table.setCurrentIndex(self._shown.index(chosen, 0))

    def _row(self, command: Command) -> list[QStandardItem]:
        keys = [native(key) for key in self._shortcuts.keys(command.id)]
        changed = self._shortcuts.is_changed(command.id)
        menu = plain(_translated(command.menu))
        words = (command.words, menu, "   ".join(keys), self.tr("changed") if changed else "")
        items = [QStandardItem(text) for text in words]
        for item in items:
            item.setEditable(False)
            item.setData(command.id, ID)
            item.setData(f"{command.words} {menu} {' '.join(keys)}", WORDS)
            if changed:
                font = self._look.theme.font("row")
                item.setFont(font)
        items[0].setData(
            f"{command.words}: {', '.join(keys) or self.tr('no key')}", Qt.ItemDataRole.AccessibleTextRole
        )
        return items

    def _choose_first(self) -> None:
        if self._shown.rowCount() and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._shown.index(0, 0))
        elif not self._shown.rowCount():
            self._panel.show_command(None)

    def _on_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        id = now.siblingAtColumn(0).data(ID)
        self._panel.show_command(next((each for each in self._shortcuts.commands if each.id == id), None))

    def _on_activated(self, _index: QModelIndex) -> None:
        self._panel.begin()

    def _set_up_table(self) -> None:
        self._model.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys"), ""])
        table = self._table
        table.setObjectName("shortcutTable")
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.setProperty("look", "card")
        table.setModel(self._shown)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        self._reset_all.setObjectName("resetAllShortcuts")
        self._close.setObjectName("closeShortcuts")
        for button in (self._reset_all, self._close):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self._reset_all)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(self._table, 1)
        column.addWidget(self._panel)
        column.addLayout(foot)


def _translated(menu: str) -> str:
    return QCoreApplication.translate("Command", menu) if menu else ""
