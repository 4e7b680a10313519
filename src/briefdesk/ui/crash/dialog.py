"""The dialog that tells of a bug: what happened, that the text is safe, and a report to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.ui.crash.versions import versions


class CrashDialog(QDialog):
    """Shows one report; nothing is sent anywhere."""

    def __init__(self, report: str, safe: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("BriefDesk met a bug"))
        self._report = f"{versions()}\n\n{report}"
        title = QLabel(self.tr("BriefDesk met a bug. You can go on working."))
        title.setProperty("look", "title")
        told = QLabel(
            safe + " " + self.tr("This report names no text of yours but what stands in it; nothing is sent.")
        )
        told.setWordWrap(True)
        text = QPlainTextEdit(self._report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("Copy report"))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(told)
        column.addWidget(text, 1)
        column.addWidget(buttons)
        self.resize(720, 460)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
