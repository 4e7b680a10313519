"""What the glossary does on a worker: reading the terms with what there is to say of them, and the rest."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefdesk.brief.hygiene import Remark, remarks
from briefdesk.brief.naming import names, term_key
from briefdesk.brief.seeking import Span
from briefdesk.desk import glossary_files, renaming
from briefdesk.desk.replacing import Proposal, TextChange
from briefdesk.store.library import Entry, Kept, Library
from briefdesk.store.records import Use, Wording
from briefdesk.ui.jobs import Progress


class Listing(NamedTuple):
    """The terms that a search finds, and of all terms what there is to say."""

    entries: tuple[Entry, ...]
    every: tuple[Entry, ...]
    said: Mapping[str, Sequence[Remark]]
    house: Mapping[str, str]


class Detail(NamedTuple):
    """One term with its wordings, and the briefs that have it, newest first."""

    key: str
    wordings: tuple[Wording, ...]
    uses: tuple[Use, ...]


class Erased(NamedTuple):
    """A term that was deleted, so that it can be brought back; none where a brief uses it."""

    term: str
    wordings: tuple[Wording, ...]
    done: bool


def listing(library: Library, query: str, progress: Progress) -> Listing:
    """Read the terms."""
    every = tuple(library.terms.listed())
    found = tuple(library.terms.listed(query)) if query.strip() else every
    house = house_of(every)
    said: dict[str, Sequence[Remark]] = {}
    for entry in every:
        if progress.cancelled:
            break
        # Only where there are several wordings is it to be asked how many briefs have which.
        several = library.terms.wordings(entry.term) if entry.wordings > 1 and entry.uses else ()
        others = sum(len(each.uses) for each in several if each.text != entry.definition)
        said[entry.key] = remarks(entry.term, entry.definition, house, others=others)
    return Listing(found, every, said, house)


def house_of(entries: Sequence[Entry]) -> Mapping[str, str]:
    """The explained terms by the keys of all their names."""
    return {
        key: entry.term
        for entry in entries
        if entry.definition
        for name in (entry.term, *entry.also)
        for each in names(name)
        if (key := term_key(each))
    }


def detail(library: Library, entry: Entry, _progress: Progress) -> Detail:
    """Read the wordings of a term."""
    wordings = tuple(library.terms.wordings(entry.term))
    return Detail(entry.key, wordings, tuple(library.terms.uses(entry.term)))


def unlike(library: Library, term: str, wording: str, _progress: Progress) -> list[Proposal]:
    """What giving a term this wording changes in the briefs that explain it otherwise."""
    key = term_key(term)
    others = [each for each in library.terms.wordings(term) if each.text != wording]
    spelled = {key, *(term_key(each.term) for each in others)}
    found: list[Proposal] = []
    for kept in library.several([use.id for each in others for use in each.uses]):
        if not isinstance(kept, Kept) or kept.trashed:
            continue
        rows = enumerate(kept.brief.terms)
        changes = tuple(
            TextChange(("terms", row, "definition"), old, wording, ((Span(0, len(old)), wording),))
            for row, each in rows
            if term_key(each.term) in spelled and (old := each.definition) and old != wording
        )
        if changes:
            found.append(Proposal(kept.brief, changes))
    return found


def keep(library: Library, term: str, wording: str, draft: str, _progress: Progress) -> None:
    """Keep a house wording, or none where it is empty."""
    if wording:
        library.terms.choose(term, wording, instead_of=draft)
    else:
        library.terms.unchoose(term)


def erase(library: Library, term: str, _progress: Progress) -> Erased:
    """Delete a term that no brief uses."""
    wordings = tuple(library.terms.wordings(term))
    return Erased(term, wordings, library.terms.forget(term))


def bring_back(library: Library, erased: Erased, _progress: Progress) -> None:
    """Know a deleted term again, as it was."""
    library.terms.add_wordings([(erased.term, each.text) for each in reversed(erased.wordings)])
    house = next((each.text for each in erased.wordings if each.is_house), "")
    if house:
        library.terms.choose(erased.term, house)
    else:
        library.terms.unchoose(erased.term)


def import_(library: Library, path: Path, _progress: Progress) -> tuple[int, int]:
    """Make the terms of a file known; gives how many wordings are new, and how many lines there were."""
    found = glossary_files.read(path)
    return library.terms.add_wordings(found), len(found)


def export(library: Library, path: Path, _progress: Progress) -> tuple[Path, int]:
    """Write all terms to a file."""
    return path, glossary_files.write(library, path)


class Plan(NamedTuple):
    """What renaming a term would change, and the wordings that the new name has already."""

    renamings: Sequence[renaming.Renaming] = ()
    there: Sequence[Wording] = ()


def plan(library: Library, old: str, new: str, progress: Progress) -> Plan:
    """See what renaming a term would change."""
    found = renaming.plan(library, old, new, _advance(progress))
    return Plan(found, library.terms.wordings(new))


def move_wordings(
    library: Library, old: str, new: str, there: Sequence[Wording], _progress: Progress
) -> renaming.Moved:
    """Have the wordings of a term known under its new name."""
    return renaming.move_wordings(library, old, new, there)


def _advance(progress: Progress) -> renaming.Advance:
    def advance(done: int, total: int) -> bool:
        progress.say(done, total)
        return not progress.cancelled

    return advance
