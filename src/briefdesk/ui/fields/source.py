"""The source: address and publisher of the full story, or where it is to be found when it has no address."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.brief.model import Source
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.halves import Halves
from briefdesk.ui.fields.keys import is_enter
from briefdesk.ui.fields.link_row import LinkRow
from briefdesk.ui.fields.naming import counted
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.publisher import PublisherLine
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.brief.url import Address
    from briefdesk.ui.fields.markings import Markings

PUBLISHER_WIDTH = 222
URL, PUBLISHER, TITLE, CITATION = "url", "publisher", "title", "citation"


class SourceField(QWidget):
    """Edits the source of the brief.

    An address is tidied when it is pasted or left: tracking parts go, https is added, and the
    publisher is filled in when there is none. What is no web address stays as typed, with a warning.
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
        self._cells = {
            URL: Cell(
                look,
                name="sourceUrlEdit",
                label=self.tr("Address of the full story"),
                key=self._on_key,
                hint=self.tr("https://… of the full story"),
            ),
            PUBLISHER: Cell(
                look,
                name="sourcePublisherEdit",
                label=self.tr("Publisher"),
                key=self._on_key,
                style="row",
                padding=PublisherLine.PADDING,
                hint=self.tr("publisher"),
            ),
            TITLE: Cell(
                look,
                name="sourceTitleEdit",
                label=self.tr("Title of the full story"),
                key=self._on_key,
                hint=self.tr("Title of the full story"),
            ),
            CITATION: Cell(
                look,
                name="sourceCitationEdit",
                label=self.tr("Citation"),
                key=self._on_key,
                hint=self.tr("Paper, date and page; who said it, when"),
            ),
        }
        for cell in self._cells.values():
            cell.editor.selects_all_on_tab = True
        self._cite = LinkRow(self.tr("No link? Cite it instead"), "sourceCite", at_right=True)
        self._lay_out(look)
        self._connect()
        self._show(signals.brief.source)

    def furnish(self, markings: "Markings") -> None:
        """Show marks in the parts of the source."""
        for part, cell in self._cells.items():
            cell.mark(markings, code=part == URL)

    def go_to(self, place: Place) -> None:
        """Put the caret into the part that the place names, else at the end of the address."""
        if place.part in (TITLE, CITATION):
            self._show_citation(shown=True)
        cell = self._cells.get(place.part, self._cells[URL])
        cell.go_to(place.caret if place.part else len(cell.text))

    def take_clipboard(self) -> None:
        """Put the address that the clipboard holds into an empty field."""
        text = QGuiApplication.clipboard().text().strip()
        from briefdesk.brief.url import canonical

        if self._source.url or "\n" in text or canonical(text) is None:
            return
        self._signals.edit(self._field.name, replace(self._source, url=text), part=URL)
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
        outside = QVBoxLayout(self)
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
        self._tell(_unusual(source.url))

    def _show_citation(self, *, shown: bool) -> None:
        self._citation.setVisible(shown)
        self._cite.setVisible(not shown and not self._source.url)
        settle(self._cite)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._citation.hide()
            self._show(change.brief.source, afresh=True)
        elif self._field.name in change.fields and not self._is_shown(change.brief.source):
            self._show(change.brief.source)

    def _is_shown(self, source: Source) -> bool:
        return all(getattr(source, part) == cell.text for part, cell in self._cells.items())

    def _on_url_edited(self, text: str, typed: str) -> None:
        self._edit(URL, text, typed)
        self._tell(Note())
        self._cite.setVisible(not text and not self._citation.isVisible())
        settle(self._cells[URL].editor)

    def _on_publisher_edited(self, text: str, typed: str) -> None:
        self._edit(PUBLISHER, text, typed)

    def _on_title_edited(self, text: str, typed: str) -> None:
        self._edit(TITLE, text, typed)

    def _on_citation_edited(self, text: str, typed: str) -> None:
        self._edit(CITATION, text, typed)

    def _edit(self, part: str, text: str, typed: str) -> None:
        source = replace(self._source, **{part: text})
        self._signals.edit(self._field.name, source, part=part, typed=typed)

    def _on_key(self, event: QKeyEvent) -> bool:
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

    def _tidy_url(self) -> None:
        """Bring the address into the form that is kept, and fill in who publishes there."""
        source = self._source
        from briefdesk.brief.publishers import publisher_of
        from briefdesk.brief.url import canonical

        address = canonical(source.url)
        if address is None:
            self._tell(_unusual(source.url))
            return
        publisher = source.publisher or publisher_of(address.url)
        tidy = replace(source, url=address.url, publisher=publisher)
        if tidy != source:
            self._signals.tidy(self._field.name, tidy)
            self._tell(_told(address))

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

    def _tell(self, note: Note) -> None:
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)


def _unusual(url: str) -> Note:
    """What is to be said of an address as it is kept."""
    if not url:
        return Note()
    # Here and not above: the first paint does not need it, and it takes its time to read.
    from briefdesk.brief.url import canonical

    address = canonical(url)
    if address is None and url.strip():
        return Note(_tr("Not a web address; one begins with https:// or http://"), warn=True)
    return Note(" · ".join(address.warnings), warn=True) if address and address.warnings else Note()


def _told(address: "Address") -> Note:
    """What was done to an address, or is odd about it."""
    if address.warnings:
        return Note(" · ".join(address.warnings), warn=True)
    removed = len(address.removed)
    if not removed:
        return Note()
    return Note(counted(removed, _tr("1 tracking part removed"), _tr("{n} tracking parts removed")))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SourceField", text)
