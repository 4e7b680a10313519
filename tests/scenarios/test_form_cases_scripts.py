"""Edge cases of the form, by their numbers: input methods and scripts from right to left (16, 17)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Source, Term
from briefdesk.channels.html import HTML
from briefdesk.store.library import Library
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import CTRL, ENTER, compose, shown

Act = Callable[[Writer, str], None]


def switch(writer: Writer, other: str) -> None:
    writer.window.open_brief(other)


def save(writer: Writer, _other: str) -> None:
    writer.window.desk.session.edit("byline", "x")
    assert writer.window.desk.autosave.flush()


def undo(writer: Writer, _other: str) -> None:
    writer.window.desk.session.edit("byline", "x")
    writer.window.findChild(QAction, "action-undo").trigger()


@pytest.mark.parametrize("act", [switch, save, undo])
@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit"])
def test_case_16_what_is_composed_outlives_a_switch_a_save_and_an_undo(
    writer: Writer, name: str, act: Act
) -> None:
    other = writer.library.save(Brief(headline="雪")).brief.id
    id = writer.open(headline="天気", bullets=("天気",))
    compose(writer.at(name), "よほう")
    act(writer, other)
    writer.focus.clearFocus()
    writer.window.open_brief(id)
    brief = writer.brief
    assert (brief.headline if name == "headlineEdit" else brief.bullets[0]) == "天気よほう"


def test_case_16_what_is_composed_is_in_the_library_after_the_window_was_closed(writer: Writer) -> None:
    id = writer.open(headline="天気")
    path = writer.library.path
    compose(writer.at("headlineEdit"), "よほう")
    writer.window.close()
    with Library.open(path) as library:
        assert library.get(id).brief.headline == "天気よほう"


def test_case_16_the_text_of_qt_loses_what_is_composed_when_it_is_set(qtbot: QtBot) -> None:
    naive = QPlainTextEdit("天気")
    shown(qtbot, naive)
    naive.setFocus()
    compose(naive, "よほう")
    assert "よほう" not in naive.toPlainText()
    naive.setPlainText("天気 ")
    naive.clearFocus()
    assert "よほう" not in naive.toPlainText()


def test_case_16_enter_that_confirms_a_candidate_does_not_split(writer: Writer) -> None:
    writer.open(bullets=("雨",))
    compose(writer.at("bulletsEdit"), "よほう")
    writer.press(ENTER)
    assert writer.brief.bullets == ("雨よほう",)


def test_case_16_a_term_is_defined_only_when_the_composition_is_done(writer: Writer) -> None:
    writer.open(bullets=("",))
    compose(writer.at("bulletsEdit"), "codec")
    writer.press(Qt.Key.Key_T, CTRL)
    assert writer.brief.bullets == ("codec",)
    assert [each.term for each in writer.brief.terms] == ["codec"]


def test_case_17_a_text_turns_with_its_first_strong_letter(writer: Writer) -> None:
    def is_right(widget: QTextEdit) -> bool:
        return widget.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft

    for name in ("headlineEdit", "bulletsEdit"):
        widget = writer.at(name)
        writer.write("مطر 12")
        assert is_right(widget), name
        widget.selectAll()
        writer.write("rain")
        assert not is_right(widget), name


def test_case_17_the_published_page_turns_too(writer: Writer) -> None:
    writer.open(
        headline="مطر",
        bullets=("مطر في أوسلو",),
        language="ar",
        terms=(Term(term="مطر", definition="ماء"),),
        source=Source(url="https://a.org/x", publisher="BBC 24"),
    )
    page = writer.published(HTML)
    for element in ("h1", "li", "dd"):
        assert f'<{element} dir="auto">' in page
    assert 'lang="ar"' in page
    assert "←" in page
    assert "→" not in page
    assert '<span data-field="publisher" dir="auto">BBC 24</span>' in page
