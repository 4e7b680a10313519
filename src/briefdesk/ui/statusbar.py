"""The line at the foot of the window: how safe the text is, how ready, how long, which language."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from briefdesk.desk.autosave import Safety, SaveState
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.wearing import wear

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from briefdesk.brief.target import Target
    from briefdesk.ui.review.meter import ReadinessMeter

SIDE, GAP, HEIGHT = 14, 18, 30
SLOW_SECONDS = 1.0
"""How long a save may take before the line says that it is under way."""


class CountLabel(QLabel):
    """The counts; a click on them asks for a target."""

    clicked = Signal()

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Take any click."""
        super().mousePressEvent(event)
        self.clicked.emit()


class StatusBar(QFrame):
    """Shows the save state, the readiness meter, and counts of the brief against their target.

    `targetWanted` says that somebody wants to set that target, `languageWanted` another language.
    """

    targetWanted = Signal()
    languageWanted = Signal()

    def __init__(self, signals: SessionSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        self._meter: ReadinessMeter | None = None
        self._counted: list[str] = []
        self._state = SaveState(Safety.WAITING)
        self._save = QLabel()
        self._save.setObjectName("saveState")
        self._save.setAccessibleName(self.tr("Save state"))
        self._preview = QLabel()
        self._preview.setObjectName("previewState")
        self._preview.setProperty("look", "warn")
        self._preview.hide()
        self._target: Target | None = None
        self._counts = CountLabel()
        self._counts.clicked.connect(self.targetWanted)
        self._counts.setObjectName("counts")
        self._counts.setProperty("look", "small")
        self._language = QPushButton()
        self._language.setObjectName("languageLabel")
        self._language.setProperty("look", "link")
        self._language.setAutoDefault(True)
        self._language.setToolTip(self.tr("Language of the brief"))
        self._language.setAccessibleName(self.tr("Language of the brief"))
        self._language.clicked.connect(self.languageWanted)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(GAP)
        row.addWidget(self._save)
        self._gap = QWidget()
        row.addWidget(self._gap, 1)
        row.addWidget(self._preview)
        row.addWidget(self._counts)
        row.addWidget(self._language)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(int(SLOW_SECONDS * 1000))
        self._slow.timeout.connect(self._show_save)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(300)
        self._counting.timeout.connect(self._count)
        self._measuring: Iterator[None] = iter(())
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self._signals = signals
        signals.changed.connect(self._on_changed)
        self._show_save()

    def furnish(self, meter: "ReadinessMeter") -> None:
        """Put the readiness meter in its place."""
        meter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.replaceWidget(self._gap, meter)
        self._row.setStretchFactor(meter, 1)
        self._gap.deleteLater()
        self._meter = meter
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold anew when a text has become longer or shorter."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._fold()

    def show_save(self, state: SaveState) -> None:
        """Say how safe the text is; a save that is under way is said only when it takes long."""
        self._state = state
        if state.safety is Safety.SAVING:
            if not self._slow.isActive():
                self._slow.start()
            return
        self._slow.stop()
        self._show_save()

    @property
    def counts(self) -> QWidget:
        """Where the counts stand."""
        return self._counts

    def set_target(self, target: "Target | None") -> None:
        """Count against this target from now on, or against none."""
        if target != self._target:
            self._target = target
            self._count()

    def show_preview_state(self, words: str) -> None:
        """Say what the preview cannot do; an empty text when it can do everything."""
        self._preview.setText(words)
        self._preview.setVisible(bool(words))

    def show_language_note(self, words: str) -> None:
        """Say in the tool tip of the language what is not done for it; an empty text when all is."""
        self._language.setToolTip(words or self.tr("Language of the brief"))
        self._language.setAccessibleDescription(words)

    def _on_changed(self) -> None:
        """Count the brief again when the writer rests: a reading grade takes longer than a key may."""
        self._counting.start()

    def _show_save(self) -> None:
        words, look = self._words()
        if words != self._save.text():
            self._save.setText(words)
            self._save.setToolTip(str(self._state.error) if self._state.error else "")
            wear(self._save, look)

    def _words(self) -> tuple[str, str]:
        state = self._state
        match state.safety:
            case Safety.NOT_SAVED:
                return "● " + self.tr("Not saved"), "err"
            case Safety.READ_ONLY:
                return "● " + self.tr("Read only"), "warn"
            case Safety.WAITING:
                return "○ " + self.tr("Opening the library…"), "small"
            case Safety.SAVING:
                seconds = max(1, round(time.monotonic() - state.since))
                return "● " + self.tr("Saving… {seconds} s").format(seconds=seconds), "warn"
            case Safety.SAVED:
                if state.at is None:
                    return "● " + self.tr("Saved"), "ok"
                return "● " + self.tr("Saved {time}").format(time=state.at.strftime("%H:%M:%S")), "ok"

    def _count(self) -> None:
        from briefdesk.brief.wording import measuring  # not above: the first paint does not need it

        self._measuring = measuring(self._signals.brief)
        self._go_on()

    def _go_on(self) -> None:
        """Count a part of the brief: all of it takes too long for one turn, where there is very much."""
        for _ in self._measuring:
            self._turn.start(0)
            return
        self._show_counts()

    def _show_counts(self) -> None:
        from briefdesk.brief.wording import WORDS_A_MINUTE, brief_words, reading_grade
        from briefdesk.ui.fields.choice import name_of

        brief = self._signals.brief
        words = brief_words(brief)
        seconds = round(words * 60 / WORDS_A_MINUTE)
        parts = [self.tr("1 word") if words == 1 else self.tr("{count} words").format(count=words)]
        parts.append(self.tr("{time} read").format(time=_duration(seconds)))
        if self._target is not None:
            parts[int(self._target.timed)] = self._against(self._target, words)
            if self._target.timed:
                parts.reverse()
        over = self._target is not None and self._target.over(words) > 0
        wear(self._counts, "warn" if over else "small")
        grade = reading_grade(brief)
        if grade is not None:
            parts.append(self.tr("grade {grade}").format(grade=round(grade)))
        self._counted = parts
        self._counts.setToolTip(" · ".join(parts))
        self._language.setText(name_of(brief.language))
        said = self.tr("Language of the brief: {language}").format(language=self._language.text())
        self._language.setAccessibleName(said)
        self._fold()

    def _against(self, target: "Target", words: int) -> str:
        """How much of the target there is, and by how much it is passed."""
        reached, over = target.reached(words), target.over(words)
        if target.timed:
            if over:
                said = self.tr("{count} of {wanted} s: {over} s over")
            else:
                said = self.tr("{count} of {wanted} s")
        elif over:
            said = self.tr("{count} of {wanted} words: {over} over")
        else:
            said = self.tr("{count} of {wanted} words")
        return said.format(count=reached, wanted=target.number, over=over)

    def _fold(self) -> None:
        """Let what comes first to be fixed be read: the language gives way to it, then all counts but one."""
        self.setFixedHeight(max(HEIGHT, self._save.sizeHint().height() + 8))
        if self._meter is None:
            return
        room = self.width() - 2 * SIDE - 2 * GAP - self._save.sizeHint().width()
        if self._preview.isVisibleTo(self):
            room -= self._preview.sizeHint().width() + GAP
        metrics = self._counts.fontMetrics()
        all_counts = " · ".join(self._counted)
        counts = metrics.horizontalAdvance(all_counts)
        language = self._language.sizeHint().width() + GAP
        whole, short = self._meter.room(whole=True), self._meter.room(whole=False)
        self._language.setVisible(whole + counts + language <= room)
        self._counts.setText(all_counts if short + counts <= room else "".join(self._counted[:1]))


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes and rest else f"{minutes} min" if minutes else f"{rest} s"
