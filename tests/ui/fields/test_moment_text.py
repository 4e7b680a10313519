"""Moments as a person types them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefdesk.ui.fields.moment_text import shown, typed, zone_of

OSLO_SUMMER = timezone(timedelta(hours=2), "CEST")
NOW = datetime(2026, 6, 1, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01", "2026-02-28T22:00:00.000Z"),
        ("2026-03-01 9:30", "2026-03-01T07:30:00.000Z"),
        (" 2026-3-1, 09.30 ", "2026-03-01T07:30:00.000Z"),
        ("2026-03-01T09:30", "2026-03-01T07:30:00.000Z"),
        ("17:00", "2026-06-01T15:00:00.000Z"),
        ("today 17:00", "2026-06-01T15:00:00.000Z"),
        ("Tomorrow 9:30", "2026-06-02T07:30:00.000Z"),
        ("tomorrow", "2026-06-01T22:00:00.000Z"),
        ("2026-03-01T09:30:00Z", "2026-03-01T09:30:00.000Z"),
        ("2026-03-01T09:30:00+05:00", "2026-03-01T04:30:00.000Z"),
        ("2026-02-30", None),
        ("2026-03-01 25:00", None),
        ("9999999-01-01", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_typed_moment_is_read_in_the_brief_s_time_zone(text: str, expected: str | None) -> None:
    assert typed(text, OSLO_SUMMER, NOW) == expected


def test_a_moment_is_shown_in_the_brief_s_time_zone() -> None:
    assert shown("2026-03-01T07:30:00.000Z", OSLO_SUMMER) == "2026-03-01 09:30"
    assert shown(None, OSLO_SUMMER) == ""


def test_a_moment_that_cannot_be_read_is_shown_as_it_is() -> None:
    assert shown("next week", OSLO_SUMMER) == "next week"


def test_a_time_zone_that_is_not_known_is_none() -> None:
    assert zone_of("Middle-earth/Shire") is None
    assert zone_of("../../etc/passwd") is None
    assert zone_of("") is not None
