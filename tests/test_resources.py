"""Tests of the files that we ship: they are all there, and Qt can use them."""

import re

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout
from PySide6.QtSvg import QSvgRenderer

from briefdesk.paths import resources

FONTS = sorted((resources() / "fonts").glob("*.ttf"))
ICONS = sorted((resources() / "icons").glob("*.svg"))
TEXT = "Łódź, Žižek, Việt, Ελλάδα, Россия – “déjà” …"


@pytest.fixture(scope="module")
def families(qapp) -> dict[str, set[int]]:
    """The weights of each family that our font files bring."""
    found: dict[str, set[int]] = {}
    for file in FONTS:
        number = QFontDatabase.addApplicationFont(str(file))
        assert number >= 0, file.name
        family = QFontDatabase.applicationFontFamilies(number)[0]
        weights = {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}
        found.setdefault(family, set()).update(weights)
    return found


def test_both_families_come_with_a_real_semi_bold(families):
    assert families == {"Inter": {400, 500, 600, 700}, "Source Serif 4": {400, 600, 700}}


@pytest.mark.parametrize("family", ["Inter", "Source Serif 4"])
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
@pytest.mark.usefixtures("families")
def test_european_text_is_set_in_one_font_without_substitutes(family, weight):
    font = QFont(family)
    font.setWeight(weight)
    layout = QTextLayout(TEXT, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    used = {(run.rawFont().familyName(), run.rawFont().weight()) for run in layout.glyphRuns()}
    assert used == {(family, weight)}


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
@pytest.mark.usefixtures("qapp")
def test_an_icon_can_be_drawn_and_takes_the_colour_of_its_text(file):
    assert QSvgRenderer(str(file)).isValid()
    assert file.stem == "briefdesk" or re.search('stroke="currentColor"', file.read_text(encoding="utf-8"))


def test_what_others_made_comes_with_its_licence():
    notices = (resources() / "NOTICES.md").read_text(encoding="utf-8")
    licences = list(resources().glob("*/*LICENSE*"))
    assert len(licences) == 6
    for file in licences:
        assert file.relative_to(resources()).as_posix() in notices
