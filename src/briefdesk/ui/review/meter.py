"""The readiness meter of the status line: how many criteria are met, and what comes first to be fixed."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from briefdesk.checks.criterion import Report
from briefdesk.ui.review.levels import MARK, advice, sorted_findings
from briefdesk.ui.theme import Look

BAR = QSize(86, 6)
GAP = 18


class ReadinessMeter(QAbstractButton):
    """A bar and one line of text; a click opens the drawer with the whole report."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._report: Report | None = None
        self.setObjectName("readinessMeter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)
        self._say()

    def show_report(self, report: Report) -> None:
        """Show how a brief stands."""
        if report != self._report:
            self._report = report
            self._say()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.theme.font("small"))
        wide = metrics.horizontalAdvance(self.tr("Readiness")) + BAR.width() + 2 * GAP
        return QSize(wide + metrics.horizontalAdvance(self.text()), 24)

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.theme.font("small"))
        return QSize(BAR.width() + GAP + metrics.horizontalAdvance("88 of 88") + 8, 24)

    def room(self, *, whole: bool) -> int:
        """The pixels in which the first finding can be read, with what to do about it or without."""
        metrics = QFontMetrics(self._look.theme.font("small"))
        text = self.text() if whole else self.text().partition(MARK)[0]
        return BAR.width() + GAP + metrics.horizontalAdvance(text) + 1

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, e: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if self.underMouse() else "mut"))
        name, at = self.tr("Readiness"), 0
        wide = metrics.horizontalAdvance(name)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        if self.width() >= wide + BAR.width() + 2 * GAP + metrics.horizontalAdvance(self.text()):
            painter.drawText(QRect(0, 0, wide, self.height()), middle, name)
            at = wide + GAP
        self._paint_bar(painter, QRectF(at, (self.height() - BAR.height()) / 2, BAR.width(), BAR.height()))
        at += BAR.width() + GAP
        painter.setPen(theme.colour("ink" if self.underMouse() else "mut"))
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - at)
        painter.drawText(QRect(at, 0, self.width() - at, self.height()), middle, text)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("acc"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5), 4, 4)

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(box, 3, 3)
        if self._report and self._report.met:
            part = QRectF(box)
            part.setWidth(max(box.height(), box.width() * self._report.met / self._report.applying))
            painter.setBrush(theme.colour("acc"))
            painter.drawRoundedRect(part, 3, 3)

    def _told(self) -> str:
        """What the figures mean, and the first finding whole."""
        if (report := self._report) is None:
            return self.tr("Checking…")
        told = self.tr("{met} criteria met of the {all} that apply to this brief")
        lines = [told.format(met=report.met, all=report.applying)]
        if found := sorted_findings(report.findings):
            lines += filter(None, (found[0].message, found[0].fix))
        return "\n".join(lines)

    def _say(self) -> None:
        report = self._report
        if report is None:
            text = self.tr("Checking…")
        else:
            text = self.tr("{met} of {all}").format(met=report.met, all=report.applying)
            if found := sorted_findings(report.findings):
                text += f": {advice(found[0])}"
        self.setText(text)
        self.setToolTip(self._told())
        self.setAccessibleName(self.tr("Readiness: {text}").format(text=text))
        self.updateGeometry()
