"""A long bullet as several: one for each of its sentences."""

from collections.abc import Iterator
from dataclasses import replace

from briefdesk.brief.marks import Run, parse, plain
from briefdesk.brief.spelling import spell
from briefdesk.brief.wording import sentences, word_count

MOST_WORDS, MOST_CHARACTERS = 40, 280
"""What a bullet may have before it is offered to be split."""


def is_long(source: str) -> bool:
    """Whether a bullet has more than 40 words or 280 characters."""
    if len(source) <= MOST_WORDS:
        return False
    text = plain(source)
    return len(text) > MOST_CHARACTERS or word_count(text) > MOST_WORDS


def by_sentence(source: str) -> tuple[str, ...]:
    """The sentences of inline Markdown, each with the marks it had; what is one sentence stays as it is."""
    text = plain(source)
    found = sentences(text)
    if len(found) < 2:
        return (source,)
    cut: list[str] = []
    place = 0
    runs = parse(source)
    for sentence in found:
        place = text.index(sentence, place)
        cut.append(spell(tuple(_within(runs, place, place + len(sentence)))))
        place += len(sentence)
    return tuple(cut)


def _within(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    count = 0
    for run in runs:
        first, last = max(start - count, 0), min(end - count, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        count += len(run.text)
