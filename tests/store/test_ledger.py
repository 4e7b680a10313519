"""The ledger of files that channels wrote."""

from pathlib import Path

from briefdesk.store.library import Library, Written

HTML = Written("a.html", "00")


def test_what_was_written_is_known_by_channel_and_folder(library: Library):
    library.record_written("html", "/out", [("a", HTML), ("b", Written("b.html", "11"))])
    library.record_written("html", "/out", [("a", Written("a/index.html", "22"))])
    library.record_written("markdown", "/out", [("a", Written("a.md", "33"))])
    assert library.written("html", "/out") == {
        "a": [HTML, Written("a/index.html", "22")],
        "b": [Written("b.html", "11")],
    }
    assert library.written("html", "/elsewhere") == {}


def test_a_path_belongs_to_who_wrote_it_last(library: Library):
    library.record_written("html", "/out", [("a", HTML)])
    library.record_written("html", "/out", [("b", Written("a.html", "99"))])
    library.record_written("html", "/out", [])
    assert library.written("html", "/out") == {"b": [Written("a.html", "99")]}


def test_what_is_gone_is_forgotten(library: Library, path: Path):
    library.record_written("html", "/out", [("a", HTML), ("b", Written("b.html", "11"))])
    library.forget_written("html", "/out", ["a.html", "never.html"])
    library.close()
    with Library.open(path) as again:
        assert again.written("html", "/out") == {"b": [Written("b.html", "11")]}
