"""`list`, `search`, `show`, `related`, `check`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program


def test_list_gives_the_newest_first_in_the_contracts_shape(briefdesk: Program, page: Path):
    briefdesk("import", page)
    rows = briefdesk("list", "--json").rows
    assert [row["headline"] for row in rows] == [
        "City closes bridge",
        "Shops fear a quiet year",
        "Ferry to sail again",
    ]
    assert set(rows[0]) == {"id", "slug", "headline", "status", "updated_at"}


def test_list_pages_through_many_briefs_and_keeps_to_the_limit(
    briefdesk: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("briefdesk.cli.finding._PAGE", 20)
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"headline": "Headline {n}"}}\n' for n in range(90)))
    briefdesk("import", many)
    assert len(briefdesk("list", "--json").rows) == 90
    rows = briefdesk("list", "--json", "--limit", 41).rows
    assert [row["headline"] for row in rows] == [f"Headline {n}" for n in range(89, 48, -1)]


def test_list_takes_a_query(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", "city-closes-bridge", "status=ready")
    assert [row["headline"] for row in briefdesk("list", "status:ready", "--json").rows] == [
        "City closes bridge"
    ]


def test_search_gives_score_and_snippet(briefdesk: Program, page: Path):
    briefdesk("import", page)
    (row,) = briefdesk("search", "--json", "ferry", "will").rows
    assert set(row) == {"id", "slug", "headline", "status", "updated_at", "score", "snippet"}
    assert row["headline"] == "City closes bridge"


def test_search_without_a_find_says_so_and_is_no_error(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("search", "zebra")
    assert (answer.code, answer.out, answer.err) == (0, "", "briefdesk: Nothing found\n")
    for option in ("--json", "--quiet"):
        answer = briefdesk("search", "zebra", option)
        assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_search_takes_a_word_with_a_hyphen_after_two(briefdesk: Program, page: Path):
    briefdesk("import", page)
    headlines = {row["headline"] for row in briefdesk("search", "--json", "--", "may", "-closes").rows}
    assert headlines == {"Ferry to sail again"}


def test_show_prints_each_format(briefdesk: Program, page: Path):
    briefdesk("import", page)
    brief = json.loads(briefdesk("show", "city-closes-bridge", "--format", "json").out)
    assert brief["bullets"] == ["It closes in May.", "A ferry will sail."]
    assert briefdesk("show", brief["id"][:-1], "--json").rows == [brief]
    assert briefdesk("show", brief["id"]).out.startswith("City closes bridge\n")
    assert "## In brief" in briefdesk("show", brief["id"], "--format", "markdown").out
    assert briefdesk("show", brief["id"], "--format", "html").out.lower().startswith("<!doctype html>")


def test_show_with_json_prints_nothing_but_json(briefdesk: Program, page: Path):
    briefdesk("import", page)
    (row,) = briefdesk("show", "city-closes-bridge", "--format", "markdown", "--json").rows
    assert "## In brief" in str(row["text"])


def test_show_takes_a_layout_and_refuses_an_unknown_one(briefdesk: Program, page: Path):
    briefdesk("import", page)
    assert "<h1" in briefdesk("show", "city-closes-bridge", "--layout", "article").out
    assert briefdesk("show", "city-closes-bridge", "--layout", "poster").code == 2
    assert briefdesk("show", "city-closes-bridge", "--layout", "article", "--format", "json").code == 2


def test_a_line_separator_of_a_text_ends_no_line_of_json(briefdesk: Program, tmp_path: Path):
    (tmp_path / "a.json").write_text(json.dumps({"headline": "A", "summary": "one\u2028two"}))
    briefdesk("import", "a.json")
    answer = briefdesk("show", "a", "--json")
    assert len(answer.out.splitlines()) == 1
    assert answer.rows[0]["summary"] == "one\u2028two"


def test_related_tells_what_is_chosen_and_why(briefdesk: Program, page: Path):
    briefdesk("import", page)
    rows = briefdesk("related", "city-closes-bridge", "--json").rows
    assert rows
    assert "City closes bridge" not in [row["headline"] for row in rows]
    assert all(
        row["chosen"] and row["why"] and set(row) == {"id", "headline", "score", "chosen", "why"}
        for row in rows
    )


def test_related_of_a_file_knows_the_brief_that_it_would_update(briefdesk: Program, page: Path):
    briefdesk("import", page)
    rows = briefdesk("related", page, "--json").rows
    assert "City closes bridge" not in [row["headline"] for row in rows]
    assert all(row["chosen"] for row in rows)


def test_check_gives_the_contracts_shape_and_tells_by_its_code_of_a_must(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("check", "city-closes-bridge", "--json")
    (row,) = answer.rows
    assert answer.code == 0
    assert {"id", "ready", "score", "findings"} <= set(row)
    assert row["ready"] is True
    findings = row["findings"]
    assert isinstance(findings, list)
    assert all(
        {"criterion", "level", "field", "index", "span", "message", "fix"} <= set(each) for each in findings
    )
    assert briefdesk("check", "ferry-to-sail-again").code == 1


def test_check_all_looks_at_every_brief(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("check", "--all", "--json")
    assert (answer.code, len(answer.rows)) == (1, 3)


def test_check_of_a_file_needs_no_library(briefdesk: Program, page: Path, tmp_path: Path):
    answer = briefdesk("check", page, "--json")
    assert (answer.code, answer.rows[0]["ready"]) == (0, True)
    assert not (tmp_path / "library.db").exists()


def test_a_twin_in_the_library_is_found(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    twin = {
        "headline": "City Closes Bridge",
        "bullets": ["It closes."],
        "source": {"url": "https://example.org"},
    }
    (tmp_path / "twin.json").write_text(json.dumps(twin))
    briefdesk("import", "twin.json")
    findings = briefdesk("check", "city-closes-bridge-2", "--json").rows[0]["findings"]
    assert isinstance(findings, list)
    assert "H6" in [each["criterion"] for each in findings]


def test_a_brief_goes_before_a_file_of_its_name(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    (tmp_path / "city-closes-bridge").write_text("no brief at all")
    assert briefdesk("check", "city-closes-bridge").code == 0


def test_people_get_aligned_text(briefdesk: Program, page: Path):
    briefdesk("import", page)
    lines = briefdesk("list").out.splitlines()
    assert len({line.index("draft") for line in lines}) == 1
    assert "criteria met" in briefdesk("check", "city-closes-bridge").out


def test_show_gives_straight_quotes_in_text_and_markdown_alone(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", "city-closes-bridge", "headline=It’s “so”")
    assert briefdesk("show", "city-closes-bridge").out.startswith("It’s “so”\n")
    assert briefdesk("show", "city-closes-bridge", "--straight-quotes").out.startswith('It\'s "so"\n')
    markdown = briefdesk("show", "city-closes-bridge", "--straight-quotes", "--format", "markdown").out
    assert "’" not in markdown
    answer = briefdesk("show", "city-closes-bridge", "--straight-quotes", "--format", "json")
    assert (answer.code, "not json" in answer.said) == (2, True)
