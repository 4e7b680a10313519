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
COLUMNS = 4


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
        self._shown.setDynamicSortFilter(False)  # a row stays while its keys change
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._table = QTableView()
        self._panel = KeyPanel(shortcuts, look)
        self._reset_all = QPushButton(self.tr("Reset all"))
        self._close = QPushButton(self.tr("Close"))
        self._set_up_table()
        self._lay_out()
        self._search.textChanged.connect(self._shown.setFilterFixedString)
        self._search.textChanged.connect(self._choose_first)
        self._search.returnPressed.connect(self._panel.begin)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._table.activated.connect(self._on_activated)
        self._panel.left.connect(self._table.setFocus)
        self._reset_all.clicked.connect(self._shortcuts.reset_all)
        self._close.clicked.connect(self.accept)
        shortcuts.changed.connect(self._fill)
        look.changed.connect(self._fill)
        self._make_rows()
        self._fill()
        self.resize(*SIZE)

    def open(self) -> None:
        """Show the dialog, with the keyboard in its search line."""
        super().open()
        self._choose_first()
        self._search.setFocus()
        self._search.selectAll()

    def _fill(self) -> None:
        """Show the keys as they are; the rows stay the same, and so does where the keyboard is."""
        changed = [self._shortcuts.is_changed(each.id) for each in self._shortcuts.changeable]
        for number, command in enumerate(self._shortcuts.changeable):
            self._fill_row(number, command, is_changed=changed[number])
        self._reset_all.setEnabled(any(changed))

    def _fill_row(self, number: int, command: Command, *, is_changed: bool) -> None:
        keys = list(dict.fromkeys(map(native, self._shortcuts.keys(command.id))))
        menu = plain(QCoreApplication.translate("Command", command.menu)) if command.menu else ""
        texts = (command.words, menu, "   ".join(keys), self.tr("changed") if is_changed else "")
        for column, text in enumerate(texts):
            item = self._model.item(number, column)
            item.setText(text)
            item.setData(f"{command.words} {menu} {' '.join(keys)}", WORDS)
            item.setFont(self._look.theme.font("row" if is_changed else "body"))
        spoken = f"{command.words}: {', '.join(keys) or self.tr('no key')}"
        self._model.item(number, 0).setData(spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _make_rows(self) -> None:
        for command in self._shortcuts.changeable:
            items = [QStandardItem() for _ in range(COLUMNS)]
            for item in items:
                item.setEditable(False)
                item.setData(command.id, ID)
            self._model.appendRow(items)

    def _choose_first(self) -> None:
        if self._shown.rowCount() and not self._table.currentIndex().isValid():
            self._table.setCurrentIndex(self._shown.index(0, 0))
        elif not self._shown.rowCount():
            self._panel.show_command(None)

    def _on_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        id = now.siblingAtColumn(0).data(ID)
        self._panel.show_command(next((each for each in self._shortcuts.changeable if each.id == id), None))

    def _on_activated(self, _index: QModelIndex) -> None:
        self._panel.begin()

    def _set_up_table(self) -> None:
        self._model.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys"), ""])
        table = self._table
        table.setObjectName("shortcutTable")
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.setProperty("look", "keys")
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
