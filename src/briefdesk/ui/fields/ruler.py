"""The truncation ruler under the headline: a thin scale with a tick where each channel cuts."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefdesk.ui.fields.channel_cuts import INBOX, Cut, Measure
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.ruler_tail import Tail
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.theme import Look

HIDES_AT = 640
"""Height of the window in pixels at and under which there is no room for the ruler."""

_SIDE, _TOP, _TRACK, _TICK, _GAP, _BELOW = 14, 5, 4, 10, 10, 3


class TruncationRuler(QWidget):
    """Shows how far each channel shows the headline.

    The arrow keys or the mouse choose a channel: what its readers see last is said in words, and the tail
    that they lose is paled in the headline itself. Up, Enter and Esc go back to the headline.
    """

    def __init__(self, look: Look, markings: Markings, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._markings = markings
        self._field = field
        self._measure = Measure()
        self._tail = Tail(field.objectName())
        markings.add(self._tail)
        self._texts = ("", "")
        self._chosen = -1
        self._window: QWidget | None = None
        self.cuts: tuple[Cut, ...] = self._measure.cuts("")
        self.setObjectName("headlineRuler")
        self.setAccessibleName(self.tr("Where the headline is cut"))
        # Tab goes from the headline to the bullets; the ruler has a command of its own.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_texts(self, headline: str, short: str) -> None:
        """Measure a headline, and the short one that goes into inboxes."""
        if (headline, short) == self._texts:
            return
        self._texts = (headline, short)
        self.cuts = self._measure.cuts(headline, short)
        self.setAccessibleDescription("; ".join(cut.sentence for cut in self.cuts) if headline else "")
        self._show_tail()
        self.update()

    @property
    def cuts_inbox(self) -> bool:
        """Whether readers on a phone lose a part of the subject."""
        return any(cut.is_cut for cut in self.cuts if cut.channel.name == INBOX)

    @property
    def chosen(self) -> Cut | None:
        """The channel of which more is said."""
        return self.cuts[self._chosen] if 0 <= self._chosen < len(self.cuts) else None

    def go_to(self) -> None:
        """Put the keyboard here, at the first channel that cuts."""
        first = next((number for number, cut in enumerate(self.cuts) if cut.is_cut), 0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose(first)

    def follow(self, window: QWidget) -> None:
        """Hide while this window is low."""
        if self._window is not window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of the window's height."""
        if event.type() == QEvent.Type.Resize:
            self._fold()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the scale and its words."""
        return QSize(200, _TOP + _TICK + 2 + self._look_height() + _BELOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the channels, or go back to the headline."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step:
            by = -step if self.isRightToLeft() else step
            self._choose((self._chosen + by) % len(self.cuts))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if event.key() == Qt.Key.Key_Home else len(self.cuts) - 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the channel whose tick is nearest."""
        ticks = self._ticks()
        x = event.position().x()
        self._choose(min(range(len(ticks)), key=lambda number: abs(ticks[number] - x)))

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing more once the mouse is gone."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if self._chosen < 0:
            self._choose(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say nothing more once the keyboard is gone."""
        super().focusOutEvent(event)
        self._choose(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scale, its ticks, and the words under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._look.theme.colour("acc"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        ticks = self._ticks()
        self._paint_track(painter, ticks)
        for number, (cut, x) in enumerate(zip(self.cuts, ticks, strict=True)):
            self._paint_tick(painter, x, is_cut=cut.is_cut, is_chosen=number == self._chosen)
        painter.setFont(self._look.theme.font("tiny"))
        if (chosen := self.chosen) is not None:
            self._paint_sentence(painter, chosen)
        else:
            self._paint_labels(painter, ticks)

    def _paint_track(self, painter: QPainter, ticks: Sequence[float]) -> None:
        theme = self._look.theme
        left, width = _SIDE, self.width() - 2 * _SIDE
        track = QRectF(left, _TOP + (_TICK - _TRACK) / 2, width, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(track, 2, 2)
        if not self._texts[0]:
            return
        end = left + width / self._scale()
        painter.setBrush(theme.colour("edge"))
        painter.drawRoundedRect(self._mirrored(QRectF(left, track.top(), end - left, _TRACK)), 2, 2)
        first = min(
            (x for cut, x in zip(self.cuts, self._unmirrored(ticks), strict=True) if cut.is_cut), default=end
        )
        if first < end:  # what somebody loses
            painter.setBrush(theme.colour("warn"))
            painter.drawRoundedRect(self._mirrored(QRectF(first, track.top(), end - first, _TRACK)), 2, 2)

    def _paint_tick(self, painter: QPainter, x: float, *, is_cut: bool, is_chosen: bool) -> None:
        role = "acc" if is_chosen else "warn" if is_cut else "mut"
        painter.setPen(QPen(self._look.theme.colour(role), 2 if is_cut or is_chosen else 1.2))
        painter.drawLine(QPointF(x, _TOP), QPointF(x, _TOP + _TICK))

    def _paint_labels(self, painter: QPainter, ticks: Sequence[float]) -> None:
        metrics = QFontMetricsF(painter.font())
        words = [_label(cut) for cut in self.cuts]
        widths = [metrics.horizontalAdvance(each) for each in words]
        for cut, label, x in zip(self.cuts, words, self._places(ticks, widths), strict=True):
            if x is not None:
                painter.setPen(self._look.theme.colour("warn" if cut.is_cut else "mut"))
                painter.drawText(QPointF(x, self._baseline(metrics)), label)

    def _paint_sentence(self, painter: QPainter, cut: Cut) -> None:
        theme, metrics = self._look.theme, QFontMetricsF(painter.font())
        room = self.width() - 2 * _SIDE
        said = metrics.elidedText(cut.sentence, Qt.TextElideMode.ElideRight, room)
        tail = metrics.elidedText(f"…{cut.lost}" if cut.is_cut else "", Qt.TextElideMode.ElideRight, room)
        width, gap = metrics.horizontalAdvance(said), 8
        y = self._baseline(metrics)
        across = [(said, 0.0, "warn" if cut.is_cut else "ink"), (tail, width + gap, "mut")]
        for words, offset, role in across:
            left = room - offset
            if words and left > 30:
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left)
                x = _SIDE + offset
                if self.isRightToLeft():
                    x = self.width() - x - metrics.horizontalAdvance(shown)
                painter.setPen(theme.colour(role))
                painter.drawText(QPointF(x, y), shown)

    def _places(self, ticks: Sequence[float], widths: Sequence[float]) -> list[float | None]:
        """Where the labels stand: under their ticks, pushed aside where they would touch.

        Where there is no room for all, those of channels that show the headline whole are left out.
        """
        order = sorted(range(len(ticks)), key=lambda number: ticks[number])
        wholes = [n for n in reversed(order) if not self.cuts[n].is_cut] + list(reversed(order))
        room = self.width() - 2 * _SIDE
        while sum(widths[n] + _GAP for n in order) - _GAP > room and len(order) > 1:
            gone = next(n for n in wholes if n in order)
            order.remove(gone)
        places: list[float | None] = [None] * len(ticks)
        edge = float(_SIDE)
        for n in order:
            places[n] = max(edge, ticks[n] - widths[n] / 2)
            edge = (places[n] or 0.0) + widths[n] + _GAP
        edge = float(self.width() - _SIDE)
        for n in reversed(order):
            places[n] = min(places[n] or 0.0, edge - widths[n])
            edge = (places[n] or 0.0) - _GAP
        return places

    def _scale(self) -> float:
        """How many headlines the whole scale is long."""
        return max(1.0, *(cut.ratio * self._share(cut) for cut in self.cuts))

    def _share(self, cut: Cut) -> float:
        """How long the text of a channel is, in headlines: the inbox may have a shorter one."""
        return max(1, len(cut.text)) / max(1, len(self._texts[0]))

    def _ticks(self) -> list[float]:
        width, scale = self.width() - 2 * _SIDE, self._scale()
        along = [_SIDE + width * min(1.0, cut.ratio * self._share(cut) / scale) for cut in self.cuts]
        return self._unmirrored(along)

    def _unmirrored(self, along: Iterable[float]) -> list[float]:
        return [self.width() - x for x in along] if self.isRightToLeft() else list(along)

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.isRightToLeft():
            place.moveLeft(self.width() - place.right())
        return place

    def _baseline(self, metrics: QFontMetricsF) -> float:
        return _TOP + _TICK + 1 + metrics.ascent()

    def _look_height(self) -> int:
        return round(QFontMetricsF(self._look.theme.font("tiny")).height())

    def _choose(self, number: int) -> None:
        if number != self._chosen:
            self._chosen = number
            chosen = self.chosen
            self.setToolTip(chosen.sentence if chosen else "")
            if self.hasFocus() and chosen:
                self._say(chosen.sentence)
            self._show_tail()
            self.update()

    def _say(self, words: str) -> None:
        from PySide6.QtGui import (
            QAccessible,
            QAccessibleAnnouncementEvent,
        )  # nothing is said before it is asked

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_tail(self) -> None:
        """Pale in the headline what readers of the chosen channel lose."""
        cut = self.chosen
        tail = (cut.text, cut.at) if cut and cut.is_cut and cut.text == self._texts[0] else ("", 0)
        if tail != self._tail.shown:
            words = frozenset(text for text in (self._tail.shown[0], tail[0]) if text)
            self._tail.shown = tail
            self._markings.changed.emit(words)

    def _fold(self) -> None:
        low = self._window is not None and self._window.height() <= HIDES_AT
        if low != self.isHidden():
            self.setVisible(not low)
            around = self.parentWidget()
            if around is not None:
                settle(around)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _label(cut: Cut) -> str:
    return f"{cut.name} −{len(cut.lost)}" if cut.is_cut else cut.name
