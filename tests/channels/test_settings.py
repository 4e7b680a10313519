"""Settings of channels, and what a list of channels promises."""

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.channels import CHANNELS, ChannelContext
from briefdesk.channels.channel import settled
from briefdesk.channels.html import HTML
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.channels.txt import TXT
from tests.layouts.briefs import SAMPLE


def test_every_channel_has_a_name_of_its_own_and_words_for_every_setting():
    assert len({channel.name for channel in CHANNELS}) == len(CHANNELS)
    for channel in CHANNELS:
        assert channel.description
        for setting in channel.settings:
            assert setting.description
            assert not setting.choices or setting.default in setting.choices
            assert bool(setting.title) == (setting.choices == ("yes", "no"))


def test_settings_that_are_not_given_have_their_defaults():
    assert settled(HTML, {"theme": "dark"}) == {"site_name": "", "theme": "dark", "linked_data": "yes"}


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("colour", "red")])
def test_a_wrong_setting_is_told_with_what_is_right(name: str, value: str):
    with pytest.raises(KnownError, match=r"theme|one of"):
        settled(HTML, {name: value})


def text(channel, **settings: str) -> str:
    context = ChannelContext(stems={SAMPLE.id: "s"}, settings=settled(channel, settings))
    return b"".join(each.data for each in channel.write((SAMPLE,), context)).decode()


def test_the_page_follows_its_settings():
    page = text(HTML, theme="light", linked_data="no", site_name="The Desk")
    assert 'data-theme="light"' in page
    assert "<script" not in page
    assert '<meta property="og:site_name" content="The Desk">' in page


def test_markdown_follows_its_settings():
    assert text(MARKDOWN, front_matter="toml").startswith("+++\ntitle = ")
    assert "\n# " not in text(MARKDOWN, headline="no")
    assert "](#terms-in-this-brief)" in text(MARKDOWN)
    assert "](#" not in text(MARKDOWN, term_links="no")


@pytest.mark.parametrize("channel", [TXT, MARKDOWN])
def test_quotation_marks_are_straight_on_wish_only(channel):
    def body(**settings: str) -> str:
        return text(channel, **settings).replace("&#39;", "'").replace("&#34;", '"')

    assert "’23" in body()
    assert "'23" in body(straight_quotes="yes")
    assert not set("“”‘’") & set(body(straight_quotes="yes"))
    assert body(straight_quotes="no") == body()
