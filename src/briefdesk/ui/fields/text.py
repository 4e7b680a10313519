"""One plain text of the brief: a line that wraps and where Enter goes on, or a text of several lines."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QMimeData, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.cell import PADDING, Cell
from briefdesk.ui.fields.counting import Counter, silent, with_hidden
from briefdesk.ui.fields.keys import is_enter, is_escape
from briefdesk.ui.fields.naming import hint_of, label_of, object_name
from briefdesk.ui.fields.note import Note, NoteAct
from briefdesk.ui.fields.ring import put_in_ring
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.articles import Article
    from briefdesk.ui.fields.editor import Editor
    from briefdesk.ui.fields.headline_offers import HeadlineOffers
    from briefdesk.ui.fields.markings import Markings
    from briefdesk.ui.fields.ruler import TruncationRuler
    from briefdesk.ui.fields.source_house import SourceHouse

HEADLINE_PADDING = QMargins(13, 10, 13, 10)


class TextField(QWidget):
    """Edits one text of the brief, and says how long it is.

    Without `lines` the text holds no line break: what is pasted is made one line, and Enter asks to
    go on to the next field. `speller` brings what was typed into the spelling that is kept. A whole
    brief that is pasted into the headline of an empty one is not put there: `pagePasted` carries it. What
    else is pasted there in several lines is asked about in a strip. The
    headline has a ruler under it that tells where channels cut; `fieldWanted` names another field that is
    to be written in.
    """

    noteChanged = Signal(Note)
    onwardRequested = Signal()
    told = Signal(str)
    pagePasted = Signal(str)
    fieldWanted = Signal(str)

    def __init__(
        self,
        field: Field,
        signals: SessionSignals,
        look: Look,
        *,
        lines: bool = False,
        style: str = "body",
        counter: Counter = silent,
        speller: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._lines = lines
        self._counter = counter
        self._speller = speller
        self._is_touched = False
        self._look = look
        self._ruler: TruncationRuler | None = None
        self._offers: HeadlineOffers | None = None
        self._house: SourceHouse | None = None
        self.note = Note()
        self._cell = Cell(
            look,
            name=object_name(field.name),
            label=label_of(field),
            key=self._on_key,
            taker=self._take_page if field.name == "headline" else None,
            reader=self._reads if field.name == "headline" else None,
            lines=lines,
            style=style,
            padding=HEADLINE_PADDING if style == "headline" else PADDING,
            hint=hint_of(field),
        )
        self._cell.jumped.connect(signals.pause)
        self._cell.edited.connect(self._on_edited)
        self._cell.told.connect(self.told)
        self._cell.editor.left.connect(self._on_left)
        put_in_ring(self, look, self._cell.editor)
        signals.changed.connect(self._on_changed)
        self._cell.show(getattr(signals.brief, field.name))
        self._count()

    def furnish(self, markings: "Markings") -> None:
        """Show marks in the text; what is spelled for machines has none."""
        if self._speller is None:
            self._cell.mark(markings)
        if self._field.name == "headline":
            from briefdesk.ui.fields.ruler import TruncationRuler  # built behind the first paint

            self._ruler = TruncationRuler(self._look, markings, self._cell.editor, self)
            column = self.layout()
            assert column is not None
            column.addWidget(self._ruler)
            self._ruler.follow(self.window())
            self._count()

    def go_to_ruler(self) -> None:
        """Put the keyboard on the ruler, where there is one and room for it."""
        if self._ruler is not None and not self._ruler.isHidden():
            self._ruler.go_to()

    def go_to(self, place: Place) -> None:
        """Put the caret where the place says."""
        self._cell.go_to(place.caret, place.anchor)

    def held(self, _editor: "Editor") -> Place | None:
        """Where the caret was before the edit that comes in."""
        held = self._cell.editor.held
        return (
            held.in_text(self._field.name, getattr(self._signals.brief, self._field.name)) if held else None
        )

    def take_article(self, article: "Article") -> None:
        """Fill an article into the brief, which is empty, and ask what of it is to be bullets."""
        self._offered.take_article(article)

    def follow_house(self, house: "SourceHouse") -> None:
        """Read articles by what the library has settled about addresses and publishers."""
        self._house = house

    @property
    def _offered(self) -> "HeadlineOffers":
        if self._offers is None:
            from briefdesk.ui.fields.headline_offers import HeadlineOffers

            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            self._offers = HeadlineOffers(self._cell.editor, self._signals, self._look, column)
        return self._offers

    def _on_key(self, event: QKeyEvent) -> bool:
        if is_escape(event):
            return self._offers is not None and self._offers.close()
        if self._lines or not is_enter(event):
            return False
        self.onwardRequested.emit()
        return True

    def _take_page(self, mime: QMimeData) -> bool:
        """Take a whole brief, an article or several lines; a line is put in as everywhere."""
        from briefdesk.ui.fields.pages import is_empty, page_from  # the first paint does not need it

        brief = self._signals.brief
        if page := page_from(mime, brief):
            self.pagePasted.emit(page)
            return True
        from briefdesk.ui.fields.articles import article_from

        if is_empty(brief) and (article := article_from(mime, self._house)):
            self.take_article(article)
            return True
        return self._offered.take_lines(mime, self._house)

    def _reads(self, mime: QMimeData) -> Iterator[int]:
        from briefdesk.ui.fields.pages import is_empty
        from briefdesk.ui.fields.reading_ahead import read_ahead

        return read_ahead(mime, self._house, rows=True, article=is_empty(self._signals.brief))

    def _on_edited(self, text: str, typed: str) -> None:
        self._is_touched = True
        self._signals.edit(self._field.name, text, typed=typed)
        self._count()

    def _on_changed(self, change: Change) -> None:
        if self._field.name in change.fields:
            text = getattr(change.brief, self._field.name)
            self._cell.show(text, afresh=change.origin is Origin.OPEN)
            self._count()
        elif self._ruler is not None and "short_headline" in change.fields:
            self._count()

    def _on_left(self) -> None:
        text = tidied(self._cell.text)
        if self._speller and self._is_touched:
            text = self._speller(text)
        self._is_touched = False
        if text != self._cell.text:
            self._signals.tidy(self._field.name, text)

    def _count(self) -> None:
        note = with_hidden(self._counter(self._cell.text), self._cell.text)
        if self._ruler is not None:
            short = self._signals.brief.short_headline
            self._ruler.show_texts(self._cell.text, short)
            if self._ruler.cuts_inbox and not short:
                act = NoteAct(self.tr("Add a short headline for the phone inbox"), self._on_short_wanted)
                note = note._replace(acts=(act,))
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)

    def _on_short_wanted(self) -> None:
        self.fieldWanted.emit("short_headline")
