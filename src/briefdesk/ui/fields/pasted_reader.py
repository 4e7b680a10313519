"""Reads HTML as word processors and browsers put it on the clipboard, line by line."""

from dataclasses import replace
from html.parser import HTMLParser
from typing import NamedTuple

from briefdesk.brief.inline import Run
from briefdesk.ui.fields.page_parts import Around, holds_text, is_button
from briefdesk.ui.fields.pasted_elements import Traits, class_rules, ends_head
from briefdesk.ui.fields.pasted_runs import close_gap
from briefdesk.ui.fields.pasted_scripts import scripted
from briefdesk.ui.fields.pasted_tables import Line, Table

_CLOSES = ",.;:!?)]”’»…"
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
_LISTS = frozenset({"li", "ul", "ol"})
_PLACING = _LISTS | {"table", "h1", "h2", "h3", "article"}
_NEVER = frozenset({"head", "script", "title", "template"})
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class _Open(NamedTuple):
    """An element that has been opened."""

    tag: str
    traits: Traits
    in_item: bool = False
    is_button: bool = False
    first: int = 0
    """For the head of a page, its first line."""


class Reader(HTMLParser):
    """Collects lines of runs; within a list item a line break is a blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [Line()]
        self._tables: list[Table] = []
        self.has_list = False
        self.has_table = False
        self.differs = False
        self.buttons = 0
        self.heads = 0
        self.struck: list[str] = []
        self._open: list[_Open] = []
        self._rules: dict[str, str] = {}
        self._is_after_gap = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = self._style(given)
        if self._open and self._open[-1].tag == "head" and ends_head(tag):
            self._open.pop()
        is_word = tag == "p" and ("mso-list" in style or "msolist" in given.get("class", "").lower())
        is_item = tag == "li" or is_word
        self.has_list = self.has_list or is_item
        if tag == "br" or tag in _BLOCKS:
            self._break(tag)
        self._open_table_part(tag, given)
        if tag not in _VOID:
            traits = self._traits.within(tag, given, style)
            if traits.around is not self._traits.around:
                self._lines.append(Line())
            self._open.append(
                _Open(tag, traits, is_item or self._is_in_item, is_button(tag, given), len(self._lines))
            )

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                self._leave(place)
                break
        if tag in _BLOCKS:
            self._break(tag)
        if tag == "table":
            self._close_table()

    def _leave(self, place: int) -> None:
        before, element = self._traits.around, self._open[place]
        del self._open[place:]
        if before is not self._traits.around:
            self._lines.append(Line())
        if element.tag == "header" and not any(holds_text(each.tag) for each in self._open):
            head = [line for line in self._lines[element.first - 1 :] if line.text.strip()]
            if all(run.href or not run.text.strip() for line in head for run in line.runs if not line.around):
                for line in head:
                    line.around = Around.MENU

    def close(self) -> None:
        """Read what is left, with tables that were not closed."""
        super().close()
        while self._tables:
            self._close_table()

    def handle_data(self, data: str) -> None:
        traits = self._traits
        if traits.unseen:
            self._take_unseen(data)
        elif traits.struck:
            self.struck.append(data)
            self._is_after_gap = True
        else:
            if self._is_after_gap and data[:1] in _CLOSES:
                close_gap(self._line.runs)
            self._is_after_gap = False
            self._take(data, traits)

    def _take(self, data: str, traits: Traits) -> None:
        text = scripted(data, traits.script)
        self.differs = self.differs or text != data
        is_in_item = self._is_in_item
        for number, part in enumerate(text.split("\n") if traits.exact and not is_in_item else (text,)):
            if number:
                self._lines.append(Line())
            self._line.runs.append(replace(traits.run, text=part))
            self._line.is_item = self._line.is_item or is_in_item
            self._line.is_title = self._line.is_title or (traits.title and bool(part.strip()))
            self._line.is_heading = self._line.is_heading or (traits.heading and bool(part.strip()))
            self._line.around = max(self._line.around, traits.around)

    @property
    def _traits(self) -> Traits:
        return self._open[-1].traits if self._open else Traits()

    @property
    def _is_in_item(self) -> bool:
        return bool(self._open) and self._open[-1].in_item

    def _style(self, given: dict[str, str]) -> str:
        """What is said of how an element looks, by itself and by its classes."""
        own = given.get("style", "").lower()
        if not self._rules:
            return own
        classes = given.get("class", "").lower().split()
        return ";".join([own, *(self._rules[each] for each in classes if each in self._rules)])

    def _take_unseen(self, data: str) -> None:
        inmost = self._open[-1].tag
        if inmost == "style":
            self._rules.update(class_rules(data))
        elif data.strip() and not any(each.tag in _NEVER for each in self._open):
            self.differs = self._is_after_gap = True
            self.buttons += any(each.is_button for each in self._open)

    def _break(self, tag: str) -> None:
        self._is_after_gap = False
        self.struck.append(" ")
        if self._is_in_item and tag not in _LISTS:
            self._line.runs.append(Run(" "))
        else:
            self._lines.append(Line())

    @property
    def _lines(self) -> list[Line]:
        """The lines of the cell that is open, else those of the text."""
        for table in reversed(self._tables):
            if table.rows and table.rows[-1]:
                return table.rows[-1][-1]
        return self.lines

    @property
    def _line(self) -> Line:
        return self._lines[-1]

    def _open_table_part(self, tag: str, given: dict[str, str]) -> None:
        if self._tables and tag in _PLACING:
            self._tables[-1].is_layout = True
        if tag == "table":
            self._tables.append(Table(is_layout=given.get("role") in {"presentation", "none"}))
        elif not self._tables:
            return
        elif tag == "tr":
            self._tables[-1].add_row()
        elif tag in {"td", "th"}:
            if not self._tables[-1].rows:
                self._tables[-1].add_row()
            self._tables[-1].heads[-1] = self._tables[-1].heads[-1] and tag == "th"
            self._tables[-1].rows[-1].append([Line()])

    def _close_table(self) -> None:
        if self._tables:
            table = self._tables.pop()
            self.has_table = self.has_table or (not table.is_layout and bool(table.rows))
            self.heads += table.headed
            lines = table.lines()
            self._lines.extend(lines)
            self._lines.append(Line())
