"""Renaming a term over the whole library: what would change, and changing it, a kept step for each brief."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefdesk.brief.mentions import source_mentions
from briefdesk.brief.model import Brief, Term
from briefdesk.brief.naming import are_twins, is_acronym, names, term_key
from briefdesk.brief.plurals import plural, singular
from briefdesk.store.library import Conflict, Kept, Library

Advance = Callable[[int, int], bool]
"""Told how many of how many briefs are done; tells whether to go on."""

_AT_ONCE = 100


class Passage(NamedTuple):
    """One text of a brief before and after: `field` and `row` say which."""

    field: str
    row: int
    before: str
    after: str


class Renaming(NamedTuple):
    """What becomes of one brief; `refused` says that it has a term of the new name already."""

    before: Brief
    after: Brief
    counter: int
    passages: tuple[Passage, ...]
    refused: bool = False


class Renamed(NamedTuple):
    """What was done: how many briefs were changed, and headlines of those that another hand changed."""

    changed: int
    skipped: tuple[str, ...]
    stopped: bool = False


def plan(library: Library, old: str, new: str, advance: Advance) -> list[Renaming]:
    """What renaming a term would change, in the briefs outside the trash that have it, newest first."""
    ids = library.terms.briefs_with(old)
    found: list[Renaming] = []
    for start in range(0, len(ids), _AT_ONCE):
        if not advance(start, len(ids)):
            return []
        kept = (each for each in library.several(ids[start : start + _AT_ONCE]) if isinstance(each, Kept))
        found += (renaming(each.brief, each.counter, old, new) for each in kept)
    return [each for each in found if each.passages or each.refused]


def renaming(brief: Brief, counter: int, old: str, new: str) -> Renaming:
    """What renaming a term does to a brief: in its terms, bullets, summary and definitions."""
    own = [term for term in brief.terms if _is_one(term.term, old)]
    others = [term for term in brief.terms if not _is_one(term.term, old)]
    if any(are_twins(term.term, new) for term in others):
        return Renaming(brief, brief, counter, (), refused=bool(own))
    after = replace(
        brief,
        bullets=tuple(renamed(bullet, old, new) for bullet in brief.bullets),
        summary=renamed(brief.summary, old, new),
        terms=tuple(_term(term, old, new) for term in brief.terms),
    )
    return Renaming(brief, after, counter, tuple(_passages(brief, after)))


def renamed(text: str, old: str, new: str) -> str:
    """A text in which each mention of a term is the new one, as plural, possessive or with a capital."""
    made: list[str] = []
    place = 0
    for start, end in source_mentions(old, text):
        made += (text[place:start], _in_form(text[start:end], old, new))
        place = end
    return "".join((*made, text[place:]))


def rename(library: Library, plans: Sequence[Renaming], old: str, new: str, advance: Advance) -> Renamed:
    """Change the planned briefs; a brief that has been changed meanwhile is left as it is.

    The wordings of the term are known under its new name afterwards. Raises NotSaved.
    """
    done, skipped, stopped = 0, list[str](), False
    wanted = [each for each in plans if each.passages]
    for number, each in enumerate(wanted):
        if not advance(number, len(wanted)):
            stopped = True
            break
        try:
            library.save(each.after, each.counter, cut="rename")
            done += 1
        except Conflict:
            skipped.append(each.before.headline)
    if not stopped and term_key(old) != term_key(new):
        _move_wordings(library, old, new)
    return Renamed(done, tuple(skipped), stopped)


def _move_wordings(library: Library, old: str, new: str) -> None:
    wordings = library.terms.wordings(old)
    library.terms.add_wordings([(new, each.text) for each in reversed(wordings)])
    for each in wordings:
        if each.is_house:
            library.terms.choose(new, each.text)
    for each in wordings:
        library.terms.forget(old, each.text)
    library.terms.forget(old)


def _is_one(term: str, old: str) -> bool:
    return bool({term_key(each) for each in names(term)} & {term_key(each) for each in names(old)} - {""})


def _term(term: Term, old: str, new: str) -> Term:
    named = new if _is_one(term.term, old) else term.term
    return replace(term, term=named, definition=renamed(term.definition, old, new))


def _in_form(mention: str, old: str, new: str) -> str:
    possessive = re.search(r"['’]s$", mention)
    body = mention[: possessive.start()] if possessive else mention
    made = new
    if _is_many(_last(body)) is not _is_many(_last(new)):
        made = new[: len(new) - len(_last(new))] + _numbered(_last(new), is_many=_is_many(_last(body)))
    if mention[:1].isupper() and old[:1].islower() and made[:1].islower():
        made = made[0].upper() + made[1:]
    return made + (possessive[0] if possessive else "")


def _is_many(word: str) -> bool:
    if word[:-1] and is_acronym(word[:-1]) and word[-1] == "s":
        return True
    return not is_acronym(word) and singular(word.lower()) != word.lower()


def _last(text: str) -> str:
    return re.split(r"[\s-]", text)[-1]


def _numbered(word: str, *, is_many: bool) -> str:
    """A word as singular or plural, with the capitals that it has."""
    if is_acronym(word.removesuffix("s")):
        return word.removesuffix("s") + "s" * is_many
    one = singular(word.lower())
    made = plural(one) if is_many else one
    return made.capitalize() if word[:1].isupper() else made


def _passages(before: Brief, after: Brief) -> Iterator[Passage]:
    for name in ("terms", "bullets"):
        for row, (was, now) in enumerate(zip(getattr(before, name), getattr(after, name), strict=True)):
            if was == now:
                continue
            if isinstance(was, Term):
                if was.term != now.term:
                    yield Passage("term", row, was.term, now.term)
                if was.definition != now.definition:
                    yield Passage("definition", row, was.definition, now.definition)
            else:
                yield Passage(name, row, was, now)
    if before.summary != after.summary:
        yield Passage("summary", 0, before.summary, after.summary)
