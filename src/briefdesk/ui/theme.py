"""How BriefDesk looks: themes read from `resources/themes`, as colours, fonts and palette."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from briefdesk.paths import resources
from briefdesk.ui.stylesheet import style_sheet

BASE_SIZE = 13
"""Size of body text in pixels at 100 %; every other size follows from it."""

SMALLEST, LARGEST = 12, 26
"""Base sizes that can be chosen; the largest is text at 200 %."""

SANS = ("Inter", "DejaVu Sans")
SERIF = ("Source Serif 4", "Georgia", "DejaVu Serif")
MONO = ("DejaVu Sans Mono", "monospace")

_FONTS: Mapping[str, tuple[tuple[str, ...], float, int]] = {
    "headline": (SERIF, 21, 600),
    "page-h1": (SERIF, 25, 700),
    "page": (SERIF, 14.5, 400),
    "title": (SANS, 15, 600),
    "figure": (SANS, 18, 600),
    "body": (SANS, 13, 400),
    "row": (SANS, 13, 600),
    "small": (SANS, 12, 400),
    "label": (SANS, 11.5, 600),
    "tiny": (SANS, 11, 400),
    "mono": (MONO, 12, 400),
}


FIRST_FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "SourceSerif4-Semibold.ttf")
"""The files of `resources/fonts` that the first paint needs: body text, labels and the headline."""


_LINE = re.compile(r'^([\w-]+) = "?([^"\n]*)"?$', re.MULTILINE)
"""A line of a theme: a name and its value."""


class Scheme(StrEnum):
    """Which theme the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(NamedTuple):
    """Named colours, and the fonts at one base size."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    base_size: int = BASE_SIZE

    def hex(self, role: str) -> str:
        """The colour of a role as `#rrggbb`, or `#aarrggbb` where it lets something through.

        Raises:
            KeyError: no such role.
        """
        return self.colours[role]

    def colour(self, role: str) -> QColor:
        """The colour of a role.

        Raises:
            KeyError: no such role.
        """
        return QColor(self.colours[role])

    def font(self, name: str) -> QFont:
        """The font of a text style such as `headline`, `body`, `small` or `label`.

        Raises:
            KeyError: no such style.
        """
        families, size, weight = _FONTS[name]
        font = QFont()
        font.setFamilies(list(families))
        font.setPixelSize(max(1, round(size * self.base_size / BASE_SIZE)))
        font.setWeight(QFont.Weight(weight))
        if name == "label":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font

    def css_variables(self) -> Mapping[str, str]:
        """The colours as CSS custom properties, for pages that the program itself shows."""
        return {f"--{role}": value for role, value in self.colours.items()}


def read_theme(name: str, base_size: int = BASE_SIZE) -> Theme:
    """Read a theme of `resources/themes` by name.

    Our themes are TOML of the plainest kind, with a line for each value: that is read here, for tomllib
    takes longer to be read itself than one thirtieth of the time until the first paint.

    Raises:
        FileNotFoundError: there is no such theme.
    """
    text = (resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    head, _, colours = text.partition("[colours]")
    about = dict(_LINE.findall(head))
    return Theme(about["name"], about["dark"] == "true", dict(_LINE.findall(colours)), base_size)


class Look(QObject):
    """The theme in force; tells everyone who paints when it becomes another one."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, base_size: int = BASE_SIZE) -> None:
        super().__init__(app)
        self._app = app
        self._base_size = base_size
        self.scheme = scheme
        self.theme = read_theme(self._wanted(), base_size)
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or keep to light or dark."""
        self.scheme = scheme
        self._refresh()

    def set_base_size(self, pixels: int) -> None:
        """Make all text larger or smaller: the size of body text, 12 to 26 pixels."""
        self._base_size = min(LARGEST, max(SMALLEST, pixels))
        self._refresh()

    def _wanted(self) -> str:
        if self.scheme is not Scheme.SYSTEM:
            return self.scheme.value
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK.value if dark else Scheme.LIGHT.value

    def _on_system_scheme_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        theme = read_theme(self._wanted(), self._base_size)
        if theme != self.theme:
            self.theme = theme
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._app.setFont(self.theme.font("body"))
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(
            style_sheet(self.theme.name, self.theme.colours, self.theme.base_size / BASE_SIZE)
        )


def load_fonts(*, all_of_them: bool = True) -> None:
    """Make the fonts that the program ships known to Qt, so that it looks the same everywhere.

    Without `all_of_them`, only those that the first paint shows.
    """
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        if all_of_them or file.name in FIRST_FONTS:
            _load_font(str(file))


@cache
def _load_font(file: str) -> None:
    """Load a font once; the application keeps it."""
    QFontDatabase.addApplicationFont(file)


def palette(theme: Theme) -> QPalette:
    """The theme as a Qt palette, for what no style sheet reaches."""
    made = QPalette(QGuiApplication.palette())
    role = QPalette.ColorRole
    for each, name in (
        (role.Window, "bg"),
        (role.WindowText, "ink"),
        (role.Base, "pane"),
        (role.AlternateBase, "hover"),
        (role.Text, "ink"),
        (role.PlaceholderText, "mut"),
        (role.Button, "pane"),
        (role.ButtonText, "ink"),
        (role.BrightText, "err"),
        (role.ToolTipBase, "pane"),
        (role.ToolTipText, "ink"),
        (role.Highlight, "acc"),
        (role.HighlightedText, "pane"),
        (role.Link, "acc"),
        (role.LinkVisited, "acc"),
        (role.Accent, "acc"),
        (role.Light, "hover"),
        (role.Midlight, "line"),
        (role.Mid, "edge"),
        (role.Dark, "edge"),
        (role.Shadow, "edge"),
    ):
        made.setColor(each, theme.colour(name))
    # What is selected where the keyboard is not, as after a search, is marked more quietly.
    made.setColor(QPalette.ColorGroup.Inactive, role.Highlight, theme.colour("accbg"))
    made.setColor(QPalette.ColorGroup.Inactive, role.HighlightedText, theme.colour("ink"))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, theme.colour("mut"))
    return made
