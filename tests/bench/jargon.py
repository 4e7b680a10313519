"""How quiet the term radar is: the share of marked words in a table of news, and marks to judge by eye.

.venv/bin/python -m tests.bench.jargon NEWS.csv [HOW_MANY]

The table has a text in its last column, of agencies, with their HTML in it.
"""

import csv
import html
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

from briefdesk.brief.jargon import Kind, candidates, explained, is_rare, undefined
from briefdesk.brief.wording import word_count

MOST = 1 / 60


def texts_of(table: Path) -> list[str]:
    """The texts of a table, without the tags and entities of its pages."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row[-1] for row in csv.reader(file) if row]
    mended = (re.sub(r"\s?#(\d+);", lambda each: chr(int(each[1])), row.replace("\\", " ")) for row in rows)
    mended = (re.sub(r"(?<!\w)(quot|lt|gt|amp);", r"&\1;", row) for row in mended)
    return [re.sub(r"<[^<>]*>", " ", html.unescape(row)) for row in mended]


def measure(table: Path, shown: int) -> float:
    """Print the share of words that are marked, by kind, and some marks drawn at random."""
    texts = texts_of(table)
    counts = Counter(word for text in texts for word in set(re.findall(r"\w+", text.lower())))
    candidates("phishing", {})  # reads the lists
    began = time.perf_counter()
    marks = [
        (text, each)
        for text in texts
        for each in undefined(candidates(text, {}), explained(text))
        if each.kind is not Kind.WORD or is_rare(len(texts), counts[each.word.split("-")[0]])
    ]
    spent = time.perf_counter() - began
    words = sum(map(word_count, texts))
    kinds = Counter(each.kind.name for _, each in marks)
    print(f"{words} words, {len(marks)} marks: one in {words / len(marks):.0f}, {len(marks) / words:.2%}")
    print(dict(kinds))
    print(f"{spent / len(texts) * 1000:.2f} ms a text")
    for number, (text, each) in enumerate(random.Random(7).sample(marks, min(shown, len(marks))), 1):
        around = " ".join(text[max(0, each.start - 40) : each.end + 30].split())
        print(f"{number:3} {each.word:18} … {around}")
    return len(marks) / words


if __name__ == "__main__":
    share = measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
    sys.exit(share > MOST)
