"""Tests of making a working copy ready to run."""

import shutil
import sys
from pathlib import Path

import prepare
import pytest


@pytest.fixture
def working_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A working copy whose environment is a link to the Python that runs this."""
    shutil.copy(prepare.ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "packages.lock").write_text("one==1\n", encoding="utf-8")
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(prepare, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(prepare, "MARK", tmp_path / ".venv" / "made-from")
    monkeypatch.setattr(prepare, "LOCK", tmp_path / "packages.lock")
    (tmp_path / ".venv").mkdir()
    prepare.MARK.write_text(prepare.made_from(), encoding="utf-8")
    return tmp_path


def test_an_environment_made_from_what_is_there_is_ready(working_copy):
    assert prepare.ready()


def test_a_changed_lock_another_place_or_a_broken_python_ask_for_a_new_one(working_copy, monkeypatch):
    with monkeypatch.context() as changed:
        changed.setattr(prepare, "ROOT", shutil.copytree(working_copy, working_copy / "moved"))
        assert not prepare.ready()
    with monkeypatch.context() as changed:
        changed.setattr(prepare, "PYTHON", working_copy / "gone" / "python")
        assert not prepare.ready()
    assert prepare.ready()
    prepare.LOCK.write_text("one==2\n", encoding="utf-8")
    assert not prepare.ready()


@pytest.mark.parametrize("problem", [prepare.Failed("no network"), KeyboardInterrupt()])
def test_an_environment_that_could_not_be_finished_is_taken_away(working_copy, monkeypatch, problem):
    def run(*command: str) -> None:
        if "venv" in command:
            (prepare.VENV / "bin").mkdir(parents=True)
        else:
            raise problem

    monkeypatch.setattr(prepare, "_run", run)
    with pytest.raises(type(problem)):
        prepare.make()
    assert not prepare.VENV.exists()


def test_our_modules_are_compiled_even_where_python_may_not_do_so_itself(working_copy, monkeypatch):
    monkeypatch.setattr(prepare, "SOURCES", working_copy / "src")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    prepare.SOURCES.mkdir()
    (prepare.SOURCES / "module.py").write_text("x = 1\n", encoding="utf-8")
    (prepare.SOURCES / "broken.py").write_text("x =\n", encoding="utf-8")
    prepare.compile_sources()
    assert [path.name.split(".")[0] for path in prepare.SOURCES.rglob("*.pyc")] == ["module"]
