"""The window of the manual: contents, text, and a line to find words in it."""

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.ui.icons import icon
from briefdesk.ui.keys.shortcuts import Shortcuts
from briefdesk.ui.manual.text import manual
from briefdesk.ui.same_place import SamePlace
from briefdesk.ui.theme import BASE_SIZE, Look

SIZE = (860, 680)
CONTENTS = 210
PLACE = Qt.ItemDataRole.UserRole
SIZES = {1: 24, 2: 18, 3: 14}
"""Pixels of the headings at normal text size, by level."""


class Pages(QTextBrowser):
    """The text; it loads nothing and follows no link."""

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Give nothing: the manual is one text."""
        return None


class ManualWindow(QDialog):
    """Shows the manual with the keys as they are. Ctrl+F finds words in it; Esc ends that, then closes."""

    def __init__(self, shortcuts: Shortcuts, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._look = look
        self.setObjectName("manualWindow")
        SamePlace(self)
        self.setWindowTitle(self.tr("Manual"))
        self.setAccessibleName(self.tr("Manual"))
        self._contents = QListWidget()
        self._pages = Pages()
        self._find = QLineEdit()
        self._count = QLabel()
        self._bar = QFrame()
        self._end = QToolButton()
        self._lay_out()
        self._contents.currentItemChanged.connect(self._on_chapter_chosen)
        self._find.textChanged.connect(self._on_text_changed)
        self._end.clicked.connect(self._on_find_left)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._on_find_wanted),
            (QKeySequence(Qt.Key.Key_F3), self._on_next),
            (QKeySequence(Qt.Key.Key_F3 | Qt.KeyboardModifier.ShiftModifier), self._on_previous),
        ):
            QShortcut(keys, self).activated.connect(slot)
        self._find.returnPressed.connect(self._on_next)
        shortcuts.changed.connect(self._fill)
        look.changed.connect(self._fill)
        self._fill()
        self.resize(*SIZE)

    def show_and_focus(self) -> None:
        """Show the window before all others, with the keyboard in the text."""
        self.show()
        self.activateWindow()
        self._pages.setFocus()

    def reject(self) -> None:
        """End the search for words, if there is one; else close."""
        if self._bar.isVisible():
            self._on_find_left()
        else:
            super().reject()

    def _fill(self) -> None:
        top = self._pages.verticalScrollBar().value()
        self._pages.setFont(self._look.theme.font("body"))
        language = QLocale().name().partition("_")[0]
        self._pages.setMarkdown(manual(self._shortcuts, language))
        self._dress()
        self._contents.blockSignals(True)
        self._contents.clear()
        for block, level in _headings(self._pages.document()):
            if level == 2:
                item = QListWidgetItem(block.text(), self._contents)
                item.setData(PLACE, block.position())
        self._contents.blockSignals(False)
        self._pages.verticalScrollBar().setValue(top)

    def _dress(self) -> None:
        """Give headings, paragraphs and tables their room; Markdown brings none of it."""
        theme, scale = self._look.theme, self._look.theme.base_size / BASE_SIZE
        document = self._pages.document()
        document.setDocumentMargin(26)
        headings = {block.position(): level for block, level in _headings(document)}
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = headings.get(block.position(), 0)
            room = QTextBlockFormat()
            in_table = isinstance(cursor.currentTable(), QTextTable)
            room.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            room.setTopMargin(20 * scale if level else 0)
            room.setBottomMargin(6 * scale if level else 0 if in_table else 9 * scale)
            cursor.mergeBlockFormat(room)
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                letters = cursor.charFormat()
                letters.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
                letters.setProperty(QTextCharFormat.Property.FontPixelSize, round(SIZES[level] * scale))
                letters.setFontWeight(600)
                cursor.setCharFormat(letters)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(0)
                form.setCellPadding(4 * scale)
                form.setCellSpacing(0)
                frame.setFormat(form)
        self._end.setIcon(icon("x", theme, "mut", 14))

    def _on_chapter_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        cursor = self._pages.textCursor()
        cursor.setPosition(item.data(PLACE))
        self._pages.setTextCursor(cursor)
        top = self._pages.cursorRect(cursor).top() + self._pages.verticalScrollBar().value()
        self._pages.verticalScrollBar().setValue(top - 18)

    def _on_find_wanted(self) -> None:
        self._bar.show()
        self._find.setFocus()
        self._find.selectAll()

    def _on_find_left(self) -> None:
        self._bar.hide()
        self._pages.setFocus()

    def _on_text_changed(self, text: str) -> None:
        cursor = self._pages.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._pages.setTextCursor(cursor)
        if text:
            self._seek()
        else:
            self._count.setText("")

    def _on_next(self) -> None:
        self._seek()

    def _on_previous(self) -> None:
        self._seek(QTextDocument.FindFlag.FindBackward)

    def _seek(self, flags: QTextDocument.FindFlag | None = None) -> None:
        """Go to the next place of the words, around the end."""
        wanted = flags or QTextDocument.FindFlag(0)
        words = self._find.text()
        if not words:
            return
        if not self._pages.find(words, wanted):
            before = self._pages.textCursor()
            self._pages.moveCursor(
                QTextCursor.MoveOperation.End if flags else QTextCursor.MoveOperation.Start
            )
            if not self._pages.find(words, wanted):
                self._pages.setTextCursor(before)
        self._count.setText(self._places(words))

    def _places(self, words: str) -> str:
        text = self._pages.toPlainText().casefold()
        count = text.count(words.casefold())
        if not count:
            return self.tr("not in the manual")
        return self.tr("1 place") if count == 1 else self.tr("{n} places").format(n=count)

    def _lay_out(self) -> None:
        self._contents.setObjectName("manualContents")
        self._contents.setAccessibleName(self.tr("Chapters"))
        self._contents.setProperty("look", "contents")
        self._contents.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.setObjectName("manualText")
        self._pages.setAccessibleName(self.tr("Manual"))
        self._pages.setProperty("look", "manual")
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.setOpenLinks(False)
        self._find.setObjectName("manualFind")
        self._find.setAccessibleName(self.tr("Find in the manual"))
        self._find.setPlaceholderText(self.tr("Find in the manual"))
        self._end.setProperty("look", "icon")
        self._end.setAccessibleName(self.tr("End the search"))
        self._end.setToolTip(self.tr("End the search"))
        self._count.setProperty("look", "small")
        self._bar.setProperty("look", "status")
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(12, 6, 12, 6)
        bar.addWidget(self._find, 1)
        bar.addWidget(self._count)
        bar.addWidget(self._end)
        self._bar.hide()
        halves = QSplitter()
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._contents)
        halves.addWidget(self._pages)
        halves.setStretchFactor(1, 1)
        halves.setSizes([CONTENTS, SIZE[0] - CONTENTS])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(halves, 1)
        column.addWidget(self._bar)


def _headings(document: QTextDocument) -> list[tuple[QTextBlock, int]]:
    found: list[tuple[QTextBlock, int]] = []
    block = document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            found.append((block, level))
        block = block.next()
    return found
