"""The keys that the fields and lists have for themselves, declared once: the sheet and the manual read this.

They are no commands: each works only where it is said to, and none can be changed.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.fields import QT_TRANSLATE_NOOP


def _tr(text: str) -> str:
    return QT_TRANSLATE_NOOP("FieldKeys", text)


@dataclass(frozen=True, slots=True)
class FieldKey:
    """What some keys, by Qt's portable names, do in one place."""

    where: str
    keys: tuple[str, ...]
    text: str

    @property
    def place(self) -> str:
        """The place in the user's language."""
        return QCoreApplication.translate("FieldKeys", self.where)

    @property
    def words(self) -> str:
        """What the keys do, in the user's language."""
        return QCoreApplication.translate("FieldKeys", self.text)


FORM, BULLETS, TERMS = _tr("In the form"), _tr("In the bullets"), _tr("In the terms")
RELATED, LIBRARY, REVIEW = _tr("In More briefs"), _tr("In the library"), _tr("In the review")

FIELD_KEYS: tuple[FieldKey, ...] = (
    FieldKey(FORM, ("Return",), _tr("on to the next field, from a field of one line")),
    FieldKey(FORM, ("Tab", "Shift+Tab"), _tr("next or previous field")),
    FieldKey(BULLETS, ("Return",), _tr("split the bullet at the caret")),
    FieldKey(BULLETS, ("Return",), _tr("in an empty last bullet: remove it and go on to the terms")),
    FieldKey(BULLETS, ("Backspace",), _tr("at the start: join with the bullet before")),
    FieldKey(BULLETS, ("Del",), _tr("at the end: join with the bullet after")),
    FieldKey(BULLETS, ("Up", "Down"), _tr("at the first or last line: previous or next bullet")),
    FieldKey(BULLETS, ("Alt+Up", "Alt+Down"), _tr("move the selected bullets")),
    FieldKey(BULLETS, ("Ctrl+Shift+Backspace",), _tr("remove the selected bullets")),
    FieldKey(TERMS, ("Return",), _tr("from the term to its definition, and on to the next term")),
    FieldKey(TERMS, ("Up", "Down"), _tr("at the first or last line: term before or after")),
    FieldKey(TERMS, ("Alt+Up", "Alt+Down"), _tr("move the term")),
    FieldKey(TERMS, ("Ctrl+Shift+Backspace",), _tr("remove the term")),
    FieldKey(RELATED, ("1", "2", "3", "4", "5"), _tr("add the suggestion of that number")),
    FieldKey(RELATED, ("Return",), _tr("add the brief under the keyboard; typing searches all briefs")),
    FieldKey(RELATED, ("Alt+Up", "Alt+Down"), _tr("move a brief that is listed")),
    FieldKey(RELATED, ("Del",), _tr("take a listed brief away")),
    FieldKey(RELATED, ("Esc",), _tr("back to where you were writing")),
    FieldKey(LIBRARY, ("Return",), _tr("open the brief; typing searches")),
    FieldKey(LIBRARY, ("Del",), _tr("move the selected briefs to the trash")),
    FieldKey(LIBRARY, ("Esc",), _tr("clear the search, then back to the form")),
    FieldKey(REVIEW, ("Return",), _tr("go to the place of the finding")),
    FieldKey(REVIEW, ("Esc",), _tr("close the review")),
)
