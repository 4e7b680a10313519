"""The page in the web engine: loaded once, then patched; nothing gets in but what it is given.

Importing this module loads the engine. Nothing before the first paint may do that.
"""

import json
import time
from collections import deque
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QPointF, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)

from briefdesk.ui.preview.page_view import PageView
from briefdesk.ui.preview.patches import Patches
from briefdesk.ui.preview.scheme import OnlyOurScheme, SchemeHandler
from briefdesk.ui.preview.shell import ADDRESS, SCHEME, script
from briefdesk.ui.preview.shown import Shown

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
MOST_DEATHS = 3
DEATHS_WITHIN = 30.0
"""Seconds within which the render process may end twice; with the third time the engine is given up."""
STAMPS = 4096
"""How many numbers the stamp on the page can show; see `PageView.stamp`."""
ILLEGIBLE_MS = 250
"""When the stamp is not seen so long after its frame was made, the change is taken to be on screen."""

_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.ErrorPageEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
    QWebEngineSettings.WebAttribute.ScreenCaptureEnabled,
    QWebEngineSettings.WebAttribute.WebGLEnabled,
    QWebEngineSettings.WebAttribute.Accelerated2dCanvasEnabled,
    QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
    QWebEngineSettings.WebAttribute.TouchIconsEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.NavigateOnDropEnabled,
    QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled,
    QWebEngineSettings.WebAttribute.BackForwardCacheEnabled,
)


class ShellPage(QWebEnginePage):
    """A page that never goes anywhere: it loads the shell, and a click on a link does nothing."""

    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        """Let the shell be loaded and loaded again, and nothing else."""
        ours = isMainFrame and QUrl(url) == QUrl(ADDRESS)
        return ours and type != QWebEnginePage.NavigationType.NavigationTypeLinkClicked

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        """Say nothing: what the policy refused in a page is no news."""


class Engine(QObject):
    """The engine, its one page and the view of it.

    `painted` tells the brief whose newest change is on screen, `loaded` that the page stands, `failed`
    that it could not be loaded, `died` that the render process ended too often, `linkWanted` the address
    of a link that was clicked with Ctrl.
    """

    painted = Signal(str)
    loaded = Signal()
    died = Signal()
    failed = Signal()
    linkWanted = Signal(str)

    def __init__(self, theme: str, paper: QColor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._patches = Patches()
        self._wanted: Shown | None = None
        self._is_loaded = False
        self._is_waiting = False
        self._last_scroll = 0.0
        self._scroll: float | None = None
        self._deaths: deque[float] = deque(maxlen=MOST_DEATHS)
        self._sent: dict[int, str] = {}
        self._profile = QWebEngineProfile()  # without a name: nothing of it is ever written
        self._handler = SchemeHandler(self._profile)
        self._handler.theme = theme
        self._page = self._make_page(paper)
        self.view = PageView(self._page)
        self.view.painted.connect(self._on_view_painted)
        self.view.zoomed.connect(self._dress)
        # View, page, profile: the one order of leaving that it takes without complaint, whoever begins.
        self._page.setParent(self.view)
        self._profile.setParent(self)

    def load(self) -> None:
        """Load the shell; what is shown meanwhile follows when it is there."""
        self._page.load(QUrl(ADDRESS))

    def show_page(self, shown: Shown) -> None:
        """Bring the page to this state; of states that come faster than it can follow, the newest counts."""
        self._wanted = shown
        self._send()

    def set_theme(self, theme: str, paper: QColor) -> None:
        """Show the page in the theme "light" or "dark", on paper of this colour."""
        self._theme = self._handler.theme = theme
        self._page.setBackgroundColor(paper)
        self._dress()

    @property
    def is_printable(self) -> bool:
        """Whether the page stands, with what was shown last."""
        return self._is_loaded and not self._is_waiting

    @property
    def process_id(self) -> int:
        """The process that renders the page; 0 where there is none."""
        return self._page.renderProcessPid()

    def close(self) -> None:
        """End the engine and give back what it holds."""
        if not shiboken6.isValid(self._page):
            return
        self._page.disconnect(self)
        shiboken6.delete(self.view)
        shiboken6.delete(self._profile)

    def _reload(self) -> None:
        # Without the way through "discarded", a page whose process ended in mid-frame is at times loaded
        # again but never drawn again: about once in fifteen times, never in 360.
        self._page.setVisible(False)
        self._page.setLifecycleState(QWebEnginePage.LifecycleState.Discarded)
        self._page.setVisible(self.view.isVisible())
        self.load()

    def _make_page(self, paper: QColor) -> ShellPage:
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self._handler)
        self._profile.setUrlRequestInterceptor(OnlyOurScheme(self._profile))
        self._profile.setPersistentCookiesPolicy(
            QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
        )
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._profile.downloadRequested.connect(self._on_download_requested)
        ours = QWebEngineScript()
        ours.setName("briefdesk")
        ours.setSourceCode(script())
        ours.setWorldId(WORLD)
        ours.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
        ours.setRunsOnSubFrames(False)
        page = ShellPage(self._profile)
        page.scripts().insert(ours)
        for attribute in _OFF:
            page.settings().setAttribute(attribute, False)
        page.setBackgroundColor(paper)
        page.loadFinished.connect(self._on_load_finished)
        page.titleChanged.connect(self._on_title_changed)
        page.scrollPositionChanged.connect(self._on_scroll_position_changed)
        page.renderProcessTerminated.connect(self._on_render_process_terminated)
        page.newWindowRequested.connect(self._on_new_window_requested)
        return page

    def _dress(self) -> None:
        if self._is_loaded:
            self._page.runJavaScript(f"briefdesk.dress({json.dumps(self._theme)}, {self.view.zoom})", WORLD)

    def _send(self, scroll: float | None = None) -> None:
        if not self._is_loaded or self._is_waiting or self._wanted is None:
            return
        shown = self._wanted
        patch = self._patches.next(shown, scroll)
        if patch is None:
            if not self._sent:
                self.painted.emit(shown.brief_id)
            return
        self._is_waiting = True
        self._sent[self._patches.number] = shown.brief_id
        self._page.runJavaScript(f"briefdesk.show({patch})", WORLD, self._on_patched)
        self.view.expect_change()

    def _on_patched(self, _number: object) -> None:
        self._is_waiting = False
        self.view.expect_change()  # again: the engine may have been slower than the wait
        self._send()

    def _on_load_finished(self, succeeded: bool) -> None:
        if not succeeded:
            if not self._is_loaded:  # else it was a way elsewhere that was refused
                self.failed.emit()
            return
        self._is_loaded = True
        self._is_waiting = False
        self._sent.clear()
        self._patches.forget()
        self.view.set_zoom(self.view.zoom)  # a load forgets it
        scroll, self._scroll = self._scroll, None
        self._send(scroll)
        self.loaded.emit()

    def _on_title_changed(self, title: str) -> None:
        number, _, _ = title.partition(" framed")
        if number.isdecimal() and int(number) in self._sent:
            QTimer.singleShot(ILLEGIBLE_MS, self, partial(self._tell_painted, int(number)))

    def _on_view_painted(self) -> None:
        if self._sent:
            stamp = self.view.stamp()
            self._tell_painted(max((n for n in self._sent if n % STAMPS == stamp), default=0))

    def _tell_painted(self, number: int) -> None:
        brief_id = self._sent.get(number)
        if brief_id is None:
            return
        self._sent = {later: each for later, each in self._sent.items() if later > number}
        self.painted.emit(brief_id)

    def _on_scroll_position_changed(self, position: QPointF) -> None:
        if self._is_loaded:
            self._last_scroll = position.y()

    def _on_render_process_terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        self._is_loaded = False
        self._scroll = self._last_scroll
        self._deaths.append(time.monotonic())
        if len(self._deaths) == MOST_DEATHS and self._deaths[-1] - self._deaths[0] <= DEATHS_WITHIN:
            self.died.emit()
            return
        QTimer.singleShot(0, self, self._reload)  # not from within the signal: the engine is still at it

    def _on_new_window_requested(self, request: QWebEngineNewWindowRequest) -> None:
        self.linkWanted.emit(request.requestedUrl().toString())

    def _on_download_requested(self, download: QWebEngineDownloadRequest) -> None:
        download.cancel()
