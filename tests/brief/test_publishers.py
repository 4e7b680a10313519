"""Who publishes at an address."""

import pytest

from briefdesk.brief.host import ascii_host
from briefdesk.brief.publishers import (
    known_publishers,
    publisher_key,
    publisher_of,
    remembered_publisher,
)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.lesswrong.com/posts/1", "LessWrong"),
        ("https://www.nytimes.com/2026/", "The New York Times"),
        ("https://news.bbc.co.uk/x", "BBC"),
        ("https://www.bbc.com/x", "BBC"),
        ("http://arxiv.org/abs/1", "arXiv"),
        ("lesswrong.com/x", "LessWrong"),
        ("https://github.com/anthropics/repo", "GitHub: anthropics"),
        ("https://github.com/", "GitHub"),
        ("https://github.com/features/x", "GitHub"),
        ("https://gist.github.com/x", "GitHub"),
        ("https://astral.substack.com/p/x", "Astral"),
        ("https://medium.com/@jane/x", "Medium: jane"),
        ("https://medium.com/", "Medium"),
        ("https://www.youtube.com/watch?v=x", "YouTube"),
        ("https://www.youtube.com/@veritasium/videos", "YouTube: veritasium"),
        ("https://substack.com/@jane/p-1", "Substack: jane"),
        ("https://forum.effectivealtruism.org/x", "EA Forum"),
        ("https://some-paper.co.uk/a", "Some Paper"),
        ("https://m.example.com.au/x", "Example"),
        ("https://me.github.io/x", "Me"),
        ("https://www.xn--bcher-kva.de/", "Bücher"),
        ("https://tv-daily.org/", "TV Daily"),
        ("https://example.org:8443/x", "Example"),
    ],
)
def test_a_publisher_is_known_or_guessed_from_the_host(url: str, name: str) -> None:
    assert publisher_of(url) == name


@pytest.mark.parametrize(
    "url",
    [
        *("", "nothing", "http://127.0.0.1/", "http://[::1]/", "http://localhost:8000/", "http://intranet/x"),
        *("http://printer.local/", "https://co.uk/", "javascript:alert(1)", "mailto:a@bbc.com"),
    ],
)
def test_numbers_and_machines_nearby_have_no_publisher(url: str) -> None:
    assert publisher_of(url) == ""


def test_the_table_holds_hosts_as_they_are_compared() -> None:
    table = known_publishers()
    assert len(table) >= 500
    for host, name in table.items():
        assert ascii_host(host) == host
        assert not host.startswith("www.")
        assert name == name.strip() != ""


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://m.example.org/x", "example.org"),
        ("https://news.example.org/x", "news.example.org"),
        ("https://github.com/psf/black", "github.com/psf"),
        ("https://github.com/features", "github.com"),
        ("https://medium.com/@Jane/x", "medium.com/@jane"),
        ("http://10.0.0.1:8080/x", "10.0.0.1"),
        ("http://[::1]/x", "[::1]"),
        ("nothing", ""),
    ],
)
def test_a_name_holds_for_a_host_or_for_an_account_on_it(url: str, key: str) -> None:
    assert publisher_key(url) == key


def test_a_remembered_name_comes_first_and_holds_for_hosts_under_it_but_for_no_other_account() -> None:
    remembered = {"bbc.co.uk": "Auntie", "github.com/psf": "Python", "10.0.0.1": "Us", "co.uk": "No"}
    assert publisher_of("https://news.bbc.co.uk/1", remembered) == "Auntie"
    assert publisher_of("https://github.com/psf/x", remembered) == "Python"
    assert publisher_of("https://github.com/django/x", remembered) == "GitHub: django"
    assert publisher_of("http://10.0.0.1/x", remembered) == "Us"
    assert remembered_publisher("https://other.co.uk/x", remembered) == ""


def test_what_a_page_tells_of_itself_comes_after_what_we_know_and_before_a_guess() -> None:
    assert publisher_of("https://www.bbc.com/x", told="BBC News") == "BBC"
    assert publisher_of("https://some-paper.org/x", told="The Some Paper") == "The Some Paper"
    assert publisher_of("http://intranet/x", told="Our Wiki") == "Our Wiki"
