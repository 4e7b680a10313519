"""Which keys no command can have, on each system."""

import pytest
from PySide6.QtGui import QKeySequence

from briefdesk.ui.platforms import OF_TEXT, OF_THE_SYSTEM, Platform, refusal


@pytest.mark.parametrize("platform", list(Platform))
@pytest.mark.parametrize(
    "key", ["A", "Shift+A", "1", "Space", "É", "Return", "Tab", "Ctrl+C", "Home", "Alt+F", "Alt+1"]
)
def test_a_key_that_types_edits_or_opens_a_menu_is_refused_with_a_reason(platform: Platform, key: str):
    assert refusal(key, platform)


@pytest.mark.parametrize("platform", list(Platform))
@pytest.mark.parametrize("key", ["Ctrl+K", "F9", "Shift+F9", "Ctrl+Shift+1", "Ctrl+/", "Alt+F9"])
def test_other_keys_can_be_had(platform: Platform, key: str):
    assert not refusal(key, platform)


@pytest.mark.parametrize("key", ["Ctrl+Alt+F", "Ctrl+Alt+Shift+F", "Ctrl+Alt+2"])
def test_what_is_altgr_on_european_keyboards_is_refused_except_where_there_is_none(key: str):
    assert "AltGr" in refusal(key, Platform.WINDOWS)
    assert "AltGr" in refusal(key, Platform.LINUX)
    assert not refusal(key, Platform.MAC)


def test_what_one_system_takes_can_be_had_on_another():
    assert refusal("Ctrl+H", Platform.MAC)
    assert not refusal("Ctrl+H", Platform.LINUX)


def test_a_key_is_one_key():
    assert refusal("Ctrl+K, Ctrl+S", Platform.LINUX)
    assert refusal("", Platform.LINUX)


@pytest.mark.parametrize("platform", list(Platform))
def test_the_lists_are_spelt_as_qt_spells_them(platform: Platform):
    for key in (*OF_TEXT[platform], *OF_THE_SYSTEM[platform]):
        assert QKeySequence(key).toString() == key
