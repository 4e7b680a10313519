"""The right side of the history: one card for each field, with what was taken out and put in."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.brief.model import Brief
from briefdesk.ui.history.difference import Kind, Piece, RowPair, rows_between, words_between
from briefdesk.ui.history.passage import Passage
from briefdesk.ui.history.saying import PARTED, label, part_name, parts_of, row_name, rows_of
from briefdesk.ui.theme import BASE_SIZE, Theme

NAME = 112


class FieldCard(QFrame):
    """How one field differs between a kept state and now, with the way back for this field alone."""

    restoreRequested = Signal(str)

    def __init__(
        self,
        field: Field,
        was: Brief,
        now: Brief,
        theme: Theme,
        *,
        beside: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self.setProperty("look", "card")
        self.setAccessibleName(label(field.name))
        self.setObjectName(f"difference-{field.name}")
        grid = QGridLayout()
        grid.setContentsMargins(13, 9, 0, 9)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        wide = round(NAME * theme.base_size / BASE_SIZE)
        grid.setColumnStretch(1, 1)
        if beside:
            grid.setColumnStretch(2, 1)
        changed = getattr(was, field.name) != getattr(now, field.name)
        for row, (name, texts) in enumerate(_lines(field, was, now, theme, beside=beside)):
            grid.addWidget(_name_label(name, wide), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate(texts, 1):
                grid.addWidget(Passage(text), row, column, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 13, 0)
        line.setSpacing(12)
        line.addLayout(grid, 1)
        if changed:
            side = QVBoxLayout()
            side.setContentsMargins(0, 8, 0, 8)
            side.addWidget(self._button(), 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(side)

    def _button(self) -> QPushButton:
        button = QPushButton(self.tr("Restore"))
        button.setProperty("look", "small")
        button.setObjectName(f"restore-{self._field.name}")
        button.setAccessibleName(self.tr("Restore {field}").format(field=label(self._field.name)))
        button.setToolTip(self.tr("Only this field; the others stay as they are"))
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        self.restoreRequested.emit(self._field.name)


class Legend(QLabel):
    """Says how added and removed text look."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Show the signs in the colours of a theme."""
        added = marked((Piece(Kind.ADDED, self.tr("added")),), theme)
        removed = marked((Piece(Kind.REMOVED, self.tr("removed")),), theme)
        self.setText(f"{added}&ensp;{removed}")


def cards_column() -> QVBoxLayout:
    """A column in which the cards stand."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column


def marked(pieces: Iterable[Piece], theme: Theme) -> str:
    """The pieces as rich text: removed ones struck through in red, added ones underlined in green."""
    looks = {
        Kind.REMOVED: ("err", "errbg", "line-through"),
        Kind.ADDED: ("acc", "accbg", "underline"),
    }
    made: list[str] = []
    gone = False
    for piece in pieces:
        if gone and piece.kind is Kind.ADDED:
            made.append("&thinsp;")
        gone = piece.kind is Kind.REMOVED
        text = escape(piece.text).replace("\n", "<br>")
        if piece.kind in looks:
            ink, ground, line = looks[piece.kind]
            style = f"color:{theme.hex(ink)};background-color:{theme.hex(ground)};text-decoration:{line}"
            text = f'<span style="{style}">{text}</span>'
        made.append(text)
    return "".join(made)


def _lines(
    field: Field, was: Brief, now: Brief, theme: Theme, *, beside: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each row that is shown: its name, and its text, or its text before and after."""
    if field.kind in PARTED:
        yield from _parted_lines(field, was, now, theme, beside=beside)
        return
    old, new = rows_of(was, field), rows_of(now, field)
    if old == new:
        old, new = rows_of(was, field, whole=True), rows_of(now, field, whole=True)
    pairs = list(rows_between(old, new))
    differing = [pair for pair in pairs if pair.was != pair.now or pair.before < 0 or pair.after < 0]
    for pair in differing or pairs:
        number = pair.after if pair.after >= 0 else pair.before
        name = row_name(field, number + 1, max(len(old), len(new)))
        yield name, _texts(pair, theme, beside=beside)


def _parted_lines(
    field: Field, was: Brief, now: Brief, theme: Theme, *, beside: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A row for each part that differs, or for each that is set where none does, by its own name."""
    old, new = parts_of(getattr(was, field.name)), parts_of(getattr(now, field.name))
    names = [name for name in dict.fromkeys((*new, *old)) if old.get(name) != new.get(name)]
    for name in names or new:
        pair = RowPair(0, 0, old.get(name, ""), new.get(name, ""))
        yield part_name(field, name), _texts(pair, theme, beside=beside)


def _texts(pair: RowPair, theme: Theme, *, beside: bool) -> tuple[str, ...]:
    pieces = words_between(pair.was, pair.now)
    if not beside:
        return (marked(pieces, theme),)
    return (
        marked((piece for piece in pieces if piece.kind is not Kind.ADDED), theme),
        marked((piece for piece in pieces if piece.kind is not Kind.REMOVED), theme),
    )


def _name_label(text: str, wide: int) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "small")
    made.setFixedWidth(wide)
    made.setWordWrap(True)
    return made
