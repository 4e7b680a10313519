"""What a typesetter would put for what was typed, key by key."""

import pytest

from briefdesk.brief.quotes import better


def typed(keys: str, language: str = "en") -> str:
    """What stands there after these keys."""
    text = ""
    for key in keys:
        text += key
        if found := better(text, language):
            text = text[: -found.back] + found.words
    return text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "a “b” (“c”) –“d”"),
        ("en-GB", "a “b” (“c”) –“d”"),
        ("de", "a „b“ („c“) –„d“"),
        ("de-CH", "a «b» («c») –«d»"),
        ("fr", "a «\u202fb\u202f» («\u202fc\u202f») –«\u202fd\u202f»"),
        ("sv", "a ”b” (”c”) –”d”"),
        ("nb", "a «b» («c») –«d»"),
        ("pl", "a „b” („c”) –„d”"),
        ("ja", "a 「b」 (「c」) –「d」"),
        ("xx", "a “b” (“c”) –“d”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, expected: str) -> None:
    assert typed('a "b" ("c") --"d"', language) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("\"She said 'no', didn't she\"", "“She said ‘no’, didn’t she”"),
        ("'no'", "‘no’"),
        ("Maini et al., '25 and class of ('23)", "Maini et al., ’25 and class of (’23)"),
        ("the 1990's", "the 1990’s"),
        ("5'10\" tall", "5′10″ tall"),
        ('"in 2023"', "“in 2023”"),
        ("writers' room", "writers’ room"),
        ("a--b---c", "a–b—c"),
        ("wait...", "wait…"),
        ("a-b - c", "a-b - c"),
        ("https://e.org/a--b...'x\"", "https://e.org/a--b...'x\""),
        ("www.e.org/a--b", "www.e.org/a--b"),
        ("<!--", "<!--"),
        ("3.14...", "3.14…"),
    ],
)
def test_apostrophes_primes_and_dashes(keys: str, expected: str) -> None:
    assert typed(keys) == expected


def test_a_french_writer_may_type_the_blanks_inside() -> None:
    assert typed('dit "oui "', "fr") == "dit «\u202foui\u202f»"


def test_swedish_marks_close_where_they_open() -> None:
    assert typed("\"det's 'ja'\"", "sv") == "”det’s ’ja’”"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("'tis so", "’tis so"),
        ("'Twas, I think", "’Twas, I think"),
        ("'tisn't so", "’tisn’t so"),
        ("wait 'til May", "wait ’til May"),
        ('he said "wait \'til"', "he said “wait ’til”"),
        ("go get 'em.", "go get ’em."),
        ("show 'em who", "show ‘em who"),
        ("show 'em who ", "show ’em who "),
        ("left 'cause he was", "left ’cause he was"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("pick 'n mix", "pick ’n mix"),
        ("the '90s and the '90s' end", "the ’90s and the ’90s’ end"),
        ("''tis so', he said", "‘’tis so’, he said"),
        ("'He slept 'til noon' ", "‘He slept ’til noon’ "),
        ('("\'tis")', "(“’tis”)"),
    ],
)
def test_a_word_that_begins_with_an_apostrophe_gets_one_when_it_is_whole(keys: str, expected: str) -> None:
    assert typed(keys) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("the 'cause of death' was", "the ‘cause of death’ was"),
        ("an 'em dash' is", "an ‘em dash’ is"),
        ("the letter 'n' is", "the letter ‘n’ is"),
        ("'til' is a word, 'em' too.", "‘til’ is a word, ‘em’ too."),
        ("'Twas the night' is a line", "‘Twas the night’ is a line"),
        ("'20 dead' after storm", "‘20 dead’ after storm"),
        ("gets '20 years' in jail", "gets ‘20 years’ in jail"),
        ("'tisane' and 'emu'", "‘tisane’ and ‘emu’"),
        ("'the end' of it", "‘the end’ of it"),
        ("'tis- ", "‘tis- "),
    ],
)
def test_a_quotation_that_begins_with_the_same_letters_stays_one(keys: str, expected: str) -> None:
    assert typed(keys) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("class of '23 workers' union", "class of ’23 workers’ union"),
        ("'tis goin' on", "’tis goin’ on"),
        ("in '23. The dog' s", "in ’23. The dog’ s"),
        ("'tis so; didn't they", "’tis so; didn’t they"),
    ],
)
def test_an_apostrophe_further_on_begins_no_quotation(keys: str, expected: str) -> None:
    assert typed(keys) == expected


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("nl", "'s avonds in 't huis, 's-Gravenhage", "’s avonds in ’t huis, ‘s-Gravenhage"),
        ("de", "hab 'ne Idee, 's ist spät, 'n Abend!", "hab ’ne Idee, ’s ist spät, ’n Abend!"),
        ("de", "'20 Tote' nach", "‚20 Tote‘ nach"),
        ("de-CH", "'n Buch' und 'til ", "‹n Buch› und ‹til "),
        ("it", "la 'ndrangheta è", "la ’ndrangheta è"),
        ("af", "dit is 'n boek", "dit is ’n boek"),
        ("sv", "'tis ", "’tis "),
        ("xx", "'tis ", "‘tis "),
    ],
)
def test_each_language_has_its_own_such_words(language: str, keys: str, expected: str) -> None:
    assert typed(keys, language) == expected
