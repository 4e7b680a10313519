"""Words of a notice in one line or two, cut with an ellipsis where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class NoticeWords(QLabel):
    """Shows as much of its words as there is room for; the tool tip and the screen reader have them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._lines = 1
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """All of them."""
        return self._words

    def show_words(self, words: str, tip: str = "") -> None:
        """Show other words; `tip` says more than them in the tool tip."""
        self._words, self._tip = words, tip
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def set_lines(self, lines: int) -> None:
        """Break the words into so many lines at most."""
        if lines != self._lines:
            self._lines = lines
            self._fit()
            self.updateGeometry()

    @property
    def whole_width(self) -> int:
        """Pixels that all words take in one line."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._words) + 2 if self._words else 0

    def broken(self, width: int, most: int) -> list[str]:
        """The words in so many lines at most, the last one cut where they are longer."""
        self.ensurePolished()
        layout = QTextLayout(self._words, self.font())
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(self._words)]
        lines = [self._words[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        mode = Qt.TextElideMode.ElideRight
        return [self.fontMetrics().elidedText(line, mode, max(1, width)) for line in lines]

    def sizeHint(self) -> QSize:
        """As wide as all words in one line, as high as the lines that are shown."""
        return QSize(self.whole_width, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        self.ensurePolished()
        lines = self.text().count("\n") + 1
        return QSize(0, lines * self.fontMetrics().lineSpacing() if self._words else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Cut the words for the width that there is."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = [self._words]  # how wide it is, is known when it is shown
        if self._words and self.isVisible():
            lines = self.broken(self.width(), self._lines)
        shown = "\n".join(lines)
        if shown != self.text():
            self.setText(shown)
        is_cut = "".join("".join(lines).split()) != "".join(self._words.split())
        self.setToolTip(self._tip or (self._words if is_cut else ""))
