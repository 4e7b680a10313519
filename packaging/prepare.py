"""Make a working copy ready to run: system libraries, `.venv`, locked packages, BriefDesk itself.

Runs on the bare `python3` of the system, with nothing but the standard library. Running it again costs
nothing: `.venv` holds a mark of what it was made from, and is made anew when that has changed.
"""

import compileall
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
SOURCES = ROOT / "src"
MARK = VENV / "made-from"
LOCK = ROOT / "requirements-dev.lock"
OLDEST = (3, 11)


class Failed(Exception):
    """The environment could not be made; the message says what to do."""


def main() -> int:
    """Bring everything into order and give the exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        if sys.version_info < OLDEST:
            raise Failed("Python 3.11 or newer is needed; name one like this: make PYTHON=python3.12 run")
        system_libraries.ensure(packaging="package" in sys.argv[1:])
        if not ready():
            make()
        compile_sources()
    except (Failed, system_libraries.Missing) as problem:
        print(f"BriefDesk: {problem}", file=sys.stderr)
        return 1
    except OSError as problem:  # a full disk, a folder that belongs to another user
        print(f"BriefDesk: {problem.strerror}: {problem.filename or ROOT}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def ready() -> bool:
    """Whether `.venv` was made, to its end, from what is there now, and its Python still runs."""
    try:
        if MARK.read_text(encoding="utf-8") != made_from():
            return False
        return subprocess.run([PYTHON, "-I", "-c", ""], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def make() -> None:
    """Make `.venv` anew; when that fails or is stopped, nothing is left behind."""
    print(f"Setting up {VENV.name} with Python {sys.version.split()[0]} ...", flush=True)
    _remove()
    try:
        _run(sys.executable, "-I", "-m", "venv", str(VENV))
        _pip("--require-hashes", "--only-binary=:all:", "-r", str(LOCK))
        _pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
        MARK.write_text(made_from(), encoding="utf-8")
    except BaseException:  # also Ctrl+C: half an environment is worse than none
        _remove()
        raise


def compile_sources() -> None:
    """Compile what has changed of our own, so that no start waits for it.

    Python does so by itself, but only where it may: not with PYTHONDONTWRITEBYTECODE, and not for a user
    to whom this folder does not belong. It is a matter of speed alone, so trouble with it is none.
    """
    compileall.compile_dir(SOURCES, quiet=2)


def made_from() -> str:
    """The mark: all that decides what the environment holds, and the place that it cannot leave."""
    import tomllib  # not at the top: an older Python is told so in plain words first

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    decisive = {key: project[key] for key in ("build-system", "project")}
    digest = hashlib.sha256(LOCK.read_bytes() + json.dumps(decisive, sort_keys=True).encode())
    return f"{digest.hexdigest()} {sys.version.split()[0]} {ROOT}\n"


def _remove() -> None:
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)


def _pip(*arguments: str) -> None:
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    _run(str(PYTHON), "-I", "-m", "pip", "--disable-pip-version-check", "install", *quiet, *arguments)


def _run(*command: str) -> None:
    """Run a step; its own messages go to the terminal."""
    done = subprocess.run(command, check=False, env={**os.environ, "PIP_NO_INPUT": "1"})
    if done.returncode:
        raise Failed("that step failed (see above) and nothing was left behind; is the network there?")


if __name__ == "__main__":
    sys.exit(main())
