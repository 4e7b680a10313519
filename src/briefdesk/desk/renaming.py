"""Renaming a term over the whole library: every place that would change, and its wordings."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefdesk.brief.mentions import source_mentions
from briefdesk.brief.model import Brief
from briefdesk.brief.naming import are_twins, is_acronym, names, term_key
from briefdesk.brief.plurals import plural, singular
from briefdesk.brief.seeking import Span, put
from briefdesk.desk.replacing import Proposal, TextChange
from briefdesk.desk.texts import Where, texts
from briefdesk.store.library import Kept, Library
from briefdesk.store.records import Wording

Advance = Callable[[int, int], bool]
"""Told how many of how many briefs are done; tells whether to go on."""

REASON = "rename"
"""Why the revisions before and after are kept."""

_AT_ONCE = 100
_FIELDS = frozenset({"bullets", "summary", "terms"})


class Renaming(NamedTuple):
    """What becomes of one brief; `refused` says that it has a term of the new name already.

    Each mention is a change of its own. One that stands within the new name is `doubled`, to be left out.
    """

    proposal: Proposal
    refused: bool = False


class Moved(NamedTuple):
    """The wordings that a term had, and those of the term whose name it took."""

    old: tuple[Wording, ...] = ()
    new: tuple[Wording, ...] = ()


def plan(library: Library, old: str, new: str, advance: Advance) -> list[Renaming]:
    """What renaming a term would change, in the briefs outside the trash that have it, newest first."""
    ids = library.terms.briefs_with(old)
    found: list[Renaming] = []
    for start in range(0, len(ids), _AT_ONCE):
        if not advance(start, len(ids)):
            return []
        kept = (each for each in library.several(ids[start : start + _AT_ONCE]) if isinstance(each, Kept))
        found += (renaming(each.brief, old, new) for each in kept)
    return [each for each in found if each.proposal.changes or each.refused]


def renaming(brief: Brief, old: str, new: str) -> Renaming:
    """What renaming a term does to a brief: in its terms, bullets, summary and definitions."""
    own = [term for term in brief.terms if _is_one(term.term, old)]
    others = [term for term in brief.terms if not _is_one(term.term, old)]
    if any(are_twins(term.term, new) for term in others):
        return Renaming(Proposal(brief, ()), refused=bool(own))
    return Renaming(Proposal(brief, tuple(_changes(brief, old, new))))


def renamed(text: str, old: str, new: str) -> str:
    """A text in which each mention of a term is the new one, as plural, possessive or with a capital.

    What is the new name already stays.
    """
    return put(
        text, tuple((span, words) for span, words, doubled in _mentions(text, old, new) if not doubled)
    )


def move_wordings(library: Library, old: str, new: str, there: Sequence[Wording] = ()) -> Moved:
    """Have the wordings of a term known under its new name; gives what takes it back.

    `there` are those that the new name had before briefs were changed.
    """
    if term_key(old) == term_key(new):
        return Moved()
    moved = Moved(tuple(library.terms.wordings(old)), tuple(there))
    library.terms.add_wordings([(new, each.text) for each in reversed(moved.old)])
    for each in moved.old:
        if each.is_house:
            library.terms.choose(new, each.text)
    for each in moved.old:
        library.terms.forget(old, each.text)
    library.terms.forget(old)
    return moved


def move_back(library: Library, old: str, new: str, moved: Moved) -> None:
    """Have the wordings known under the old name again, once the briefs have it again."""
    if term_key(old) == term_key(new):
        return
    there = {each.text for each in moved.new}
    for each in library.terms.wordings(new):
        if each.text not in there:
            library.terms.forget(new, each.text)
    if not there:
        library.terms.forget(new)
    library.terms.add(old)
    library.terms.add_wordings([(old, each.text) for each in reversed(moved.old)])
    for term, wordings in ((old, moved.old), (new, moved.new)):
        house = next((each.text for each in wordings if each.is_house), "")
        if house:
            library.terms.choose(term, house)
        else:
            library.terms.unchoose(term)


def _is_one(term: str, old: str) -> bool:
    return bool({term_key(each) for each in names(term)} & {term_key(each) for each in names(old)} - {""})


def _in_form(mention: str, old: str, new: str) -> str:
    possessive = re.search(r"['’]s$", mention)
    body = mention[: possessive.start()] if possessive else mention
    made = new
    is_many = _is_many(_last(body))
    # An acronym without an "s" has no number: PFAS may be one substance or many.
    if is_many is not _is_many(_last(new)) and not is_acronym(_last(body)):
        made = new[: len(new) - len(_last(new))] + _numbered(_last(new), is_many=is_many)
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


def _changes(brief: Brief, old: str, new: str) -> Iterator[TextChange]:
    for text in texts(brief):
        field, _row, part = text.where
        if field == "terms" and part == "term":
            if _is_one(text.text, old) and text.text != new:
                yield _change(text.where, text.text, Span(0, len(text.text)), new)
        elif field in _FIELDS:
            for span, words, doubled in _mentions(text.text, old, new):
                if words != text.text[span.start : span.end]:
                    yield _change(text.where, text.text, span, words, doubled=doubled)


def _change(where: Where, text: str, span: Span, words: str, *, doubled: bool = False) -> TextChange:
    return TextChange(where, text, put(text, ((span, words),)), ((span, words),), doubled)


def _mentions(text: str, old: str, new: str) -> Iterator[tuple[Span, str, bool]]:
    """Each mention with the words for it, and whether it stands within the new name."""
    there = source_mentions(new, text)
    for start, end in source_mentions(old, text):
        doubled = any(begin <= start and end <= stop and stop - begin > end - start for begin, stop in there)
        yield Span(start, end), _in_form(text[start:end], old, new), doubled
