"""Puts the parts together and starts Qt: the only composition root."""

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from briefdesk import __version__
from briefdesk.paths import config_dir, default_library, resources, state_dir
from briefdesk.ui.crash.dialog import CrashDialog
from briefdesk.ui.crash.hooks import CrashFile, install
from briefdesk.ui.poster import Poster
from briefdesk.ui.preview.environment import ENGINE_NOISE
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.theme import Look, Scheme, load_fonts
from briefdesk.ui.window import MainWindow


def build(library: Path | str) -> MainWindow:
    """Make the whole window without showing it or starting the event loop.

    A `QApplication` exists. The library is opened as soon as events are handled: `libraryOpened`
    tells; calls made before wait in order.
    """
    return _build(Path(library))


def run(library: Path | None = None, documents: tuple[Path, ...] = ()) -> int:
    """Open the window and work until it is closed; gives the exit code.

    `library` is the one to open; the user's own where it is `None`, with the sample on the very first
    start. `documents` are imported and the first of them is shown.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("briefdesk")
    app.setApplicationDisplayName("BriefDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("briefdesk")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "briefdesk.svg")))
    _translate(app)
    crash_file = CrashFile(state_dir() / "crash.txt")
    own = library is None and "BRIEFDESK_LIBRARY" not in os.environ
    window = _build(library or default_library(), sample=own)

    poster = Poster(app)

    def show_bug(report: str) -> None:
        CrashDialog(report, window.safety_in_words(), window).open()

    def show_bug_soon(report: str) -> None:  # from any thread
        poster.post(partial(show_bug, report))

    with (state_dir() / "engine.log").open("a", encoding="utf-8") as log:
        install(show_bug_soon, ENGINE_NOISE, log)
        window.show()
        if documents:
            window.import_files(documents)
        if crash_file.last:
            show_bug(crash_file.last)
        code = app.exec()
    crash_file.close()
    return code


def _build(library: Path, *, sample: bool = False) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a QApplication must exist"
    load_fonts()
    settings = SettingsFile(config_dir() / "settings.json")
    look = Look(app, Scheme(settings.settings.scheme), settings.settings.text_size)
    window = MainWindow(library, look, settings, sample=sample)
    look.setParent(window)
    return window


def _translate(app: QApplication) -> None:
    """Load Qt's own words and ours for the user's language, where there are any."""
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("briefdesk", str(resources() / "i18n")),
    ):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)
