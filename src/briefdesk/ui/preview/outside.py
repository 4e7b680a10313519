"""What leaves the preview on the user's wish: a page for the browser, a link, the clipboard."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefdesk.brief.model import Brief
from briefdesk.brief.straight import straightened
from briefdesk.brief.url import link
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.page import render_article, render_page, render_sections
from briefdesk.layouts.text import render_text

Confirm = Callable[[str], bool]
"""Shows an address and asks whether to open it."""


class Outside:
    """Hands pages, links and texts to other programs."""

    def __init__(self, parent: QWidget, confirm: Confirm | None = None) -> None:
        self._parent = parent
        self._confirm = confirm or self._ask
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open_page(self, brief: Brief) -> None:
        """Show the page in the browser, from a file of the user alone that goes when the program ends."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="briefdesk-")  # made 0700
        page = Path(self._folder.name) / "preview.html"
        page.touch(mode=0o600)
        page.write_text(render_page(brief, context=PageContext()), encoding="utf-8")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def open_link(self, address: str) -> None:
        """Open an address of the web in the browser, when the user has seen it and agrees."""
        if link(address) and address.startswith(("http://", "https://")) and self._confirm(address):
            QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))

    def copy_html(self, brief: Brief) -> None:
        """Copy the page: its source where plain text is pasted, the formatted article elsewhere."""
        context = PageContext()
        data = QMimeData()
        data.setText(render_page(brief, context=context))
        data.setHtml(render_article(brief, render_sections(brief, context)))
        QGuiApplication.clipboard().setMimeData(data)

    def copy_text(self, brief: Brief, *, straight: bool = False) -> None:
        """Copy the brief as plain text; with `straight` quotation marks for where others break."""
        shown = straightened(brief) if straight else brief
        QGuiApplication.clipboard().setText(render_text(shown, context=PageContext()))

    def close(self) -> None:
        """Take away the file for the browser."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _ask(self, address: str) -> bool:
        box = QMessageBox(self._parent)
        box.setText(_tr("Open this address in the browser?"))
        box.setInformativeText(address)
        box.setTextFormat(Qt.TextFormat.PlainText)
        opening = box.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is opening


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outside", text)
