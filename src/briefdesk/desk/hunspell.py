"""Reads the two files of a Hunspell dictionary."""

import io
import re
from pathlib import Path

from spylls.hunspell import Dictionary
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import BaseReader

_FIRST = "Windows-1252"
"""What the file of affixes is read in until it has said its encoding."""


class _Lines(BaseReader):
    """The lines of a file that was read at once: the reader of the package leaves its files open."""

    def __init__(self, path: Path, encoding: str = _FIRST) -> None:
        self._content = path.read_bytes()
        super().__init__(self._opened(encoding))

    @property
    def begins_with_number(self) -> bool:
        """Whether the first line is a number, as it is in every file of words."""
        return re.match(rb"(?:\xef\xbb\xbf)?\s*\d+", self._content) is not None

    def reset_encoding(self, encoding: str) -> None:
        """Read on in another encoding."""
        self.reset_io(self._opened(encoding))

    def _opened(self, encoding: str) -> io.StringIO:
        if encoding.upper().replace("_", "-") in ("UTF-8", "UTF8"):
            encoding = "utf-8-sig"
        # Some dictionaries name their flags by bytes that are no text.
        return io.StringIO(self._content.decode(encoding, "surrogateescape"))


def read(affixes: Path, words: Path) -> Dictionary:
    """Read a dictionary; whatever is wrong with its files may be raised."""
    aff, context = read_aff(_Lines(affixes))
    lines = _Lines(words, context.encoding)
    if not lines.begins_with_number:
        raise ValueError(f"{words.name} does not begin with the number of its words")
    return Dictionary(aff, read_dic(lines, aff=aff, context=context))
