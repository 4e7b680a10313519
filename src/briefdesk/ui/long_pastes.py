"""Long pastes: read on a worker, and put in where the caret was."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from briefdesk.ui.fields.clipboard import Copied
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.passing import PASSING
from briefdesk.ui.fields.reading_ahead import is_long, unread
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.notices import NoticeBar, Offer

SHOWN_AFTER_MS = 200
"""Reading that takes longer than this is said, and can be cancelled."""
AGAIN_MS = 100
"""How long a text is left alone that cannot be edited just now."""
SHORT_WAIT = 0.2
"""Seconds that leaving a brief waits for a worker to read what is to be put in; then its plain lines are."""
LONGEST_WAIT = 10.0
"""The same where there is no plain text beside the HTML: it would be lost."""
_KEY = "long-paste"


@dataclass(slots=True)
class _Paste:
    """What is to be put in, and the ends of what was selected: they stay before what is typed there."""

    editor: Editor
    mime: Copied
    as_one: bool
    ends: tuple[QTextCursor, QTextCursor]
    is_read: threading.Event = field(default_factory=threading.Event)

    @property
    def places(self) -> tuple[int, int]:
        """Where the ends are now."""
        return self.ends[0].position(), self.ends[1].position()


class LongPastes(QObject):
    """Puts long pastes in one after the other, each as soon as it is read.

    What is typed meanwhile stands after the paste, as it was typed after it.
    """

    def __init__(self, jobs: Jobs, notices: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._waiting: list[_Paste] = []
        self._per_cent = 0
        self._is_told = False
        self._slow = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._slow.timeout.connect(self._tell)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._on_read)

    def take(self, editor: Editor, mime: QMimeData, as_one: bool) -> bool:
        """Take a paste that is long to read; a short one is left to the editor."""
        if not is_long(mime):
            return False
        cursor = editor.textCursor()
        ends = _end(cursor, cursor.selectionStart()), _end(cursor, cursor.selectionEnd())
        self._waiting.append(_Paste(editor, Copied(mime), as_one, ends))
        if len(self._waiting) == 1:
            self._read()
        return True

    def cancel(self) -> bool:
        """Drop what is not put in yet; tells whether there was anything."""
        is_there = bool(self._waiting)
        self._jobs.cancel(_KEY)
        self._waiting.clear()
        self._end_telling()
        return is_there

    def finish(self) -> None:
        """Put in all that is being read, now: its brief is about to be left."""
        while self._waiting:
            paste = self._waiting[0]
            has_lines = bool(paste.mime.text().strip())
            if not paste.is_read.wait(SHORT_WAIT if has_lines else LONGEST_WAIT) and has_lines:
                paste.mime = unread(paste.mime)
            self._jobs.cancel(_KEY)
            paste.mime.is_sure = True
            self._put(self._waiting.pop(0))
            if self._waiting:
                self._read()
        self._end_telling()

    def _read(self) -> None:
        paste = self._waiting[0]
        self._per_cent = 0
        self._slow.start()
        steps = paste.editor.reads(paste.mime)
        self._jobs.run(
            partial(_work, steps, paste.is_read), self._on_work_done, _KEY, advanced=self._on_advanced
        )

    def _on_work_done(self, _result: None) -> None:
        self._on_read()

    def _on_read(self) -> None:
        if not self._waiting or self._jobs.busy(_KEY):
            return
        editor = self._waiting[0].editor
        if isValid(editor) and (editor.is_composing or editor.isReadOnly()):
            self._again.start()
            return
        self._put(self._waiting.pop(0))
        self._end_telling()
        if self._waiting:
            self._read()

    def _put(self, paste: _Paste) -> None:
        """Put it in where the caret was, and leave caret and keyboard with the writer."""
        editor = paste.editor
        if not isValid(editor):
            return
        focus, writer = QApplication.focusWidget(), QTextCursor(editor.textCursor())
        before = paste.places
        has_stayed = sorted((writer.anchor(), writer.position())) == sorted(before)
        cursor = editor.textCursor()
        cursor.setPosition(before[0])
        cursor.setPosition(before[1], QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.put(paste.mime, paste.as_one)
        after = editor.textCursor().position()
        for each in self._waiting:
            if each.editor is editor and each.places == (before[0], before[0]):
                each.ends = _end(editor.textCursor(), after), _end(editor.textCursor(), after)
        if not has_stayed:
            editor.setTextCursor(writer)
        if focus is not None and focus is not QApplication.focusWidget() and isValid(focus):
            focus.setFocus(PASSING)

    def _on_advanced(self, done: int, _total: int) -> None:
        self._per_cent = done
        if self._is_told:
            self._tell()

    def _tell(self) -> None:
        self._is_told = True
        words = self.tr("Reading what was pasted: {n} %").format(n=self._per_cent)
        self._notices.show_done(words, offers=(Offer(self.tr("Cancel"), self.cancel),))

    def _end_telling(self) -> None:
        self._slow.stop()
        if self._is_told:
            self._is_told = False
            self._notices.end()


def _end(cursor: QTextCursor, position: int) -> QTextCursor:
    made = QTextCursor(cursor)
    made.setPosition(position)
    made.setKeepPositionOnInsert(True)
    return made


def _work(steps: Iterator[int], is_read: threading.Event, progress: Progress) -> None:
    try:
        for done in steps:
            progress.say(done, 100)
            if progress.cancelled:
                return
    finally:
        is_read.set()
