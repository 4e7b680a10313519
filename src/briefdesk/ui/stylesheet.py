"""The application style sheet, made from a theme's colours: the one place where widgets get their looks.

Widgets name their look in a dynamic property (`look`), never in a style sheet of their own.
"""

from collections.abc import Mapping
from string import Template

from briefdesk.paths import resources

CHIP = 20
"""Height of a chip in pixels at normal text size. Its radius is half of that: more is none to Qt."""


def style_sheet(name: str, colours: Mapping[str, str], scale: float = 1.0) -> str:
    """The style sheet for the theme of that name; `scale` enlarges its text."""
    source = (resources() / "themes" / "application.qss").read_text(encoding="utf-8")
    sizes = {
        f"px{tenths}": f"{round(tenths / 10 * scale)}px" for tenths in (110, 115, 120, 130, 150, 180, 210)
    }
    chip = round(CHIP * scale)
    sizes |= {"chip": f"{chip - 2}px", "chip_radius": f"{chip // 2}px"}
    names = {role.replace("-", "_"): value for role, value in colours.items()}
    images = {
        each: (resources() / "themes" / f"{each}-{name}.svg").as_posix() for each in ("check", "chevron")
    }
    return Template(source).substitute(names | sizes | images)
