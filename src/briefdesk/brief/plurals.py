"""Singular and plural of English words, as far as simple rules and a short list of exceptions go."""

import re
from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    "analyses": "analysis",
    "axes": "axis",
    "crises": "crisis",
    "diagnoses": "diagnosis",
    "hypotheses": "hypothesis",
    "parentheses": "parenthesis",
    "syntheses": "synthesis",
    "theses": "thesis",
    "oases": "oasis",
    "neuroses": "neurosis",
    "prostheses": "prosthesis",
    "children": "child",
    "feet": "foot",
    "geese": "goose",
    "men": "man",
    "mice": "mouse",
    "teeth": "tooth",
    "women": "woman",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "appendices": "appendix",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "calves": "calf",
    "halves": "half",
    "knives": "knife",
    "leaves": "leaf",
    "lives": "life",
    "loaves": "loaf",
    "selves": "self",
    "shelves": "shelf",
    "thieves": "thief",
    "wives": "wife",
    "wolves": "wolf",
    "biases": "bias",
    "aliases": "alias",
    "atlases": "atlas",
    "gases": "gas",
    "canvases": "canvas",
    "lenses": "lens",
    "quizzes": "quiz",
    "bacteria": "bacterium",
}
_PLURALS: Final = {singular: plural for plural, singular in _IRREGULAR.items()}

_SAME: Final = frozenset(
    (
        *("news", "series", "species", "means", "lens", "gas", "bias", "alias", "atlas", "canvas"),
        *(
            "acoustics",
            "analytics",
            "athletics",
            "dynamics",
            "economics",
            "electronics",
            "ethics",
            "genetics",
        ),
        *(
            "linguistics",
            "logistics",
            "mathematics",
            "mechanics",
            "optics",
            "physics",
            "politics",
            "robotics",
        ),
        *("semantics", "statistics", "tactics", "thermodynamics"),
    )
)
"""Words in -s that are singular, or both."""

_IE: Final = frozenset(
    (
        *("brownie", "calorie", "collie", "cookie", "die", "genie", "lie", "movie", "pie", "prairie"),
        *("rookie", "selfie", "smoothie", "tie", "zombie", "aussie", "indie", "newbie"),
    )
)
"""Words whose plural looks like that of a word in -y."""

_SILENT: Final = frozenset(("ache", "avalanche", "cache", "creche", "headache", "niche", "psyche", "quiche"))
"""Words in -che, whose plural looks like that of a word in -ch."""

_OES: Final = frozenset(
    (
        *("cargo", "echo", "embargo", "hero", "mosquito", "potato", "tomato", "torpedo", "veto", "volcano"),
        *("domino", "tornado"),
    )
)
_USE: Final = frozenset(
    (
        *("abuse", "accuse", "amuse", "confuse", "diffuse", "disuse", "excuse", "fuse", "infuse", "misuse"),
        *("muse", "peruse", "recluse", "refuse", "reuse", "ruse", "use"),
    )
)
_HISS: Final = re.compile(r"(?:ss|x|sh|ch|us|zz)$")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a word in lower case; the word itself where it is none that we know a plural of."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word in _SAME or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-1] if word[:-1] in _IE else f"{word[:-3]}y"
    stem = word[:-2]
    if word.endswith(("sses", "xes", "shes", "zzes")) or stem in _OES:
        return stem
    if word.endswith("ches"):
        return word[:-1] if word[:-1] in _SILENT else stem
    if word.endswith("uses"):
        return word[:-1] if word[:-1] in _USE or word[-5] in "ao" else stem
    return word[:-1]


@lru_cache(maxsize=8192)
def plural(word: str) -> str:
    """The plural of a singular in lower case."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ics") or word in ("news", "series", "species", "means"):
        return word
    if word.endswith("sis"):
        return f"{word[:-2]}es"
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if _HISS.search(word) or word in _OES else f"{word}s"


def forms(word: str) -> tuple[str, ...]:
    """A word in lower case, its singular and its plural; each once, the longest first."""
    one = singular(word)
    return tuple(sorted({word, one, plural(one)}, key=lambda each: (-len(each), each)))
