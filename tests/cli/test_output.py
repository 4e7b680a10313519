"""What the commands print."""

import io
import sys

import pytest

from briefdesk.cli.output import Output, one_line, table


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_json_lines_end_at_line_feeds_only(capsys: pytest.CaptureFixture[str]):
    Output(as_json=True).row({"text": "a\u2028b\u2029c\x85d\x7fé"})
    assert capsys.readouterr().out == '{"text": "a\\u2028b\\u2029c\\u0085d\\u007fé"}\n'


def test_an_error_is_one_line_that_upsets_no_terminal(capsys: pytest.CaptureFixture[str]):
    Output().error("a\nb \x1b[31mred\x07 \x9b2J é 日本 👩‍👩‍👧")
    assert capsys.readouterr().err == "briefdesk: a b \\x1b[31mred\\x07 \\x9b2J é 日本 👩‍👩‍👧\n"


def test_columns_are_aligned_with_wide_characters_too():
    lines = table([["a", "x"], ["日本", "y"], ["é", "z"]])
    assert lines == ["a     x", "日本  y", "é     z"]
    assert table([]) == []


def test_one_line_keeps_what_can_be_seen():
    assert one_line("  a\t b\n") == "a b"


@pytest.mark.parametrize("quiet", [False, True])
def test_progress_is_shown_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch, quiet: bool):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    out = Output(quiet=quiet)
    for done in range(1, 31):
        out.progress(done, 30, "import")
    assert ("1 of 30" in screen.getvalue()) is not quiet
    assert screen.getvalue().endswith("" if quiet else "\r\x1b[K")


@pytest.mark.parametrize(("error", "answer"), [(io.StringIO, io.StringIO), (Terminal, Terminal)])
def test_progress_is_not_shown_elsewhere_nor_among_other_lines(
    monkeypatch: pytest.MonkeyPatch, error: type[io.StringIO], answer: type[io.StringIO]
):
    screen = error()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", answer())
    Output().progress(1, 30, "import")
    assert screen.getvalue() == ""


def test_an_error_in_the_middle_of_progress_has_its_own_line(monkeypatch: pytest.MonkeyPatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    out = Output()
    out.progress(1, 30, "import")
    out.error("bad line")
    assert screen.getvalue().endswith("\r\x1b[Kbriefdesk: bad line\n")
