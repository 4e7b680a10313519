"""The command line is read: options anywhere, words in their order."""

import pytest

from briefdesk.cli.commands import COMMANDS
from briefdesk.cli.errors import Usage
from briefdesk.cli.parser import EPILOG, parse
from briefdesk.paths import resources


@pytest.mark.parametrize(
    "argv",
    [
        ["--json", "--library", "x.db", "--quiet", "import", "a", "b", "--format", "json"],
        ["import", "a", "--format=json", "b", "--json", "--quiet", "--library=x.db"],
        ["--quiet", "import", "--format", "json", "--library", "x.db", "a", "--json", "b"],
    ],
)
def test_options_stand_before_after_and_between(argv: list[str]):
    asked = parse(argv)
    assert (asked.command, asked.words, asked.options.format) == ("import", ("a", "b"), "json")
    assert (asked.library, asked.as_json, asked.quiet) == ("x.db", True, True)


def test_two_hyphens_end_the_options():
    assert parse(["search", "--limit", "3", "--", "-word", "--json", "--"]).words == ("-word", "--json", "--")
    assert not parse(["search", "--", "--json"]).as_json


def test_one_hyphen_is_a_word():
    assert parse(["import", "-"]).words == ("-",)


def test_no_command_is_the_window():
    assert parse([]).command == ""
    assert parse(["a.md", "b.md"]).words == ("a.md", "b.md")


@pytest.mark.parametrize(
    "argv",
    [
        ["search", "-word"],
        ["list", "--nothing"],
        ["list", "--limit", "0"],
        ["list", "--limit", "-3"],
        ["list", "--limit", "²"],
        ["list", "--limit", "9" * 30],
        ["show"],
        ["show", "a", "b"],
        ["show", "a", "--format", "pdf"],
        ["set", "a"],
        ["export", "--all"],
        ["restore", "a"],
        ["--library"],
        ["list", "--library="],
        ["list", "--libr", "x"],
        ["a.md", "--limit", "3"],
    ],
)
def test_wrong_usage_is_refused_in_one_line(argv: list[str]):
    with pytest.raises(Usage) as refused:
        parse(argv)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("command", [each.name for each in COMMANDS])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as done:
        parse([command, "--help"])
    assert done.value.code == 0
    assert f"briefdesk {command}" in capsys.readouterr().out


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        parse(["--help"])
    out = capsys.readouterr().out
    assert all(each.name in out for each in COMMANDS)


@pytest.mark.parametrize("command", ["list", "search", "export", "publish"])
def test_every_command_with_a_query_explains_what_one_may_hold(
    command: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    out = capsys.readouterr().out
    words = ('"two words"', "-word", "tag:", "status:", "source:", "before:", "after:")
    assert all(word in out for word in words)


def test_the_help_of_export_says_which_channels_write_drafts_in_any_case(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        parse(["export", "--help"])
    assert "html, markdown, txt, json" in " ".join(capsys.readouterr().out.split())


def test_the_readme_words_the_exit_codes_as_the_help_does():
    readme = (resources().parent / "README.md").read_text(encoding="utf-8")
    codes = EPILOG.partition("Exit codes: ")[2]
    assert " ".join(codes.split()) in " ".join(readme.split())
