"""The left side of the drawer: the score as a ring, the verdict, and how the score is made."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefdesk.brief.model import Status
from briefdesk.checks.criterion import COST, Report
from briefdesk.ui.review.levels import LEVELS, numbers
from briefdesk.ui.theme import Look

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
        self.setFixedWidth(232)
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
        column.addLayout(self._table())
        column.addSpacing(8)
        note = QLabel(self.tr("Truth, fairness and news value are for a person to judge."))
        note.setProperty("look", "small")
        note.setWordWrap(True)
        column.addWidget(note)
        column.addSpacing(8)
        column.addWidget(self._ready, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

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

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
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
        return grid
