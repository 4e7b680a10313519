"""A choice of one from a list: the language, the status."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSizePolicy, QVBoxLayout, QWidget

from briefdesk.brief.fields import QT_TRANSLATE_NOOP, Field
from briefdesk.brief.model import Status
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change
from briefdesk.ui.fields.languages import LANGUAGES
from briefdesk.ui.fields.naming import label_of, object_name
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

_STATUSES = (
    (Status.DRAFT, QT_TRANSLATE_NOOP("Status", "Draft")),
    (Status.REVIEW, QT_TRANSLATE_NOOP("Status", "Review")),
    (Status.READY, QT_TRANSLATE_NOOP("Status", "Ready")),
    (Status.PUBLISHED, QT_TRANSLATE_NOOP("Status", "Published")),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen: the value in the brief, and its words."""

    value: str
    words: str


class ChoiceField(QWidget):
    """Edits a text of the brief by choosing; a value that is not in the list is added to it."""

    def __init__(
        self,
        field: Field,
        signals: SessionSignals,
        look: Look,
        options: Sequence[Option],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._box = Picker()
        self._box.setObjectName(object_name(field.name, "Picker"))
        self._box.setAccessibleName(label_of(field))
        for option in options:
            self._box.addItem(option.words, option.value)
        self._box.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusRing(look, self._box, card=False))
        self.setFocusProxy(self._box)
        signals.changed.connect(self._on_changed)
        self._show(getattr(signals.brief, field.name))

    def go_to(self, _place: Place) -> None:
        """Put the keyboard here."""
        self._box.setFocus()

    def _show(self, value: str) -> None:
        place = self._box.findData(str(value))
        if place < 0:
            self._box.addItem(value or self.tr("None"), value)
            place = self._box.count() - 1
        self._box.setCurrentIndex(place)

    def _on_activated(self, place: int) -> None:
        kind = type(getattr(self._signals.brief, self._field.name))
        self._signals.edit(self._field.name, kind(self._box.itemData(place)))

    def _on_changed(self, change: Change) -> None:
        if self._field.name in change.fields:
            self._show(getattr(change.brief, self._field.name))


class Picker(QComboBox):
    """A drop-down list that leaves the wheel to the form: nothing changes by scrolling past it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # As wide as the form gives it room; otherwise all its words are measured, in every script.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()


def languages() -> list[Option]:
    """The languages on offer with their tags."""
    return [Option(tag, f"{QApplication.translate('Language', words)} · {tag}") for tag, words in LANGUAGES]


def name_of(tag: str) -> str:
    """What the language of a tag is called; the tag itself where it has no name."""
    locale = QLocale(tag)
    return QLocale.languageToString(locale.language()) if locale.language() != QLocale.Language.C else tag


def statuses() -> list[Option]:
    """The four statuses in the order in which a brief comes through them."""
    return [Option(status.value, QApplication.translate("Status", words)) for status, words in _STATUSES]
