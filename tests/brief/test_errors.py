"""Tests of errors that are shown to people."""

import pytest

from briefdesk.brief.errors import KnownError


@pytest.mark.parametrize(
    ("safe", "todo", "more"),
    [
        ("Nothing was lost.", "Try again.", "Nothing was lost. Try again."),
        ("", "Try again.", "Try again."),
        ("Nothing was lost.", "", "Nothing was lost."),
        ("", "", ""),
    ],
)
def test_what_is_safe_and_what_to_do_stand_on_one_line(safe: str, todo: str, more: str):
    assert KnownError("It broke", safe=safe, todo=todo).more == more
