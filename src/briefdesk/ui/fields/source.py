"""The source: address and publisher of the full story, or where it is to be found when it has no address."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.brief.model import Source
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.halves import Halves
from briefdesk.ui.fields.keys import is_enter, is_escape
from briefdesk.ui.fields.link_row import LinkRow
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.publisher import PublisherLine
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.fields.source_cells import CITATION, PUBLISHER, TITLE, URL, make_cells
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.cleaned import Cleaned
    from briefdesk.ui.fields.editor import Editor
    from briefdesk.ui.fields.markings import Markings
    from briefdesk.ui.fields.source_house import SourceHouse
    from briefdesk.ui.fields.source_notes import Deeds

PUBLISHER_WIDTH = 290


class SourceField(QWidget):
    """Edits the source of the brief.

    An address is tidied when it is pasted or left: tracking parts go, https is added, and the
    publisher is filled in when there is none. What was done is said, and can be undone: then this address
    is not cleaned again in this brief. What is no web address stays as typed, with a warning. A
    publisher's name that the writer gives is remembered for the host.
    """

    noteChanged = Signal(Note)
    onwardRequested = Signal()
    told = Signal(str)

    def __init__(
        self, field: Field, signals: SessionSignals, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self.note = Note()
        self._house: SourceHouse | None = None
        self._cleaned: Cleaned | None = None
        self._names_publisher = False
        self._named_by_page = ""
        self._filled = ""
        self._came_named = False
        self._below: QWidget | None = None
        self._opened = signals.brief.source
        self._cells = make_cells(look, self._on_key, self._take_page)
        for cell in self._cells.values():
            cell.editor.selects_all_on_tab = True
        self._cite = LinkRow(self.tr("No link? Cite it instead"), "sourceCite", at_right=True)
        self._lay_out(look)
        self._connect()
        self._show(signals.brief.source)

    def furnish(self, markings: "Markings") -> None:
        """Show marks in the parts of the source."""
        for part, cell in self._cells.items():
            cell.mark(markings, code=part in (URL, PUBLISHER))

    def go_to(self, place: Place) -> None:
        """Put the caret into the part that the place names, else at the end of the address."""
        if place.part in (TITLE, CITATION):
            self._show_citation(shown=True)
        cell = self._cells.get(place.part, self._cells[URL])
        cell.go_to(place.caret if place.part else len(cell.text), place.anchor)

    def held(self, editor: "Editor") -> Place | None:
        """Where the caret was before the edit that comes in."""
        for part, cell in self._cells.items():
            if cell.editor is editor and editor.held is not None:
                return editor.held.in_text(self._field.name, getattr(self._source, part), part=part)
        return None

    def furnish_house(self, house: "SourceHouse") -> None:
        """Go by what the library has settled about sources."""
        self._house = house

    def put_below(self, widget: QWidget, stops: Sequence[QWidget] = ()) -> None:
        """Show a widget under the card; Tab comes to its `stops` after the card, and Esc there closes it."""
        self._outside.insertWidget(1, widget)
        self._below = widget
        for one, other in pairwise([self._cells[CITATION].editor, *stops, self._cite.button]):
            QWidget.setTabOrder(one, other)

    def take_clipboard(self) -> None:
        """Put the address that the clipboard holds into an empty field."""
        text = QGuiApplication.clipboard().text().strip()
        from briefdesk.brief.url import canonical

        if self._source.url or "\n" in text or canonical(text) is None:
            return
        self._signals.edit(self._field.name, self._arrived(text), part=URL)
        self._tidy_url()

    @property
    def _source(self) -> Source:
        return self._signals.brief.source

    def _lay_out(self, look: Look) -> None:
        self._publisher = PublisherLine(self._cells[PUBLISHER], look)
        url, title, citation = (self._cells[part].editor for part in (URL, TITLE, CITATION))
        top = Halves(url, self._publisher, look, fixed=self._publisher, width=PUBLISHER_WIDTH)
        self._citation = Halves(title, citation, look, fixed=citation, width=PUBLISHER_WIDTH, ruled=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._citation)
        self._outside = outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(FocusRing(look, inside))
        outside.addWidget(self._cite)
        self.setFocusProxy(url)

    def _connect(self) -> None:
        for part, slot in (
            (URL, self._on_url_edited),
            (PUBLISHER, self._on_publisher_edited),
            (TITLE, self._on_title_edited),
            (CITATION, self._on_citation_edited),
        ):
            cell = self._cells[part]
            cell.edited.connect(slot)
            cell.jumped.connect(self._signals.pause)
            cell.told.connect(self.told)
        self._cells[URL].pasted.connect(self._tidy_url)
        self._cells[URL].editor.left.connect(self._tidy_url)
        for part in (PUBLISHER, TITLE, CITATION):
            self._cells[part].editor.left.connect(self._tidy_rest)
        self._cite.button.clicked.connect(self._on_cite)
        self._signals.changed.connect(self._on_changed)

    def _show(self, source: Source, *, afresh: bool = False) -> None:
        for part, cell in self._cells.items():
            cell.show(getattr(source, part), afresh=afresh)
        cited = bool(source.title or source.citation)
        self._show_citation(shown=cited or (self._citation.isVisible() and not source.url))
        self._tell(self._unusual(source.url))

    def _unusual(self, url: str) -> Note:
        if not url:
            return Note()
        # Here and not above: the first paint does not need it, and it takes its time to read.
        from briefdesk.ui.fields.source_notes import unusual

        return unusual(url, self._deeds)

    @property
    def _deeds(self) -> "Deeds":
        from briefdesk.ui.fields.source_notes import Deeds

        return Deeds(self._on_put_back, self._on_better, self._on_forget)

    def _show_citation(self, *, shown: bool) -> None:
        self._citation.setVisible(shown)
        self._cite.setVisible(not shown and not self._source.url)
        settle(self._cite)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._citation.hide()
            self._cleaned, self._names_publisher, self._named_by_page = None, False, ""
            self._filled, self._came_named, self._opened = "", False, change.brief.source
            self._show(change.brief.source, afresh=True)
        elif self._cleaned and self._cleaned.is_taken_back(change):
            self._show(change.brief.source)
            self._keep_whole()
        elif self._field.name in change.fields and not self._is_shown(change.brief.source):
            self._show(change.brief.source)

    def _is_shown(self, source: Source) -> bool:
        return all(getattr(source, part) == cell.text for part, cell in self._cells.items())

    def _on_url_edited(self, text: str, typed: str) -> None:
        if len(typed) > 1 and text.strip():  # an address that comes whole
            self._signals.edit(self._field.name, self._arrived(text), part=URL, typed=typed)
        elif text.strip() or not self._is_filled(self._source):
            self._edit(URL, text, typed)
        else:  # who publishes there goes with the address
            source = replace(self._source, url=text, publisher="")
            self._signals.edit(self._field.name, source, part=URL, typed=typed)
        self._tell(Note())
        self._cite.setVisible(not text and not self._citation.isVisible())
        settle(self._cells[URL].editor)

    def _on_publisher_edited(self, text: str, typed: str) -> None:
        self._names_publisher = True
        self._filled, self._opened = "", Source()
        self._edit(PUBLISHER, text, typed)

    def _on_title_edited(self, text: str, typed: str) -> None:
        self._edit(TITLE, text, typed)

    def _on_citation_edited(self, text: str, typed: str) -> None:
        self._edit(CITATION, text, typed)

    def _edit(self, part: str, text: str, typed: str) -> None:
        source = replace(self._source, **{part: text})
        self._signals.edit(self._field.name, source, part=part, typed=typed)

    def _is_filled(self, source: Source) -> bool:
        """Whether the publisher is the one that an address brought, and not one that the writer gave."""
        if not source.publisher or source.publisher == self._filled:
            return bool(source.publisher)
        from briefdesk.brief.publishers import publisher_of

        names = self._house.publishers if self._house else {}
        return source.publisher == publisher_of(self._opened.url, names)

    def _on_key(self, event: QKeyEvent) -> bool:
        if is_escape(event):
            close = getattr(self._below, "close_unanswered", None)
            return close is not None and close()
        if not is_enter(event):
            return False
        if self._cells[URL].editor.hasFocus():
            self._tidy_url()
            if self._source.url and not self._source.publisher:
                self._cells[PUBLISHER].editor.setFocus()
                return True
        self.onwardRequested.emit()
        return True

    def _on_cite(self) -> None:
        self._show_citation(shown=True)
        self._cells[TITLE].go_to(0)

    def _take_page(self, mime: QMimeData) -> bool:
        """Learn from a pasted page who published it; of one that brings no other address, take its own."""
        html = mime.html() if mime.hasHtml() else mime.text()
        if "<" not in html:
            return False
        from briefdesk.brief.url import canonical
        from briefdesk.importers.site import site_of

        site = site_of(html)
        self._named_by_page = site.name
        plain = "" if mime.text().lstrip().startswith("<") else mime.text()
        if not site.url or canonical(plain) is not None:
            return False
        self._signals.edit(self._field.name, self._arrived(site.url), part=URL)
        self._tidy_url()
        return True

    def _arrived(self, url: str) -> Source:
        """The source with an address as it came; one that is to be cleaned brings its publisher with it.

        So the cleaning is a step of undo of its own, and taking it back leaves the publisher.
        """
        from briefdesk.brief.publishers import publisher_of
        from briefdesk.ui.fields.cleaned import Cleaned

        source = replace(self._source, url=url)
        cleaned = Cleaned.of(url, self._house, self._signals.brief.id)
        if cleaned is None or not cleaned.is_shortened:
            return source
        if source.publisher and not self._is_filled(source):
            return source
        names = self._house.publishers if self._house else {}
        self._filled = publisher_of(cleaned.address.url, names, self._named_by_page)
        self._came_named = True
        return replace(source, publisher=self._filled)

    def _tidy_url(self) -> None:
        """Bring the address into the form that is kept, and fill in who publishes there."""
        source = self._source
        if not source.url:
            return
        from briefdesk.brief.publishers import publisher_key, publisher_of, remembered_publisher
        from briefdesk.ui.fields.cleaned import Cleaned
        from briefdesk.ui.fields.source_notes import told

        cleaned = Cleaned.of(source.url, self._house, self._signals.brief.id)
        is_filled = self._is_filled(source)
        if cleaned is None:
            if is_filled:
                self._signals.tidy(self._field.name, replace(source, publisher=""))
            self._tell(self._unusual(source.url))
            return
        is_nameless, self._came_named = self._came_named or not source.publisher, False
        address, names = cleaned.address, self._house.publishers if self._house else {}
        known = publisher_of(address.url, names, self._named_by_page)
        publisher = known if is_filled else source.publisher or known
        tidy = replace(source, url=address.url, publisher=publisher)
        if tidy == source and self.note != Note():
            return  # what was said is still so
        if tidy.url != source.url:
            self._cleaned = cleaned
        if cleaned.is_shortened and publisher != source.publisher:  # cleaning is a step of its own
            self._signals.tidy(self._field.name, replace(source, publisher=publisher))
        self._signals.tidy(self._field.name, tidy)
        if self._source != tidy:
            return
        self._names_publisher = False
        if publisher != source.publisher:
            self._filled = publisher
        is_remembered = is_nameless and remembered_publisher(address.url, names)
        remembered = publisher_key(address.url) if is_remembered else ""
        self._tell(told(address, self._deeds, remembered=remembered, nameless=not publisher.strip()))

    def _on_put_back(self) -> None:
        """Bring the address back as it was pasted."""
        if self._cleaned is None:
            return
        whole = replace(self._source, url=self._cleaned.written)
        self._cells[URL].editor.setFocus()
        self._signals.edit(self._field.name, whole, part=URL)
        self._keep_whole()

    def _keep_whole(self) -> None:
        from briefdesk.ui.fields.source_notes import kept_whole

        if self._cleaned is not None and self._cleaned.is_shortened:
            if self._house is not None:
                self._house.keep(self._cleaned.whole, self._signals.brief.id)
            self._tell(kept_whole())

    def _on_better(self, url: str) -> None:
        """Take another address for the same story."""
        self._cells[URL].editor.setFocus()
        self._signals.edit(self._field.name, replace(self._source, url=url), part=URL)
        self._tell(self._unusual(url))

    def _on_forget(self) -> None:
        """Go by what we know ourselves of who publishes here."""
        from briefdesk.brief.publishers import publisher_key, publisher_of
        from briefdesk.ui.fields.source_notes import forgotten

        key = publisher_key(self._source.url)
        self._cells[PUBLISHER].editor.setFocus()
        if self._house is not None:
            self._house.forget(key)
        self._names_publisher = False
        known = replace(self._source, publisher=publisher_of(self._source.url))
        self._signals.edit(self._field.name, known, part=PUBLISHER)
        self._tell(forgotten(key))

    def _tidy_rest(self) -> None:
        source = self._source
        tidy = replace(
            source,
            publisher=tidied(source.publisher),
            title=tidied(source.title),
            citation=tidied(source.citation),
        )
        if tidy != source:
            self._signals.tidy(self._field.name, tidy)
        if self._names_publisher:
            self._names_publisher = False
            self._remember()

    def _remember(self) -> None:
        """Keep the name that the writer gave to the publisher here, where it is not the one we know."""
        from briefdesk.ui.fields.source_notes import remembering

        source = self._source
        if self._house is not None and (key := self._house.learn(source.url, source.publisher)):
            self._tell(remembering(source.publisher, key, self._deeds))

    def _tell(self, note: Note) -> None:
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)
