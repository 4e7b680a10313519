"""Puts the parts together and starts Qt: the only composition root."""

from briefdesk.ui import headstart  # isort: split

import io
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from briefdesk import __version__
from briefdesk.paths import config_dir, default_library, resources, state_dir

if TYPE_CHECKING:
    from briefdesk.ui.window import MainWindow

ENGINE_SECONDS = 30
"""How long the self-test waits for the engine."""


def build(library: Path | str) -> "MainWindow":
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
    _speak_utf8()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    headstart.take()
    from PySide6.QtGui import QIcon

    app.setApplicationName("briefdesk")
    app.setApplicationDisplayName("BriefDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("briefdesk")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "briefdesk.svg")))
    _translate(app)
    from briefdesk.ui.crash.hooks import CrashFile, install
    from briefdesk.ui.poster import Poster
    from briefdesk.ui.preview.environment import ENGINE_NOISE

    crash_file = CrashFile(state_dir() / "crash.txt")
    own = library is None and "BRIEFDESK_LIBRARY" not in os.environ
    window = _build(library or default_library(), sample=own)

    poster = Poster(app)

    def show_bug(report: str) -> None:
        from briefdesk.ui.crash.dialog import CrashDialog

        CrashDialog(report, window.safety_in_words(), window).open()

    def show_bug_soon(report: str) -> None:  # from any thread
        poster.post(partial(show_bug, report))

    with (state_dir() / "engine.log").open("a", encoding="utf-8") as log:
        install(show_bug_soon, ENGINE_NOISE, log)
        window.show()
        from briefdesk.ui.interrupts import Interrupts

        interrupts = Interrupts(window.close, app)
        if documents:
            window.import_files(documents)
        if crash_file.last:
            show_bug(crash_file.last)
        code = app.exec()
        interrupts.close()
    crash_file.close()
    return code


def selftest_engine() -> str:
    """Render a page in the web engine, without a display, and say what it was rendered by.

    Raises:
        RuntimeError: the engine did not start, or did not show the page.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from briefdesk.brief.model import Brief
    from briefdesk.desk.session import Session
    from briefdesk.ui.crash.hooks import install
    from briefdesk.ui.preview.environment import ENGINE_NOISE
    from briefdesk.ui.preview.pane import PreviewPane
    from briefdesk.ui.signals import SessionSignals
    from briefdesk.ui.theme import Look, Scheme, load_fonts

    _speak_utf8()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    install(_no_dialog, ENGINE_NOISE, io.StringIO())
    load_fonts()
    session = Session(Brief(id="selftest", headline="The self-test shows this page"))
    pane = PreviewPane(SessionSignals(session), Look(app, Scheme.LIGHT))
    painted, troubles = QEventLoop(), list[str]()
    pane.painted.connect(painted.quit)
    pane.stateChanged.connect(troubles.append)
    pane.stateChanged.connect(painted.quit)
    QTimer.singleShot(ENGINE_SECONDS * 1000, painted.quit)
    pane.resize(600, 800)
    pane.show()
    pane.start_engine()
    begun = time.monotonic()
    painted.exec()
    took = time.monotonic() - begun
    pane.close_engine()
    said = [each for each in troubles if each]
    if said or took >= ENGINE_SECONDS:
        raise RuntimeError(said[0] if said else f"no page within {ENGINE_SECONDS} s")
    from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

    return f"Chromium {qWebEngineChromiumVersion()}"


def _no_dialog(report: str) -> None:
    """The report of a bug has been written to standard error; a self-test asks nobody."""


def _speak_utf8() -> None:
    """Give Qt a UTF-8 locale where the system's is the bare C one, which Qt complains of."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
    if name in ("C", "POSIX") and sys.platform == "linux":
        os.environ["LC_ALL"] = "C.UTF-8"


def _build(library: Path, *, sample: bool = False) -> "MainWindow":
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a QApplication must exist"
    headstart.take()
    # Here and not above, to be read with that head start.
    from briefdesk.ui.settings.settings import SettingsFile
    from briefdesk.ui.theme import Look, Scheme, load_fonts
    from briefdesk.ui.window import MainWindow

    load_fonts(all_of_them=False)
    settings = SettingsFile(config_dir() / "settings.json")
    look = Look(app, Scheme(settings.settings.scheme), settings.settings.text_size)
    window = MainWindow(library, look, settings, sample=sample)
    look.setParent(window)
    return window


def _translate(app: QApplication) -> None:
    """Load Qt's own words and ours for the user's language, where there are any."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("briefdesk", str(resources() / "i18n")),
    ):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)
