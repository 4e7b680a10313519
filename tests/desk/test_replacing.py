"""Find and replace over a library: what would change, and what is changed, kept and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Status
from briefdesk.brief.seeking import Sought
from briefdesk.desk.replacing import Proposal, apply, propose, survey, take_back
from briefdesk.desk.session import Session
from briefdesk.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "x.briefdesk") as made:
        made.save(Brief(id="a", headline="A model lies", bullets=("The model", "Nothing")))
        made.save(Brief(id="b", headline="Nothing"))
        made.save(Brief(id="c", headline="Model two", status=Status.READY))
        made.save(Brief(id="d", headline="Model in the trash"))
        made.trash("d")
        yield made


def never() -> bool:
    return False


def silent(_done: int, _total: int) -> None:
    return None


def proposals(library: Library, words: str = "system") -> list[Proposal]:
    return survey(library, ["a", "b", "c", "d"], Sought("model"), words)


def test_briefs_in_the_trash_and_those_without_the_words_are_left_out(library: Library):
    assert [(each.brief.id, len(each.changes)) for each in proposals(library)] == [("a", 2), ("c", 1)]


def test_each_brief_is_changed_with_a_revision_before_and_after(library: Library):
    outcome = apply(library, proposals(library), never, silent)
    assert [after.id for _, after, _ in outcome.done] == ["a", "c"]
    assert library.get("a").brief.bullets == ("The system", "Nothing")
    assert [each.reason for each in library.revisions("a")] == ["replace", "before replace"]
    assert library.revision("a", 1).headline == "A model lies"


def test_a_ready_brief_that_was_changed_goes_back_to_review(library: Library):
    apply(library, proposals(library), never, silent)
    assert library.get("c").brief.status is Status.REVIEW


def test_only_what_was_chosen_is_changed(library: Library):
    first, _ = proposals(library)
    apply(library, [first._replace(changes=first.changes[1:])], never, silent)
    assert library.get("a").brief.headline == "A model lies"
    assert library.get("a").brief.bullets == ("The system", "Nothing")


def test_a_text_that_was_changed_meanwhile_is_told_and_left(library: Library):
    chosen = proposals(library)
    library.save(Brief(id="a", headline="Another model", bullets=("The model",)))
    outcome = apply(library, chosen, never, silent)
    assert [after.id for _, after, _ in outcome.done] == ["c"]
    assert len(outcome.trouble) == 1
    assert library.get("a").brief.headline == "Another model"


def test_cancelling_leaves_the_rest_as_it_is(library: Library):
    said: list[tuple[int, int]] = []
    outcome = apply(library, proposals(library), lambda: bool(said), lambda *each: said.append(each))
    assert [after.id for _, after, _ in outcome.done] == ["a"]
    assert library.get("c").brief.headline == "Model two"


def test_all_of_it_is_taken_back_but_what_was_changed_since(library: Library):
    outcome = apply(library, proposals(library), never, silent)
    library.save(Brief(id="c", headline="Written since"))
    back = take_back(library, outcome.done, silent)
    assert library.get("a").brief.headline == "A model lies"
    assert library.get("c").brief.headline == "Written since"
    assert len(back.trouble) == 1


def test_a_change_elsewhere_is_a_step_of_undo_when_the_brief_is_opened(library: Library):
    session = Session(Brief(id="other"))
    outcome = apply(library, proposals(library), never, silent)
    before, after, _ = outcome.done[0]
    session.note_elsewhere(before, after)
    session.open(library.get("a").brief)
    assert session.undo()
    assert session.brief.headline == "A model lies"


def test_line_breaks_come_only_where_a_field_has_lines():
    sought = Sought(r"(\w) (\w)", pattern=True)
    brief = Brief(headline="a b", summary="a b")
    made = propose(brief, sought, r"\1\n\2")
    assert made is not None
    assert {each.where[0]: each.after for each in made.changes} == {"summary": "a\nb"}
