"""What a field puts right when it is left."""

_EDGES = " \t\u200d"
"""Blanks, and joiners that lost the emoji they joined."""


def tidied(text: str) -> str:
    """The text without blanks and dangling joiners at its ends, in normal form C."""
    text = text.strip(_EDGES)
    if text.isascii():
        return text
    from briefdesk.brief.text import composed  # the first paint does not need it

    return composed(text)
