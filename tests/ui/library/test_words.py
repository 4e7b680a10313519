"""Ages and states in words."""

from datetime import datetime, timedelta, timezone

import pytest

from briefdesk.brief import moments
from briefdesk.ui.library.words import age

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(seconds=-20), "just now"),
        (timedelta(minutes=12, seconds=40), "12 min ago"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(hours=11), "yesterday"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=7), "16 Nov"),
        (timedelta(days=400), "19 Oct 2025"),
        (timedelta(days=-3), "26 Nov"),
    ],
)
def test_an_age_is_told_as_people_tell_it(gone: timedelta, words: str):
    assert age(moments.write(NOW - gone), NOW) == words


def test_what_was_never_saved_has_no_age():
    assert age("", NOW) == ""


def test_yesterday_is_the_readers_own_day():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=ZONE)
    assert age(moments.write(late), datetime(2026, 11, 23, 0, 10, tzinfo=ZONE)) == "40 min ago"
    assert age(moments.write(late), datetime(2026, 11, 23, 1, 10, tzinfo=ZONE)) == "yesterday"
