"""The form: all fields in reader's order, one caret, one undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import FIELDS, Kind
from briefdesk.brief.model import Brief, Source, Term
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.ui.compose.form import Form
from briefdesk.ui.compose.row import NoteLabel
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    CTRL,
    ENTER,
    SHIFT,
    TAB,
    Listener,
    caret,
    compose,
    copy_to_clipboard,
    editor,
    paragraphs,
    press,
    write,
)


class Picker(QLineEdit):
    """A widget in the place of the picker of related briefs."""

    def go_to(self, _place: Place) -> None:
        """Put the keyboard here."""
        self.setFocus()


class Window(QMainWindow):
    """A form in a window with the commands of undo, and something in the place of related briefs."""

    def __init__(self, session: Session, signals: SessionSignals, look: Look) -> None:
        super().__init__()
        self.related = Picker()
        self.related.setObjectName("relatedPicker")
        self.form = Form(signals, look)
        self.form.furnish(self.related, Markings())
        self.setCentralWidget(self.form)
        for keys, act in (("Ctrl+Z", session.undo), ("Ctrl+Shift+Z", session.redo)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(act)
            self.addAction(action)


@pytest.fixture
def window(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> Window:
    made = Window(session, signals, look)
    qtbot.addWidget(made)
    made.resize(648, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name",
    [
        "headlineEdit",
        "kickerEdit",
        "shortHeadlineEdit",
        "bulletsEdit",
        "termsEdit",
        "sourceUrlEdit",
        "sourcePublisherEdit",
        "relatedPicker",
        "summaryEdit",
        "tagsEdit",
        "slugEdit",
        "bylineEdit",
        "notesEdit",
        "languagePicker",
        "statusPicker",
    ],
)
def test_every_widget_of_the_contract_is_there_under_its_name(window: Window, name: str) -> None:
    assert window.findChild(QWidget, name) is not None


def test_everything_a_person_can_act_on_has_a_name_for_those_who_hear_it(window: Window) -> None:
    window.form.set_details_open(True)
    reached = [
        each
        for each in window.form.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each is not window.related
    ]
    assert len(reached) > 15
    nameless = [each.objectName() for each in reached if not (each.accessibleName() or hasattr(each, "text"))]
    assert nameless == []


def test_tab_goes_through_the_form_in_reader_s_order_and_back(window: Window) -> None:
    window.form.focus_headline()
    names = [focus().objectName()]
    for _ in range(8):
        press(focus(), TAB)
        names.append(focus().objectName())
    assert names == [
        "headlineEdit",
        "bulletsEdit",
        "termEdit1",
        "sourceUrlEdit",
        "sourcePublisherEdit",
        "sourceCite",
        "relatedPicker",
        "summaryEdit",
        "detailsButton",
    ]
    for _ in range(8):
        press(focus(), Qt.Key.Key_Backtab, SHIFT)
    assert focus().objectName() == "headlineEdit"


def test_a_brief_is_written_with_enter_alone(window: Window, session: Session) -> None:
    window.form.focus_headline()
    write_all("Rain in Oslo\nIt rains.\nIt pours.\n\nrain\nWater.\n\nlesswrong.com/x\n")
    brief = session.brief
    assert brief.headline == "Rain in Oslo"
    assert brief.bullets == ("It rains.", "It pours.")
    assert brief.terms == (Term(term="rain", definition="Water."),)
    assert brief.source == Source(url="https://lesswrong.com/x", publisher="LessWrong")
    assert focus().objectName() == "relatedPicker"


def write_all(text: str) -> None:
    """Type into whatever has the keyboard, key by key."""
    for char in text:
        write(focus(), char)


def test_what_was_undone_can_be_done_again_after_a_look_at_another_field(
    window: Window, session: Session
) -> None:
    window.form.focus_headline()
    write_all("Rain in Oslo\nIt rains.")
    whole = session.brief
    for _ in range(3):
        press(focus(), Qt.Key.Key_Z, CTRL)
    assert session.brief.headline == "Rain in "  # with the blank that leaving the field would take away
    window.form.go_to(Place("bullets", row=0))
    window.form.go_to(Place("terms"))
    window.form.go_to(Place("source"))
    assert session.can_redo
    while session.can_redo:
        press(focus(), Qt.Key.Key_Z, CTRL | SHIFT)
    assert (session.brief.headline, session.brief.bullets) == (whole.headline, whole.bullets)


def test_one_undo_goes_back_over_all_fields_in_order_of_time(window: Window, session: Session) -> None:
    window.form.focus_headline()
    write_all("Rain\nIt rains.")
    session.edit("summary", "Wet.")
    press(focus(), Qt.Key.Key_Z, CTRL)
    assert session.brief.summary == ""
    assert focus().objectName() == "summaryEdit"
    press(focus(), Qt.Key.Key_Z, CTRL)
    assert session.brief.bullets == ("It ",)
    assert focus().objectName() == "bulletsEdit"
    press(focus(), Qt.Key.Key_Z, CTRL)
    press(focus(), Qt.Key.Key_Z, CTRL)
    assert session.brief.headline == ""
    assert focus().objectName() == "headlineEdit"
    press(focus(), Qt.Key.Key_Z, CTRL | SHIFT)
    assert session.brief.headline == "Rain"


def test_undo_in_a_folded_field_unfolds_it(window: Window, session: Session) -> None:
    session.edit("byline", "Ida")
    assert not window.form.details_open
    session.undo()
    assert window.form.details_open
    assert focus().objectName() == "bylineEdit"


def test_kicker_and_tags_are_told_in_one_line_above_the_headline_and_unfold_there(
    window: Window, session: Session
) -> None:
    line = window.findChild(QPushButton, "aboveButton")
    assert line
    assert line.text() == "Kicker and tags"
    window.form.focus_headline()
    top = focus().mapTo(window, QPoint()).y()
    session.edit("kicker", "Weather")
    session.edit("tags", ("rain", "oslo"))
    assert line.text() == "Weather · tags: rain, oslo"
    assert focus().mapTo(window, QPoint()).y() == top
    line.click()
    assert focus().objectName() == "kickerEdit"
    press(focus(), TAB)
    assert focus().objectName() == "tagsEdit"
    press(focus(), TAB)
    assert focus().objectName() == "headlineEdit"


def test_undo_in_the_kicker_unfolds_it(window: Window, session: Session) -> None:
    session.edit("kicker", "Weather")
    session.undo()
    assert focus().objectName() == "kickerEdit"
    assert focus().isVisible()


def test_a_headline_too_long_for_an_inbox_offers_a_short_one(window: Window, session: Session) -> None:
    window.form.focus_headline()
    write_all("A short one")
    offers = "Add a short headline for the phone inbox"
    assert offers not in shown_links(window)
    write_all(" that goes on and on until no phone shows it whole")
    assert offers in shown_links(window)
    shown_links(window)[offers].click()
    assert focus().objectName() == "shortHeadlineEdit"
    write_all("A short one")
    assert offers not in shown_links(window)


def shown_links(window: Window) -> dict[str, QPushButton]:
    """The links that are on screen, by their words."""
    return {each.text(): each for each in window.findChildren(QPushButton) if each.isVisible()}


def test_what_is_composed_is_in_the_brief_before_another_is_opened(window: Window, session: Session) -> None:
    window.form.focus_headline()
    compose(focus(), "にほん")
    window.form.commit()
    written = session.brief
    session.open(Brief(id="other"))
    assert written.headline == "にほん"
    assert paragraphs(editor(window, "headlineEdit")) == [""]


def test_opening_a_brief_shows_all_of_it_and_edits_nothing(window: Window, session: Session) -> None:
    brief = Brief(
        id="x",
        headline="Rain",
        bullets=("a", ""),
        terms=(Term(term="t", definition="d"),),
        source=Source(url="example.org", publisher="P"),
        summary="s ",
        tags=("x", "y"),
        notes="n\nm",
        embargo_until="2026-01-01",
    )
    session.open(brief)
    listener = Listener(session)
    texts = {"headline": ["Rain"], "bullets": ["a", ""], "notes": ["n", "m"], "tags": ["x, y"]}
    for name, expected in texts.items():
        assert paragraphs(editor(window, f"{name}Edit")) == expected
    QApplication.processEvents()
    assert session.brief is brief
    assert listener.count() == 0


def test_the_caret_stays_in_view_while_bullets_are_written(window: Window) -> None:
    window.resize(648, 360)
    window.form.go_to(Place("bullets"))
    write_all("A bullet of some words.\n" * 30)
    QApplication.processEvents()
    QApplication.processEvents()
    widget = editor(window, "bulletsEdit")
    line = widget.cursorRect()
    top = widget.viewport().mapTo(window.form.viewport(), line.topLeft()).y()
    assert 0 <= top <= window.form.viewport().height() - line.height()


def test_a_line_that_wraps_moves_what_is_below_it_at_once(window: Window) -> None:
    window.form.focus_headline()
    below = editor(window, "bulletsEdit")
    before = below.mapTo(window, below.rect().topLeft()).y()
    write_all("Many words that need a second line of the headline but no third one at all")
    assert below.mapTo(window, below.rect().topLeft()).y() - before == 26


def test_nothing_else_is_laid_out_by_a_key_that_wraps_nothing(window: Window, qtbot: QtBot) -> None:
    window.form.focus_headline()
    write_all("Ra")
    QApplication.processEvents()
    page = window.form.widget()
    assert page is not None
    sizes = [each.geometry() for each in page.findChildren(QWidget)]
    write_all("i")
    assert [each.geometry() for each in page.findChildren(QWidget)] == sizes


def test_the_keyboard_comes_back_to_the_field_that_had_it(window: Window) -> None:
    window.form.go_to(Place("summary"))
    window.related.setFocus()
    window.form.go_to(Place("summary"))
    window.form.setFocus()
    assert focus().objectName() == "summaryEdit"


def test_the_column_is_never_wider_than_the_page(window: Window) -> None:
    window.resize(1300, 700)
    QApplication.processEvents()
    assert editor(window, "headlineEdit").width() == 718


def test_nothing_is_cut_at_the_smallest_width(window: Window, session: Session) -> None:
    session.open(Brief(id="x", headline="Rain " * 12, source=Source(url="https://example.org/" + "x" * 90)))
    window.form.set_details_open(True)
    window.resize(420, 700)
    for _ in range(3):
        QApplication.processEvents()
    viewport = window.form.viewport()
    for each in window.form.findChildren(QWidget):
        if each.isVisible() and each.objectName().endswith(("Edit", "Picker")):
            right = each.mapTo(viewport, each.rect().topRight()).x()
            assert right < viewport.width(), each.objectName()


def test_an_address_on_the_clipboard_is_taken_with_the_source_key(window: Window, session: Session) -> None:
    copy_to_clipboard("https://www.lesswrong.com/posts/x")
    window.form.take_source()
    assert session.brief.source.publisher == "LessWrong"
    assert focus().objectName() == "sourceUrlEdit"


def test_labels_lead_to_their_fields(window: Window) -> None:
    labels = {label.text(): label for label in window.form.findChildren(QLabel) if label.buddy()}
    assert {"Headline", "In brief", "Terms in this brief", "Source", "More briefs", "Summary"} <= set(labels)


def test_what_a_field_tells_is_told_by_the_form(window: Window, qtbot: QtBot) -> None:
    window.form.go_to(Place("bullets"))
    copy_to_clipboard("one\x07")
    with qtbot.waitSignal(window.form.told):
        press(focus(), Qt.Key.Key_V, CTRL)


def test_enter_in_the_details_goes_from_field_to_field(window: Window) -> None:
    window.form.go_to(Place("short_headline"))
    press(focus(), ENTER)
    assert focus().objectName() == "descriptionEdit"


def test_a_typed_slug_is_spelled_as_one_when_it_is_left(window: Window, session: Session) -> None:
    window.form.go_to(Place("slug"))
    write_all("Rain in Oslo!")
    window.form.focus_headline()
    assert session.brief.slug == "rain-in-oslo"


def test_a_slug_that_was_only_passed_by_stays_as_it_was_given(window: Window, session: Session) -> None:
    session.open(Brief(id="x", slug="Rain_in.Oslo"))
    window.form.go_to(Place("slug"))
    window.form.focus_headline()
    assert session.brief.slug == "Rain_in.Oslo"


def test_a_time_zone_that_nobody_knows_is_told(window: Window) -> None:
    window.form.go_to(Place("timezone"))
    write_all("Europe/Shire")
    assert any(each.accessibleName() == "Not a time zone, such as Europe/Oslo" for each in notes(window))


def notes(window: Window) -> list[NoteLabel]:
    """What the fields say at the right of their labels."""
    return window.form.findChildren(NoteLabel)


@pytest.mark.parametrize("name", [each.name for each in FIELDS if each.kind not in (Kind.IMAGE, Kind.LAYOUT)])
def test_every_field_can_be_gone_to(window: Window, name: str) -> None:
    window.form.go_to(Place(name))
    QApplication.processEvents()
    assert window.form.isAncestorOf(focus())
    assert not focus().visibleRegion().isEmpty()


def test_another_brief_is_shown_from_its_start(window: Window, session: Session) -> None:
    session.open(Brief(id="a", bullets=tuple("abcdefghijklmnopqrstuvwxyz")))
    window.form.go_to(Place("bullets", row=25, caret=1))
    QApplication.processEvents()
    assert window.form.verticalScrollBar().value() > 0
    session.open(Brief(id="b", headline="Rain", bullets=tuple("zyxwvutsrqponmlkjihgfedcba")))
    assert window.form.verticalScrollBar().value() == 0
    assert caret(editor(window, "bulletsEdit")) == (0, 0)
