"""Tests of what is said and done when the system lacks a library."""

import os
from pathlib import Path

import pytest
import system_libraries

LIST = """
# a comment
[window]
libc.so.6              libc6
libnosuchthing.so.7    libnosuchthing7
libnorthat.so          libnorthat0  # another comment

[package]
nosuchprogram          nosuchpackage
"""


PROGRAMS = {"apt-get": "/usr/bin/apt-get"}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """A system that lacks two libraries, and the calls of apt-get that were made on it."""
    calls: list[tuple[str, ...]] = []
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    monkeypatch.setattr(system_libraries, "LIST", tmp_path / "list.txt")
    monkeypatch.setattr(system_libraries.shutil, "which", PROGRAMS.get)
    monkeypatch.setattr(system_libraries, "_apt", lambda *arguments: calls.append(arguments))
    return calls


def test_only_what_cannot_be_loaded_is_missing(bare):
    assert system_libraries.missing() == ["libnosuchthing7", "libnorthat0"]


def test_what_only_packaging_needs_is_asked_for_by_packaging_alone(bare):
    assert system_libraries.missing(packaging=True) == ["libnosuchthing7", "libnorthat0", "nosuchpackage"]


def test_a_normal_user_is_told_one_exact_line_and_nothing_is_run(bare, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(system_libraries.Missing) as told:
        system_libraries.ensure()
    lines = [line for line in str(told.value).splitlines() if "apt-get" in line]
    assert lines == ["sudo apt-get install -y --no-install-recommends libnosuchthing7 libnorthat0"]
    assert bare == []


def test_root_gets_them_installed_and_is_told_when_that_did_not_help(bare, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(system_libraries.Missing, match="no usable libnosuchthing7 libnorthat0"):
        system_libraries.ensure()
    assert [call[0] for call in bare] == ["update", "install"]
    assert bare[1][-2:] == ("libnosuchthing7", "libnorthat0")


def test_another_system_than_debian_is_told_the_names(bare, monkeypatch):
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: None)
    with pytest.raises(system_libraries.Missing, match="libnosuchthing7 libnorthat0"):
        system_libraries.ensure()


def test_every_line_of_the_real_list_names_a_library_and_a_package():
    lines = system_libraries.LIST.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line.strip() and line[0] not in "#["]
    assert len(system_libraries.needed(packaging=True)) == len(entries) > 20
    assert {len(line.split()) for line in entries} == {2}
