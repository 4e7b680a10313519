"""Where the window stands on the screen, remembered for each size of screen."""

from PySide6.QtWidgets import QApplication, QMainWindow

from briefdesk.ui.settings.settings import SettingsFile

SIZE = (1440, 900)
SMALLEST = (640, 480)
TITLE_BAR = 40
"""Pixels of the screen's height that are left for the frame that the system puts around a window."""


class WindowPlace:
    """Brings a window to where it was, and keeps where it is."""

    def __init__(self, window: QMainWindow, settings: SettingsFile) -> None:
        self._window = window
        self._settings = settings
        self._area = QApplication.primaryScreen().availableGeometry()
        self._screen = f"{self._area.width()}x{self._area.height()}"

    def restore(self) -> None:
        """Give the window its place, unless that is not on the screen any more."""
        window, area = self._window, self._area
        window.setMinimumSize(*SMALLEST)
        window.resize(min(SIZE[0], area.width()), min(SIZE[1], area.height() - TITLE_BAR))
        geometry = self._settings.settings.geometry.get(self._screen)
        if isinstance(geometry, list) and len(geometry) == 4 and all(isinstance(n, int) for n in geometry):
            x, y, width, height = geometry
            if area.contains(x + 40, y + 20):
                window.setGeometry(x, y, width, height)

    @property
    def panes(self) -> object:
        """The widths of the panes as they were kept; None for a screen that is new."""
        return self._settings.settings.panes.get(self._screen)

    def keep(self, panes: object) -> None:
        """Keep where the window is, and the widths of its panes."""
        special = self._window.isFullScreen() or self._window.isMaximized()
        geometry = self._window.normalGeometry() if special else self._window.geometry()
        place = [geometry.x(), geometry.y(), geometry.width(), geometry.height()]
        self._settings.change(
            geometry={**self._settings.settings.geometry, self._screen: place},
            panes={**self._settings.settings.panes, self._screen: panes},
        )
