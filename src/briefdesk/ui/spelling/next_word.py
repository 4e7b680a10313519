"""Going to the next misspelt word, also while the dictionary is still being read."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from briefdesk.desk import dictionaries
from briefdesk.desk.texts import texts
from briefdesk.ui.fields.choice import name_of
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.spelling.spelling import Spelling


class NextWord(QObject):
    """Selects the next misspelt word, at once or as soon as it is known.

    It waits only for whoever waits too: after a key, a move of the caret, or a step to another field,
    window or brief the word is marked and not gone to. `told` carries how things stand, `gone` follows
    a word for which there was a wait.
    """

    told = Signal(str)
    gone = Signal()

    def __init__(self, spelling: Spelling, signals: SessionSignals) -> None:
        super().__init__(spelling)
        self._spelling = spelling
        self._signals = signals
        self._waits_at: object = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        spelling.verdicts.ready.connect(self._on_known)
        spelling.verdicts.judged.connect(self._on_known)

    def go(self) -> None:
        """Go to the next misspelt word, or say why not yet or why there is none."""
        self._waits_at = None
        if self._spelling.go_to_next():
            return
        if self._spelling.verdicts.is_settled:
            self._say_none()
        else:
            self._waits_at = self._here()
            self.told.emit(self.tr("The dictionary is still being read; then the next word is gone to"))

    def _on_known(self) -> None:
        if self._waits_at is not None:
            self._soon.start(0)  # what was looked up is taken in first

    def _look(self) -> None:
        verdicts = self._spelling.verdicts
        if self._waits_at != self._here():
            self._waits_at = None
        if self._waits_at is None or not verdicts.is_settled:
            return
        if self._spelling.go_to_next():
            self._waits_at = None
            self.gone.emit()
        elif verdicts.is_settled:  # it may have asked for words that nobody had asked for
            self._waits_at = None
            self._say_none()

    def _say_none(self) -> None:
        if self._spelling.verdicts.has_dictionary:
            self.told.emit(self.tr("No misspelt words"))
        else:
            words = self.tr("There is no dictionary for {language}: add one to {folder}")
            language = name_of(self._signals.brief.language)
            self.told.emit(words.format(language=language, folder=dictionaries.own_folder()))

    def _here(self) -> object:
        """What is other when somebody has moved on."""
        focus, brief = QApplication.focusWidget(), self._signals.brief
        cursor = focus.textCursor() if isinstance(focus, Editor) else None
        place = (cursor.anchor(), cursor.position()) if cursor else None
        return id(focus), place, brief.id, brief.language, tuple(texts(brief))
