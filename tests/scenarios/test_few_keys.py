"""The sample brief, written from nothing in the real window: real keys, no mouse, and the keys are counted.

`make test ARGS="-s tests/scenarios/test_few_keys.py"` prints the count.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Related, Status
from briefdesk.importers import read
from briefdesk.importers.items import Imported
from briefdesk.paths import config_dir, resources
from briefdesk.store.library import Library
from briefdesk.ui.publish.order import Order
from briefdesk.ui.row_model import ROW
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import CTRL, ENTER, NONE, SHIFT, TAB

MOST_KEYS = 45
ADDRESS = "https://www.lesswrong.com/posts/x1/alignment-pretraining-at-anthropic?utm_source=mail"
TERM = "alignment pretraining"
MOST_PROBLEMS = 12
KEY = Qt.Key


def _sample() -> Imported:
    """The sample page as it would be written, and the briefs that stand under it."""
    (page,) = read((resources() / "samples" / "brief-page.txt").read_bytes(), name="brief-page.txt")
    assert isinstance(page, Imported)
    return page


class Hands:
    """A writer at the keyboard: types texts, presses keys, and counts those that are no text."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, name: str) -> None:
        self.keys.append(name)
        QTest.keyClick(self.focus, key, modifiers)

    def write(self, text: str) -> None:
        """Type a text as a keyboard has it, with straight quotation marks."""
        for char in _straight(text):
            QTest.keyClicks(self.focus, char)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the house publishes to; it did so before."""
    folder = tmp_path / "site"
    SettingsFile(config_dir() / "settings.json").change(publish=Order(folder=str(folder)).remembered())
    return folder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The library of a house: the briefs under the sample, and its term in the glossary."""
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    page = _sample()
    path = tmp_path / "house.briefdesk"
    with Library.open(path) as library:
        for brief in page.related:
            library.save(brief, cut="import")
        (term,) = page.draft.terms
        library.terms.add_wordings([(term.term, term.definition)])
    made = build(path)
    made.resize(1440, 900)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    put_away(made)


def test_the_sample_is_written_with_few_keys_that_are_no_text(
    window: MainWindow, qtbot: QtBot, site: Path
) -> None:
    page, hands = _sample(), Hands()
    draft = page.draft
    QApplication.clipboard().setText(ADDRESS)

    hands.press(KEY.Key_N, CTRL, name="Ctrl+N")
    hands.write(draft.headline)
    hands.press(ENTER, name="Enter")
    for bullet in draft.bullets:
        hands.write(bullet)
        hands.press(ENTER, name="Enter")
    hands.press(ENTER, name="Enter")
    hands.write(TERM)
    qtbot.waitUntil(lambda: _offer(window).startswith("A method"))
    hands.press(TAB, name="Tab")
    hands.press(KEY.Key_L, CTRL, name="Ctrl+L")
    hands.press(KEY.Key_R, CTRL, name="Ctrl+R")
    for wanted in draft.related:
        qtbot.waitUntil(lambda wanted=wanted: _digit(window, wanted) > 0)
        digit = _digit(window, wanted)
        hands.press(Qt.Key(KEY.Key_0 + digit), name=str(digit))
    hands.press(KEY.Key_Escape, name="Esc")
    qtbot.waitUntil(lambda: window.desk.autosave.flush())
    for _ in range(_problems(window, qtbot)):
        hands.press(KEY.Key_F8, name="F8")
    hands.press(KEY.Key_Return, CTRL, name="Ctrl+Enter")
    qtbot.waitUntil(lambda: window.desk.brief.status is Status.READY)
    hands.press(KEY.Key_E, CTRL | SHIFT, name="Ctrl+Shift+E")
    qtbot.waitUntil(lambda: len(list(site.rglob("*.html"))) > 0)

    written = window.desk.brief
    assert _straight(written.headline) == draft.headline
    assert [_straight(each) for each in written.bullets] == list(map(_straight, draft.bullets))
    assert [(each.term, each.definition) for each in written.terms] == [
        (each.term, each.definition) for each in draft.terms
    ]
    assert written.source.publisher == "LessWrong"
    assert written.source.url == ADDRESS.partition("?")[0]
    assert [each.headline for each in written.related] == [each.headline for each in draft.related]
    assert [each.summary for each in written.related] == [each.summary for each in draft.related]
    (published,) = site.rglob(f"{written.slug}*.html")
    assert "https://www.lesswrong.com/posts/x1/" in published.read_text(encoding="utf-8")
    print(f"\nkeys that are no text: {len(hands.keys)} (at most {MOST_KEYS}): {' '.join(hands.keys)}")
    assert len(hands.keys) <= MOST_KEYS


def _straight(text: str) -> str:
    """What was typed: the program puts the quotation marks of the language."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def _offer(window: MainWindow) -> str:
    """What the first term's row says that Tab takes."""
    definition = window.findChild(QTextEdit, "definitionEdit1")
    assert definition is not None
    return definition.accessibleDescription().removeprefix("Tab or Enter takes: ")


def _digit(window: MainWindow, wanted: Related) -> int:
    """The number that the picker shows beside a brief; 0 while it offers it under none."""
    listed = window.findChild(QListView, "relatedList")
    assert listed is not None
    for row in range(listed.model().rowCount()):
        each = listed.model().index(row, 0).data(ROW)
        if each.headline == wanted.headline and not each.chosen:
            return each.digit
    return 0


def _problems(window: MainWindow, qtbot: QtBot) -> int:
    """What is found in the brief, when the checks have seen all of it."""
    listed = window.findChild(QListView, "findingsList")
    assert listed is not None
    qtbot.wait(400)
    return min(listed.model().rowCount(), MOST_PROBLEMS)
