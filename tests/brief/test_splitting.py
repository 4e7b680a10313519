"""A bullet for each sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.inline import plain
from briefdesk.brief.splitting import by_sentence, is_long


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It rains. It pours.", ("It rains.", "It pours.")),
        ("See Korbak et al., ’25. Dr. Smith of the U.S. agrees.",
         ("See Korbak et al., ’25.", "Dr. Smith of the U.S. agrees.")),
        ("Up 9.6 percent since May. Then down.", ("Up 9.6 percent since May.", "Then down.")),
        ("A **bold claim. And more** of it.", ("A **bold claim.**", "**And more** of it.")),
        ("[One. Two](https://e.org).", ("[One.](https://e.org)", "[Two](https://e.org).")),
        ("One sentence only", ("One sentence only",)),
        ("", ("",)),
    ],
)  # fmt: skip
def test_each_sentence_keeps_its_marks(source: str, expected: tuple[str, ...]) -> None:
    assert by_sentence(source) == expected


@given(
    st.lists(st.sampled_from(("It **rains.", "Two**", "a.", "Dr.", "B", "`x. Y`", "😀!", "*")), max_size=8)
)
def test_no_word_is_lost_at_a_cut(words: list[str]) -> None:
    source = " ".join(words)
    parts = by_sentence(source)
    assert "".join("".join(map(plain, parts)).split()) == "".join(plain(source).split())


def test_a_bullet_is_long_by_its_words_or_its_characters_as_a_reader_sees_them() -> None:
    assert is_long("word " * 41)
    assert is_long("x" * 281)
    assert not is_long("word " * 40)
    assert not is_long("[word](https://e.org/" + "x" * 300 + ")")
