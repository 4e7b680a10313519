"""Web addresses: what is kept, what compares equal, what may be linked."""

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.url import MAX_LENGTH, canonical, link
from tests.brief import texts


def url(text: str) -> str:
    """The cleaned address, or ""."""
    address = canonical(text)
    return address.url if address else ""


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("https://e.org/a", "https://e.org/a"),
        ("lesswrong.com/posts/x", "https://lesswrong.com/posts/x"),
        ("  example.org  ", "https://example.org/"),
        ("example.org:8080/a?b", "https://example.org:8080/a?b"),
        ("//example.org/x", "https://example.org/x"),
        ("HTTPS://Example.ORG:443/a/../b/./c", "https://example.org/b/c"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org./", "https://example.org/"),
        ("https://example.org/%7Euser/%2e%2E/x", "https://example.org/x"),
        ("https://example.org/a%2Fb/%e4?x=%20y", "https://example.org/a%2Fb/%e4?x=%20y"),
        ("https://e.org/Case/Stays", "https://e.org/Case/Stays"),
        ("Title of it - https://e.org/x", "https://e.org/x"),
        ("<https://e.org/x>", "https://e.org/x"),
        ("see <https://e.org/x> there", "https://e.org/x"),
        ("(see https://en.wikipedia.org/wiki/A_(b)).", "https://en.wikipedia.org/wiki/A_(b)"),
        ("https://a.org/1 https://b.org/2", "https://a.org/1"),
        ("“https://e.org/x”", "https://e.org/x"),
        ("https://bücher.de/ü", "https://xn--bcher-kva.de/ü"),
        ("https://BÜCHER.de", "https://xn--bcher-kva.de/"),
        ("https://faß.de", "https://xn--fa-hia.de/"),
        ("https://日本語。jp/", "https://xn--wgv71a119e.jp/"),
        ("https://ｅxample.org/", "https://example.org/"),
        ("http://[2001:DB8:0:0::1]:80/x", "http://[2001:db8::1]/x"),
        ("http://127.0.0.1:5000/", "http://127.0.0.1:5000/"),
        ("http://localhost/x", "http://localhost/x"),
        ("http://intranet/x", "http://intranet/x"),
        ('https://e.org/"<x>|{y}', "https://e.org/"),
        ("https://e.org/a|b{c}^`", "https://e.org/a%7Cb%7Bc%7D%5E%60"),
        ("https://e.org#part", "https://e.org/#part"),
        ("https://e.org?q=1", "https://e.org/?q=1"),
        ("https://e.org?", "https://e.org/"),
    ],
)
def test_an_address_is_cleaned(text: str, cleaned: str) -> None:
    assert url(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "no address", "https://", "https:///x", "mailto:a@e.org", "javascript:alert(1)"),
        *("javascript://e.org/%0aalert(1)", "javascript:'https://e.org/'", "data:text/html,https://e.org"),
        *("file:///etc/passwd", "ftp://e.org/x", "https:/e.org", "http://exa mple.com", "a@example.org"),
        *("notes.txt", "v2.0", "https://-a.org", "https://a-.org", "https://a..org", "https://.org"),
        *(
            "https://e.org:99999/",
            "https://e.org:0/",
            "https://e.org:x/",
            "https://a\\@b.org/",
            "https://a\\b.org",
        ),
        *("http://0x7f.1/", "http://2130706433/", "http://127.1/", "http://1.2.3.4.5/", "http://256.1.1.1/"),
        *("http://[::1", "http://[x]/", "http://[fe80::1%25eth0]/", "https://[javascript:alert(1)]/"),
        *(
            "https://" + "a" * 64 + ".org",
            "https://" + "a." * 130 + "org",
            "https://e.org/" + "x" * MAX_LENGTH,
        ),
        *("https://exa%20mple.org/", "https://ex%00.org/", "https://\u0301a.org/", "about:blank", "tel:1"),
    ],
)
def test_what_is_no_web_address_gives_nothing(text: str) -> None:
    assert canonical(text) is None


def test_tracking_parts_are_removed_and_named_in_order() -> None:
    address = canonical("https://e.org/?utm_source=a&id=3&FBCLID=b&v=1&wt.mc=c&q=x&story=2&p=9&mc_cid=d")
    assert address is not None
    assert address.url == "https://e.org/?id=3&v=1&q=x&story=2&p=9"
    assert address.removed == ("utm_source", "FBCLID", "wt.mc", "mc_cid")
    assert url("https://e.org/x?gclid=1") == "https://e.org/x"
    assert url("https://e.org/x#utm_source=rss") == "https://e.org/x"
    assert url("https://e.org/x?utmost=1&ref=2&spmx=3") == "https://e.org/x?utmost=1&ref=2&spmx=3"


def test_user_info_is_dropped_with_a_warning() -> None:
    address = canonical("https://user:word@e.org/x")
    assert address is not None
    assert address.url == "https://e.org/x"
    assert len(address.warnings) == 1
    assert "word" not in address.warnings[0].split("password")[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fe.org%2Fx%3Fa%3D1&ved=2", "https://e.org/x?a=1"),
        ("https://google.co.uk/url?q=https://e.org/x", "https://e.org/x"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fe.org%2F&h=AT", "https://e.org/"),
        ("https://lnkd.in/?url=https%3A%2F%2Fe.org%2F", "https://e.org/"),
        ("https://lnkd.in/abc", "https://lnkd.in/abc"),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
        ),
        ("https://www.google.com/search?q=https://e.org", "https://www.google.com/search?q=https://e.org"),
        ("https://notgoogle.com/url?q=https://e.org", "https://notgoogle.com/url?q=https://e.org"),
    ],
)
def test_a_redirector_gives_the_target_that_it_carries(text: str, target: str) -> None:
    assert url(text) == target


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.e.org/a/", "https://e.org/a"),
        ("https://e.org/a#top", "https://e.org/a"),
        ("https://e.org/%7ea%c3%a9", "https://e.org/~aé"),
        ("https://bücher.de", "https://xn--bcher-kva.de/"),
        ("https://e.org/a?utm_medium=x", "https://e.org/a"),
    ],
)
def test_spellings_of_one_address_have_one_key(one: str, other: str) -> None:
    first, second = canonical(one), canonical(other)
    assert first is not None
    assert second is not None
    assert first.key == second.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.org/a?x=1&y=2", "https://e.org/a?y=2&x=1"),
        ("https://e.org/A", "https://e.org/a"),
        ("https://e.org/#!/a", "https://e.org/#!/b"),
        ("https://e.org/#/a", "https://e.org/"),
        ("https://e.org/#:~:text=a", "https://e.org/#:~:text=b"),
        ("https://e.org/a%2Fb", "https://e.org/a/b"),
        ("https://a.e.org", "https://e.org"),
    ],
)
def test_different_addresses_have_different_keys(one: str, other: str) -> None:
    first, second = canonical(one), canonical(other)
    assert first is not None
    assert second is not None
    assert first.key != second.key


def test_a_name_in_letters_of_two_scripts_is_warned_of() -> None:
    for lookalike in (
        "https://раypal.com",
        "https://аррӏе.com",
        "https://xn--ypal-43d9g.com",
        "https://ɑpple.com",
    ):
        address = canonical(lookalike)
        assert address is not None
        assert address.warnings, lookalike
        assert address.url.isascii()
    shown = canonical("https://раypal.com")
    assert shown is not None
    assert (shown.url, shown.shown) == ("https://xn--ypal-43d9g.com/", "раypal.com")
    for honest in (
        "https://bücher.de",
        "https://日本ひらがなカタabc.jp",
        "https://пример.рф",
        "https://example.org",
    ):
        address = canonical(honest)
        assert address is not None
        assert address.warnings == (), honest


def test_hidden_characters_are_taken_out_with_a_warning() -> None:
    address = canonical("https://e.org/\u202ea\u200bb")
    assert address is not None
    assert address.url == "https://e.org/ab"
    assert address.warnings


@given(
    st.one_of(
        texts.anything, texts.words.map("https://e.org/".__add__), st.from_regex(r"https?://[!-~é日]{1,30}")
    )
)
def test_a_cleaned_address_is_clean(text: str) -> None:
    address = canonical(text)
    if address is not None:
        again = canonical(address.url)
        assert again is not None
        assert (again.url, again.key, again.removed) == (address.url, address.key, ())
        assert link(address.url) == address.url


@pytest.mark.parametrize(
    "address",
    [
        *("https://e.org", "http://e.org/a?b=c&d=%20#e", "HTTPS://E.org/x", "https://bücher.de/ü?日=本"),
        *("mailto:a@e.org", "mailto:a@e.org?subject=x%20y", "https://[::1]:8080/", "https://e.org/a_(b)*[c]"),
        *("http://localhost:1313/x", "https://e.org/%zz", "https://e.org/%E4"),
    ],
)
def test_a_safe_address_is_linked_as_it_is(address: str) -> None:
    assert link(address) == address


def test_characters_that_end_an_attribute_are_percent_encoded() -> None:
    assert link('https://e.org/"<>`{}|\\^') == "https://e.org/%22%3C%3E%60%7B%7D%7C%5C%5E"
    assert link(" https://e.org/ ") == "https://e.org/"


UNSAFE = (
    *("", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "javascript&colon;alert(1)"),
    *(
        "javascript://example.org/%0aalert(1)",
        "ｊavascript:alert(1)",
        "\u2028javascript:alert(1)",
        "mocha:alert(1)",
    ),
    *(
        "data:,x",
        "//evil.example/",
        "https:/evil.example",
        "https:evil.example",
        "https://example.org@evil.example/",
    ),
    *(
        'https://example.org/" onmouseover="alert(1)',
        "https://[javascript:alert(1)]/",
        "about:srcdoc",
        "tel:1",
    ),
    *("ms-msdt:/id PCWDiagnostic", "../../etc/passwd", "/x", "\\\\evil", "\x00", "#top", "x", "vbscript:x"),
    *("https://e.org/\u202ex", "https://e.org/%E2%80%AEx", "https://e.org/%e2%81%a6", "https://e.org/\x01"),
    *(
        "https://a\\@b.org/",
        "https://a%40b@c/",
        "https://e.org\\.evil.org",
        "https://e.org:port/",
        "https://?x",
    ),
    *(
        "mailto:",
        "mailto:a",
        "mailto:a@b?subject=%0D%0ABcc:x@y",
        "mailto:a@b%0a",
        "MAILTO://x",
        "blob:https://e.org/x",
    ),
    *(
        "https://e.org/" + "x" * MAX_LENGTH,
        "https://e.org/" + '"' * 5000,
        "https://e.org /",
        "https://\u00a0e.org",
    ),
    *("https://e%00.org/", "https://e%20.org/", "view-source:https://e.org", "\ufeffjavascript:alert(1)"),
)


@pytest.mark.parametrize("address", UNSAFE)
def test_what_may_not_be_linked_is_not_linked(address: str) -> None:
    assert link(address) == ""


_SCHEMES = ("https://", "http://", "mailto:", "HTTPS://", "javascript:", "//", "https:/", " https://", "")


@given(
    st.sampled_from(_SCHEMES), st.text(alphabet="ae.o@:/\\?#%20\u202e\u2066\n\t \"'<>&;[]日\x00", max_size=16)
)
def test_a_link_has_no_scheme_user_or_turn_that_a_browser_would_follow(scheme: str, rest: str) -> None:
    href = link(scheme + rest)
    if href:
        assert re.match(r"(?i)https?://[^/]|mailto:.", href)
        assert len(href) <= MAX_LENGTH
        assert not re.search(r"[\s\x00-\x1f\"<>\\]", href)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", unquote(href))
        if not href.lower().startswith("mailto:"):
            assert "@" not in re.split(r"[/?#]", href.split("//", 1)[1])[0]
        assert link(href) == href
        assert json.loads(json.dumps(href)) == href
