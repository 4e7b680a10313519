"""Which dictionaries there are, ours and the user's, and which of them is for a brief's language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from briefdesk.desk.lexicon import Lexicon
from briefdesk.paths import data_dir, resources

AMERICAN: Final = "en_US"
BRITISH: Final = "en_GB"
_AMERICAN_TOO: Final = frozenset({"US", "PH", "PR", "GU"})


def own_folder() -> Path:
    """The folder into which a user puts more dictionaries; it need not be there."""
    return data_dir() / "dictionaries"


def available() -> Mapping[str, Path]:
    """The dictionaries by their names, such as `en_US`; the user's own go before ours."""
    found: dict[str, Path] = {}
    for folder in (resources() / "dictionaries", own_folder()):
        try:
            files = sorted(folder.glob("*.aff")) + sorted(folder.glob("*.dic"))
        except OSError:
            continue  # as if it were empty: a folder that cannot be read holds nothing we could use
        found |= {file.stem: file.with_suffix("") for file in files}
    return found


def name_for(language: str, names: Mapping[str, Path], english: str = AMERICAN) -> str | None:
    """The dictionary for a language tag (BCP 47), or None; `english` is the one for plain "en".

    English of a country without a dictionary of its own is held to be nearer to the British one.
    """
    parts = language.replace("_", "-").split("-")
    tongue = parts[0].lower()
    country = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    exact = f"{tongue}_{country}" if country else tongue
    if exact in names:
        return exact
    if tongue == "en":
        wanted = english if not country else AMERICAN if country in _AMERICAN_TOO else BRITISH
        return wanted if wanted in names else None
    alike = sorted(name for name in names if name.replace("-", "_").split("_")[0].lower() == tongue)
    home = f"{tongue}_{tongue.upper()}"
    return home if home in alike else next(iter(alike), None)


def read(name: str, names: Mapping[str, Path]) -> Lexicon:
    """Read a dictionary by its name.

    Raises:
        KnownError: it cannot be read, and why.
    """
    return Lexicon.read(names[name])
