"""Find and replace over the library: seen before it is done, done brief by brief, and taken back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Status
from briefdesk.desk.desk import Desk
from briefdesk.store.library import Library
from briefdesk.ui.find.window import ReplaceWindow
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.poster import Poster
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import TAB, part, press, write


def nobody(_what: object) -> None:
    return None


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(library: Library, around: QWidget) -> Desk:
    library.save(Brief(id="open", headline="The model is open"))
    library.save(Brief(id="first", headline="A model", bullets=("model model", "none")))
    library.save(Brief(id="second", headline="Model two", status=Status.PUBLISHED))
    library.save(Brief(id="trashed", headline="Model three"))
    library.trash("trashed")
    made = Desk(Poster(around).post, nobody, nobody)
    made.attach(library)
    made.open("open")
    return made


@pytest.fixture
def window(
    qtbot: QtBot, library: Library, desk: Desk, jobs: Jobs, look: Look, around: QWidget
) -> Iterator[ReplaceWindow]:
    made = ReplaceWindow(library, desk, jobs, look, around)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    desk.autosave.flush()


def words(window: ReplaceWindow) -> list[str]:
    model = part(window, QTableView, "replaceList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def seek(qtbot: QtBot, window: ReplaceWindow, sought: str = "model", put: str = "system") -> None:
    write(part(window, QLineEdit, "everywhereFindEdit"), sought)
    write(part(window, QLineEdit, "everywhereReplaceEdit"), put)
    qtbot.waitUntil(lambda: window.is_settled and any(put in each for each in words(window)))


def apply(qtbot: QtBot, window: ReplaceWindow) -> Callable[[], object]:
    with qtbot.waitSignal(window.told) as told:
        part(window, QPushButton, "replaceApply").click()
    assert told.args is not None
    undo = told.args[1]
    assert callable(undo)
    return undo


def test_every_change_is_listed_and_published_briefs_are_marked(qtbot: QtBot, window: ReplaceWindow):
    seek(qtbot, window)
    assert sorted(words(window)) == [
        "A model, chosen",
        "Bullet 1: model model; then: system system, chosen",
        "Headline: A model; then: A system, chosen",
        "Headline: Model two; then: system two, chosen",
        "Headline: The model is open; then: The system is open, chosen",
        "Model two, published, chosen",
        "The model is open, chosen",
    ]
    assert part(window, QLabel, "replaceSaid").text() == "5 places in 3 of 3 briefs"


def test_all_briefs_are_changed_and_all_are_taken_back(
    qtbot: QtBot, window: ReplaceWindow, library: Library, desk: Desk
):
    seek(qtbot, window)
    undo = apply(qtbot, window)
    assert desk.brief.headline == "The system is open"
    assert library.get("first").brief.bullets[0] == "system system"
    assert library.get("trashed").brief.headline == "Model three"
    with qtbot.waitSignal(window.stored):
        undo()
    assert desk.brief.headline == "The model is open"
    assert library.get("first").brief.bullets[0] == "model model"
    assert library.get("second").brief.headline == "Model two"


def test_the_open_brief_takes_it_back_by_itself(qtbot: QtBot, window: ReplaceWindow, desk: Desk):
    seek(qtbot, window)
    apply(qtbot, window)
    assert desk.session.undo()
    assert desk.brief.headline == "The model is open"


def test_another_brief_takes_it_back_when_it_is_opened(qtbot: QtBot, window: ReplaceWindow, desk: Desk):
    seek(qtbot, window)
    apply(qtbot, window)
    desk.open("first")
    assert desk.session.undo()
    assert desk.brief.bullets[0] == "model model"


def test_space_leaves_a_change_or_a_whole_brief_out(qtbot: QtBot, window: ReplaceWindow, library: Library):
    seek(qtbot, window)
    found = part(window, QTableView, "replaceList")
    all_words = words(window)
    for line in ("Bullet 1: model model; then: system system, chosen", "Model two, published, chosen"):
        found.setCurrentIndex(found.model().index(all_words.index(line), 0))
        press(found, Qt.Key.Key_Space)
    assert "A model, chosen in part" in words(window)
    assert "Model two, published, not chosen" in words(window)
    apply(qtbot, window)
    assert library.get("first").brief.headline == "A system"
    assert library.get("first").brief.bullets[0] == "model model"
    assert library.get("second").brief.headline == "Model two"


def test_only_the_chosen_briefs_are_looked_through(qtbot: QtBot, window: ReplaceWindow):
    part(window, QComboBox, "replaceScope").setCurrentIndex(4)
    seek(qtbot, window)
    assert words(window)[0] == "Model two, published, chosen"
    assert len(words(window)) == 2


def test_a_search_narrows_it(qtbot: QtBot, window: ReplaceWindow):
    part(window, QComboBox, "replaceScope").setCurrentIndex(5)
    write(part(window, QLineEdit, "replaceQuery"), "two")
    seek(qtbot, window)
    assert len(words(window)) == 2


def test_a_brief_changed_meanwhile_is_told(qtbot: QtBot, window: ReplaceWindow, library: Library):
    seek(qtbot, window)
    library.save(Brief(id="second", headline="Model three"))
    with qtbot.waitSignal(window.failed) as failed:
        apply(qtbot, window)
    assert failed.args is not None
    assert "Model two" in failed.args[1][0]


def test_what_is_no_expression_is_said(qtbot: QtBot, window: ReplaceWindow):
    part(window, QToolButton, "everywherePattern").click()
    write(part(window, QLineEdit, "everywhereFindEdit"), "(")
    said = part(window, QLabel, "replaceSaid")
    qtbot.waitUntil(lambda: "Not a regular expression" in said.text())
    assert not part(window, QPushButton, "replaceApply").isEnabled()


def test_an_endless_expression_is_stopped_and_said(qtbot: QtBot, window: ReplaceWindow, library: Library):
    library.save(Brief(id="long", headline="a" * 60 + "b"))
    part(window, QToolButton, "everywherePattern").click()
    part(window, QLineEdit, "everywhereFindEdit").setText("(a|aa)+$")
    said = part(window, QLabel, "replaceSaid")
    qtbot.waitUntil(lambda: "too long" in said.text())
    assert words(window) == []


def test_tab_goes_the_same_way_as_in_the_find_bar(qtbot: QtBot, window: ReplaceWindow):
    seek(qtbot, window)
    part(window, QLineEdit, "everywhereFindEdit").setFocus()
    stops: list[str] = []
    for _ in range(8):
        press(window.focusWidget() or window, TAB)
        stops.append((window.focusWidget() or window).objectName())
    assert stops == [
        *("everywhereReplaceEdit", "replaceApply", "everywhereCase", "everywhereWhole"),
        *("everywherePattern", "replaceScope", "replaceList", "replaceClose"),
    ]
