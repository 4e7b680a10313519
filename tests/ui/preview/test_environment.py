"""The environment that the engine starts in."""

import os

import pytest

from briefdesk.ui.preview.environment import ENGINE_NOISE, engine_environment


def test_the_environment_is_as_before_when_the_engine_has_started(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--mine")
    monkeypatch.delenv("QT_QUICK_BACKEND", raising=False)
    before = dict(os.environ)
    with engine_environment():
        assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"].endswith(" --mine")
        assert '--host-resolver-rules="MAP * ~NOTFOUND"' in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
        assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert dict(os.environ) == before


@pytest.mark.parametrize(("user", "without_sandbox"), [(0, True), (1000, False)])
def test_only_root_goes_without_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, user: int, without_sandbox: bool
):
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    with engine_environment():
        assert ("QTWEBENGINE_DISABLE_SANDBOX" in os.environ) is without_sandbox


def test_an_unknown_message_is_no_noise():
    assert any(pattern.search("Sandboxing disabled by user.") for pattern in ENGINE_NOISE)
    assert not any(
        pattern.search(text)
        for pattern in ENGINE_NOISE
        for text in ("QObject::connect: no such signal", "Release of profile requested but WebEnginePage")
    )
