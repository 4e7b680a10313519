"""Finding a brief by a few letters of its headline."""

from briefdesk.brief.model import Brief, Status
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Progress
from briefdesk.ui.palette import headlines
from briefdesk.ui.palette.headlines import Headline, Headlines


def nobody(_done: int, _total: int) -> None:
    return None


def of(*titles: str) -> Headlines:
    return Headlines(Headline(str(number), title, Status.DRAFT, "") for number, title in enumerate(titles))


def found(index: Headlines, query: str, limit: int = 10) -> list[str]:
    return [each.headline.title for each in index.find(query, limit)]


def test_without_a_query_the_newest_come_first():
    assert found(of("c", "b", "a"), "", limit=2) == ["c", "b"]


def test_the_beginning_of_a_word_is_better_than_its_middle():
    assert found(of("The parents", "Rent rises"), "rent") == ["Rent rises", "The parents"]


def test_of_equals_the_newest_is_first():
    assert found(of("Oil up now", "Oil up yet"), "oil") == ["Oil up now", "Oil up yet"]


def test_words_are_found_in_any_order():
    assert found(of("Iraq war", "Oil eases as Iraq exports"), "oil iraq") == ["Oil eases as Iraq exports"]


def test_a_slip_of_the_finger_finds_what_is_nearest():
    assert found(of("Malware hits packages", "Google lowers its price"), "googel lowres") == [
        "Google lowers its price"
    ]


def test_nothing_is_found_where_nothing_is_alike():
    assert found(of("Google", "Malware"), "zqxj") == []


def test_signs_of_an_expression_are_letters_like_any_other():
    assert found(of("Is it (true)? [sic]", "C++ at 40"), "(true)? [") == ["Is it (true)? [sic]"]
    assert found(of("Is it true", "C++ at 40"), "c++") == ["C++ at 40"]
    assert found(of("a ^ b", "x \\ y"), "\\") == ["x \\ y"]


def test_a_line_feed_in_a_headline_does_not_shift_those_after_it():
    assert found(of("One\ntwo", "Three"), "three") == ["Three"]


def test_headlines_of_other_scripts_are_found():
    assert found(of("Ελλάδα και θάλασσα", "AI之年：对齐预训练"), "ελλαδα") == ["Ελλάδα και θάλασσα"]
    assert found(of("Ελλάδα και θάλασσα", "AI之年：对齐预训练"), "对齐") == ["AI之年：对齐预训练"]


def test_all_pages_of_a_library_are_read_newest_first(library: Library, monkeypatch):
    monkeypatch.setattr(headlines, "PAGE", 2)
    for number in range(5):
        library.save(Brief(id=f"00000000000000000{number}", headline=f"Brief {number}"))
    index = headlines.read(library, Progress(nobody))
    assert [each.title for each in index.all] == [f"Brief {number}" for number in (4, 3, 2, 1, 0)]


def test_headlines_are_current_until_somebody_saves(library: Library):
    library.save(Brief(id="000000000000000001", headline="One"))
    index = headlines.read(library, Progress(nobody))
    assert headlines.is_current(library, index)
    library.save(Brief(id="000000000000000002", headline="Two"))
    assert not headlines.is_current(library, index)


def test_a_draft_without_a_headline_is_found_by_its_first_words(library: Library):
    library.save(Brief(id="000000000000000001", bullets=("Quiet morning in the harbour",)))
    index = headlines.read(library, Progress(nobody))
    assert found(index, "harbour") == ["Untitled: Quiet morning in the harbour"]
