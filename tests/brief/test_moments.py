"""Moments as texts."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief import moments


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_written_moment_is_read_as_itself(moment: datetime) -> None:
    whole = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert moments.read(moments.write(moment)) == whole


def test_a_moment_is_written_in_utc_to_the_millisecond() -> None:
    moment = datetime(2026, 3, 1, 1, 30, 0, 125_900, tzinfo=timezone(timedelta(hours=2)))
    assert moments.write(moment) == "2026-02-28T23:30:00.125Z"


def test_now_is_now() -> None:
    assert abs(moments.read(moments.now()) - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-03-01T09:30", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01 09:30:00Z", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01t09:30:00.5z", datetime(2026, 3, 1, 9, 30, 0, 500_000, tzinfo=UTC)),
        ("2026-03-01T09:30:00+02:00", datetime(2026, 3, 1, 7, 30, tzinfo=UTC)),
        ("2026-03-01T09:30:00.123456789-00:30", datetime(2026, 3, 1, 10, 0, 0, 123_456, tzinfo=UTC)),
    ],
)
def test_dates_and_times_are_read(text: str, moment: datetime) -> None:
    assert moments.read(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026", "2026-3-1", "20260301", "2026-W09-7", "2026-060", "2026-02-30", "2026-13-01", "soon"),
        *("2026-03-01T25:00", "2026-03-01T09:30:00,5Z", "2026-03-01X09:30", "2026-03-01T09", " 2026-03-01"),
        *("2026-03-01T09:30+0200", "0000-01-01", "0001-01-01T00:00:00+12:00", "9999-12-31T23:59:59-12:00"),
        *("２０２６-03-01", "2026-03-01\n", "2026-03-01T09:30:00 Z"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|hour|year"):
        moments.read(text)


def test_a_moment_without_a_zone_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moments.write(datetime(2026, 3, 1))  # noqa: DTZ001
