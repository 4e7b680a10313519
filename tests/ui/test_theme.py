"""The themes: every role is there in both, and text can be read on every surface it stands on."""

import re
import tomllib

import pytest

from briefdesk.paths import resources
from briefdesk.ui.stylesheet import style_sheet
from briefdesk.ui.theme import BASE_SIZE, Theme, read_theme

SURFACES = ("bg", "pane", "rail", "sel", "hover", "chip", "accbg", "warnbg", "errbg", "infobg")
TEXT = [
    *(("ink", surface) for surface in SURFACES),
    *(
        ("mut", surface)
        for surface in ("pane", "bg", "rail", "sel", "chip", "hover", "accbg", "warnbg", "errbg")
    ),
    *(("acc", surface) for surface in ("pane", "bg", "rail", "sel", "accbg")),
    *(("warn", surface) for surface in ("pane", "bg", "rail", "sel", "warnbg", "hover")),
    *(("err", surface) for surface in ("pane", "bg", "rail", "sel", "errbg")),
    *(("info", surface) for surface in ("pane", "bg", "rail", "sel", "infobg")),
    ("pane", "acc"),
    ("pane", "acc-hover"),
    ("pane", "acc-pressed"),
    ("page-ink", "page"),
    ("page-link", "page"),
]
SIGNS = [
    *(("edge", surface) for surface in ("pane", "bg", "rail", "sel")),
    *((dot, surface) for dot in ("draft", "review", "ready", "publ") for surface in ("pane", "rail", "sel")),
]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_theme(request.param)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_is_read_as_toml_says(name: str) -> None:
    data = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    assert read_theme(name) == (data["name"], data["dark"], data["colours"], BASE_SIZE)
    assert set(data) == {"name", "dark", "colours"}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("text", "surface"), TEXT)
def test_text_reaches_the_contrast_of_wcag_aa(theme: Theme, text: str, surface: str) -> None:
    assert contrast(theme.hex(text), theme.hex(surface)) >= 4.5


@pytest.mark.parametrize(("sign", "surface"), SIGNS)
def test_signs_reach_the_contrast_of_things_that_are_not_text(theme: Theme, sign: str, surface: str) -> None:
    assert contrast(theme.hex(sign), theme.hex(surface)) >= 3.0


def test_both_themes_have_the_same_roles() -> None:
    assert read_theme("light").colours.keys() == read_theme("dark").colours.keys()


def test_the_style_sheet_uses_roles_and_no_colours_of_its_own(theme: Theme) -> None:
    source = (resources() / "themes" / "application.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", source)
    assert "$" not in re.sub(r"/\*.*?\*/", "", style_sheet(theme.name, theme.colours), flags=re.DOTALL)
