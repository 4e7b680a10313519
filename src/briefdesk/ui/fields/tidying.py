"""What a field puts right when it is left."""

_EDGES = " \t\u200d"
"""Blanks, and joiners that lost the emoji they joined."""


def tidied(text: str) -> str:
    """The text without blanks and dangling joiners at its ends."""
    return text.strip(_EDGES)
