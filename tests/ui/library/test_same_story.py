"""The strip that says that a story has been briefed before."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Source
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.same_story import SameStory
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import ENTER, press, shown

URL = "https://a.org/x"


class Page(QWidget):
    """A place for the strip, as wide as a form."""


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Page:
    made = Page()
    shown(qtbot, made)
    return made


@pytest.fixture
def strip(page: Page, signals: SessionSignals, jobs: Jobs, look: Look, library: Library) -> SameStory:
    made = SameStory(signals, jobs, look, page)
    made.resize(560, 40)
    made.set_library(library)
    return made


def button(strip: SameStory, name: str) -> QPushButton:
    found = strip.findChild(QPushButton, name)
    assert found
    return found


def before(library: Library, headline: str = "Rain") -> str:
    return library.save(Brief(headline=headline, source=Source(url=URL))).brief.id


def test_another_brief_on_the_story_is_told_and_opened(
    strip: SameStory, session: Session, library: Library, qtbot: QtBot
) -> None:
    other = before(library)
    session.edit("source", Source(url=f"{URL}?utm_source=x"))
    qtbot.waitUntil(strip.isVisible)
    assert strip.accessibleName() == "Already briefed: “Rain” (just now)"
    with qtbot.waitSignal(strip.openRequested) as told:
        press(button(strip, "sameStoryOpen"), ENTER)
    assert told.args == [other]


def test_who_goes_on_is_not_told_again_in_this_brief(
    strip: SameStory, session: Session, library: Library, jobs: Jobs, qtbot: QtBot
) -> None:
    before(library)
    before(library, "Snow")
    session.edit("source", Source(url=URL))
    qtbot.waitUntil(strip.isVisible)
    assert strip.accessibleName().endswith("and 1 more")
    button(strip, "sameStoryContinue").click()
    assert strip.isHidden()
    qtbot.waitUntil(lambda: not jobs.busy("same-story-settled"))
    mine = session.brief
    session.open(Brief(id="another", source=Source(url=URL)))
    qtbot.waitUntil(strip.isVisible)
    session.open(mine)
    qtbot.waitUntil(lambda: not strip._rest.isActive() and not jobs.busy("same-story"))
    assert strip.isHidden()


def test_it_goes_with_the_address(strip: SameStory, session: Session, library: Library, qtbot: QtBot) -> None:
    before(library)
    session.edit("source", Source(url=URL))
    qtbot.waitUntil(strip.isVisible)
    session.edit("source", Source(url="https://a.org/y"))
    qtbot.waitUntil(strip.isHidden)
