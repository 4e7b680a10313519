"""A page of text as the fields of a brief."""

from pathlib import Path

import pytest

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief, Related
from briefdesk.desk.filling import page_fields
from briefdesk.desk.session import Session
from briefdesk.paths import resources
from briefdesk.store.library import Library

PAGE = """Rain in Oslo
In brief
- It rains.
- It pours.
Terms in this brief
Rain: water that falls
Read full story at NRK →
More briefs
Snow in Bergen
It snows.
Sun in Bodø
It shines.
"""


def test_related_entries_are_linked_where_the_library_has_them_and_no_brief_is_made(tmp_path: Path) -> None:
    with Library.open(tmp_path / "desk.briefdesk") as library:
        snow = library.save(Brief(headline="Snow in Bergen", summary="Other words.")).brief
        fields = page_fields(PAGE, library)
        assert fields["related"] == (
            Related(id=snow.id, headline="Snow in Bergen", summary="It snows."),
            Related(headline="Sun in Bodø", summary="It shines."),
        )
        assert [row.id for row in library.rows()] == [snow.id]


def test_the_sample_page_fills_all_fields_as_one_step_and_undo_gives_the_brief_back() -> None:
    session = Session(Brief(id="one", tags=("kept",)))
    first = session.brief
    session.edit_all(page_fields((resources() / "samples" / "brief-page.txt").read_text(encoding="utf-8")))
    brief = session.brief
    assert brief.headline
    assert len(brief.bullets) == 7
    assert brief.terms
    assert brief.source.publisher == "LessWrong"
    assert len(brief.related) == 5
    assert brief.tags == ("kept",)
    assert brief.id == "one"
    session.undo()
    assert session.brief == first
    assert not session.can_undo
    session.redo()
    assert session.brief == brief


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(InvalidBrief):
        page_fields("")


def test_an_edit_of_nothing_is_no_step() -> None:
    session = Session(Brief(id="one", headline="Rain"))
    session.edit_all({"headline": "Rain"})
    assert not session.can_undo
