"""The page in the real engine."""

import os
import signal
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Source
from briefdesk.desk.session import Session
from briefdesk.ui.preview.engine import WORLD, Engine
from briefdesk.ui.preview.page_view import INNER_WINDOW, PageView
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.preview.shell import ADDRESS
from briefdesk.ui.theme import Look, Scheme
from tests.ui.preview.conftest import START_MS, Ask


def engine_of(pane: PreviewPane) -> Engine:
    assert pane.engine is not None
    return pane.engine


def ink_in(view: PageView, rows: range, columns: range) -> int:
    """How many of these pixels are dark, as the view is on screen."""
    assert not view._is_reading
    view._is_reading = True  # so that looking is not taken for a painting
    image = view.grab().toImage()
    view._is_reading = False
    return sum(image.pixelColor(x, y).lightness() < 100 for y in rows for x in columns)


def test_the_page_shows_the_brief(running: PreviewPane, ask: Ask, brief: Brief):
    assert ask("document.querySelector('h1').textContent") == brief.headline
    assert ask("document.querySelectorAll('[data-part=bullets] li').length") == 7


def test_a_scheme_registered_after_the_application_is_a_secure_origin(running: PreviewPane, ask: Ask):
    assert ask("[location.href, origin, isSecureContext]") == [ADDRESS, ADDRESS.rstrip("/"), True]


def test_the_policy_of_the_page_is_in_force(running: PreviewPane, ask: Ask):
    ask(
        "(() => { const p = document.createElement('p'); p.id = 'red'; document.body.append(p);"
        " p.setAttribute('style', 'color: rgb(255, 0, 0)');"
        " const i = new Image(); i.id = 'far'; i.src = 'https://example.com/x.png'; p.append(i);"
        " return 1 })()"
    )
    assert ask("getComputedStyle(document.querySelector('#red')).color") != "rgb(255, 0, 0)"
    assert ask("document.querySelector('#far').naturalWidth") == 0


def test_an_edit_is_patched_into_the_page_and_told_when_painted(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask
):
    with qtbot.waitSignal(running.painted, timeout=START_MS) as told:
        session.edit("headline", "Another headline")
    assert told.args == [session.brief.id]
    assert ask("document.querySelector('h1').textContent") == "Another headline"


def test_only_the_section_that_changed_is_touched(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask
):
    ask(
        "(() => { globalThis.touched = []; const part = node =>"
        " (node.closest ? node : node.parentElement).closest('[data-part]').dataset.part;"
        " new MutationObserver(all => all.forEach(each => touched.push(part(each.target)))).observe("
        "document.querySelector('article'),"
        " {subtree: true, childList: true, characterData: true, attributes: true}); return 1 })()"
    )
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("bullets", (*session.brief.bullets[:6], "A new last bullet"))
    assert ask("[touched.length > 0, [...new Set(touched)]]") == [True, ["bullets"]]


def test_elements_that_did_not_change_stay_the_same_elements(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask
):
    ask("(() => { globalThis.kept = [...document.querySelectorAll('li')].slice(0, 3); return 1 })()")
    bullets = session.brief.bullets
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("bullets", (*bullets[:3], "One more", *bullets[3:]))
    assert ask("kept.every((each, n) => each === document.querySelectorAll('li')[n])")
    assert ask("document.querySelectorAll('li')[3].textContent") == "One more"
    assert ask("document.querySelectorAll('[data-part=bullets] li').length") == 8


def test_the_place_in_the_page_is_kept_through_fifty_patches(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask
):
    ask("(scrollTo(0, 300), scrollY)")
    for n in range(50):
        with qtbot.waitSignal(running.painted, timeout=START_MS):
            session.edit("headline", f"A headline that grows {'and grows ' * (n % 13)}{n}")
    assert ask("scrollY") == 300


def test_another_brief_starts_at_its_top(qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask):
    ask("(scrollTo(0, 300), scrollY)")
    with qtbot.waitSignal(running.painted, timeout=START_MS) as told:
        session.open(replace(session.brief, id="0000000000other"))
    assert told.args == ["0000000000other"]
    assert ask("scrollY") == 0


def test_the_page_is_never_blank_while_it_is_written(qtbot: QtBot, running: PreviewPane, session: Session):
    view = engine_of(running).view
    ink: list[int] = []
    view.painted.connect(lambda: ink.append(ink_in(view, range(20, 120, 2), range(20, 400, 2))))
    for n in range(20):
        with qtbot.waitSignal(running.painted, timeout=START_MS):
            session.edit("headline", f"Anthropic Embraces Alignment Pretraining {n}")
    assert len(ink) >= 20
    assert min(ink) > 300


def test_what_was_told_as_painted_is_on_screen(qtbot: QtBot, running: PreviewPane, session: Session):
    view = engine_of(running).view
    for headline in ("MMMMMMMM", "i", "WWWWWWWWWW", ".", "MMMM"):
        with qtbot.waitSignal(running.painted, timeout=START_MS):
            session.edit("headline", headline)
        assert (ink_in(view, range(20, 55), range(20, 400)) > 600) == (len(headline) > 1), headline


def test_a_change_is_drawn_at_once_and_nothing_else_is(qtbot: QtBot, running: PreviewPane, session: Session):
    view = engine_of(running).view
    qtbot.wait(300)
    painted: list[int] = []
    view.painted.connect(lambda: painted.append(1))
    assert any(each.objectName() == INNER_WINDOW for each in QGuiApplication.allWindows())
    view.expect_change()
    qtbot.wait(100)
    assert painted == []
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("headline", "One repaint")
    qtbot.wait(300)
    assert painted == [1]


def test_of_states_that_come_fast_the_newest_is_shown(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask
):
    engine = engine_of(running)
    before = engine._patches.number
    for n in range(200):
        session.edit("headline", f"Headline {n}")
    qtbot.waitUntil(lambda: engine._patches.number > before, timeout=START_MS)
    qtbot.waitUntil(lambda: not engine._sent and not engine._is_waiting, timeout=START_MS)
    assert ask("document.querySelector('h1').textContent") == "Headline 199"
    assert engine._patches.number - before < 20


HOSTILE = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "[x](javascript:document.title='owned')",
    "</h1></article><iframe src='https://example.com'></iframe>",
    "<svg onload=\"document.title='owned'\">",
    "<link rel=preconnect href=https://example.com><meta http-equiv=refresh content='0;url=https://example.com'>",
    "<style>*{display:none}</style>",
    "\u202e\u2028${document.title='owned'}`\\",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask, text: str
):
    elements = ask("[...document.querySelectorAll('*')].map(each => each.localName)")
    allowed = {*elements, "cite", "code", "time"}
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("headline", text.replace("\u2028", ""))
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("bullets", (text, text))
    session.edit("source", Source(url=text.replace("\u2028", ""), publisher=text.replace("\u2028", "")))
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("kicker", "done")
    assert ask("document.querySelector('h1').textContent") == text.replace("\u2028", "")
    assert set(ask("[...document.querySelectorAll('*')].map(each => each.localName)")) <= allowed
    assert not ask(
        "[...document.querySelectorAll('*')].some(each => [...each.attributes].some("
        "a => a.name.startsWith('on') || a.value.startsWith('javascript')))"
    )
    assert "owned" not in ask("document.title")
    assert ask("location.href") == ADDRESS


def test_even_html_that_got_this_far_runs_nothing(qtbot: QtBot, running: PreviewPane, ask: Ask):
    """The script world is trusted to put in anything; the page must stay inert by itself."""
    ask(
        "(() => { const d = document.createElement('div'); document.body.append(d); d.innerHTML ="
        ' \'<img src="/x.png" onerror="document.body.dataset.owned = 1">'
        '<iframe srcdoc="<script>parent.document.body.dataset.owned = 1<\\/script>"></iframe>\';'
        " const s = document.createElement('script'); s.textContent = 'document.body.dataset.owned = 1';"
        " d.append(s); return 1 })()"
    )
    qtbot.wait(200)
    assert ask("document.body.dataset.owned ?? null") is None


@pytest.mark.parametrize("width", [360, 768, 1200])
def test_a_chosen_width_is_exact_to_media_queries(qtbot: QtBot, running: PreviewPane, ask: Ask, width: int):
    running._toolbar.widthChosen.emit(width)
    qtbot.waitUntil(lambda: ask("innerWidth") == width, timeout=5000)
    assert ask(f"matchMedia('(min-width: {width}px) and (max-width: {width}px)').matches")


@pytest.mark.parametrize("width", [768, 1200])
def test_a_change_is_told_as_painted_on_a_reduced_page_too(
    qtbot: QtBot, running: PreviewPane, session: Session, width: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("briefdesk.ui.preview.engine.ILLEGIBLE_MS", 1_000_000)
    running._toolbar.widthChosen.emit(width)
    for n in range(3):
        with qtbot.waitSignal(running.painted, timeout=5000):
            session.edit("headline", f"Reduced {n}")


def test_fit_is_as_wide_as_the_pane(qtbot: QtBot, running: PreviewPane, ask: Ask):
    running._toolbar.widthChosen.emit(768)
    running._toolbar.widthChosen.emit(0)
    room = engine_of(running).view.width()
    assert room == running.width() - 32
    qtbot.waitUntil(lambda: ask("[innerWidth, devicePixelRatio]") == [room, 1], timeout=5000)


def test_the_page_follows_the_programs_scheme_until_one_is_chosen(
    qtbot: QtBot, running: PreviewPane, look: Look, ask: Ask
):
    def page() -> str:
        return ask("getComputedStyle(document.body).backgroundColor")

    look.set_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: page() == "rgb(23, 22, 21)", timeout=5000)
    running._toolbar.schemeChosen.emit("light")
    qtbot.waitUntil(lambda: page() == "rgb(255, 255, 255)", timeout=5000)
    look.set_scheme(Scheme.LIGHT)
    running._toolbar.schemeChosen.emit("dark")
    qtbot.waitUntil(lambda: page() == "rgb(23, 22, 21)", timeout=5000)


def centre_of(ask: Ask, selector: str) -> QPoint:
    x, y = ask(
        "(r => [r.x + r.width / 2, r.y + r.height / 2])"
        f"(document.querySelector('{selector}').getClientRects()[0])"
    )
    return QPoint(round(x), round(y))


def test_a_click_on_a_link_goes_nowhere(qtbot: QtBot, running: PreviewPane, ask: Ask):
    asked: list[str] = []
    running._confirm = lambda address: bool(asked.append(address))
    ask("(document.querySelector('.read a').scrollIntoView({block: 'center'}), 1)")
    place = centre_of(ask, ".read a")
    target = engine_of(running).view.focusProxy()
    assert target is not None
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)
    qtbot.wait(300)
    assert ask("location.href") == ADDRESS
    assert asked == []


def test_ctrl_and_click_asks_with_the_address_and_opens_it(
    qtbot: QtBot, running: PreviewPane, ask: Ask, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    opened: list[str] = []
    running._confirm = lambda address: asked.append(address) or True
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    ask("(document.querySelector('.read a').scrollIntoView({block: 'center'}), 1)")
    place = centre_of(ask, ".read a")
    target = engine_of(running).view.focusProxy()
    assert target is not None
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, control, pos=place)
    qtbot.waitUntil(lambda: opened == ["https://www.lesswrong.com/posts/x"], timeout=5000)
    assert asked == opened
    assert ask("location.href") == ADDRESS


def test_the_page_cannot_be_made_to_go_elsewhere(qtbot: QtBot, running: PreviewPane, ask: Ask):
    view = engine_of(running).view
    for address in ("https://example.com/", "file:///etc/passwd", "data:text/html,x", ADDRESS + "#term-1"):
        view.page().runJavaScript(f"location.href = '{address}'", WORLD)
    view.page().load(QUrl("file:///etc/passwd"))
    qtbot.wait(300)
    assert ask("[location.protocol, !!document.querySelector('h1')]") == ["briefdesk-preview:", True]


def kill_and_wait(qtbot: QtBot, pane: PreviewPane) -> None:
    with qtbot.waitSignal(pane.painted, timeout=START_MS):
        kill(pane)


def kill(pane: PreviewPane) -> None:
    process = engine_of(pane).process_id
    assert process > 0
    os.kill(process, signal.SIGKILL)


def test_a_killed_render_process_comes_back_with_text_and_place(
    qtbot: QtBot, running: PreviewPane, session: Session, ask: Ask
):
    ask("(scrollTo(0, 250), scrollY)")
    qtbot.waitUntil(lambda: engine_of(running)._last_scroll == 250, timeout=5000)
    kill_and_wait(qtbot, running)
    assert ask("document.querySelector('h1').textContent") == session.brief.headline
    assert ask("scrollY") == 250
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("headline", "After the fall")
    assert ask("document.querySelector('h1').textContent") == "After the fall"


def test_a_render_process_that_dies_three_times_is_replaced_by_the_simple_page(
    qtbot: QtBot, running: PreviewPane, session: Session
):
    for _ in range(2):
        kill_and_wait(qtbot, running)
    with qtbot.waitSignal(running.stateChanged, timeout=START_MS) as told:
        kill(running)
    assert told.args is not None
    assert "simple page" in told.args[0]
    simple = running.findChild(QTextBrowser, "previewView")
    assert simple is not None
    assert session.brief.headline in simple.toPlainText()
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        session.edit("headline", "Shown without an engine")
    assert "Shown without an engine" in simple.toPlainText()
    running._on_retry_requested()
    qtbot.waitUntil(lambda: running.engine is not None, timeout=START_MS)
    qtbot.waitSignal(running.painted, timeout=START_MS).wait()
    assert isinstance(running.findChild(PageView, "previewView"), PageView)
