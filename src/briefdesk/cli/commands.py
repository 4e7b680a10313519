"""Every command of the program: its words, its options, and what it says of itself."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

QUERY = "which briefs; see below"
QUERY_WORDS = """\
A QUERY holds what a brief must have, all of it:
  word               this word; the last one may be its beginning
  "two words"        these words, one after the other
  -word              not this word (put -- before a query that begins with it)
  tag:NAME           this tag
  status:NAME        draft, review, ready or published
  source:WORD        a word of the publisher or of the address
  after:2026-03-01   changed on this day or later; before: changed earlier.
                     A month (2026-03) or a year will do; days are those of UTC"""
FORMATS_IN = ("auto", "page", "markdown", "html", "json", "jsonl")
FORMATS_OUT = ("json", "markdown", "html", "text")


def _no_options(parser: argparse.ArgumentParser) -> None:
    """For a command that takes none but those taken everywhere."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `words` as its usage shows them, `least` to `most` of them (`None`: any number).

    `more` is what its help says below the options.
    """

    name: str
    words: str
    least: int
    most: int | None
    what: str
    options: Callable[[argparse.ArgumentParser], None] = _no_options
    more: str = ""


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_count, metavar="N", help="at most so many (all)")
    parser.add_argument("--trash", action="store_true", help="those in the trash")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_count, metavar="N", default=50, help="at most so many (50)")


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS_OUT, help="text; with --json, json")
    parser.add_argument("--layout", metavar="NAME", default="", help="layout of the page (the brief's own)")
    parser.add_argument(
        "--straight-quotes", action="store_true", help="plain quotation marks, in text and Markdown"
    )


def _related(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_count, metavar="N", default=5, help="at most so many (5)")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS_IN, default="auto", help="what the files are (auto)")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="every brief of the library")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="every brief of the library")
    parser.add_argument("--query", metavar="QUERY", help=QUERY)
    parser.add_argument("--channel", metavar="NAME", required=True, help="see briefdesk channels")
    parser.add_argument("--to", metavar="DIR", required=True, help="the folder to write to")
    parser.add_argument("--base-url", metavar="URL", default="", help="a brief's address is URL/slug/")
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="a setting of the channel"
    )
    parser.add_argument(
        "--include-drafts",
        action="store_true",
        help="drafts and briefs in review too, for site, feed and server channels with --all or --query;"
        " file channels (html, markdown, txt, json) write them in any case",
    )
    parser.add_argument(
        "--overwrite-changed",
        action="store_true",
        help="files of ours that someone else has changed too; a copy of each is kept as NAME.bak",
    )
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be written")


def _publish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--query", metavar="QUERY", help=QUERY)
    parser.add_argument("--due", action="store_true", help="what is due now")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be done")


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--field", metavar="NAME", default="", help="only this field")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FILE", help="where (beside the library's other backups)")


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="make good what can be made good")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text[:18]) > 0 and len(text) <= 18):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


COMMANDS: tuple[Command, ...] = (
    Command(
        "import",
        "FILE...",
        1,
        None,
        "add briefs from files (- is standard input); again updates them",
        _import,
    ),
    Command("list", "[QUERY]", 0, None, "list briefs, newest first", _list, QUERY_WORDS),
    Command("search", "QUERY", 1, None, "find briefs, best first", _search, QUERY_WORDS),
    Command("show", "ID", 1, 1, "print one brief", _show),
    Command("set", "ID FIELD=VALUE...", 2, None, "change simple fields: status=ready tags=ai,safety"),
    Command("trash", "ID...", 1, None, "move briefs to the trash"),
    Command("untrash", "ID...", 1, None, "take briefs out of the trash"),
    Command("related", "ID|FILE", 1, 1, "suggest briefs for More briefs", _related),
    Command("check", "[ID|FILE...]", 0, None, "hold briefs to the rubric", _check),
    Command("export", "[ID...]", 0, None, "write files for a channel", _export, QUERY_WORDS),
    Command("publish", "PROFILE [ID...]", 1, None, "run a saved channel profile", _publish, QUERY_WORDS),
    Command("layouts", "", 0, 0, "list the layouts"),
    Command("channels", "", 0, 0, "list the channels and their settings"),
    Command("history", "ID", 1, 1, "list the kept states of a brief, newest first"),
    Command("restore", "ID REVISION", 2, 2, "bring a kept state back, as a new one", _restore),
    Command("backup", "", 0, 0, "write a verified copy of the library", _backup),
    Command("restore-backup", "FILE", 1, 1, "go back to a copy; the present library is kept"),
    Command("verify", "", 0, 0, "test library, index and revisions", _verify),
    Command("doctor", "", 0, 0, "print a report for bug reports; no text of yours is in it"),
)
"""The contract's table, in its order."""
