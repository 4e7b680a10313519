"""The review drawer: runs the checks after each change and lists what they found."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from briefdesk.brief.model import Brief, Status
from briefdesk.checks import CRITERIA, check
from briefdesk.checks.criterion import Report
from briefdesk.checks.finding import Finding, Level
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.icons import icon
from briefdesk.ui.jobs import MANY, Jobs, Progress
from briefdesk.ui.review.findings import FindingList, finding_model, finding_rows
from briefdesk.ui.review.fixes import fix_for
from briefdesk.ui.review.levels import sorted_findings
from briefdesk.ui.review.steps import Steps
from briefdesk.ui.review.verdict import Verdict
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import BASE_SIZE, Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

REST_MS = 250
"""How long after a change the checks are run; while keys come faster than this, they wait."""

LONGEST_WAIT = 4
"""After so many delays the checks run although the keys go on coming."""

HEAD = 36
LIST_LEAST = 480
"""Width in pixels at normal text size under which the findings do not share the drawer with the verdict."""

ORIGINS = {criterion.id: criterion.origin for criterion in CRITERIA}


class ReviewDrawer(QFrame):
    """Shows what stands against a brief's being ready.

    `reported` carries each new `Report`, `placeRequested` the `Place` that a person wants to see, `told`
    what is and what to do about a finding that only a person can mend, `stepped` the same of a finding that
    was gone to.
    """

    reported = Signal(object)
    placeRequested = Signal(Place)
    told = Signal(str, str)
    stepped = Signal(str, str)
    closeRequested = Signal()

    def __init__(
        self, signals: SessionSignals, jobs: Jobs, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._look = look
        self._library: Library | None = None
        self._delays = 0
        self._steps = Steps()
        self._step_wanted = 0
        self.report: Report | None = None
        self.setObjectName("checksPanel")
        self.setProperty("look", "drawer")
        self.setAccessibleName(self.tr("Review"))
        self._model = finding_model(self)
        self._list = FindingList(self._model, look)
        self._list.setObjectName("findingsList")
        self._list.setAccessibleName(self.tr("Findings"))
        self._clean = QLabel(self.tr("Nothing to fix. Read it once more, aloud."))
        self._clean.setProperty("look", "muted")
        self._clean.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._verdict = Verdict(look)
        self._title = QLabel()
        self._title.setProperty("look", "tab")
        self._brief_verdict = QLabel()
        self._close = QToolButton()
        self._close.setObjectName("closeReview")
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()
        self._dress()
        self._check()

    @property
    def stop(self) -> QWidget:
        """Where the keyboard goes in this pane. No focus proxy: Tab would pass over what stands before it."""
        return self._list if self._list.isVisibleTo(self) else self._close

    def set_library(self, library: "Library | None") -> None:
        """Check with what this library tells of the briefs around; without one, the brief alone."""
        self._library = library
        self._check()

    def focus(self, *, gravest: bool = False) -> None:
        """Put the keyboard on the finding that was selected, else or if `gravest` on the first."""
        if self._model.rows and (gravest or not self._list.currentIndex().isValid()):
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Go to the place of the next finding (1) or the one before (-1), as soon as the newest are known."""
        self._step_wanted = by
        if self._rest.isActive():
            self._rest.stop()
            self._on_rest()
        if not self._jobs.busy("checks"):
            self._take_step()

    @property
    def has_selected(self) -> bool:
        """Whether the review is open with a finding selected."""
        return self.isVisible() and self._list.finding() is not None

    def select_at(self, field: str, row: int) -> bool:
        """Select the gravest finding in a field, or in a row of it; tells whether there is one."""
        for number, each in enumerate(self._model.rows):
            if each.finding.field == field and (row < 0 or each.finding.index == row):
                self._list.setCurrentIndex(self._model.index(number))
                return True
        return False

    def show_first(self) -> None:
        """Go to the place of the gravest finding."""
        if self._model.rows:
            self._list.setCurrentIndex(self._model.index(0))
            self._on_shown(self._model.rows[0].finding)

    def fix_selected(self) -> None:
        """Repair the selected finding, or where a person has to write, go there and say what to do."""
        finding = self._list.finding()
        if finding is None:
            return
        if self._list.fixable():
            self._on_fixed(finding)
            return
        self._on_shown(finding)
        todo = finding.fix or self.tr("The place is shown.")
        self.told.emit(
            finding.message, self.tr("Only you can mend this. {todo}.").format(todo=todo.rstrip("."))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._fold()

    def _on_changed(self, change: Change) -> None:
        if not change.fields:
            return
        if change.origin is not Origin.REFRESH:
            self._step_wanted = 0  # who goes on writing does not want to be led away
        if change.origin is Origin.OPEN:
            self._steps.forget()
            self._jobs.cancel("checks")
        if self._rest.isActive() and self._delays >= LONGEST_WAIT:
            return
        self._delays = self._delays + 1 if self._rest.isActive() else 0
        self._rest.start()

    def _on_rest(self) -> None:
        self._delays = 0
        self._check()

    def _check(self) -> None:
        brief = self._signals.brief
        work = partial(_check, self._library, brief)
        self._jobs.run(work, self._on_report, "checks", long=len(brief.bullets) > MANY)

    def _on_report(self, report: Report) -> None:
        self.report = report
        brief = self._signals.brief
        chosen = self._list.currentIndex().row()
        found = sorted_findings(report.findings)
        self._steps.found_anew([row.finding for row in self._model.rows], found)
        rows = tuple(finding_rows(found, ORIGINS, [fix_for(each, brief) is not None for each in found]))
        if rows != self._model.rows:
            self._model.show(rows)
        if found and chosen >= 0:
            self._list.setCurrentIndex(self._model.index(min(chosen, len(found) - 1)))
        self._stack.setCurrentWidget(self._list if found else self._clean)
        count = f" {len(found)}" if found else ""
        self._title.setText(self.tr("Review") + count)
        self._verdict.show_report(report, brief.status)
        self._brief_verdict.setText(self._verdict.words)
        self.reported.emit(report)
        self._take_step()

    def _take_step(self) -> None:
        by, self._step_wanted = self._step_wanted, 0
        if by and self._model.rows:
            at = self._steps.next(self._list.currentIndex().row(), by, len(self._model.rows))
            self._list.setCurrentIndex(self._model.index(at))
            finding = self._model.rows[at].finding
            self._on_shown(finding)
            self.stepped.emit(finding.message, finding.fix)
        elif by:
            self.told.emit(self.tr("Nothing to fix"), self.tr("Read it once more, aloud."))

    def _on_shown(self, finding: Finding) -> None:
        self._steps.show(finding)
        row = -1 if finding.index is None else finding.index
        caret = finding.span[1] if finding.span else 0
        self.placeRequested.emit(Place(finding.field, row, finding.part, caret))

    def _on_fixed(self, finding: Finding) -> None:
        """Repair the finding, if the brief is still as it was when it was found."""
        if fix := fix_for(finding, self._signals.brief):
            self._signals.pause()
            self._signals.edit(fix.field, fix.value, row=fix.row, part=fix.part)

    def _on_ready_requested(self) -> None:
        must = next((row.finding for row in self._model.rows if row.finding.level is Level.MUST), None)
        if must:
            self.show_first()
        else:
            self._signals.edit("status", Status.READY)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("look", "toolbar")
        self._head = head
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self._title)
        line.addStretch(1)
        self._rules = QLabel(self.tr("Rules: Brief default"))
        self._rules.setProperty("look", "small")
        self._brief_verdict.setProperty("look", "small")
        line.addWidget(self._brief_verdict)
        line.addWidget(self._rules)
        self._close.setProperty("look", "icon")
        self._close.setFixedSize(24, 24)
        self._close.setIconSize(QSize(14, 14))
        self._close.setAccessibleName(self.tr("Close the review"))
        self._close.setToolTip(self.tr("Close"))
        line.addSpacing(8)
        line.addWidget(self._close)
        self._rule = rule = QFrame()
        rule.setProperty("look", "line")
        rule.setFixedWidth(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._clean)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._verdict)
        body.addWidget(rule)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._signals.changed.connect(self._on_changed)
        self._rest.timeout.connect(self._on_rest)
        self._list.shown.connect(self._on_shown)
        self._list.fixed.connect(self._on_fixed)
        self._verdict.readyRequested.connect(self._on_ready_requested)
        self._close.clicked.connect(self.closeRequested)
        self._look.changed.connect(self._dress)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closeRequested)

    def _dress(self) -> None:
        self._close.setIcon(icon("x", self._look.theme, "mut", 14))
        self._head.setFixedHeight(max(HEAD, self._title.sizeHint().height() + 8))
        self._fold()

    def _fold(self) -> None:
        """Give the findings the whole width where the verdict would take too much of it."""
        scale = self._look.theme.base_size / BASE_SIZE
        beside = self.width() - self._verdict.width() >= LIST_LEAST * scale
        self._verdict.setVisible(beside)
        self._rule.setVisible(beside)
        self._brief_verdict.setVisible(not beside)
        self._rules.setVisible(beside)


def _check(library: "Library | None", brief: Brief, progress: Progress) -> Report:
    if library is None:
        return check(brief)
    # Here and not above: it brings the store with it, which the first paint does not wait for.
    from briefdesk.desk.finding import checked

    return checked(library, brief)
