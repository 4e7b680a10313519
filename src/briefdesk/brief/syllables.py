"""Syllables of English words, by rule: near enough for a reading grade of a whole brief."""

import re
import unicodedata
from typing import Final

_LETTER_NAMES: Final = 3
"""Longest word in capitals that is read letter by letter (AI, LLM); longer ones are mostly said as words."""

# What is written and not said; each rule takes the letters away. Order matters.
_SILENT: Final = (
    (re.compile(r"(?<=[^aeiouyln])e(?=ments?$)"), ""),  # advancement, not element
    (re.compile(r"(?<=[aeiouy][^aeiouylrw])e(?=(?:ly|ful|less|ness|lines?|times?)$)"), ""),  # actively
    (re.compile(r"(?<=[gq])ues?$"), ""),  # technique
    (re.compile(r"(?<=[^aeiouylsxzcgh])es$"), "s"),  # demonstrates, not changes
    (re.compile(r"(?<=[aeiouy]l)es$"), "s"),  # roles, not examples
    (re.compile(r"(?<=[^aeiouytdl])ed$"), "d"),  # trained, not started
    (re.compile(r"(?<=[aeiouy]l)ed$"), "d"),
    (re.compile(r"(?<=[aeiouyl]l)ed$"), "d"),  # called
    (re.compile(r"(?<=[^aeiouyl])e$"), ""),  # time
    (re.compile(r"(?<=[aeiouy])le$"), "l"),  # whole, not people
)
_VOWELS: Final = re.compile(r"[aeiouy]+")
# Two vowels side by side that are two syllables.
_APART: Final = re.compile(
    r"io(?!n|us|r)|(?<![cgtsx])iou|uou|i(?=um)|(?<=[^cgqst])ia|ua(?=[tl])|eo(?![nup])|[aeiou]ing|[^aeiou]ier$|oya"
)


def syllables(word: str) -> int:
    """How many syllables a word has; digits count one each, at most three, and every word has one."""
    plain = re.sub(r"[^A-Za-z]", "", unicodedata.normalize("NFKD", word))
    if not plain:
        return max(1, min(3, sum(each.isdigit() for each in word)))
    if plain.isupper() and 1 < len(plain) <= _LETTER_NAMES:
        return len(plain) + 2 * plain.count("W")
    said = plain.lower()
    if len(said) > 2 and word.replace("’", "").isascii():  # an é is always said
        for silent, instead in _SILENT:
            said = silent.sub(instead, said)
    return max(1, len(_VOWELS.findall(said)) + len(_APART.findall(said)))
