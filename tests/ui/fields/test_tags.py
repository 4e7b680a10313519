"""The tags in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.fields.tags import TagsField, read, written
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import editor, paragraphs, shown, write

TAG = (
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@pytest.fixture
def page(qtbot: QtBot, signals: SessionSignals, look: Look) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(TagsField(field("tags"), signals, look))
    column.addWidget(TextField(field("summary"), signals, look, lines=True))
    return shown(qtbot, made)


@given(st.lists(TAG, max_size=5))
def test_written_tags_are_read_as_they_were(tags: list[str]) -> None:
    assert read(written(tags)) == tuple(tags)


def test_a_comma_ends_a_tag_and_the_line_stays_as_it_is_typed(page: QWidget, session: Session) -> None:
    widget = editor(page, "tagsEdit")
    write(widget, "ai,, safety ,")
    assert session.brief.tags == ("ai", "safety")
    assert paragraphs(widget) == ["ai,, safety ,"]


def test_the_line_is_brought_into_order_when_it_is_left(page: QWidget, session: Session) -> None:
    widget = editor(page, "tagsEdit")
    widget.setFocus()
    write(widget, "ai,safety , ai,")
    editor(page, "summaryEdit").setFocus()
    assert session.brief.tags == ("ai", "safety")
    assert paragraphs(widget) == ["ai, safety"]


def test_tags_changed_elsewhere_are_shown(page: QWidget, session: Session) -> None:
    session.open(Brief(id="t", tags=("ai", "a, b")))
    assert paragraphs(editor(page, "tagsEdit")) == ['ai, "a, b"']
