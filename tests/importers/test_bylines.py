"""Which lines around an article tell who wrote it and when, and which are its text."""

import pytest

from briefdesk.importers.bylines import small_line


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("Written by Jane de la Cruz and John O’Neil", "Jane de la Cruz and John O’Neil"),
        ("By Jane Doe, Staff writer", "Jane Doe, Staff writer"),
        ("Jane Doe, Staff writer", "Jane Doe"),
        ("Søren Ågård, Europe correspondent", "Søren Ågård"),
        ("By Jane Doe | Nov 24, 2026 | 5 min read", "Jane Doe"),
        ("By Jane Doe, Nov. 24, 2026", "Jane Doe"),
        ("By Jane Doe · Updated 3 hours ago", "Jane Doe"),
    ],
)
def test_a_byline_tells_its_name(line: str, name: str) -> None:
    found = small_line(line)
    assert found is not None
    assert found.byline == name


@pytest.mark.parametrize(
    "line",
    [
        "Nov 24, 2026",
        "Tuesday, 24 November 2026",
        "24. November 2026",
        "2026-11-24",
        "24/11/2026",
        "Updated 3 hours ago",
        "an hour ago",
        "Published Nov. 24, 2026 at 3:15 p.m. ET",
        "Last updated on 24 November 2026, 10:00 GMT",
        "First published: 2026-11-24 10:00",
        "Nov 24, 2026 — 5 min read",
        "5 min read",
        "5-minute read",
        "Reading time: 12 minutes",
    ],
)
def test_a_date_or_a_reading_time_names_nobody(line: str) -> None:
    found = small_line(line)
    assert found is not None
    assert found.byline == ""


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By Friday the rain will stop.",
        "By the end of 2026 prices rose",
        "By far the wettest",
        "On Nov 24, 2026 the mayor bought an umbrella.",
        "Jane Doe, a staff writer, bought an umbrella.",
        "Oslo, Bergen",
        "Rain in Oslo",
        "Five things to read",
        "2026",
        "The election was held on Nov 24, 2026",
        "Updated rules for umbrellas",
        "May 2026 be dry",
        "By Jane Doe " * 30,
    ],
)
def test_what_belongs_to_the_text_is_none(line: str) -> None:
    assert small_line(line) is None
