"""What is marked in the texts of the form, and what can be done about a mark: one list for all fields."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QRect
    from PySide6.QtWidgets import QTextEdit


MAY_BE_MEANT_OTHERWISE = frozenset("\"'-.0123456789s \u00a0,;:!?)]…–—”»/")
"""Characters after which what was typed may be put as a typesetter would."""


class Writing(Enum):
    """What kind of text a field holds."""

    PLAIN = auto()
    INLINE = auto()  # inline Markdown
    CODE = auto()  # addresses, names of files: nothing that is read as a sentence


class Style(Enum):
    """How a part of a text looks; a part may have several."""

    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()
    LINK = auto()
    SIGN = auto()  # the characters of a mark itself, such as the stars of bold text
    FOLDED = auto()  # a long part of a sign that is not seen until the caret is in it
    MISSPELT = auto()
    JARGON = auto()
    HIDDEN = auto()  # a character that nobody sees, or that turns the direction of text
    FOUND = auto()
    FOUND_NOW = auto()
    PALE = auto()  # what a scanning eye passes over


class Mark(NamedTuple):
    """A part of a text that looks otherwise, from `start` to `end` in code points."""

    start: int
    end: int
    style: Style


class Spot(NamedTuple):
    """A place in a text that somebody asks about.

    `field` names the editor (its `objectName`), `row` the paragraph in it, `text` is that paragraph
    and `place` a code point in it. `replace` puts words in the place of a part of the text: start, end,
    words.
    """

    field: str
    row: int
    text: str
    place: int
    replace: Callable[[int, int, str], None]


class Remedy(NamedTuple):
    """Something that can be done about a mark: what the menu says, and what does it.

    Without an act it is only said; `waits` says that what comes in its place is still looked for.
    """

    words: str
    act: Callable[[], object] | None
    waits: bool = False


class Marking(Protocol):
    """Finds what is to be marked, of one kind: misspelt words, jargon, what a search found."""

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """The marks in one paragraph of a field. Called for each key: what takes time is done elsewhere."""
        ...

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """What can be done about the mark at a place; none where there is no such mark."""
        ...


class Markings(QObject):
    """All markings of the form, in the order in which they are painted.

    `changed` says that marks are to be found anew: in the paragraphs that hold one of these words, or
    with `None` everywhere. `typed` carries the editor in which a character of
    `MAY_BE_MEANT_OTHERWISE` was typed. `over` paints what no format can show over a part of an editor,
    and `repaint` says that it would paint otherwise now. `remedied` says that more can be done now than
    was said before, so that an open menu asks again. `long_paste` takes a paste that is long to read, and
    tells whether it did: text, clipboard, whether all is to be one row.
    """

    changed = Signal(object)
    typed = Signal(object)
    repaint = Signal()
    remedied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Marking] = []
        self._foremost: Marking | None = None
        self.over: Callable[[QTextEdit, QRect], None] | None = None
        self.long_paste: Callable[[Any, QMimeData, bool], bool] | None = None

    def add(self, marking: Marking, *, foremost: bool = False) -> None:
        """Take a marking in; what can be done about the marks of the foremost one is said first."""
        self._all.append(marking)
        if foremost:
            self._foremost = marking
        self.changed.emit(None)

    def marks(self, field: str, text: str, writing: Writing) -> Iterator[Mark]:
        """All marks in one paragraph."""
        for each in self._all:
            yield from each.marks(field, text, writing)

    def remedies(self, spot: Spot) -> list[Remedy]:
        """All that can be done at a place."""
        ordered = sorted(self._all, key=self._is_behind)
        return [remedy for each in ordered for remedy in each.remedies(spot)]

    def _is_behind(self, marking: Marking) -> bool:
        return marking is not self._foremost
