"""The terms of the house in a library, and how they have been explained."""

from collections.abc import Iterable, Mapping
from functools import partial

from briefdesk.store import glossary
from briefdesk.store.access import Access
from briefdesk.store.records import Entry, Use, Wording


class Terms:
    """Reads and settles terms, from any thread."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def listed(self, query: str = "", *, limit: int | None = None) -> list[Entry]:
        """The terms of the house whose spelling or wordings hold these words, in alphabetical order."""
        with self._access.reading() as connection:
            return glossary.listed(connection, query, limit)

    def wordings(self, term: str, *, limit: int | None = None) -> list[Wording]:
        """How a term has been explained: the house wording first, then the one used last."""
        with self._access.reading() as connection:
            return glossary.wordings(connection, term, limit)

    def uses(self, term: str) -> list[Use]:
        """The briefs outside the trash that have a term, explained or not, newest first."""
        with self._access.reading() as connection:
            return glossary.uses_of(connection, term)

    def names(self) -> Mapping[str, str]:
        """The spelling of each term that the house has explained, by its key."""
        with self._access.reading() as connection:
            return glossary.term_names(connection)

    def briefs_with(self, term: str) -> list[str]:
        """Ids of the briefs outside the trash that have a term, under any of its spellings, newest first."""
        with self._access.reading() as connection:
            return glossary.briefs_with(connection, term)

    def choose(self, term: str, wording: str, *, instead_of: str = "") -> None:
        """Choose how the house explains a term, in words used before or new ones. Raises NotSaved.

        `instead_of` is a draft that was chosen before: it is forgotten, unless a brief has it.
        """
        choose = partial(glossary.choose, term=term, wording=wording, instead_of=instead_of)
        self._access.submit(choose).result()

    def unchoose(self, term: str) -> None:
        """Have no chosen wording of a term any more; the words stay known. Raises NotSaved."""
        self._access.submit(partial(glossary.unchoose, term=term)).result()

    def add_wordings(self, entries: Iterable[tuple[str, str]]) -> int:
        """Make terms with their definitions known that no brief has; gives how many are new.

        A term that has no wording yet takes it as the house wording. Raises NotSaved.
        """
        return self._access.submit(partial(glossary.add, entries=list(entries))).result()

    def add(self, term: str) -> None:
        """Make a term known that is still to be explained. Raises NotSaved."""
        self._access.submit(partial(glossary.add_term, term=term)).result()

    def merge(self, term: str, into: str) -> None:
        """Have one term count as another from now on; no brief is changed. Raises NotSaved."""
        self._access.submit(partial(glossary.merge, term=term, into=into)).result()

    def part(self, term: str) -> None:
        """Have a term stand for itself again. Raises NotSaved."""
        self._access.submit(partial(glossary.unmerge, term=term)).result()

    def forget(self, term: str, wording: str | None = None) -> bool:
        """Forget a wording, or all of a term, unless a brief has it; tells whether. Raises NotSaved."""
        return self._access.submit(partial(glossary.forget, term=term, wording=wording)).result()
