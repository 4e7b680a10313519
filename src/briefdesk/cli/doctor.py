"""`doctor`: a report for bug reports, without any text of the user's."""

import os
import platform
import sys
from importlib import metadata
from pathlib import Path

from briefdesk import __version__
from briefdesk.brief.errors import KnownError
from briefdesk.cli.display import can_open
from briefdesk.cli.errors import Exit
from briefdesk.cli.output import table
from briefdesk.cli.work import Work
from briefdesk.paths import config_dir, resources, state_dir
from briefdesk.store.engine import sqlite_version

_PACKAGES = (
    "PySide6",
    "SQLAlchemy",
    "alembic",
    "markdown-it-py",
    "Markdown",
    "Jinja2",
    "nh3",
    "lxml",
    "regex",
)


def doctor(work: Work) -> int:
    """Print versions, places and the health of the library."""
    problems: list[str] = []
    facts: dict[str, str] = {
        "briefdesk": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "locale": os.environ.get("LC_ALL") or os.environ.get("LANG") or "none",
        "file names": sys.getfilesystemencoding(),
        "display": "answers" if can_open() else "none",
    }
    facts |= {name: _version(name) for name in _PACKAGES}
    facts |= _places(problems) | _resources(problems) | _library(work, problems)
    text = "\n".join(table(list(facts.items())) + [f"problem: {problem}" for problem in problems])
    work.out.row({"ok": not problems, "problems": problems, "facts": facts}, text)
    return Exit.ATTENTION if problems else Exit.DONE


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _places(problems: list[str]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for name, folder in (("settings", config_dir), ("state", state_dir)):
        try:
            facts[name] = _shown(folder())
        except OSError as error:
            problems.append(f"The folder of the {name} cannot be made: {error.strerror}")
    return facts


def _resources(problems: list[str]) -> dict[str, str]:
    folder = resources()
    fonts = sorted(each.stem for each in folder.glob("fonts/*.ttf"))
    if not fonts:
        problems.append("The fonts that belong to the program are not there")
    return {"resources": _shown(folder), "fonts": ", ".join(fonts) or "none"}


def _library(work: Work, problems: list[str]) -> dict[str, str]:
    facts = {"sqlite": sqlite_version()}
    try:
        facts["library"] = _shown(work.library_path)
        library = work.library
        counts = library.counts()
        found = library.verify()
        size = work.library_path.stat().st_size
        mode = work.library_path.stat().st_mode & 0o777
    except KnownError as error:
        problems.append(_without_home(str(error)))
        return facts
    problems += [_without_home(problem) for problem in found]
    facts["library state"] = library.state.kind
    facts["library size"] = f"{size / 1024:,.0f} KiB, mode {mode:o}"
    facts["briefs"] = ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"
    return facts


def _shown(path: Path) -> str:
    return _without_home(str(path))


def _without_home(text: str) -> str:
    """The text with the user's name out of its paths."""
    home = os.path.expanduser("~")  # noqa: PTH111  (never fails, as Path.home() does without a home)
    return text.replace(home, "~") if len(home) > 1 else text
