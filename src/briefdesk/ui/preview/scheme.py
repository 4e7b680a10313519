"""The preview's own address scheme: the one place its page can load anything from. Imports the engine."""

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from briefdesk.ui.preview.shell import SCHEME, answer


def register() -> None:
    """Make the scheme known, once; to be called before the first profile is made.

    Qt's documentation asks for it before the application object. The schemes are in fact locked by the
    first profile, which saves importing the engine before the first paint; a test holds the effect.
    """
    name = QByteArray(SCHEME.encode())
    if not QWebEngineUrlScheme.schemeByName(name).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers the few addresses of the scheme."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = "light"

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Send the file at the address, or say that there is none."""
        found = answer(job.requestUrl().path(), self.theme)
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        # A list each, other than its signature says: a bare value is sent letter by letter.
        headers: Any = {name.encode(): [value.encode()] for name, value in found.headers.items()}
        job.setAdditionalResponseHeaders(headers)
        buffer = QBuffer(job)
        buffer.setData(found.data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(found.kind.encode()), buffer)


class OnlyOurScheme(QWebEngineUrlRequestInterceptor):
    """Refuses every request that leaves the scheme; pictures inside the page need no request."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let our own scheme and inline data pass."""
        if info.requestUrl().scheme() not in (SCHEME, "data"):
            info.block(True)
