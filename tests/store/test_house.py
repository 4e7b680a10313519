"""What the newsroom has settled beside its briefs."""

from pathlib import Path

from briefdesk.brief.model import Brief
from briefdesk.store import salvaging
from briefdesk.store.library import Library


def test_what_is_settled_is_known_by_kind(library: Library, path: Path):
    library.settle("word", {"Altman": "", "gpt": "GPT"})
    library.settle("publisher", {"example.org": "The Example"})
    library.settle("publisher", {})
    library.close()
    with Library.open(path) as again:
        assert again.house("word") == {"Altman": "", "gpt": "GPT"}
        assert again.house("publisher") == {"example.org": "The Example"}
        assert again.house("else") == {}


def test_what_is_settled_again_takes_the_place_of_what_was(library: Library):
    library.settle("publisher", {"example.org": "Example"})
    library.settle("publisher", {"example.org": "The Example"})
    assert library.house("publisher") == {"example.org": "The Example"}


def test_what_is_settled_for_one_brief_counts_there_alone_and_before_what_holds_for_all(library: Library):
    library.settle("alarm", {"NATO": "all"})
    library.settle("alarm", {"NATO": "here", "SOFA": "here"}, brief="one")
    assert library.house("alarm") == {"NATO": "all"}
    assert library.house("alarm", brief="one") == {"NATO": "here", "SOFA": "here"}
    assert library.house("alarm", brief="two") == {"NATO": "all"}


def test_what_is_unsettled_is_forgotten_where_it_was_settled(library: Library):
    library.settle("alarm", {"NATO": "", "EU": ""})
    library.settle("alarm", {"NATO": "here"}, brief="one")
    library.unsettle("alarm", ["NATO", "never"], brief="one")
    assert library.house("alarm", brief="one") == {"NATO": "", "EU": ""}
    library.unsettle("alarm", ["NATO"])
    assert library.house("alarm") == {"EU": ""}


def test_a_salvaged_library_knows_what_was_settled(library: Library, path: Path):
    library.save(Brief(headline="Kept"))
    library.settle("word", {"Altman": "é"})
    library.settle("alarm", {"NATO": ""}, brief="one")
    library.close()
    salvaging.salvage(path)
    with Library.open(path) as again:
        assert again.house("word") == {"Altman": "é"}
        assert again.house("alarm", brief="one") == {"NATO": ""}
