"""What holds for every test: no display is needed, and the user's own folders are never touched."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no reason for a property not to hold.
settings.register_profile("briefdesk", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("briefdesk")


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Collect garbage between tests, as the window does: never in a thread that a widget is not of."""
    gc.disable()
    yield
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            break


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give each test data, settings and state folders of its own, and no library from outside."""
    monkeypatch.delenv("BRIEFDESK_LIBRARY", raising=False)
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / f"xdg-{kind.lower()}"))
