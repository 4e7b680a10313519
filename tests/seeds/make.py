"""Makes the library of the present schema that later versions are tried on: run it when a schema is released.

.venv/bin/python -m tests.seeds.make
"""

from dataclasses import replace
from pathlib import Path

from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.store.identity import SCHEMA_NUMBER
from briefdesk.store.library import Library, Written

FOLDER = Path(__file__).parent

BRIEFS = (
    Brief(
        id="sample",
        headline="Anthropic Embraces Alignment Pretraining",
        bullets=("It *reduces* misalignment.", "See [the paper](https://papers.example/1)."),
        terms=(Term(term="alignment pretraining", definition="Training on `good` data."),),
        source=Source(url="https://www.lesswrong.com/posts/1", publisher="LessWrong"),
        related=(
            Related(id="odd", headline="Odd text"),
            Related(headline="Elsewhere", url="https://e.example/"),
        ),
        summary="How training data shapes behaviour.",
        tags=("ai-safety",),
        status=Status.PUBLISHED,
        published_at="2026-03-02T08:00:00Z",
        created_at="2026-03-01T09:00:00Z",
        updated_at="2026-03-02T08:00:00Z",
    ),
    Brief(
        id="odd",
        headline="“Odd” — {{ text }} 日本語 👩‍👩‍👧",
        bullets=("line\u2028separator", "<b>& not markup</b>", "back\\\\slash"),
        notes="for the desk\nonly",
        language="de",
        created_at="2026-03-01T10:00:00.500Z",
        updated_at="2026-03-01T10:00:00.500Z",
        extra={"x_unknown": {"kept": [1, None, "é"]}},
    ),
    Brief(id="gone", headline="In the trash", created_at="1965-01-01", updated_at="1965-01-01"),
)
WRITTEN = Written("sample.html", "0" * 64)


def seed_of(schema: int) -> Path:
    """The library of a released schema."""
    return FOLDER / f"schema-{schema}.briefdesk"


def make(path: Path) -> None:
    """Make a library with a bit of everything."""
    working = path.with_suffix(".working")
    with Library.open(working) as library:
        for brief in BRIEFS:
            before = replace(brief, headline=f"Before: {brief.headline}", updated_at="1960-01-01")
            library.save(before, keep_dates=True)
            library.cut_revision(brief.id, "pause", "Kim")
            library.save(brief, cut="import", author="Kim", keep_dates=True)
        library.trash("gone")
        library.exports.record("html", "/out", [("sample", WRITTEN)])
        path.unlink(missing_ok=True)
        library.backup(path)
    working.unlink()


if __name__ == "__main__":
    make(seed_of(SCHEMA_NUMBER))
