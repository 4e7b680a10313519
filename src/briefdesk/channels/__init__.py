"""Channels: a brief as the files of one way out of the library."""

from typing import Final

from briefdesk.channels.channel import Artifact, Channel, ChannelContext, Setting
from briefdesk.channels.html import HTML
from briefdesk.channels.json import JSON
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.channels.txt import TXT

__all__ = ["CHANNELS", "Artifact", "Channel", "ChannelContext", "Setting"]

CHANNELS: Final = (HTML, MARKDOWN, TXT, JSON)
"""The channels that are installed."""
