"""Inline Markdown cut in two and joined again: the marks at the place hold on both sides of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefdesk.brief.marks import Run, has_marks, merged, parse, plain
from briefdesk.brief.spans import seen_from, spans
from briefdesk.brief.spelling import spell

_BEGUN = re.compile(r"(?<![\\*])\*{1,3}\Z|(?<![\\`])`\Z")
_MARKS: Final = ("strong", "emphasis", "code", "href")


def halves(source: str, place: int) -> tuple[str, str]:
    """What stands before a place and behind it, each with the marks that were open there.

    A place in a sign is one behind it where a reader has seen all that it marks, as in the address of a
    link, and before it else; nothing is marked that has no words. What stands elsewhere stays as it was
    typed.
    """
    before, after = source[:place], source[place:]
    if not has_marks(source):
        return before, after
    if sign := _begun_here(source, place):
        return halves(before[: -len(sign)] + after[len(sign) :], place - len(sign))
    runs = parse(source)
    if merged((*parse(before), *parse(after))) == runs:
        return before, after
    seen = seen_from(source, place)
    first, last = tuple(_within(runs, 0, seen)), tuple(_within(runs, seen, len(plain(source))))
    # Only the marked stretch around the place is spelled anew, unless that is read as something else.
    begin, end = _marked_around(source, place)
    middle = parse(source[begin:end])
    cut = seen - seen_from(source, begin)
    tried = (
        source[:begin] + spell(tuple(_within(middle, 0, cut))),
        spell(tuple(_within(middle, cut, len(plain(source[begin:end]))))) + source[end:],
    )
    spelled = spell(first), spell(last)
    return (
        tried[0] if parse(tried[0]) == parse(spelled[0]) else spelled[0],
        tried[1] if parse(tried[1]) == parse(spelled[1]) else spelled[1],
    )


def joined(first: str, last: str) -> tuple[str, int]:
    """Two texts as one, and where in it the second begins; marks that meet there become one.

    Blanks between two marked stretches are marked with them, so that what was cut at a blank is as it was.
    """
    if not has_marks(first) or not has_marks(last):
        return _as_read(first, last)
    ends, begins = list(parse(first)), list(parse(last))
    left, right = _marked_edge(ends, -1), _marked_edge(begins, 0)
    shared = {
        mark: getattr(left, mark)
        for mark in _MARKS
        if left and right and getattr(left, mark) and getattr(left, mark) == getattr(right, mark)
    }
    if not shared:
        return _as_read(first, last)
    # As in a cut, what is marked elsewhere stays as it was typed.
    begin = _marked_around(first, len(first.rstrip()))[0]
    end = _marked_around(last, len(last) - len(last.lstrip()))[1]
    wanted = _bridged(ends, begins, shared)
    local = _bridged(list(parse(first[begin:])), list(parse(last[:end])), shared)
    for text in (first[:begin] + spell(local) + last[end:], spell(wanted)):
        if parse(text) == wanted:
            return text, _place_behind(text, len(plain(first)))
    return _as_read(first, last)


def _as_read(first: str, last: str) -> tuple[str, int]:
    """Two texts one behind the other, spelled anew where signs that meet would be read as something else.

    Signs that mark nothing were typed for what is still to come: they stay as they are. What cannot be said
    in Markdown right behind the other text loses its marks, not its words.
    """
    together = first + last
    wanted = merged((*parse(first), *parse(last)))
    words = plain(first) + plain(last)
    if parse(together) == wanted or has_marks(words):
        return together, len(first)
    text = spell(wanted)
    return (text, _place_behind(text, len(plain(first)))) if plain(text) == words else (together, len(first))


def spliced(first: str, start: int, last: str, end: int, text: str) -> tuple[str, int]:
    """What stands before a place of a text and behind one of another, with a text between; and its end.

    The text has the marks that are open at the first place; marks without words are gone.
    """
    raw = first[:start]
    cut, after = halves(first, start)[0], halves(last, end)[1]
    before = cut
    words = raw.rstrip()
    blanks = raw[len(words) :]  # which a cut leaves behind the signs
    if text and before.startswith(words) and before.endswith(blanks):
        signs = before[len(words) : len(before) - len(blanks)]
        before, place = raw + text + signs, start + len(text)
    else:
        before, place = before + text, len(before) + len(text)
    seen = plain(cut) + text
    if plain(before) != seen and not has_marks(seen):
        # A letter right behind the signs would keep them from ending anything.
        before = spell(merged((*parse(cut), Run(text))))
        place = len(before)
    together, border = joined(before, after)
    if not text:
        return together, border
    if together.startswith(before[:place]):
        return together, place
    return together, _place_behind(together, seen_from(before, place))


def _bridged(ends: list[Run], begins: list[Run], shared: dict[str, object]) -> tuple[Run, ...]:
    """The runs of both, with these marks on the blanks between them."""
    if ends and _is_blank(ends[-1]):
        ends = [*ends[:-1], replace(ends[-1], **shared)]
    if begins and _is_blank(begins[0]):
        begins = [replace(begins[0], **shared), *begins[1:]]
    return merged((*ends, *begins))


def _begun_here(source: str, place: int) -> str:
    """The signs that were begun at a place and have nothing in them, or ""."""
    found = _BEGUN.search(source, 0, place)
    if found is None:
        return ""
    sign = found.group()
    behind = source[place:]
    next_char = behind[len(sign) : len(sign) + 1]
    # Before a word it is a mark that was begun and not ended, with the place in its sign.
    if not behind.startswith(sign) or next_char == sign[0] or next_char.isalnum():
        return ""
    # Signs that mark something are no text.
    around = [
        each for each in spans(source) if each.start < place + len(sign) and place - len(sign) < each.end
    ]
    return "" if any(each.is_sign or each.run.code for each in around) else sign


def _marked_around(source: str, place: int) -> tuple[int, int]:
    """The stretch around a place in which everything has a mark."""
    begin = end = place
    found = spans(source)
    for each in reversed(found):
        if each.start < begin <= each.end and any(each.run.marks):
            begin = each.start
    for each in found:
        if each.start <= end < each.end and any(each.run.marks):
            end = each.end
    return begin, end


def _within(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    count = 0
    for run in runs:
        first, last = max(start - count, 0), min(end - count, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        count += len(run.text)


def _marked_edge(runs: list[Run], edge: int) -> Run | None:
    """The run at an edge, past a blank without marks."""
    inner = [run for run in runs if run is not runs[edge] or not _is_blank(run)]
    return inner[edge] if inner else None


def _is_blank(run: Run) -> bool:
    return not run.text.strip() and not any(run.marks)


def _place_behind(source: str, seen: int) -> int:
    """The place behind so many characters that a reader sees."""
    count = 0
    for each in spans(source):
        until = count + len(each.run.text)
        if until >= seen and not each.is_sign:
            return each.start + seen - count
        count = until
    return len(source)
