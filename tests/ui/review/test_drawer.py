"""The review drawer and the meter, with the real checks on a real library."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Source, Status
from briefdesk.checks import check
from briefdesk.checks.criterion import Report
from briefdesk.checks.finding import Level
from briefdesk.desk.autosave import Safety, SaveState
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.review.drawer import ReviewDrawer
from briefdesk.ui.review.findings import ROW, FindingList, FindingRow
from briefdesk.ui.review.meter import ReadinessMeter
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.statusbar import StatusBar
from briefdesk.ui.theme import Look

FLAWED = Brief(
    id="flawed",
    headline="Models learn  from examples.",
    bullets=("One is here.", "The the second bullet.", "And a third one."),
    source=Source(url="https://example.org/story", publisher="Example"),
)


@pytest.fixture
def make(
    qtbot: QtBot, session: Session, signals: SessionSignals, jobs: Jobs, look: Look, library: Library
) -> Callable[[Brief], ReviewDrawer]:
    def make_drawer(brief: Brief) -> ReviewDrawer:
        session.open(brief)
        made = ReviewDrawer(signals, jobs, look)
        qtbot.addWidget(made)
        made.resize(1168, 288)
        made.show()
        qtbot.waitExposed(made)
        made.set_library(library)
        qtbot.waitUntil(lambda: not jobs.busy("checks"))
        return made

    return make_drawer


def list_of(drawer: ReviewDrawer) -> FindingList:
    found = drawer.findChild(FindingList, "findingsList")
    assert found
    return found


def rows(drawer: ReviewDrawer) -> list[FindingRow]:
    model = list_of(drawer).model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def row_of(drawer: ReviewDrawer, criterion: str, field: str = "") -> int:
    return next(
        number
        for number, row in enumerate(rows(drawer))
        if row.finding.criterion == criterion and (not field or row.finding.field == field)
    )


def press_button(drawer: ReviewDrawer, row: int, act: str, qtbot: QtBot) -> None:
    listed = list_of(drawer)
    rect = listed.visualRect(listed.model().index(row, 0))
    box = listed.itemDelegate().buttons(rect, rows(drawer)[row])[act]  # pyright: ignore[reportAttributeAccessIssue]
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_findings_are_listed_gravest_first_under_their_level(make: Callable[[Brief], ReviewDrawer]):
    drawer = make(FLAWED)
    found = rows(drawer)
    order = [Level.MUST, Level.SHOULD, Level.COULD]
    levels = [order.index(row.finding.level) for row in found]
    assert levels == sorted(levels)
    assert found[0].group == "Must fix · 1"
    assert found[0].finding.criterion == "H1"
    assert found[0].origin == "BBC"
    assert [row.group != "" for row in found].count(True) == len(set(levels))


def test_the_checks_follow_the_typing(make: Callable[[Brief], ReviewDrawer], session: Session, qtbot: QtBot):
    drawer = make(FLAWED)
    session.edit("headline", "Models learn from examples", typed="")
    qtbot.waitUntil(lambda: "H1" not in {row.finding.criterion for row in rows(drawer)})
    assert drawer.report
    assert drawer.report.ready


def test_while_keys_come_without_a_rest_the_checks_run_all_the_same(
    make: Callable[[Brief], ReviewDrawer], session: Session, qtbot: QtBot
):
    drawer = make(FLAWED)
    reports: list[Report] = []
    drawer.reported.connect(reports.append)
    for number in range(40):
        session.edit("headline", f"Models learn {number}", typed="x")
        qtbot.wait(20)
    assert reports


def test_enter_and_a_click_show_the_place(make: Callable[[Brief], ReviewDrawer], qtbot: QtBot):
    drawer = make(FLAWED)
    drawer.focus()
    with qtbot.waitSignal(drawer.placeRequested) as asked:
        qtbot.keyClick(list_of(drawer), Qt.Key.Key_Return)
    assert asked.args == [Place("headline", caret=len(FLAWED.headline))]
    with qtbot.waitSignal(drawer.placeRequested) as asked:
        press_button(drawer, row_of(drawer, "W5", "bullets"), "show", qtbot)
    assert asked.args == [Place("bullets", 1, "", len("The the"))]


def test_fix_puts_slips_right_as_one_step_of_undo(
    make: Callable[[Brief], ReviewDrawer], session: Session, qtbot: QtBot
):
    drawer = make(FLAWED)
    press_button(drawer, row_of(drawer, "W5", "bullets"), "fix", qtbot)
    assert session.brief.bullets[1] == "The second bullet."
    press_button(drawer, row_of(drawer, "W5", "headline"), "fix", qtbot)
    assert session.brief.headline == "Models learn from examples."
    qtbot.waitUntil(lambda: "W5" not in {row.finding.criterion for row in rows(drawer)})
    qtbot.keyClick(list_of(drawer), Qt.Key.Key_Home)
    drawer.fix_selected()
    assert session.brief.headline == "Models learn from examples"
    session.undo()
    assert session.brief.headline == "Models learn from examples."


def test_the_key_for_fixing_goes_where_only_a_person_can_mend_and_says_what_to_do(
    make: Callable[[Brief], ReviewDrawer], session: Session, qtbot: QtBot
):
    drawer = make(FLAWED)
    listed = list_of(drawer)
    listed.setCurrentIndex(listed.model().index(row_of(drawer, "B4"), 0))
    with qtbot.waitSignal(drawer.placeRequested) as asked, qtbot.waitSignal(drawer.told) as told:
        drawer.fix_selected()
    assert session.brief == FLAWED
    assert asked.args == [Place("bullets")]
    assert told.args == [
        rows(drawer)[row_of(drawer, "B4")].finding.message,
        "Only you can mend this. Fewer than 60 leave questions open: add what a reader needs.",
    ]


def test_a_finding_is_selected_only_while_the_drawer_is_open(make: Callable[[Brief], ReviewDrawer]):
    drawer = make(FLAWED)
    assert not drawer.has_selected
    drawer.focus()
    assert drawer.has_selected
    drawer.hide()
    assert not drawer.has_selected


def test_what_only_a_person_can_mend_has_no_fix(make: Callable[[Brief], ReviewDrawer]):
    drawer = make(FLAWED)
    assert {row.finding.criterion for row in rows(drawer) if row.fixable} == {"H1", "W5"}


def test_ready_is_marked_only_when_nothing_must_be_fixed(
    make: Callable[[Brief], ReviewDrawer], session: Session, qtbot: QtBot
):
    drawer = make(FLAWED)
    button = drawer.findChild(QPushButton, "markReady")
    assert button
    with qtbot.waitSignal(drawer.placeRequested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.brief.status is Status.DRAFT
    session.edit("headline", "Models learn from examples")
    qtbot.waitUntil(lambda: button.text() == "Mark ready")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.brief.status is Status.READY


def test_a_neighbour_in_the_library_with_the_same_headline_is_found(
    make: Callable[[Brief], ReviewDrawer], library: Library
):
    library.save(Brief(headline=FLAWED.headline, bullets=FLAWED.bullets))
    drawer = make(FLAWED)
    assert "H6" in {row.finding.criterion for row in rows(drawer)}


def test_the_meter_counts_what_is_met_and_names_the_first_finding(
    make: Callable[[Brief], ReviewDrawer], look: Look, qtbot: QtBot
):
    meter = ReadinessMeter(look)
    qtbot.addWidget(meter)
    meter.resize(500, 24)
    meter.show()
    drawer = make(FLAWED)
    assert drawer.report
    meter.show_report(drawer.report)
    met = f"{drawer.report.met} of {drawer.report.applying}"
    assert meter.text() == f"{met}: The headline ends in a full stop · Take it off"
    assert meter.accessibleName() == f"Readiness: {meter.text()}"
    with qtbot.waitSignal(meter.clicked):
        qtbot.mouseClick(meter, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))


def test_the_bar_of_the_meter_is_as_long_as_its_part_met(look: Look, qtbot: QtBot):
    meter = ReadinessMeter(look)
    qtbot.addWidget(meter)
    meter.resize(500, 24)
    meter.show_report(Report((), 100, 5, 10))
    image = meter.grab().toImage()
    middle = image.height() // 2
    ratio = image.devicePixelRatio()
    acc = look.theme.colour("acc").name()
    wide = sum(image.pixelColor(x, middle).name() == acc for x in range(image.width())) / ratio
    assert 40 <= wide <= 44


def test_the_tool_tip_of_the_meter_says_what_its_figures_mean(look: Look, qtbot: QtBot):
    meter = ReadinessMeter(look)
    qtbot.addWidget(meter)
    meter.show_report(check(FLAWED))
    figures, message, fix = meter.toolTip().splitlines()
    assert figures.endswith("that apply to this brief")
    assert (message, fix) == ("The headline ends in a full stop", "Take it off")


def test_a_row_shows_what_to_do_behind_what_is(make: Callable[[Brief], ReviewDrawer]):
    drawer = make(FLAWED)
    listed = list_of(drawer)
    row = listed.visualRect(listed.model().index(row_of(drawer, "B4"), 0))
    before = listed.viewport().grab(row).toImage()
    message = rows(drawer)[row_of(drawer, "B4")].finding.message
    end = 200 + listed.fontMetrics().horizontalAdvance(message)
    pale = before.pixelColor(2, row.height() // 2)
    behind = (before.pixelColor(x, y) for x in range(end + 10, end + 120) for y in range(3, row.height() - 3))
    assert any(colour != pale for colour in behind)


@pytest.mark.parametrize(("width", "whole"), [(640, False), (1440, True)])
def test_the_status_line_leaves_the_first_finding_its_room(
    signals: SessionSignals, session: Session, look: Look, qtbot: QtBot, width: int, whole: bool
):
    line = StatusBar(signals)
    qtbot.addWidget(line)
    meter = ReadinessMeter(look)
    line.furnish(meter)
    line.show_save(SaveState(Safety.SAVED, at=datetime(2026, 5, 4, 12, tzinfo=UTC)))
    meter.show_report(check(FLAWED))
    line.resize(width, 30)
    line.show()
    session.open(FLAWED)
    counts = line.findChild(QLabel, "counts")
    assert counts
    qtbot.waitUntil(lambda: "words" in counts.text())
    QApplication.processEvents()
    assert meter.width() >= meter.room(whole=whole)


@pytest.mark.parametrize(
    ("width", "height", "size"), [(594, 160, 13), (1168, 288, 26), (1168, 200, 18), (1168, 160, 13)]
)
def test_nothing_in_the_drawer_lies_over_anything_else(
    make: Callable[[Brief], ReviewDrawer], look: Look, width: int, height: int, size: int
):
    drawer = make(FLAWED)
    drawer.resize(width, height)
    look.set_base_size(size)
    try:
        QApplication.processEvents()
        parts = [each for each in drawer.findChildren(QLabel) if each.isVisible()]
        parts += [each for each in drawer.findChildren(QPushButton) if each.isVisible()]
        boxes = [QRect(each.mapTo(drawer, QPoint()), each.size()) for each in parts]
        for number, box in enumerate(boxes):
            assert drawer.rect().contains(box), parts[number].text()
            assert not any(box.intersects(other) for other in boxes[number + 1 :]), parts[number].text()
            least = parts[number].heightForWidth(box.width())
            assert box.height() >= least, parts[number].text()
    finally:
        look.set_base_size(13)


def test_where_the_verdict_has_no_room_one_line_says_it(make: Callable[[Brief], ReviewDrawer]):
    drawer = make(FLAWED)
    drawer.resize(594, 220)
    QApplication.processEvents()
    said = [each.text() for each in drawer.findChildren(QLabel) if each.isVisible()]
    assert "Not ready yet · 1 must-fix left" in said
    drawer.resize(1168, 288)
    QApplication.processEvents()
    assert "Not ready yet · 1 must-fix left" not in [
        each.text() for each in drawer.findChildren(QLabel) if each.isVisible()
    ]
