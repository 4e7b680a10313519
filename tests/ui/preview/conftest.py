"""What tests of the preview share: a brief, a pane in a window, and a way to ask the page things."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.desk.session import Session
from briefdesk.ui.preview.environment import ENGINE_NOISE
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

START_MS = 30_000
"""How long a busy machine may take until the page is there."""

Ask = Callable[[str], Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the engine always says is no failure here; anything else is."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*(pattern.pattern for pattern in ENGINE_NOISE)))


@pytest.fixture
def brief() -> Brief:
    """A brief with something in every section, longer than a screen."""
    return Brief(
        id="00000000000full",
        headline="Anthropic Embraces Alignment Pretraining for Safer AI Development",
        bullets=tuple(f"Bullet {n} says **something** about alignment pretraining. " * 3 for n in range(7)),
        terms=(Term(term="alignment pretraining", definition="A method *where* models are trained."),),
        source=Source(url="https://www.lesswrong.com/posts/x", publisher="LessWrong"),
        related=tuple(
            Related(headline=f"Another brief {n}", summary="What it says. " * 20) for n in range(5)
        ),
    )


@pytest.fixture
def session(brief: Brief) -> Session:
    """A session with that brief in it."""
    return Session(brief)


@pytest.fixture
def pane(qtbot: QtBot, signals: SessionSignals, look: Look) -> Iterator[PreviewPane]:
    """The pane in a window, without its engine."""
    window = QMainWindow()
    made = PreviewPane(signals, look)
    window.setCentralWidget(made)
    window.resize(520, 700)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    made.close_engine()


@pytest.fixture
def running(qtbot: QtBot, pane: PreviewPane) -> PreviewPane:
    """The pane with its engine running and the brief on screen."""
    with qtbot.waitSignal(pane.painted, timeout=START_MS):
        pane.start_engine()
    return pane


@pytest.fixture
def ask(qtbot: QtBot, running: PreviewPane) -> Ask:
    """Evaluates an expression in the page's isolated world and gives its value."""

    def evaluate(expression: str) -> Any:
        from briefdesk.ui.preview.engine import WORLD

        assert running.engine is not None
        answers: list[str] = []
        running.engine.view.page().runJavaScript(f"JSON.stringify({expression})", WORLD, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=START_MS)
        return json.loads(answers[0])

    return evaluate
