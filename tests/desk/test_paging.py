"""Many briefs are read in pages, and what is wrong with one of them is told of that one."""

from pathlib import Path

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.desk import paging
from briefdesk.desk.paging import all_kept
from briefdesk.store.library import Kept, Library, NoSuchBrief, NotRead


def test_briefs_come_in_the_order_asked_for_whatever_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(paging, "_PAGE", 3)
    with Library.open(tmp_path / "library.db") as library:
        ids = [library.save(Brief(headline=f"Brief {number}")).brief.id for number in range(8)]
        ids.insert(4, "none")
        found = list(all_kept(library, ids))
    assert [id for id, _ in found] == ids
    assert [isinstance(kept, Kept) for _, kept in found] == [id != "none" for id in ids]
    assert isinstance(dict(found)["none"], NoSuchBrief)


def test_of_a_page_that_cannot_be_read_only_the_brief_at_fault_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with Library.open(tmp_path / "library.db") as library:
        ids = [library.save(Brief(headline=f"Brief {number}")).brief.id for number in range(3)]
        get = library.get

        def several(_: object) -> list[Kept]:
            raise NotRead("damaged", "a page is damaged")

        def one(id: str) -> Kept:
            if id == ids[1]:
                raise NotRead("damaged", "a page is damaged")
            return get(id)

        monkeypatch.setattr(library, "several", several)
        monkeypatch.setattr(library, "get", one)
        found = [kept for _, kept in all_kept(library, ids)]
    assert [isinstance(kept, KnownError) for kept in found] == [False, True, False]
