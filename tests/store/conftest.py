"""A library of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefdesk.store.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.briefdesk"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened
