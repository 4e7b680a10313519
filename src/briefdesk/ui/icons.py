"""Icons: Lucide's line drawings in the colour of a role, one pixmap per role, size and screen."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from briefdesk.paths import resources
from briefdesk.ui.theme import Theme

STROKE = 'stroke-width="1.75"'


def icon(name: str, theme: Theme, role: str = "ink", size: int = 16) -> QIcon:
    """An icon by its Lucide name, `size` pixels square, in the colour of a role; paler when disabled.

    Raises:
        FileNotFoundError: the icon is not among those that are shipped.
    """
    ratio = ceil(QGuiApplication.primaryScreen().devicePixelRatio())
    return QIcon(_pixmap(name, theme.hex(role), size, ratio))


def pixmap(name: str, theme: Theme, role: str = "ink", size: int = 16, ratio: float = 1) -> QPixmap:
    """An icon as a pixmap for painters, sharp on a screen of that device ratio."""
    return _pixmap(name, theme.hex(role), size, ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # not above: the first paint may have no icon in it

    drawing = _drawing(name).replace("currentColor", colour).replace('stroke-width="2"', STROKE)
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
