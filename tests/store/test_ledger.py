"""The ledger of files that channels wrote."""

from pathlib import Path

from briefdesk.store.library import Library, Written

HTML = Written("a.html", "00")


def test_what_was_written_is_known_by_channel_and_folder(library: Library):
    library.exports.record("html", "/out", [("a", HTML), ("b", Written("b.html", "11"))])
    library.exports.record("html", "/out", [("a", Written("a/index.html", "22"))])
    library.exports.record("markdown", "/out", [("a", Written("a.md", "33"))])
    assert library.exports.listed("html", "/out") == {
        "a": [HTML, Written("a/index.html", "22")],
        "b": [Written("b.html", "11")],
    }
    assert library.exports.listed("html", "/elsewhere") == {}


def test_a_path_belongs_to_who_wrote_it_last(library: Library):
    library.exports.record("html", "/out", [("a", HTML)])
    library.exports.record("html", "/out", [("b", Written("a.html", "99"))])
    library.exports.record("html", "/out", [])
    assert library.exports.listed("html", "/out") == {"b": [Written("a.html", "99")]}


def test_what_is_gone_is_forgotten(library: Library, path: Path):
    library.exports.record("html", "/out", [("a", HTML), ("b", Written("b.html", "11"))])
    library.exports.forget("html", "/out", ["a.html", "never.html"])
    library.close()
    with Library.open(path) as again:
        assert again.exports.listed("html", "/out") == {"b": [Written("b.html", "11")]}
