"""The full page behind an AMP page."""

import pytest

from briefdesk.brief.amp import without_amp


@pytest.mark.parametrize(
    ("amp", "full"),
    [
        ("https://amp.theguardian.com/x", "https://theguardian.com/x"),
        ("https://www.bbc.com/news/uk-1/amp", "https://www.bbc.com/news/uk-1"),
        ("https://www.bbc.com/news/uk-1/amp/", "https://www.bbc.com/news/uk-1"),
        ("https://www.bbc.co.uk/news/amp/uk-1", "https://www.bbc.co.uk/news/uk-1"),
        ("https://a.org/story.amp.html?id=2", "https://a.org/story.html?id=2"),
        ("https://a.org/x?outputType=amp&id=2#top", "https://a.org/x?id=2#top"),
        ("https://a.org/x?amp=1", "https://a.org/x"),
        ("https://www.google.com/amp/s/www.example.org/story.amp", "https://www.example.org/story"),
        ("https://www-a-org.cdn.ampproject.org/c/s/www.a.org/x?id=1", "https://www.a.org/x?id=1"),
        ("https://a-org.cdn.ampproject.org/v/a.org/x", "http://a.org/x"),
    ],
)
def test_the_full_page_is_read_off_the_address(amp: str, full: str) -> None:
    assert without_amp(amp) == full


@pytest.mark.parametrize(
    "url",
    [
        *("https://a.org/lamp", "https://amp.dev/x", "https://a.org/amplitude", "https://a.org/x?amplify=1"),
        *("https://a.org/", "https://www.google.com/search?q=amp", "nothing", "https://a.org/x?id=1&&"),
    ],
)
def test_other_addresses_are_left_alone(url: str) -> None:
    assert without_amp(url) == ""
