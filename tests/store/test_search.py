"""Searching: what was typed a moment ago, in any script, with filters, the best or the newest first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.store import search
from briefdesk.store.indexed import index
from briefdesk.store.library import Library

BRIEFS = (
    Brief(
        id="ai",
        headline="Anthropic Embraces Alignment Pretraining",
        bullets=("It *reduces* misalignment, [studies](https://papers.example/x) show.",),
        terms=(Term(term="alignment pretraining", definition="Training on datasets"),),
        source=Source(url="https://www.lesswrong.com/posts/1", publisher="LessWrong"),
        tags=("ai-safety",),
        status=Status.READY,
        updated_at="2026-03-10T10:00:00Z",
    ),
    Brief(
        id="cjk",
        headline="AI之年：对齐预训练",
        summary="日本語のテキスト 한국어 텍스트 ภาษาไทย",
        tags=("ai",),
        updated_at="2026-03-11T10:00:00Z",
    ),
    Brief(
        id="cafe",
        headline="Café opens",
        summary="The naïve façade. Happily ever after in one town hall.",
        notes="ask the mayor",
        source=Source(publisher="The New York Times", url="https://nyt.example/"),
        tags=("Food & Drink",),
        status=Status.PUBLISHED,
        updated_at="2026-04-01T00:00:00Z",
    ),
    Brief(
        id="xyz",
        headline="x'y;-- is not SQL",
        summary="gpt-4 said “no” to alignment",
        related=(Related(headline="External entry"), Related(id="ai", headline="Cited headline")),
        updated_at="2025-12-31T23:59:59Z",
    ),
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(Path(tmp_path_factory.mktemp("search")) / "l.db") as library:
        for brief in BRIEFS:
            library.save(brief, keep_dates=True)
        yield library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("alignment", "ai xyz"),
        ("ALIGNMENT pretraining", "ai"),
        ("study", "ai"),
        ("papers", ""),
        ("cafe", "cafe"),
        ("naive facade", "cafe"),
        ("happ", "cafe"),
        ("ppily", ""),
        ('"town hall"', "cafe"),
        ('"hall town"', ""),
        ('"town ha"', ""),
        ('"town hall', "cafe"),
        ("alignment -anthropic", "xyz"),
        ("-alignment", "cafe cjk"),
        ("-alignment -日本語", "cafe"),
        ('-"town hall" -alignment', "cjk"),
        ("日", "cjk"),
        ("日本", "cjk"),
        ("本日", ""),
        ("预训练", "cjk"),
        ("AI之年", "cjk"),
        ("한국", "cjk"),
        ("ไทย", "cjk"),
        ("mayor", "cafe"),
        ("gpt-4", "xyz"),
        ("x'y;--", "xyz"),
        ("external", "xyz"),
        ("cited", ""),
        ("lesswrong", "ai"),
        ("tag:ai-safety", "ai"),
        ("tag:AI", "cjk"),
        ("tag:safety", ""),
        ('tag:"food & drink"', "cafe"),
        ("-tag:ai", "cafe ai xyz"),
        ("status:ready", "ai"),
        ("status:READY alignment", "ai"),
        ("status:nothing", ""),
        ("-status:draft", "cafe ai"),
        ("source:less", "ai"),
        ('source:"new york times"', "cafe"),
        ("source:nyt.example", "cafe"),
        ("source:alignment", ""),
        ("after:2026-04-01", "cafe"),
        ("before:2026", "xyz"),
        ("after:2026-03-11 before:2026-03-12", "cjk"),
        ("alignment before:2026-03-11", "ai xyz"),
        ("after:2026-03 -tag:ai", "cafe ai"),
        ("after:2026 alignment", "ai"),
        ("before:2025", ""),
        ("a OR", ""),
        ("NEAR(", ""),
        ("alignment AND anthropic", ""),
        ("alignment*", "ai xyz"),
        ("“no”", "xyz"),
    ],
)
def test_a_query_finds(full: Library, query: str, found: str):
    newest_first = found.split()
    assert [row.id for row in full.rows(query)] == newest_first
    assert {hit.id for hit in full.search(query)} == set(newest_first)
    assert full.count(query) == len(newest_first)
    limited = full.rows(query, limit=1)
    assert [row.id for row in limited] == newest_first[:1]
    if limited:
        assert [row.id for row in full.rows(query, before=limited[-1])] == newest_first[1:]


@pytest.mark.parametrize("query", ["", "“", '"', "*", "-", "tag:"])
def test_a_query_for_nothing_lists_all_and_finds_none(full: Library, query: str):
    assert [row.id for row in full.rows(query)] == ["cafe", "cjk", "ai", "xyz"]
    assert full.count(query) == 4
    assert full.search(query) == []


@pytest.mark.parametrize(
    "word", ["pretraining", "misalignment", "studies", "datasets", "happily", "reduces", "embraces"]
)
def test_a_word_is_found_after_every_letter_of_it(full: Library, word: str):
    for end in range(1, len(word) + 1):
        assert full.search(word[:end]), word[:end]


def test_a_headline_counts_more_than_a_mention(full: Library):
    assert [hit.id for hit in full.search("alignment")] == ["ai", "xyz"]
    scores = [hit.score for hit in full.search("alignment")]
    assert scores[0] > scores[1] > 0


def test_many_finds_come_newest_first(full: Library, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "RANKED", 1)
    assert [(hit.id, hit.score) for hit in full.search("alignment")] == [("ai", 0.0), ("xyz", 0.0)]


def test_a_snippet_shows_what_was_found_as_it_was_typed(full: Library):
    assert "«misalignment»" in full.search("misalign")[0].snippet
    assert "«日本»語のテキスト" in full.search("日本")[0].snippet
    assert full.search("anthropic")[0].snippet.startswith("It reduces misalignment")
    assert "\ue000" not in full.search("tag:ai-safety")[0].snippet


def test_what_was_typed_a_moment_ago_is_found(library: Library):
    brief = library.save(Brief(headline="Half a wor")).brief
    assert library.search("word") == []
    library.save(replace(brief, headline="Half a word"))
    assert [hit.id for hit in library.search("word")] == [brief.id]
    library.save(replace(brief, headline="Nothing left"))
    assert library.search("word") == []


def test_the_list_is_paged_without_gap_or_double(library: Library):
    dates = ["2026-03-01", "2026-03-01", "2020-01-01", "1960-05-05", "2026-03-02"]
    for number in range(60):
        date = dates[number % len(dates)]
        library.save(Brief(id=f"b{number}", headline=f"Word {number}", updated_at=date), keep_dates=True)
    for query in ("", "word", "status:draft", "-nothing", "after:1950"):
        everything = library.rows(query)
        assert len(everything) == 60 == library.count(query)
        assert [row.updated_at for row in everything] == sorted(
            (row.updated_at for row in everything), reverse=True
        )
        paged, page = [], library.rows(query, limit=7)
        while page:
            paged += page
            page = library.rows(query, limit=7, before=page[-1])
        assert paged == everything


def test_a_row_shows_what_the_list_needs(full: Library):
    row = next(row for row in full.rows() if row.id == "ai")
    assert (row.slug, row.status, row.publisher) == (
        "anthropic-embraces-alignment-pretraining",
        "ready",
        "LessWrong",
    )
    assert row.first_bullet == "It reduces misalignment, studies show."
    assert row.updated_at == "2026-03-10T10:00:00Z"
    assert full.counts() == {"draft": 2, "ready": 1, "published": 1}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("The ﬁnal word", "final"),
        ("The final word", "ﬁnal word"),
        ("Ｆｕｌｌ width", "full"),
        ("Full width", "Ｆｕｌｌ"),
        ("Die Straße", "STRASSE"),
        ("Die STRASSE", "straße"),
        ("Die Straße", "Stra"),
    ],
)
def test_compatibility_forms_and_case_do_not_count(library: Library, text: str, query: str):
    id = library.save(Brief(headline="Rain", bullets=(text,))).brief.id
    (hit,) = library.search(query)
    assert hit.id == id
    assert library.get(id).brief.bullets == (text,)
    assert hit.snippet.replace("«", "").replace("»", "") == text


def test_a_text_of_plain_letters_is_searched_once():
    assert index(Brief(headline="Rain", bullets=("Été ΟΔΟΣ οδος 日本", "Rain"))).aside == ""
