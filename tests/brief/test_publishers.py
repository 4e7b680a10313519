"""Who publishes at an address."""

import pytest

from briefdesk.brief.host import ascii_host
from briefdesk.brief.publishers import known_publishers, publisher_of


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
    assert len(table) > 150
    for host, name in table.items():
        assert ascii_host(host) == host
        assert not host.startswith("www.")
        assert name == name.strip() != ""
