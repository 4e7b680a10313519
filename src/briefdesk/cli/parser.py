"""Reads the command line: options anywhere, words in their order, `--` ends the options."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from briefdesk import __version__
from briefdesk.cli.commands import COMMANDS, Command
from briefdesk.cli.errors import Usage

USAGE = "briefdesk [--library PATH] [--json] [--quiet] [COMMAND ...] | [FILE]"
EPILOG = """\
Without a command the window opens; with a file, on that brief or library.
ID is an id, a slug, or the first four or more characters of an id. -- ends the options.
BRIEFDESK_LIBRARY names the library when --library does not.

Exit codes: 0 done; 1 done, and something needs attention; 2 wrong usage;
3 the library or the window cannot be opened, or not written; 4 no such brief, or nothing could be read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: a command with its words and options; no command is the window.

    `library` is empty where none was named.
    """

    command: str
    words: tuple[str, ...]
    options: argparse.Namespace
    library: str = ""
    as_json: bool = False
    quiet: bool = False
    selftest: bool = False


class _Parser(argparse.ArgumentParser):  # argparse lets its errors be told in no other way
    """A parser of options that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        message = message.replace("the following arguments are required:", "missing:").removeprefix(
            "argument "
        )
        raise Usage(message[:1].upper() + message[1:], todo=f"See {self.prog} --help")


def parse(argv: Sequence[str]) -> Asked:
    """Read the command line.

    Raises:
        Usage: it is not one of ours.
        SystemExit: `--help` or `--version` was asked for and has been answered.
    """
    end = argv.index("--") if "--" in argv else len(argv)
    head, tail = argv[:end], argv[end + 1 :]
    everywhere, rest = _everywhere().parse_known_args(head)
    if everywhere.library == "":
        raise Usage("--library names no file", todo="Name one, or leave the option out for your own library")
    name = rest[0] if rest else ""
    command = next((each for each in COMMANDS if each.name == name), None)
    if command is None:
        _general().parse_known_args(rest)
        words, options = [*_words(rest, "briefdesk"), *tail], argparse.Namespace()
    else:
        options, rest = _parser(command).parse_known_args(rest[1:])
        words = [*_words(rest, f"briefdesk {command.name}"), *tail]
        _count(command, words)
    return Asked(
        command.name if command else "",
        tuple(words),
        options,
        library=everywhere.library or "",
        as_json=everywhere.json,
        quiet=everywhere.quiet,
        selftest=everywhere.selftest,
    )


def _everywhere(prog: str = "briefdesk") -> _Parser:
    parser = _Parser(prog=prog, add_help=False, allow_abbrev=False)
    _add_everywhere(parser)
    parser.add_argument("--selftest", action="store_true", help="try every part of the program and tell")
    return parser


def _add_everywhere(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", metavar="PATH", help="the library to work on")
    parser.add_argument("--json", action="store_true", help="print JSON Lines")
    parser.add_argument("--quiet", action="store_true", help="print results and errors only")
    parser.add_argument("--version", action="version", version=f"briefdesk {__version__}")


def _general() -> _Parser:
    """What answers `briefdesk --help`."""
    listed = "\n".join(f"  {each.name:<15} {each.what}" for each in COMMANDS)
    parser = _Parser(
        prog="briefdesk",
        usage=USAGE,
        description=f"Write, check, keep and publish news briefs.\n\ncommands:\n{listed}",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_everywhere(parser)
    parser.add_argument("--selftest", action="store_true", help="try every part of the program and tell")
    return parser


def _parser(command: Command) -> _Parser:
    """The options of one command; those taken everywhere are read already and stand in its help only."""
    prog = f"briefdesk {command.name}"
    parser = _Parser(
        prog=prog,
        usage=f"{prog} {command.words}".rstrip() + " [options]",
        description=f"{command.what[:1].upper()}{command.what[1:]}.",
        epilog=command.more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.options(parser)
    _add_everywhere(parser)
    return parser


def _words(rest: Sequence[str], prog: str) -> list[str]:
    """What is left when all options are read.

    Raises:
        Usage: something in it looks like an option.
    """
    for word in rest:
        if word.startswith("-") and word != "-":
            raise Usage(
                f"{word} is not an option of {prog}", todo=f"See {prog} --help, or write -- before it"
            )
    return list(rest)


def _count(command: Command, words: Sequence[str]) -> None:
    usage = f"briefdesk {command.name} {command.words}".rstrip()
    if len(words) < command.least:
        raise Usage("Something is missing", todo=f"The command is {usage}")
    if command.most is not None and len(words) > command.most:
        raise Usage(f"{words[command.most]!r} is too much", todo=f"The command is {usage}")
