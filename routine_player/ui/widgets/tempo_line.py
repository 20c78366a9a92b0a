"""The line that rises, stays and falls with each rep."""

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SEMIBOLD, Lettering
from routine_player.ui.widgets.painting import smooth

_STROKE = 10.0
_DOT = 10.0
_HALO = 3.0
_RISE = 56
_GAP = 12
_LEAST_WIDTH = 120
_SMALL_BELOW_WIDTH = 280
_WORDS, _SMALL_WORDS = 20, 16


class Slope(IntEnum):
    """Where the line goes in a part of a rep."""

    UP = 1
    FLAT = 0
    DOWN = -1


@dataclass(frozen=True, slots=True)
class TempoPart:
    """A part of a rep: its word, its seconds, and where the line goes in it."""

    word: str
    seconds: float
    slope: Slope


class TempoLine(QWidget):
    """Shows the tempo of a rep and how far the running one is.

    `show_parts` when a phase begins, `show_progress` as often as one likes: only a change by a
    pixel is painted.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[TempoPart, ...] = ()
        self._progress = 0.0
        self._is_paused = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[TempoPart, ...]) -> None:
        """Show another tempo; parts that take no time are left out."""
        self._parts = tuple(part for part in parts if part.seconds > 0)
        words = ", ".join(f"{part.word} {part.seconds:g}" for part in self._parts)
        self.setAccessibleName(tr("Tempo: {parts}", parts=words) if words else "")
        self.update()

    def show_progress(self, progress: float, *, is_paused: bool = False) -> None:
        """Put the dot where the rep is, 0 to 1."""
        before = self._dot_x(), self._running(), self._is_paused
        self._progress = max(0.0, min(1.0, progress))
        self._is_paused = is_paused
        if before != (self._dot_x(), self._running(), self._is_paused):
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(384, _RISE + round(2 * _DOT) + _GAP + round(_WORDS * 1.4))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._parts:
            return
        colours = self._theme.colours
        live = colours.strong if self._is_paused else colours.accent
        with smooth(self) as painter:
            points = self._points()
            self._stroke(painter, points, colours.track)
            at = self._at(points)
            done = [point for point in points if point.x() < at.x()]
            self._stroke(painter, [*done, at], live)
            painter.setPen(QPen(colours.paper, _HALO))
            painter.setBrush(live)
            painter.drawEllipse(at, _DOT + _HALO / 2, _DOT + _HALO / 2)
            self._paint_words(painter, points)

    def _stroke(self, painter: QPainter, points: list[QPointF], colour: QColor) -> None:
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        pen = QPen(colour, _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)

    def _paint_words(self, painter: QPainter, points: list[QPointF]) -> None:
        colours = self._theme.colours
        size = _WORDS if self.width() >= _SMALL_BELOW_WIDTH else _SMALL_WORDS
        top = _RISE + 2 * _DOT + _GAP
        running = self._running()
        free = 0.0
        for number, part in enumerate(self._parts):
            is_now = number == running
            font = self._theme.font(Lettering(size, SEMIBOLD if is_now else 400))
            painter.setFont(font)
            painter.setPen(colours.accent if is_now else colours.ink2)
            text = f"{part.word} {part.seconds:g}"
            width = QFontMetricsF(font).horizontalAdvance(text)
            middle = (points[number].x() + points[number + 1].x()) / 2
            # A short part's words may be wider than the part: none runs into the one before.
            left = max(free, min(middle - width / 2, self.width() - width))
            line = QRectF(left, top, width + 1, size * 1.4)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter.value), text)
            free = left + width + _GAP

    def _points(self) -> list[QPointF]:
        """The corners of the line, from the first part's start to the last one's end."""
        heights = [0]
        for part in self._parts:
            heights.append(heights[-1] + part.slope)
        low, high = min(heights), max(heights)
        whole = sum(part.seconds for part in self._parts)
        margin = _DOT + _HALO
        span = self.width() - 2 * margin
        points: list[QPointF] = []
        passed = 0.0
        for number, height in enumerate(heights):
            level = (height - low) / (high - low) if high > low else 0.0
            x = margin + span * passed / whole
            points.append(QPointF(x, margin + _RISE * (1 - level)))
            passed += self._parts[number].seconds if number < len(self._parts) else 0.0
        return points

    def _at(self, points: list[QPointF]) -> QPointF:
        """The point of the line above the dot's place."""
        x = points[0].x() + (points[-1].x() - points[0].x()) * self._progress
        for before, after in pairwise(points):
            if x <= after.x() and after.x() > before.x():
                share = (x - before.x()) / (after.x() - before.x())
                return before + (after - before) * share
        return points[-1]

    def _running(self) -> int:
        """The part that the rep is in."""
        left = self._progress * sum(part.seconds for part in self._parts)
        for number, part in enumerate(self._parts):
            if left < part.seconds:
                return number
            left -= part.seconds
        return len(self._parts) - 1

    def _dot_x(self) -> int:
        return round(self._progress * self.width() * self.devicePixelRatioF())
