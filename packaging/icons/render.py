"""Draw the application icon in the sizes that desktops ask for."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
DRAWING = HERE.parents[1] / "resources" / "icons" / "briefdesk.svg"
SIZES = (16, 32, 48, 64, 128, 256, 512)


def draw(size: int) -> None:
    """Write the icon as a PNG file of that many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    target = HERE / f"briefdesk-{size}.png"
    if not image.save(str(target)):
        sys.exit(f"{target}: could not be written")


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    for pixels in SIZES:
        draw(pixels)
