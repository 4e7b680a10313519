"""Raised and lowered digits and signs as characters of their own: H₂O, mc², 10⁻³."""

from enum import Enum, auto

_PLAIN = "0123456789+-−=()"
_RAISED = dict(zip(map(ord, _PLAIN + "ni"), "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip(map(ord, _PLAIN), "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))


class Script(Enum):
    """Where a text stands against its line."""

    LEVEL = auto()
    RAISED = auto()
    LOWERED = auto()


def scripted(text: str, script: Script) -> str:
    """The text in raised or lowered characters, where there is one for each; else the text itself."""
    if script is Script.LEVEL:
        return text
    table = _RAISED if script is Script.RAISED else _LOWERED
    return text.translate(table) if all(ord(each) in table or each.isspace() for each in text) else text
