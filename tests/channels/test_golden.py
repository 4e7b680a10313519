"""What each channel writes for each sample brief, byte for byte, as it was last looked at."""

import os
from pathlib import Path

import pytest

from briefdesk.channels import CHANNELS, Channel, ChannelContext
from briefdesk.channels.channel import settled
from tests.layouts.briefs import GOLDEN, SAMPLES, golden_brief

BASE = "https://briefs.example.org"


def written(channel: Channel, sample: str) -> dict[str, bytes]:
    brief = golden_brief(sample)
    context = ChannelContext(
        stems={brief.id: sample},
        settings=settled(channel, {}),
        base_url=BASE,
        addresses={"01jother": f"{BASE}/other/"},
    )
    return {each.path: each.data for each in channel.write((brief,), context)}


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_a_channel_writes_what_it_wrote_before(channel: Channel, sample: str):
    """After a change that was meant, `BRIEFDESK_GOLDEN=write` renews the files: look at their difference."""
    folder = GOLDEN / channel.name
    made = written(channel, sample)
    if os.environ.get("BRIEFDESK_GOLDEN") == "write":
        folder.mkdir(exist_ok=True)
        for path, data in made.items():
            (folder / path).write_bytes(data)
    assert made == {path: (folder / path).read_bytes() for path in made}
    assert all(Path(path).suffix == channel.suffix for path in made)


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_the_same_brief_gives_the_same_bytes(channel: Channel):
    assert written(channel, "marked") == written(channel, "marked")


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_files_are_utf8_with_line_feeds_and_end_with_one(channel: Channel):
    for sample in SAMPLES:
        for data in written(channel, sample).values():
            text = data.decode("utf-8")
            assert not text.startswith("\ufeff")
            assert "\r" not in text
            assert text.endswith("\n")


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_notes_of_the_desk_are_published_by_no_channel_but_json(channel: Channel):
    data = b"".join(written(channel, "marked").values())
    assert (b"Never published" in data) == (channel.name == "json")
