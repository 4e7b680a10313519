"""What leaves the preview."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.preview.outside import Outside
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.preview.toolbar import PreviewToolbar
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    return urls


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_page_for_the_browser_is_a_private_file_that_goes_again(
    parent: QWidget, opened: list[QUrl], brief: Brief
):
    outside = Outside(parent)
    outside.open_page(brief)
    page = Path(opened[0].toLocalFile())
    assert page.stat().st_mode & 0o777 == 0o600
    assert page.parent.stat().st_mode & 0o777 == 0o700
    assert brief.headline in page.read_text(encoding="utf-8")
    outside.close()
    assert not page.parent.exists()


def test_an_address_is_shown_before_it_is_opened(parent: QWidget, opened: list[QUrl]):
    asked: list[str] = []
    outside = Outside(parent, lambda address: asked.append(address) or True)
    outside.open_link("https://example.com/a?b=c")
    assert asked == ["https://example.com/a?b=c"]
    assert [url.toString() for url in opened] == asked


def test_no_means_no(parent: QWidget, opened: list[QUrl]):
    Outside(parent, lambda address: False).open_link("https://example.com/")
    assert opened == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "mailto:a@example.com",
        "https://user:secret@example.com/",
        "briefdesk-preview://page/#term-1",
        "",
    ],
)
def test_only_addresses_of_the_web_are_opened(parent: QWidget, opened: list[QUrl], address: str):
    Outside(parent, lambda _: pytest.fail("asked")).open_link(address)
    assert opened == []


def test_copied_html_is_source_for_editors_and_formatted_text_for_others(parent: QWidget, brief: Brief):
    Outside(parent).copy_html(brief)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("<!doctype html>")
    assert data.html().startswith("<article")


def test_copied_text_is_the_page_in_plain_lines(parent: QWidget, brief: Brief):
    Outside(parent).copy_text(brief)
    assert QGuiApplication.clipboard().text().splitlines()[0] == brief.headline


def test_copied_text_has_straight_quotes_on_wish(parent: QWidget, brief: Brief):
    Outside(parent).copy_text(replace(brief, headline="It’s “so”"), straight=True)
    assert QGuiApplication.clipboard().text().splitlines()[0] == 'It\'s "so"'


@pytest.mark.parametrize(("wanted", "copied"), [(True, 'It\'s "so"'), (False, "It’s “so”")])
def test_the_pane_copies_text_with_the_marks_that_it_is_told(
    signals: SessionSignals, session: Session, look: Look, wanted: bool, copied: str, qtbot: QtBot
):
    pane = PreviewPane(signals, look, is_straight=lambda: wanted)
    qtbot.addWidget(pane)
    session.edit("headline", "It’s “so”")
    toolbar = pane.findChild(PreviewToolbar)
    assert toolbar is not None
    toolbar.copyTextRequested.emit()
    assert QGuiApplication.clipboard().text().splitlines()[0] == copied
    pane.close_engine()
