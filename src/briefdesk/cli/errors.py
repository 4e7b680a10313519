"""How a command ends: its exit code, and the wrong usage that it refuses."""

from enum import IntEnum

from briefdesk.brief.errors import InvalidBrief, KnownError


class Exit(IntEnum):
    """The exit codes of the contract; INTERRUPTED and BUG are what a shell expects of these two."""

    DONE = 0
    ATTENTION = 1
    USAGE = 2
    LIBRARY = 3
    NOTHING = 4
    BUG = 70
    INTERRUPTED = 130


class Usage(KnownError):
    """The command was called in a way that it does not know."""


class Missing(KnownError):
    """What the command was to read is not there or cannot be read."""


class Unopened(KnownError):
    """The library or the window cannot be opened."""


def exit_of(error: KnownError) -> Exit:
    """The exit code of an error that ends a command."""
    if isinstance(error, Usage):
        return Exit.USAGE
    if isinstance(error, Missing | InvalidBrief):
        return Exit.NOTHING
    if isinstance(error, Unopened):
        return Exit.LIBRARY
    from briefdesk.store.errors import NoSuchBrief  # the store is loaded already when it has raised

    return Exit.NOTHING if isinstance(error, NoSuchBrief) else Exit.LIBRARY


def told(error: KnownError) -> str:
    """An error in one line, each of its parts a sentence: what happened, what is safe, what to do."""
    parts = (" ".join(part.split()).rstrip(".") for part in (error.what, error.safe, error.todo))
    what, *others = (part for part in parts if part)
    return ". ".join([what, *(_begun(part) for part in others)])


def _begun(part: str) -> str:
    return part if part.startswith("briefdesk ") else part[:1].upper() + part[1:]
