"""The program as a person or a script calls it, within the test's own process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefdesk.cli.main import Screen, run
from briefdesk.cli.opening import Opening

PAGE = """City closes bridge
In brief
- It closes in May.
- A ferry will sail.
Read full story at The Example →
More briefs
Ferry to sail again
The ferry sails from May on.
Shops fear a quiet year
They ask the city for help.
"""


@dataclass(frozen=True)
class Answer:
    """How one call of the program ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        """The JSON Lines of the answer."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def said(self) -> str:
        """The one line on standard error."""
        (line,) = self.err.splitlines()
        return line


Program = Callable[..., Answer]


@pytest.fixture
def opened() -> list[Opening]:
    """What the window was asked to open."""
    return []


@pytest.fixture
def briefdesk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], opened: list[Opening], monkeypatch: pytest.MonkeyPatch
) -> Program:
    """Calls the program on a library of the test's own, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def open_window(opening: Opening) -> int:
        opened.append(opening)
        return 0

    def call(*words: object, library: object = "library.db") -> Answer:
        named = ["--library", str(library)] if library else []
        code = run([*named, *map(str, words)], Screen(open_window, lambda: "a page"))
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page's text as a file."""
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file
