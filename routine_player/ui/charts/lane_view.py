"""One lane as it is drawn: a piece of the page, what of the axes it shows, dots and lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from routine_player.ui.charts.content import Bar, Dot, Lane, Look, Tick
from routine_player.ui.charts.lane_items import Course, Dots
from routine_player.ui.charts.plotting import pg
from routine_player.ui.charts.scale import Scale
from routine_player.ui.charts.ticks import number_ticks, round_ceiling
from routine_player.ui.tokens import Colours

_NO_AREA: Final = QRectF(0, 0, 1, 1)
_FULL: Final = 0.7  # dots in a pixel of width, from which on a lane is full
_ROOM_BEYOND: Final = 1.2  # of a dot that is as far from zero as the last tick
_ROOM_ABOVE: Final = 1.04  # of the highest bar: what is written on it has its own room


@dataclass(frozen=True, slots=True)
class Hit:
    """A dot or a bar at a place on the page, in pixels, and the lane it is in."""

    mark: Dot | Bar
    place: QPointF
    lane: int


class LaneView:
    """Draws the dots and lines of a lane; bars, names and rules belong to the ground."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.view.disableAutoRange()
        self._dots = [Dots(self.view, *key, dots) for key, dots in _by_look(lane.dots)]
        self._courses = [Course(self.view, line) for line in lane.lines]
        self._dot_xs = np.fromiter((dot.x for dot in lane.dots), float, len(lane.dots))
        self._bar_xs = np.fromiter((bar.first for bar in lane.bars), float, len(lane.bars))
        self.area = _NO_AREA
        self.across = Scale(0.0, 1.0, 0.0, 1.0)
        self.upward = Scale(0.0, 1.0, 1.0, 0.0)
        self.ticks: Sequence[Tick] = lane.ticks

    def dress(self, colours: Colours, fine: float) -> None:
        """Wear other colours, on a screen with `fine` points in a pixel of the page."""
        for item in (*self._dots, *self._courses):
            item.dress(colours, fine)

    def lie(self, area: QRectF) -> None:
        """Take a piece of the page."""
        self.area = area
        self.view.setGeometry(area)

    def show(self, first: float, last: float) -> None:
        """Show a stretch of the axis that all lanes share."""
        area = self.area
        self.across = Scale(first, last, area.left(), area.right())
        low, high = self._heights(first, last)
        self.upward = Scale(low, high, area.bottom(), area.top())
        self.view.setXRange(first, last, padding=0.0)
        self.view.setYRange(low, high, padding=0.0)
        seen = np.searchsorted(self._dot_xs, (first, last))
        far = not self.lane.has_rows and int(seen[1] - seen[0]) > area.width() * _FULL
        for dots in self._dots:
            dots.look_from(far=far)
            dots.show(first, last, area.width())
        for course in self._courses:
            course.look_from(far=far)
            course.show(first, last, area.width())

    def bars_between(self, first: float, last: float) -> Sequence[Bar]:
        """Give the bars of which something is in a stretch."""
        low = max(0, int(np.searchsorted(self._bar_xs, first)) - 1)
        return self.lane.bars[low : int(np.searchsorted(self._bar_xs, last))]

    def hits(self, left: float, right: float, number: int) -> Iterator[Hit]:
        """Give the dots between two pixels, and where they are."""
        low, high = np.searchsorted(
            self._dot_xs, (self.across.place(left), self.across.place(right))
        )
        for dot in self.lane.dots[int(low) : int(high)]:
            yield self.hit_of(dot, number)

    def hit_of(self, mark: Dot | Bar, number: int) -> Hit:
        """Say where a dot or the top of a bar is."""
        if isinstance(mark, Dot):
            place = QPointF(self.across.px(mark.x), self.upward.px(mark.y))
        else:
            middle = (mark.first + mark.last) / 2
            place = QPointF(self.across.px(middle), self.upward.px(mark.height))
        return Hit(mark, place, number)

    def be_exported(self) -> None:
        """Draw dots as shapes, not as pictures of them, from now on."""
        for dots in self._dots:
            dots.item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})

    def _heights(self, first: float, last: float) -> tuple[float, float]:
        """Give what to show of the lane's own axis, fitted to what is in view if that is wished."""
        if self.lane.high is not None:
            return self.lane.low, self.lane.high
        low, high = np.searchsorted(self._dot_xs, (first, last))
        heights = [abs(dot.y) for dot in self.lane.dots[int(low) : int(high)]]
        heights += [bar.height for bar in self.bars_between(first, last)]
        top, step = round_ceiling(max(heights, default=0.0))
        if self.lane.is_mirrored:
            self.ticks = [Tick(at, f"{at:+g}" if at else "0") for at in (-top, 0.0, top)]
            return -top * _ROOM_BEYOND, top * _ROOM_BEYOND
        self.ticks = number_ticks(top, step)
        return self.lane.low, top * _ROOM_ABOVE


def _by_look(dots: Sequence[Dot]) -> Iterator[tuple[tuple[Look, int | None], Sequence[Dot]]]:
    groups: dict[tuple[Look, int | None], list[Dot]] = {}
    for dot in dots:
        groups.setdefault((dot.look, dot.score), []).append(dot)
    yield from groups.items()
