"""Find and replace over a library: what would change, and the change of what is chosen of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.brief.seeking import Sought, Span, fitting, put
from briefdesk.desk.session import OWNED_BY_LIBRARY, differing, slug_following
from briefdesk.desk.status import reviewed_again
from briefdesk.desk.texts import Where, texts, with_texts
from briefdesk.store.errors import Conflict
from briefdesk.store.giving_way import giving_way
from briefdesk.store.library import Library
from briefdesk.store.records import Kept

REASON = "replace"
"""Why the revisions before and after are kept."""

LINES = frozenset({"summary", "description", "correction", "notes"})
"""Fields whose text may hold line breaks."""


class TextChange(NamedTuple):
    """A text as it is and as it would be; `puts` are the parts that give way, and to what.

    `doubled` says that the new words stand there already, so that they would come twice.
    """

    where: Where
    before: str
    after: str
    puts: tuple[tuple[Span, str], ...]
    doubled: bool = False


class Proposal(NamedTuple):
    """What would change in one brief."""

    brief: Brief
    changes: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: briefs before and after with their counter, and what was not done and why."""

    done: tuple[tuple[Brief, Brief, int], ...] = ()
    trouble: tuple[str, ...] = ()


def propose(brief: Brief, sought: Sought, words: str) -> Proposal | None:
    """What replacing would change in a brief, or None.

    Raises:
        BadPattern: the pattern takes too long, or has no such group.
    """
    changes: list[TextChange] = []
    for text in texts(brief):
        spans = sought.spans(text.text, inline=text.inline)
        if not spans:
            continue
        puts = sought.puts(text.text, spans, words, inline=text.inline)
        after = fitting(put(text.text, puts), lines=text.where[0] in LINES)
        if after != text.text:
            changes.append(TextChange(text.where, text.text, after, puts))
    return Proposal(brief, tuple(changes)) if changes else None


def survey(library: Library, ids: Sequence[str], sought: Sought, words: str) -> list[Proposal]:
    """What replacing would change in some hundred briefs; those in the trash and damaged ones are left out.

    Raises:
        BadPattern: see `propose`.
    """
    with giving_way():
        found = (kept for kept in library.several(ids) if isinstance(kept, Kept) and not kept.trashed)
        proposals = (propose(kept.brief, sought, words) for kept in found)
        return [each for each in proposals if each is not None]


def changed(brief: Brief, changes: Iterable[TextChange]) -> Mapping[str, object] | None:
    """The fields of a brief with these changes made; None where one of its texts is another by now."""
    now = {text.where: text.text for text in texts(brief)}
    changes = tuple(changes)
    if any(now.get(each.where) != each.before for each in changes):
        return None
    return with_texts(brief, {each.where: each.after for each in _whole(changes)})


def apply(
    library: Library,
    chosen: Sequence[Proposal],
    is_cancelled: Callable[[], bool],
    say: Callable[[int, int], None],
    reason: str = REASON,
) -> Outcome:
    """Change briefs of the library, each with a revision before and after, until it is cancelled.

    `say` hears how many of how many are done.
    """
    done: list[tuple[Brief, Brief, int]] = []
    trouble: list[str] = []
    for number, proposal in enumerate(chosen):
        if is_cancelled():
            break
        say(number, len(chosen))
        title = proposal.brief.headline or proposal.brief.id
        try:
            kept = library.get(proposal.brief.id)
            fields = None if kept.trashed else changed(kept.brief, proposal.changes)
            if fields is None:
                trouble.append(f"{title}: it was changed meanwhile and is left as it is")
                continue
            saved = library.save(_edited(kept.brief, fields), kept.counter, cut=reason)
        except Conflict:
            trouble.append(f"{title}: it was changed meanwhile and is left as it is")
        except KnownError as error:
            trouble.append(f"{title}: {error}")
        else:
            done.append((kept.brief, saved.brief, saved.counter))
    say(len(chosen), len(chosen))
    return Outcome(tuple(done), tuple(trouble))


def take_back(
    library: Library,
    done: Sequence[tuple[Brief, Brief, int]],
    say: Callable[[int, int], None],
    reason: str = REASON,
) -> Outcome:
    """Bring back briefs as they were before, where nobody has changed them since."""
    back: list[tuple[Brief, Brief, int]] = []
    trouble: list[str] = []
    for number, (before, after, counter) in enumerate(done):
        say(number, len(done))
        try:
            saved = library.save(before, counter, cut=reason)
        except Conflict:
            trouble.append(f"{after.headline or after.id}: it was changed meanwhile and is left as it is")
        except KnownError as error:
            trouble.append(f"{after.headline or after.id}: {error}")
        else:
            back.append((after, saved.brief, saved.counter))
    return Outcome(tuple(back), tuple(trouble))


def _whole(changes: Iterable[TextChange]) -> Iterator[TextChange]:
    """The changes with those of one text made at once."""
    by_place: dict[Where, list[TextChange]] = {}
    for each in changes:
        by_place.setdefault(each.where, []).append(each)
    for first, *more in by_place.values():
        if not more:
            yield first
            continue
        puts = tuple(sorted((place for each in (first, *more) for place in each.puts), key=_place))
        yield first._replace(after=put(first.before, puts), puts=puts)


def _place(one: tuple[Span, str]) -> Span:
    return one[0]


def is_same(one: Brief, other: Brief) -> bool:
    """Whether two states differ in nothing but what the library fills in."""
    return not differing(one, other) - set(OWNED_BY_LIBRARY)


def _edited(before: Brief, fields: Mapping[str, object]) -> Brief:
    after = replace(before, **fields)
    if after.headline != before.headline and before.slug and before.published_at is None:
        after = slug_following(before, after)
    return reviewed_again(before, after)
