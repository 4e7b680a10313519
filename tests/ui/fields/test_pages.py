"""A whole brief pasted into an empty form is known for what it is."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Source
from briefdesk.desk.session import Session
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.pages import page_from
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import editor, paste

PAGE = "Rain in Oslo\r\nIn brief\r\n- It rains.\r\n- It pours.\r\nRead full story at NRK →"


def mime(text: str) -> QMimeData:
    made = QMimeData()
    made.setText(text)
    return made


@pytest.mark.parametrize("head", ["In brief", "IN BRIEF:", "## In brief", "**In brief**", "  in brief  "])
def test_a_page_is_known_by_its_first_section(head: str) -> None:
    assert page_from(mime(PAGE.replace("In brief", head)), Brief(id="x"))


@pytest.mark.parametrize(
    "text", ["Rain\nSnow", "In brief\n- It rains.", "Rain in Oslo\nIn brief\n", "", "In brief: rain"]
)
def test_other_texts_are_no_page(text: str) -> None:
    assert page_from(mime(text), Brief(id="x")) == ""


@pytest.mark.parametrize(
    "brief",
    [
        Brief(headline="Rain"),
        Brief(bullets=("Rain.",)),
        Brief(summary="Rain"),
        Brief(source=Source(url="https://x.org")),
    ],
)
def test_nothing_is_replaced_in_a_form_that_is_not_empty(brief: Brief) -> None:
    assert page_from(mime(PAGE), brief) == ""


def test_a_page_pasted_into_the_headline_or_the_bullets_is_handed_on_whole(
    qtbot: QtBot, session: Session, signals: SessionSignals, look: Look
) -> None:
    headline = TextField(field("headline"), signals, look, style="headline")
    bullets = BulletsField(field("bullets"), signals, look)
    for each, name in ((headline, "headlineEdit"), (bullets, "bulletsEdit")):
        qtbot.addWidget(each)
        with qtbot.waitSignal(each.pagePasted) as pasted:
            paste(editor(each, name), PAGE)
        assert pasted.args == [PAGE.replace("\r\n", "\n")]
    assert session.brief.headline == ""
    assert session.brief.bullets == ()
    paste(editor(bullets, "bulletsEdit"), PAGE, as_one=True)
    assert len(session.brief.bullets) == 1
