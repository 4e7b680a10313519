"""Where channels cut a headline: measured in pixels, with the font of each."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from briefdesk.brief.fields import QT_TRANSLATE_NOOP

_ARIAL = ("Arial", "Liberation Sans", "Helvetica", "Inter")
_SYSTEM = ("SF Pro Text", "Inter")


def _tr(text: str) -> str:
    return QT_TRANSLATE_NOOP("Ruler", text)


class Channel(NamedTuple):
    """A place where a headline stands in one line: its font, and the room there in pixels.

    Where its font is not installed, the next of the families stands in for it; Inter is shipped.
    """

    name: str
    words: str
    families: tuple[str, ...]
    pixels: int
    weight: int
    room: float


INBOX = "inbox"

CHANNELS: tuple[Channel, ...] = (
    # Subjects in the message list of a phone: 17 px, a line of 320 px, about 38 characters (iOS Mail).
    Channel(INBOX, _tr("Phone inbox"), _SYSTEM, 17, 400, 320),
    # A shared link: a card 524 px wide (the size Facebook documents for its images), 12 px of it
    # around the text at each side, one line of 17 px semibold.
    Channel("card", _tr("Social card"), _ARIAL, 17, 600, 500),
    # A title in Google's results on a desktop: 20 px Arial, cut at 600 px.
    Channel("search", _tr("Search result"), _ARIAL, 20, 400, 600),
    # No feed reader says how wide its list is: assumed is a line of 14 px in a pane of 560 px.
    Channel("feed", _tr("Feed reader"), _SYSTEM, 14, 400, 560),
)
"""The channels of the ruler, the one that cuts first at the head."""


class Cut(NamedTuple):
    """How one channel shows a headline: whole, or as far as the code point `at`.

    `ratio` is the room there, measured in headlines: under 1 the headline is cut.
    """

    channel: Channel
    text: str
    at: int
    ratio: float

    @property
    def is_cut(self) -> bool:
        """Whether readers there lose something."""
        return self.at < len(self.text)

    @property
    def lost(self) -> str:
        """What readers there do not see."""
        return self.text[self.at :]

    @property
    def name(self) -> str:
        """What the channel is called."""
        return QCoreApplication.translate("Ruler", self.channel.words)

    @property
    def sentence(self) -> str:
        """What happens there, in words: the last word that is seen whole."""
        if not self.is_cut:
            return QCoreApplication.translate("Ruler", "{channel}: shown whole").format(channel=self.name)
        seen = self.text[: self.at]
        if self.text[self.at : self.at + 1].strip() and not seen.endswith(" "):
            seen = seen.rpartition(" ")[0] or seen
        words = QCoreApplication.translate("Ruler", "{channel}: cut after ‘{word}’")
        return words.format(channel=self.name, word=seen.split()[-1] if seen.split() else "")


class Measure:
    """Measures headlines for all channels; the fonts are looked up once."""

    def __init__(self) -> None:
        self._metrics = [QFontMetricsF(_font(channel)) for channel in CHANNELS]

    def cuts(self, headline: str, short: str = "") -> tuple[Cut, ...]:
        """How each channel shows the headline; the inbox shows the short one, where there is one."""
        return tuple(
            _cut(channel, metrics, short if short and channel.name == INBOX else headline)
            for channel, metrics in zip(CHANNELS, self._metrics, strict=True)
        )


def _cut(channel: Channel, metrics: QFontMetricsF, text: str) -> Cut:
    width = max(metrics.horizontalAdvance(text), metrics.averageCharWidth())
    if width <= channel.room:
        return Cut(channel, text, len(text), channel.room / width)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, channel.room)
    return Cut(channel, text, max(0, len(shown) - 1), channel.room / width)


def _font(channel: Channel) -> QFont:
    font = QFont()
    font.setFamilies(list(channel.families))
    font.setPixelSize(channel.pixels)
    font.setWeight(QFont.Weight(channel.weight))
    return font
