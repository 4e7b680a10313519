"""The strip that asks where a link is to lead."""

import re
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy

from briefdesk.brief.url import canonical, link
from briefdesk.ui.fields.difference import difference
from briefdesk.ui.fields.passing import PASSING
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.strip import Choice, Strip
from briefdesk.ui.theme import Look

_WHOLE = re.compile(r"(?i)(?:https?://|mailto:)\S+")


class LinkStrip(Strip):
    """Asks for an address; Enter takes it, an empty one takes the link away, Esc leaves all as it was.

    An address that comes from the clipboard is cleaned where it stands to be seen; one that is typed is
    not. `left` says that the keyboard is to go back to where it came from, `told` what was left out.
    """

    left = Signal()
    told = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "linkStrip")
        self._act: Callable[[str], object] | None = None
        self._before = ""
        self.house: SourceHouse | None = None
        """What the library has settled about addresses."""
        self._address = QLineEdit()
        self._address.setObjectName("linkAddress")
        self._address.setAccessibleName(self.tr("Address of the link"))
        self._address.setPlaceholderText(self.tr("https://… or mailto:…"))
        self._address.returnPressed.connect(self._on_taken)
        self._address.textEdited.connect(self._on_text_edited)
        self._trouble = QLabel()
        self._trouble.setObjectName("linkTrouble")
        self._trouble.setProperty("look", "err")
        self._trouble.hide()
        self.before_buttons = self._address
        self.row.insertWidget(1, self._address, 1)
        self.row.insertWidget(2, self._trouble)
        self._words.setWordWrap(False)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.row.setStretch(0, 0)
        self.closed.connect(self.left)

    def ask(self, href: str, act: Callable[[str], object]) -> None:
        """Ask for the address of a link that leads to `href` or is not there yet; `act` gets the answer."""
        self._act = act
        choices = [Choice("linkSet", self.tr("Set link"), self._on_taken, "Enter")]
        if href:
            choices.append(Choice("linkRemove", self.tr("Remove link"), self._on_removed))
        self._trouble.hide()
        self._before = href or self._clean(_on_clipboard())
        self._address.setText(self._before)
        self._address.selectAll()
        self.say(self.tr("Link to"), tuple(choices))
        self._address.setFocus(PASSING)

    def _on_taken(self) -> None:
        typed = self._address.text().strip()
        href = addressed(typed)
        if typed and not href:
            self._trouble.setText(self.tr("Not an address that can be linked"))
            self._trouble.show()
            self._address.setFocus()
            return
        self._finish(href)

    def _on_removed(self) -> None:
        self._finish("")

    def _finish(self, href: str) -> None:
        act, self._act = self._act, None
        self.left.emit()
        self.put_away()
        if act is not None:
            act(href)

    def _on_text_edited(self, text: str) -> None:
        self._trouble.hide()
        before, self._before = self._before, text
        is_taken_back = self._address.isRedoAvailable()
        if is_taken_back or difference(before, text).added <= 1:
            return
        clean = self._clean(text)
        if clean != text:
            self._before = clean
            self._address.selectAll()
            self._address.insert(clean)

    def _clean(self, text: str) -> str:
        """An address from the clipboard without its tracking parts; what else stands there stays."""
        address = text.strip()
        if not _WHOLE.fullmatch(address):
            return text
        # Here and not above: they take their time to read.
        from briefdesk.ui.fields.clipboard import Clip
        from briefdesk.ui.fields.left_out import left_out
        from briefdesk.ui.fields.pasted_links import LinkCleaner

        links = LinkCleaner(self.house)
        clean = links.address(address)
        if not links.removed:
            return text
        self.told.emit(left_out(Clip((), tracking=links.removed)))
        return clean


def addressed(typed: str) -> str:
    """What was typed as the address of a link, with the scheme that a bare `example.org` lacks; or ""."""
    if _WHOLE.fullmatch(typed):
        return link(typed)
    if "@" in typed and re.fullmatch(r"[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+", typed):
        return link(f"mailto:{typed}")
    found = canonical(typed) if not re.search(r"\s", typed) else None
    return found.url if found else ""


def _on_clipboard() -> str:
    text = QGuiApplication.clipboard().text().strip()
    return text if _WHOLE.fullmatch(text) and link(text) else ""
