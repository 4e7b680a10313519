"""Makes the pictures of the README from the real window: `make screenshots`."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from briefdesk.app import build
from briefdesk.brief.model import Source, Status
from briefdesk.desk.sample import add_sample
from briefdesk.store.library import Library
from briefdesk.ui.theme import Scheme
from briefdesk.ui.window import MainWindow

FOLDER = Path(__file__).parent / "screenshots"
SIZES = {"light": (1440, 900), "dark": (1440, 900), "narrow-light": (1100, 700), "narrow-dark": (1100, 700)}
ADDRESS = "https://www.lesswrong.com/posts/alignment-pretraining"


def main() -> int:
    """Fill a library with the sample, show it in both schemes and sizes, and save what is seen."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "AI desk.briefdesk"
        id = _fill(path)
        window = build(path)
        window.show()
        _wait(window.libraryOpened)
        window.open_brief(id)
        _wait(window.previewPainted, 20_000)
        for name, size in SIZES.items():
            _picture(window, name, size)
        window.close()
    return 0


def _fill(path: Path) -> str:
    library = Library.open(path)
    id = add_sample(library)
    states = iter((Status.PUBLISHED, Status.PUBLISHED, Status.READY, Status.REVIEW, Status.READY))
    for row in library.rows():
        if row.id != id:
            brief = library.get(row.id).brief
            library.save(replace(brief, status=next(states)))
    brief = library.get(id).brief
    source = replace(brief.source, url=ADDRESS)
    library.save(replace(brief, source=Source(url=source.url, publisher=source.publisher)))
    library.close()
    return id


def _picture(window: MainWindow, name: str, size: tuple[int, int]) -> None:
    window.look.set_scheme(Scheme.DARK if name.endswith("dark") else Scheme.LIGHT)
    window.resize(*size)
    _rest(2500)  # the engine lays the page out anew, and paints when it is done
    window.grab().save(str(FOLDER / f"{name}.png"))


def _wait(signal: SignalInstance, milliseconds: int = 10_000) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
