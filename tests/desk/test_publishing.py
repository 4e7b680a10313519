"""Exporting from a real library into a real folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief, Related, Source, Status
from briefdesk.channels.channel import Artifact, Channel, Kind
from briefdesk.channels.folder import Folder
from briefdesk.channels.html import HTML
from briefdesk.channels.json import JSON
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.desk import publishing
from briefdesk.desk.publishing import Exported, export
from briefdesk.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


def add(library: Library, headline: str, **values: Any) -> str:
    brief = Brief(headline=headline, bullets=("b",), status=Status.READY, **values)
    return library.save(brief).brief.id


def run(
    library: Library, ids: list[str], folder: Path, channel: Channel = HTML, **options: Any
) -> list[Exported]:
    return list(export(library, ids, channel, folder, options.pop("settings", {}), **options))


def actions(rows: list[Exported]) -> list[tuple[str, str]]:
    return [(each.path, each.action) for each in rows]


def site(kind: Kind = "site") -> Channel:
    def write(briefs, context):
        for brief in briefs:
            path = f"content/{context.stems[brief.id]}.txt"
            yield Artifact(brief.id, path, brief.headline.encode())
        if briefs:
            yield Artifact(briefs[0].id, "index.txt", str(len(briefs)).encode())

    return Channel("test-site", kind, "for tests", ".txt", (), write)


def test_files_are_created_then_unchanged_then_updated(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    ids = [first, second]
    assert actions(run(library, ids, folder)) == [("first.html", "created"), ("second.html", "created")]
    stamp = (folder / "first.html").stat().st_mtime_ns
    assert actions(run(library, ids, folder)) == [("first.html", "unchanged"), ("second.html", "unchanged")]
    library.save(replace(library.get(second).brief, bullets=("more",)))
    assert actions(run(library, ids, folder)) == [("first.html", "unchanged"), ("second.html", "updated")]
    assert (folder / "first.html").stat().st_mtime_ns == stamp
    assert b"more" in (folder / "second.html").read_bytes()
    assert sorted(each.name for each in folder.iterdir()) == ["first.html", "second.html"]


def test_a_dry_run_tells_the_same_and_writes_nothing(library: Library, folder: Path):
    id = add(library, "First")
    assert actions(run(library, [id], folder, dry_run=True)) == [("first.html", "created")]
    assert not folder.exists()
    assert actions(run(library, [id], folder)) == [("first.html", "created")]


def test_every_channel_writes_under_its_own_ending(library: Library, folder: Path):
    id = add(library, "First")
    for channel, name in ((HTML, "first.html"), (MARKDOWN, "first.md"), (JSON, "first.json")):
        assert actions(run(library, [id], folder, channel)) == [(name, "created")]


def test_a_file_that_we_did_not_write_is_left_alone_and_the_others_are_written(
    library: Library, folder: Path
):
    first, second = add(library, "First"), add(library, "Second")
    folder.mkdir()
    (folder / "first.html").write_text("mine")
    rows = run(library, [first, second], folder)
    assert actions(rows) == [("first.html", "refused"), ("second.html", "created")]
    assert "did not write it" in str(rows[0].error)
    assert (folder / "first.html").read_text() == "mine"


def test_a_file_that_holds_what_it_should_already_is_taken_over(library: Library, folder: Path):
    id = add(library, "First")
    run(library, [id], folder)
    library.exports.forget("html", str(folder.resolve()), ["first.html"])
    assert actions(run(library, [id], folder)) == [("first.html", "unchanged")]
    library.save(replace(library.get(id).brief, bullets=("new",)))
    assert actions(run(library, [id], folder)) == [("first.html", "updated")]


def test_a_file_of_ours_that_was_lost_is_written_again(library: Library, folder: Path):
    id = add(library, "First")
    run(library, [id], folder)
    (folder / "first.html").unlink()
    assert actions(run(library, [id], folder)) == [("first.html", "created")]


def change(library: Library, id: str, text: str) -> None:
    library.save(replace(library.get(id).brief, bullets=(text,)))


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_file_of_ours_that_someone_changed_stays_and_is_told_and_the_others_are_written(
    library: Library, folder: Path, dry_run: bool
):
    first, second = add(library, "First"), add(library, "Second")
    run(library, [first, second], folder)
    (folder / "first.html").write_text("by hand")
    for id in (first, second):
        change(library, id, "new")
    rows = run(library, [first, second], folder, dry_run=dry_run)
    assert actions(rows) == [("first.html", "changed"), ("second.html", "updated")]
    assert "first.html was changed by someone else since this library wrote it" in str(rows[0].error)
    assert (folder / "first.html").read_text() == "by hand"
    assert sorted(each.name for each in folder.iterdir()) == ["first.html", "second.html"]
    assert actions(run(library, [first], folder)) == [("first.html", "changed")]


def test_a_changed_file_that_is_overwritten_on_wish_is_kept_beside(library: Library, folder: Path):
    id = add(library, "First")
    run(library, [id], folder)
    page = (folder / "first.html").read_bytes()
    for text, name in (("one", "first.html.bak"), ("two", "first.html.bak-2"), ("one", "first.html.bak")):
        (folder / "first.html").write_text(text)
        (planned,) = run(library, [id], folder, overwrite=True, dry_run=True)
        assert (folder / "first.html").read_text() == text
        (done,) = run(library, [id], folder, overwrite=True)
        assert (done.action, done.kept) == (planned.action, planned.kept) == ("updated", name)
        assert (folder / "first.html").read_bytes() == page
        assert (folder / name).read_text() == text
    assert actions(run(library, [id], folder, overwrite=True)) == [("first.html", "unchanged")]
    run(library, [], folder, complete=True)
    assert sorted(each.name for each in folder.iterdir()) == ["first.html.bak", "first.html.bak-2"]


def test_a_changed_file_that_holds_what_it_should_is_ours_again(library: Library, folder: Path):
    id = add(library, "First")
    run(library, [id], folder)
    change(library, id, "new")
    run(library, [id], folder.with_name("other"))
    (folder / "first.html").write_bytes((folder.with_name("other") / "first.html").read_bytes())
    assert actions(run(library, [id], folder)) == [("first.html", "unchanged")]
    change(library, id, "newer")
    assert actions(run(library, [id], folder)) == [("first.html", "updated")]


def test_what_someone_else_put_there_is_not_overwritten_even_on_wish(library: Library, folder: Path):
    id = add(library, "First")
    folder.mkdir()
    (folder / "first.html").write_text("mine")
    assert actions(run(library, [id], folder, overwrite=True)) == [("first.html", "refused")]
    assert (folder / "first.html").read_text() == "mine"


def test_an_update_that_was_cut_off_before_its_name_is_ours_the_next_time(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    id = add(library, "First")
    run(library, [id], folder)
    change(library, id, "new")

    def cut(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(Folder, "put", cut)
        with pytest.raises(SystemExit):
            run(library, [id], folder)
    assert actions(run(library, [id], folder)) == [("first.html", "updated")]


def test_a_new_file_that_was_cut_off_before_its_name_is_known_to_be_ours(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    id = add(library, "First")

    def cut(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(Folder, "put", cut)
        with pytest.raises(SystemExit):
            run(library, [id], folder)
    assert [each.path for each in library.exports.listed("html", str(folder.resolve()))[id]] == ["first.html"]


@pytest.mark.parametrize("below", ["", "a/b"])
def test_a_plan_says_that_a_file_is_where_the_folder_should_be(library: Library, tmp_path: Path, below: str):
    id = add(library, "First")
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(KnownError, match=r"taken is a file, no folder. Nothing was written"):
        run(library, [id], tmp_path / "taken" / below, dry_run=True)


@pytest.mark.parametrize("there", [True, False])
def test_a_plan_says_that_nothing_can_be_written_there(
    library: Library, tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch
):
    id = add(library, "First")
    target = tmp_path / "closed" if there else tmp_path / "closed" / "a" / "b"
    (tmp_path / "closed").mkdir()
    asked: list[Path] = []

    def access(path: Path, mode: int) -> bool:  # the superuser may write everywhere
        asked.append(path)
        return False

    monkeypatch.setattr("briefdesk.channels.folder.os.access", access)
    with pytest.raises(KnownError, match=r"cannot be written to. Nothing was written. Choose another"):
        run(library, [id], target, dry_run=True)
    assert asked == [tmp_path / "closed"]
    assert list((tmp_path / "closed").iterdir()) == []


def test_a_plan_says_that_a_name_is_too_long_for_a_folder(library: Library, tmp_path: Path):
    with pytest.raises(KnownError, match="too long"):
        run(library, [add(library, "First")], tmp_path / ("a" * 300), dry_run=True)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_file_in_the_place_of_an_inner_folder_is_told_of_each_file(
    library: Library, folder: Path, dry_run: bool
):
    ids = [add(library, "First"), add(library, "Second")]
    folder.mkdir()
    (folder / "content").write_text("mine")
    rows = run(library, ids, folder, site(), dry_run=dry_run)
    assert actions(rows) == [
        ("content/first.txt", "refused"),
        ("content/second.txt", "refused"),
        ("index.txt", "created"),
    ]
    assert "content is a file, no folder" in str(rows[0].error)


def test_what_no_longer_belongs_is_removed_only_by_a_complete_export(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    run(library, [first, second], folder, complete=True)
    library.trash(second)
    assert actions(run(library, [first], folder)) == [("first.html", "unchanged")]
    assert (folder / "second.html").exists()
    rows = run(library, [first], folder, complete=True)
    assert actions(rows) == [("first.html", "unchanged"), ("second.html", "removed")]
    assert rows[1].id == second
    assert not (folder / "second.html").exists()
    assert actions(run(library, [first], folder, complete=True)) == [("first.html", "unchanged")]


def test_files_of_others_are_never_removed(library: Library, folder: Path):
    id = add(library, "First")
    folder.mkdir()
    (folder / "other.html").write_text("mine")
    run(library, [id], folder, complete=True)
    assert (folder / "other.html").read_text() == "mine"


def test_a_file_that_was_changed_by_hand_is_not_removed_and_is_told_once(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    run(library, [first, second], folder, complete=True)
    (folder / "second.html").write_text("by hand")
    rows = run(library, [first], folder, complete=True)
    assert actions(rows) == [("first.html", "unchanged"), ("second.html", "refused")]
    assert "was changed" in str(rows[1].error)
    assert (folder / "second.html").read_text() == "by hand"
    assert actions(run(library, [first], folder, complete=True)) == [("first.html", "unchanged")]


def test_a_new_slug_moves_the_file_in_a_complete_export(library: Library, folder: Path):
    id = add(library, "First")
    run(library, [id], folder, complete=True)
    library.save(replace(library.get(id).brief, slug="renamed"))
    assert actions(run(library, [id], folder)) == [("renamed.html", "created"), ("first.html", "left")]
    assert (folder / "first.html").exists()
    assert actions(run(library, [id], folder, complete=True)) == [
        ("renamed.html", "unchanged"),
        ("first.html", "removed"),
    ]


def test_a_file_under_a_former_name_is_told_of_until_a_complete_export_removes_it(
    library: Library, folder: Path
):
    first = add(library, "First")
    run(library, [first], folder)
    library.save(replace(library.get(first).brief, slug="new"))
    assert actions(run(library, [first], folder, dry_run=True)) == [
        ("new.html", "created"),
        ("first.html", "left"),
    ]
    assert actions(run(library, [first], folder)) == [("new.html", "created"), ("first.html", "left")]
    assert actions(run(library, [first], folder)) == [("new.html", "unchanged"), ("first.html", "left")]
    (folder / "first.html").rename(folder / "elsewhere.html")
    assert actions(run(library, [first], folder)) == [("new.html", "unchanged")]
    (folder / "elsewhere.html").rename(folder / "first.html")
    assert ("first.html", "removed") in actions(run(library, [first], folder, complete=True))
    assert actions(run(library, [first], folder)) == [("new.html", "unchanged")]


def test_a_slug_given_up_by_one_brief_may_be_taken_by_another(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    run(library, [first, second], folder, complete=True)
    library.save(replace(library.get(first).brief, slug="elsewhere"))
    library.save(replace(library.get(second).brief, slug="first"))
    assert actions(run(library, [first, second], folder, complete=True)) == [
        ("elsewhere.html", "created"),
        ("first.html", "updated"),
        ("second.html", "removed"),
    ]
    assert b"Second" in (folder / "first.html").read_bytes()


def test_a_name_that_another_brief_still_has_there_is_not_taken(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    run(library, [first, second], folder)
    library.save(replace(library.get(first).brief, slug="elsewhere"))
    library.save(replace(library.get(second).brief, slug="first"))
    row, left = run(library, [second], folder)
    assert left.action == "left"
    assert row.action == "created"
    assert row.path == f"first-{second[-6:]}.html"


def test_slugs_that_are_no_file_names_are_made_safe(library: Library, folder: Path):
    ids = [add(library, "x", slug=slug) for slug in ("../../up", "con", "a/b", "Ünï", ".hidden")]
    rows = run(library, ids, folder)
    assert all(each.action == "created" for each in rows)
    assert len({each.path.casefold() for each in rows}) == 5
    assert {each.parent for each in folder.rglob("*.html")} == {folder}


def test_a_brief_that_is_not_there_is_told_and_the_others_are_written(library: Library, folder: Path):
    id, gone = add(library, "First"), add(library, "Gone")
    library.trash(gone)
    rows = run(library, ["nothere", id, gone], folder)
    assert [each.action for each in rows] == ["refused", "created", "refused"]
    assert "trash" in str(rows[2].error)


def test_a_site_gets_only_what_is_due_and_is_told_why_a_named_one_is_not(library: Library, folder: Path):
    ready = add(library, "Ready")
    draft = library.save(Brief(headline="Draft", bullets=("b",))).brief.id
    held = add(library, "Held", embargo_until="2999-01-01T00:00:00Z")
    ids = [ready, draft, held]
    assert actions(run(library, ids, folder, site(), complete=True)) == [
        ("content/ready.txt", "created"),
        ("index.txt", "created"),
    ]
    with_drafts = run(library, ids, folder, site(), complete=True, include_drafts=True)
    assert [each.path for each in with_drafts] == ["content/ready.txt", "content/draft.txt", "index.txt"]
    rows = run(library, [held], folder, site())
    assert [each.action for each in rows] == ["refused"]
    assert "embargo" in str(rows[0].error)
    assert run(library, [held], folder, HTML)[0].action == "created"


def test_a_brief_that_goes_back_to_draft_is_taken_from_the_site(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    run(library, [first, second], folder, site(), complete=True)
    library.save(replace(library.get(second).brief, status=Status.DRAFT))
    rows = run(library, [first, second], folder, site(), complete=True)
    assert actions(rows) == [
        ("content/first.txt", "unchanged"),
        ("index.txt", "updated"),
        ("content/second.txt", "removed"),
    ]


def test_related_briefs_are_linked_when_they_stand_beside(library: Library, folder: Path):
    other = add(library, "Other")
    id = add(
        library, "First", related=(Related(id=other, headline="Other"), Related(id="zz", headline="Gone"))
    )
    run(library, [other], folder, base_url="https://b.example/x")
    run(library, [id], folder, base_url="https://b.example/x")
    page = (folder / "first.html").read_text()
    assert 'href="https://b.example/x/other/"' in page
    assert page.count('data-field="url"') == 1


@pytest.mark.parametrize(
    "base",
    [
        "example.org",
        "ftp://x.example",
        "https://",
        "https://e.example/?q=1",
        "mailto:a@b.example",
        "javascript:x",
    ],
)
def test_an_address_that_cannot_be_is_refused_before_anything_is_written(
    library: Library, folder: Path, base: str
):
    id = add(library, "First")
    with pytest.raises(KnownError, match="address"):
        run(library, [id], folder, base_url=base)
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_told_in_words(library: Library, tmp_path: Path):
    id = add(library, "First")
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError, match="Nothing was written"):
        run(library, [id], tmp_path / "file")


def test_a_folder_in_the_place_of_a_file_costs_only_that_brief(library: Library, folder: Path):
    first, second = add(library, "First"), add(library, "Second")
    (folder / "first.html").mkdir(parents=True)
    assert actions(run(library, [first, second], folder)) == [
        ("first.html", "refused"),
        ("second.html", "created"),
    ]


def test_more_files_than_one_batch_come_in_order(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(publishing, "_BATCH", 16)
    ids = [add(library, f"Brief {number}") for number in range(70)]
    rows = run(library, ids, folder, JSON, complete=True)
    assert [each.id for each in rows] == ids
    assert all((folder / each.path).is_file() for each in rows)


def test_an_export_that_is_broken_off_leaves_no_temporary_files(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(publishing, "_BATCH", 16)
    ids = [add(library, f"Brief {number}") for number in range(70)]
    rows = export(library, ids, JSON, folder, {})
    assert next(rows).action == "created"
    rows.close()  # pyright: ignore[reportAttributeAccessIssue]  (it is a generator)
    assert list(folder.glob(".*")) == []


def test_a_library_that_can_only_be_read_still_exports(tmp_path: Path, folder: Path):
    with Library.open(tmp_path / "r.db") as opened:
        id = add(opened, "First", source=Source(publisher="P"))
    with Library.open(tmp_path / "r.db", readonly=True) as opened:
        assert actions(run(opened, [id], folder)) == [("first.html", "created")]
        assert actions(run(opened, [id], folder)) == [("first.html", "unchanged")]
