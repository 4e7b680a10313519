"""The field "More briefs", on a real library and with real keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Related
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.picker import Picker
from briefdesk.ui.library.related import RelatedField
from briefdesk.ui.library.related_rows import ROW, PickerRow
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

OTHERS = (
    ("Reward hacking in alignment pretraining", "Alignment pretraining reduces reward hacking in models."),
    ("Alignment pretraining at scale", "Datasets for alignment pretraining of models grow."),
    ("Pretraining data and alignment", "What pretraining datasets mean for alignment of models."),
    ("Models learn ethical behavior", "Alignment pretraining datasets teach ethical behavior to models."),
    ("Human preferences in pretraining", "Human preferences in pretraining datasets help alignment."),
    ("Alignment pretraining critics", "Critics of alignment pretraining ask for open datasets and models."),
    ("Zebras cross the river", "A herd of zebras was seen at dawn."),
)
OPEN = Brief(
    id="00000000000000open",
    headline="Alignment pretraining embraced",
    bullets=("Alignment pretraining uses datasets for ethical behavior of models.",),
)


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A form with a line before the field, to come from and to go back to."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    before = QLineEdit()
    before.setObjectName("before")
    column.addWidget(before)
    made.resize(648, 420)
    return made


@pytest.fixture
def make(
    qtbot: QtBot,
    form: QWidget,
    session: Session,
    signals: SessionSignals,
    jobs: Jobs,
    look: Look,
    library: Library,
) -> Callable[..., RelatedField]:
    def make_field(others: tuple[tuple[str, str], ...] = OTHERS) -> RelatedField:
        for headline, bullet in others:
            library.save(Brief(headline=headline, bullets=(bullet,)))
        session.open(library.save(OPEN).brief)
        made = RelatedField(field("related"), signals, jobs, look)
        column = form.layout()
        assert column
        column.addWidget(made)
        form.show()
        qtbot.waitExposed(form)
        before_of(form).setFocus()
        made.set_library(library)
        qtbot.waitUntil(lambda: not jobs.busy("related"))
        return made

    return make_field


def before_of(form: QWidget) -> QLineEdit:
    found = form.findChild(QLineEdit, "before")
    assert found
    return found


def list_of(related: RelatedField) -> Picker:
    found = related.findChild(Picker, "relatedList")
    assert found
    return found


def search_of(related: RelatedField) -> QLineEdit:
    found = related.findChild(QLineEdit, "relatedSearch")
    assert found
    return found


def rows(related: RelatedField) -> list[PickerRow]:
    model = list_of(related).model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def offered(related: RelatedField) -> list[PickerRow]:
    return [row for row in rows(related) if not row.chosen]


def test_suggestions_come_with_reasons_and_without_the_brief_itself(
    make: Callable[..., RelatedField], session: Session
):
    related = make()
    found = offered(related)
    assert len(found) == 5
    assert [row.digit for row in found] == [1, 2, 3, 4, 5]
    assert all(row.why for row in found)
    assert session.brief.id not in {row.id for row in found}
    assert related.note == "0 chosen · 5 suggested"


def test_digits_one_to_five_add_the_five_that_were_there(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    five = [row.headline for row in offered(related)]
    related.go_to(Place("related"))
    assert list_of(related).hasFocus()
    for digit in "12345":
        qtbot.keyClicks(list_of(related), digit)
    assert [entry.headline for entry in session.brief.related] == five
    assert all(entry.id and entry.summary for entry in session.brief.related)
    assert not {row.id for row in offered(related)} & {entry.id for entry in session.brief.related}


def test_digits_sent_to_the_field_itself_count_too(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    first = offered(related)[0]
    qtbot.keyClicks(related, "1")
    assert [entry.id for entry in session.brief.related] == [first.id]


def test_a_digit_pressed_before_the_suggestions_are_there_waits_for_them(
    make: Callable[..., RelatedField], session: Session, library: Library, qtbot: QtBot
):
    related = make()
    other = library.save(Brief(headline="Zebras drink", bullets=("Zebras at the river at dawn.",))).brief
    session.open(other)
    related.go_to(Place("related"))
    qtbot.keyClicks(related, "1")
    qtbot.waitUntil(lambda: len(session.brief.related) == 1)
    assert session.brief.related[0].headline == "Zebras cross the river"


def test_enter_adds_delete_removes_and_alt_arrows_move(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    picker = list_of(related)
    names = [row.headline for row in offered(related)]
    related.go_to(Place("related"))
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert [entry.headline for entry in session.brief.related] == names[:2]
    related.go_to(Place("related", 1))
    qtbot.keyClick(picker, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [entry.headline for entry in session.brief.related] == [names[1], names[0]]
    qtbot.keyClick(picker, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [entry.headline for entry in session.brief.related] == [names[1], names[0]]
    qtbot.keyClick(picker, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [entry.headline for entry in session.brief.related] == names[:2]
    qtbot.keyClick(picker, Qt.Key.Key_Delete)
    assert [entry.headline for entry in session.brief.related] == names[:1]
    session.undo()
    assert [entry.headline for entry in session.brief.related] == names[:2]


def test_a_click_adds_and_a_click_on_the_check_removes(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    picker = list_of(related)

    def click(row: int, x: int) -> None:
        at = picker.visualRect(picker.model().index(row, 0))
        spot = QPoint(at.x() + x, at.center().y())
        qtbot.mouseClick(picker.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    click(1, 200)
    assert len(session.brief.related) == 1
    click(0, 200)
    assert len(session.brief.related) == 1
    click(0, 18)
    assert session.brief.related == ()


def test_typing_searches_all_briefs_and_enter_adds_the_first_find(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    related.go_to(Place("related"))
    qtbot.keyClicks(list_of(related), "z")
    box = search_of(related)
    assert box.hasFocus()
    qtbot.keyClicks(box, "ebra")
    qtbot.waitUntil(lambda: [row.headline for row in offered(related)] == ["Zebras cross the river"])
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert [entry.headline for entry in session.brief.related] == ["Zebras cross the river"]
    assert session.brief.related[0].summary == "A herd of zebras was seen at dawn."
    assert box.text() == ""
    assert box.hasFocus()
    assert len(offered(related)) == 5


def test_what_is_chosen_or_open_is_not_found_again(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    qtbot.keyClicks(related, "1")
    taken = session.brief.related[0].headline
    qtbot.keyClicks(search_of(related), "alignment")
    qtbot.waitUntil(lambda: related.note.endswith("found"))
    found = {row.headline for row in offered(related)}
    assert found
    assert taken not in found
    assert OPEN.headline not in found


def test_escape_goes_back_to_where_the_writing_was(
    make: Callable[..., RelatedField], form: QWidget, qtbot: QtBot
):
    related = make()
    related.go_to(Place("related"))
    qtbot.keyClick(list_of(related), Qt.Key.Key_Escape)
    assert before_of(form).hasFocus()
    related.go_to(Place("related"))
    qtbot.keyClicks(list_of(related), "q")
    qtbot.keyClick(search_of(related), Qt.Key.Key_Escape)
    assert before_of(form).hasFocus()
    assert search_of(related).text() == ""


def test_an_external_entry_is_shown_and_kept(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    external = Related(headline="Elsewhere", summary="Out there", url="https://www.example.org/story")
    session.edit("related", (external,))
    assert rows(related)[0].why == "www.example.org"
    qtbot.keyClicks(related, "1")
    assert session.brief.related[0] == external
    assert len(session.brief.related) == 2


def test_suggestions_follow_the_typing_and_the_open_brief(
    make: Callable[..., RelatedField], session: Session, library: Library, qtbot: QtBot
):
    related = make()
    library.save(Brief(headline="Zebras again", bullets=("Zebras at the river.",)))
    session.edit("headline", "Zebras at the river", typed="r")
    session.edit("bullets", ("A herd of zebras at dawn.",))
    qtbot.waitUntil(lambda: "Zebras cross the river" in {row.headline for row in offered(related)})
    session.open(Brief(id="another-one"))
    qtbot.waitUntil(lambda: offered(related) == [])


def test_with_nothing_similar_it_says_so_and_invites_to_search(
    make: Callable[..., RelatedField], qtbot: QtBot
):
    related = make((("Zebras cross the river", "A herd of zebras."), ("Volcano rests", "It sleeps.")))
    assert offered(related) == []
    texts = [label.text() for label in related.findChildren(QLabel) if label.isVisible()]
    assert "Nothing similar yet." in texts
    assert search_of(related).placeholderText() == "Type to search all 2 briefs"
    related.setFocus()
    assert search_of(related).hasFocus()


def test_a_brief_that_is_not_stored_yet_can_choose_from_all(
    make: Callable[..., RelatedField], session: Session, library: Library, qtbot: QtBot
):
    related = make((("Zebras cross the river", "A herd of zebras."), ("Volcano rests", "It sleeps.")))
    session.open(Brief(id="brand-new"))
    qtbot.waitUntil(lambda: search_of(related).placeholderText() == "Type to search all 3 briefs")
    library.trash(OPEN.id)
    related.refresh()
    qtbot.waitUntil(lambda: search_of(related).placeholderText() == "Type to search all 2 briefs")


def test_undo_of_a_move_shows_the_order_again(make: Callable[..., RelatedField], session: Session):
    related = make()
    entries = tuple(Related(id=row.id, headline=row.headline) for row in offered(related)[:2])
    session.edit("related", entries)
    session.edit("related", entries[::-1])
    session.undo()
    assert [row.id for row in rows(related) if row.chosen] == [entry.id for entry in entries]


def test_enter_pressed_before_the_find_is_there_takes_it_when_it_comes(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    box = search_of(related)
    qtbot.keyClicks(box, "zebras")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert session.brief.related == ()
    qtbot.waitUntil(lambda: len(session.brief.related) == 1)
    assert session.brief.related[0].headline == "Zebras cross the river"


def test_the_arrows_of_the_search_choose_among_the_finds(
    make: Callable[..., RelatedField], session: Session, qtbot: QtBot
):
    related = make()
    box = search_of(related)
    qtbot.keyClicks(box, "alignment")
    qtbot.waitUntil(lambda: related.note.endswith("found") and len(offered(related)) > 2)
    third = offered(related)[2]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert session.brief.related[0].headline == third.headline
