"""What the margin of a bullet says of its length."""

import pytest

from briefdesk.ui.fields.bullet_margin import is_endless


@pytest.mark.parametrize(
    ("bullet", "long"),
    [("x" * 280, False), ("x" * 281, True), ("**" + "x" * 280 + "**", False), ("雨" * 281, True)],
)
def test_a_bullet_is_long_by_the_characters_that_a_reader_sees(bullet: str, long: bool) -> None:
    assert is_endless(bullet) is long
