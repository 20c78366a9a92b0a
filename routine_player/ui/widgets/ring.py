"""The ring that runs down round the large numeral."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.core.ring_kind import RingKind
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    LEAST_NUMERAL_OF_WINDOW,
    NUMERAL_OF_INNER_RING,
    NUMERAL_OF_WINDOW,
    RING_STROKE,
    SEMIBOLD,
    Lettering,
)
from routine_player.ui.widgets.arcs import Arc, arcs_of, around, circumference, stroke_of
from routine_player.ui.widgets.painting import smooth

_LEAST = 96
_CAP_HEIGHT = 0.73  # of the size of the type, for digits
_WITH_WORDS = 0.5  # of the inner ring, so that words above and below have room too
_GAP_OF_CAP = 0.2
_LINE = 1.3  # of the size of the type
_LARGE_FROM, _MIDDLE_FROM = 280, 160


@dataclass(frozen=True, slots=True)
class RingState:
    """What the ring shows.

    `share` is 0 to 1: what remains for `RingKind.ARC`, which ends at 12 o'clock; what is done for
    REPS and SECONDS, which fill from 12 o'clock on, in `parts` arcs. TRACK shows none.
    """

    kind: RingKind = RingKind.TRACK
    share: float = 0.0
    parts: int = 1
    numeral: str = ""
    above: str = ""
    below: str = ""
    is_urgent: bool = False
    is_paused: bool = False


class Ring(QWidget):
    """A ring with a numeral and a few words in it; square, as large as the layout lets it be.

    `show_state` may be called as often as one likes: only what changes by a pixel is painted
    again. The numeral follows the height of the window, or `reference_height` where the ring
    stands in a picture of the player.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = RingState()
        self.reference_height: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def state(self) -> RingState:
        return self._state

    def show_state(self, state: RingState) -> None:
        """Show another state; nothing is painted if no pixel changes."""
        before, self._state = self._state, state
        if replace(before, share=0.0) != replace(state, share=0.0):
            self._name()
            self.update()
        elif self._pixels(before) != self._pixels(state):
            shares = before.share, state.share
            self.update(around(state.kind, state.parts, shares, self._square()))

    def pixels_per_share(self) -> float:
        """How many pixels of the screen the arc's end travels while `share` goes from 0 to 1."""
        return circumference(self._square()) * self.devicePixelRatioF()

    def sizeHint(self) -> QSize:
        return QSize(376, 376)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth(self) as painter:
            self._paint_arcs(painter)
            if event.region().intersects(self._words_area().toAlignedRect()):
                self._paint_words(painter)

    def numeral_px(self) -> int:
        """The size of the numeral's type: by the window, at most what the ring has room for."""
        height = self.reference_height or self.window().height()
        wanted = height * NUMERAL_OF_WINDOW
        square = self._square()
        inner = square.width() * (1 - RING_STROKE)
        metrics = QFontMetricsF(self._theme.numeral_font(100))
        advance = max(1.0, metrics.horizontalAdvance(self._state.numeral) / 100)
        fits = inner * NUMERAL_OF_INNER_RING / advance
        worded = self._state.above or self._below()
        stands = inner * (_WITH_WORDS if worded else NUMERAL_OF_INNER_RING) / _CAP_HEIGHT
        least = height * LEAST_NUMERAL_OF_WINDOW
        return max(1, round(min(max(wanted, least), fits, stands)))

    def _paint_arcs(self, painter: QPainter) -> None:
        colours = self._theme.colours
        square = self._square()
        stroke = stroke_of(square)
        inset = stroke / 2
        line = square.adjusted(inset, inset, -inset, -inset)
        arcs = arcs_of(self._state.kind, self._state.share, self._state.parts, square)
        live = colours.strong if self._state.is_paused else colours.accent
        self._stroke(painter, line, arcs.track, colours.track, stroke)
        self._stroke(painter, line, arcs.live, live, stroke)

    def _stroke(
        self,
        painter: QPainter,
        line: QRectF,
        arcs: tuple[Arc, ...],
        colour: QColor,
        width: float,
    ) -> None:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for arc in arcs:
            painter.drawArc(line, arc.start_16th, arc.span_16th)

    def _paint_words(self, painter: QPainter) -> None:
        colours = self._theme.colours
        state = self._state
        size = self.numeral_px()
        font = self._theme.numeral_font(size)
        painter.setFont(font)
        painter.setPen(colours.accent if state.is_urgent else colours.ink)
        middle = self._square().center()
        cap = size * _CAP_HEIGHT
        width = QFontMetricsF(font).horizontalAdvance(state.numeral)
        base = middle.y() + cap / 2
        painter.drawText(QPointF(middle.x() - width / 2, base), state.numeral)
        words = self._words_px()
        beyond = self._words_area().height() / 2 - cap / 2 - words * _LINE
        gap = min(cap * _GAP_OF_CAP, beyond / 2)
        above, below = Lettering(words, SEMIBOLD), Lettering(words)
        if state.above:
            line = middle.y() - cap / 2 - gap - words * _LINE
            self._paint_line(painter, line, state.above, above, colours.accent)
        if text := self._below():
            self._paint_line(painter, base + gap, text, below, colours.ink2)

    def _paint_line(
        self, painter: QPainter, top: float, text: str, lettering: Lettering, colour: QColor
    ) -> None:
        square = self._square()
        painter.setFont(self._theme.font(lettering))
        painter.setPen(colour)
        line = QRectF(square.left(), top, square.width(), lettering.size_px * _LINE)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter.value), text)

    def _words_px(self) -> int:
        side = self._square().width()
        if side >= _LARGE_FROM:
            return max(20, round(side * RING_STROKE))
        return 16 if side >= _MIDDLE_FROM else 12

    def _below(self) -> str:
        return tr("Paused") if self._state.is_paused else self._state.below

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _words_area(self) -> QRectF:
        inset = stroke_of(self._square())
        return self._square().adjusted(inset, inset, -inset, -inset)

    def _pixels(self, state: RingState) -> int:
        return round(state.share * self.pixels_per_share())

    def _name(self) -> None:
        state = self._state
        words = (state.above, state.numeral, self._below())
        self.setAccessibleName(" ".join(word for word in words if word))
