"""The left side of the drawer: the score as a ring, the verdict, and how the score is made."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefdesk.brief.model import Status
from briefdesk.checks.criterion import COST, Report
from briefdesk.ui.review.levels import LEVELS, numbers
from briefdesk.ui.theme import BASE_SIZE, Look

WIDE = 232
RING = 64
STROKE = 6
FAIR = 60
"""Scores from here on are painted in the colour of what is done."""


class ScoreRing(QWidget):
    """A score of 100 as a ring with the figure in it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._score = 0
        self.setFixedSize(QSize(RING, RING))
        look.changed.connect(self.update)

    def show_score(self, score: int) -> None:
        """Show a score from 0 to 100."""
        self._score = score
        self.setAccessibleName(self.tr("Score {n} of 100").format(n=score))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        pen = QPen(theme.colour("line"), STROKE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(theme.colour("acc" if self._score >= FAIR else "warn"))
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(-360 * 16 * self._score / 100))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("figure"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._score))


class Verdict(QFrame):
    """Says whether the brief is ready, how the score comes about, and marks the brief ready."""

    readyRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "form")
        self._look = look
        self._ring = ScoreRing(look)
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._title.setWordWrap(True)
        self._left = QLabel()
        self._left.setProperty("look", "small")
        self._left.setWordWrap(True)
        self._sums = {level: QLabel() for level in LEVELS}
        self._total, self._score = QLabel(), QLabel()
        self._ready = QPushButton(self.tr("Mark ready"))
        self._ready.setObjectName("markReady")
        self._ready.clicked.connect(self.readyRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(10)
        self._sum = self._table()
        column.addWidget(self._sum)
        column.addSpacing(8)
        self._note = QLabel(self.tr("Truth, fairness and news value are for a person to judge."))
        self._note.setProperty("look", "small")
        self._note.setWordWrap(True)
        column.addWidget(self._note)
        column.addSpacing(8)
        column.addWidget(self._ready, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """The verdict in one line."""
        return f"{self._title.text()} · {self._left.text()}"

    def minimumSizeHint(self) -> QSize:
        """As low as it gets: what does not fit is hidden."""
        return QSize(self.width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new height."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold anew when a text has become longer or shorter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        """Hide what does not fit: first the note, then the sum, then the ring."""
        wide = self.width() - 32
        high = self.height() - 20 - 8 - self._ready.sizeHint().height()
        ring = min(self._ring.height(), high)
        words = sum(_height(label, wide - RING - 12) for label in (self._title, self._left))
        high -= max(words, ring) + 10
        with_sum = self._sum.sizeHint().height() + 8 <= high
        high -= self._sum.sizeHint().height() + 8
        self._sum.setVisible(with_sum)
        self._note.setVisible(with_sum and _height(self._note, wide) <= high)
        self._ring.setVisible(self.height() >= 20 + 8 + self._ready.sizeHint().height() + RING)

    def _dress(self) -> None:
        self.setFixedWidth(round(WIDE * self._look.theme.base_size / BASE_SIZE))

    def show_report(self, report: Report, status: Status) -> None:
        """Show how a brief stands that has this status."""
        count = numbers(report)
        musts = next(iter(count.values()))
        self._ring.show_score(report.score)
        self._title.setText(self._title_for(report, status))
        self._left.setText(
            self.tr("{n} must-fix left").format(n=musts)
            if musts
            else self.tr("{met} of {all} criteria met").format(met=report.met, all=report.applying)
        )
        for level, label in self._sums.items():
            label.setText(f"{count[level]} × {COST[level]}")
        self._total.setText(self.tr("Score 100 − {n}").format(n=100 - report.score))
        self._score.setText(str(report.score))
        self._ready.setVisible(status in (Status.DRAFT, Status.REVIEW))
        self._ready.setText(self.tr("Show what must be fixed") if musts else self.tr("Mark ready"))

    def _title_for(self, report: Report, status: Status) -> str:
        if not report.ready:
            return self.tr("Not ready yet")
        if status is Status.PUBLISHED:
            return self.tr("Published")
        return self.tr("Ready") if status is Status.READY else self.tr("Can be ready")

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._left)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._ring)
        row.addLayout(words, 1)
        return row

    def _table(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, (level, sum_) in enumerate(self._sums.items()):
            name = QLabel(LEVELS[level].words)
            name.setProperty("look", LEVELS[level].role)
            sum_.setProperty("look", "count")
            grid.addWidget(name, row, 0)
            grid.addWidget(sum_, row, 1, Qt.AlignmentFlag.AlignTrailing)
        self._total.setProperty("look", "small")
        self._score.setProperty("look", "strong")
        grid.addWidget(self._total, len(self._sums), 0)
        grid.addWidget(self._score, len(self._sums), 1, Qt.AlignmentFlag.AlignTrailing)
        grid.setColumnStretch(0, 1)
        return box


def _height(label: QLabel, wide: int) -> int:
    """How high a label is that wraps at a width."""
    return label.heightForWidth(wide) if label.hasHeightForWidth() else label.sizeHint().height()
