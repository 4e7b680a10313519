"""What a page knows beside the brief: directions and addresses."""

import pytest

from briefdesk.layouts.context import address_of, direction


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("fa", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_language_tells_its_direction_and_a_script_overrules_it(language: str, way: str):
    assert direction(language) == way


def test_an_address_ends_with_the_slug_and_a_slash():
    assert address_of("https://b.example/x/", "a b/ü") == "https://b.example/x/a%20b%2F%C3%BC/"
    assert address_of("", "a") == ""
    assert address_of("https://b.example", "") == ""
