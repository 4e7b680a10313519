"""The session: one door in, one announcement out, one undo line for each brief."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.model import Brief, Source, Status, Term
from briefdesk.desk.history import COMPOSING, Place
from briefdesk.desk.session import Change, Origin, Session


class Clock:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(clock: Clock) -> Session:
    return Session(Brief(id="one"), clock)


def type_text(session: Session, clock: Clock, text: str, seconds: float = 0.1) -> None:
    """Type into the headline, a key at a time."""
    for char in text:
        clock.now += seconds
        session.edit("headline", session.brief.headline + char, typed=char)


def test_an_edit_is_announced_once_with_what_changed(session: Session) -> None:
    heard: list[Change] = []
    session.watch(heard.append)
    session.edit("headline", "Rain")
    assert [(c.before.headline, c.brief.headline, c.fields, c.origin) for c in heard] == [
        ("", "Rain", frozenset({"headline"}), Origin.EDIT)
    ]


def test_an_edit_that_changes_nothing_is_not_announced(session: Session) -> None:
    heard: list[Change] = []
    session.watch(heard.append)
    session.edit("headline", "")
    assert heard == []
    assert not session.can_undo


def test_undo_returns_the_very_same_brief(session: Session) -> None:
    first = session.brief
    session.edit("bullets", ("One.",))
    session.undo()
    assert session.brief == first


def test_typing_joins_by_word(session: Session, clock: Clock) -> None:
    type_text(session, clock, "rain falls")
    session.undo()
    assert session.brief.headline == "rain "
    session.undo()
    assert session.brief.headline == ""


def test_a_pause_of_more_than_a_second_begins_a_new_step(session: Session, clock: Clock) -> None:
    type_text(session, clock, "ra")
    clock.now += 1.5
    type_text(session, clock, "in")
    session.undo()
    assert session.brief.headline == "ra"


def test_typing_and_deleting_are_different_steps(session: Session, clock: Clock) -> None:
    type_text(session, clock, "rain")
    session.edit("headline", "rai", typed="")
    session.edit("headline", "ra", typed="")
    session.undo()
    assert session.brief.headline == "rain"


def test_what_an_input_method_composes_is_one_step_with_what_it_becomes(
    session: Session, clock: Clock
) -> None:
    session.edit("headline", "Rain", typed="Rain")
    session.pause()
    session.edit("headline", "", typed=COMPOSING)
    clock.now += 30
    session.edit("headline", "雨天", typed="雨天")
    session.undo()
    assert session.brief.headline == "Rain"


def test_what_is_composed_after_a_pause_is_a_step_of_its_own(session: Session) -> None:
    session.edit("headline", "Rain", typed="Rain")
    session.pause()
    session.edit("headline", "", typed=COMPOSING)
    session.pause()
    session.edit("headline", "雨", typed="雨")
    session.undo()
    assert session.brief.headline == ""


def test_one_line_of_undo_over_all_fields_in_the_order_of_time(session: Session, clock: Clock) -> None:
    type_text(session, clock, "a")
    session.edit("bullets", ("b",), row=0, typed="b")
    session.edit("terms", (Term(term="c"),))
    seen = []
    while session.undo():
        seen.append((session.brief.headline, session.brief.bullets, len(session.brief.terms)))
    assert seen == [("a", ("b",), 0), ("a", (), 0), ("", (), 0)]


def test_undo_tells_where_the_eye_should_go(session: Session) -> None:
    session.edit("bullets", ("One.", "Two."))
    session.edit("bullets", ("One.", "Two and more."))
    heard: list[Change] = []
    session.watch(heard.append)
    session.undo()
    place = heard[0].place
    assert place is not None
    assert (place.field, place.row, place.caret) == ("bullets", 1, 3)


def test_a_date_can_be_set_taken_back_and_set_again(session: Session) -> None:
    session.edit("planned_for", "2026-03-01")
    session.undo()
    assert session.brief.planned_for is None
    session.redo()
    assert session.brief.planned_for == "2026-03-01"


def test_each_brief_has_its_own_line_of_undo(session: Session) -> None:
    session.edit("headline", "One")
    one = session.brief
    session.open(Brief(id="two", headline="Two"))
    assert not session.can_undo
    session.edit("headline", "Two!")
    session.open(one)
    session.undo()
    assert session.brief.headline == ""
    assert session.brief.id == "one"


def test_undo_works_past_a_save_and_keeps_what_the_library_filled_in(session: Session) -> None:
    session.edit("headline", "Rain")
    session.adopt(
        replace(
            session.brief, slug="rain", created_at="2026-01-01T00:00:00Z", updated_at="2026-01-01T00:00:01Z"
        )
    )
    session.edit("kicker", "Weather")
    session.undo()
    assert (session.brief.headline, session.brief.slug, session.brief.updated_at) == (
        "Rain",
        "rain",
        "2026-01-01T00:00:01Z",
    )
    session.undo()
    assert session.brief.headline == ""


def test_an_automatic_slug_follows_the_headline_until_the_first_publish(session: Session) -> None:
    session.edit("headline", "Rain")
    session.adopt(replace(session.brief, slug="rain"))
    session.edit("headline", "Rain falls")
    assert session.brief.slug == ""
    session.adopt(replace(session.brief, slug="rain-falls"))
    session.edit("status", Status.PUBLISHED)
    session.edit("headline", "Rain stops")
    assert session.brief.slug == "rain-falls"


def test_a_slug_set_by_hand_stays(session: Session) -> None:
    session.edit("headline", "Rain")
    session.edit("slug", "weather")
    session.edit("headline", "Rain falls")
    assert session.brief.slug == "weather"


def test_a_ready_brief_that_is_edited_goes_back_to_review(session: Session) -> None:
    session.edit("status", Status.READY)
    session.edit("notes", "call the mayor")
    assert session.brief.status is Status.READY
    session.edit("source", Source(publisher="BBC"))
    assert session.brief.status is Status.REVIEW


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("headline"), st.text(max_size=8)),
            st.tuples(st.just("bullets"), st.lists(st.text(max_size=4), max_size=4).map(tuple)),
            st.tuples(st.just("summary"), st.text(max_size=8)),
            st.tuples(st.just("undo"), st.just("")),
        ),
        max_size=40,
    )
)
def test_undoing_all_and_redoing_all_gives_both_ends_back(edits: list[tuple[str, object]]) -> None:
    clock = Clock()
    session = Session(Brief(id="one"), clock)
    first = session.brief
    for field, value in edits:
        clock.now += 2.0
        if field == "undo":
            session.undo()
        else:
            session.edit(field, value)
    while session.redo():
        pass
    last = session.brief
    while session.undo():
        pass
    assert session.brief == first
    while session.redo():
        pass
    assert session.brief == last


def test_several_fields_are_edited_in_one_step_of_undo_and_announced_once():
    session = Session(Brief(id="one", headline="old", summary="old"))
    told: list[Change] = []
    session.watch(told.append)
    session.edit_all({"headline": "new", "summary": "new"})
    assert [each.fields for each in told] == [frozenset({"headline", "summary"})]
    assert session.undo()
    assert (session.brief.headline, session.brief.summary) == ("old", "old")
    assert not session.can_undo


def test_editing_several_fields_to_what_they_are_is_no_step():
    session = Session(Brief(id="one", headline="old"))
    session.edit_all({"headline": "old"})
    assert not session.can_undo


def test_undo_of_an_entry_that_was_added_leads_back_to_where_the_caret_was() -> None:
    session = Session(Brief(bullets=("PFAS in the water",)))
    places: list[Place | None] = []
    session.watch(lambda change: places.append(change.place))
    there = Place("bullets", 0, "", 4, (0, 0))
    session.edit("terms", (Term(term="PFAS"),), held=there)
    session.undo()
    assert places[-1] == there
    session.redo()
    last = places[-1]
    assert last is not None
    assert last.field == "terms"
