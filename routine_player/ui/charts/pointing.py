"""What lies under the mouse, and what the keyboard walks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF

from routine_player.ui.charts.content import Bar, Dot
from routine_player.ui.charts.lane_view import Hit, LaneView

_NEAR_PX: Final = 12.0


def hit_at(lanes: Sequence[LaneView], place: QPointF) -> Hit | None:
    """Give the dot nearest to a place on the page, or else the bar there."""
    near: list[tuple[float, Hit]] = []
    for number, lane in enumerate(lanes):
        if lane.area.adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX).contains(place):
            for hit in lane.hits(place.x() - _NEAR_PX, place.x() + _NEAR_PX, number):
                away = hit.place - place
                distance = QPointF.dotProduct(away, away)
                if distance <= _NEAR_PX * _NEAR_PX:
                    near.append((distance, hit))
    if near:
        return min(near, key=lambda one: one[0])[1]
    return _bar_at(lanes, place)


def _bar_at(lanes: Sequence[LaneView], place: QPointF) -> Hit | None:
    for number, lane in enumerate(lanes):
        if lane.area.contains(place):
            at = lane.across.place(place.x())
            for bar in lane.bars_between(at, at):
                if bar.first <= at <= bar.last:
                    return lane.hit_of(bar, number)
    return None


def walked(lanes: Sequence[LaneView]) -> tuple[int, Sequence[Dot | Bar]]:
    """Give the first lane that has anything to walk, and what."""
    for number, lane in enumerate(lanes):
        marks: Sequence[Dot | Bar] = lane.lane.dots or lane.lane.bars
        if marks:
            return number, marks
    return 0, ()


def reached(marks: Sequence[Dot | Bar], at: Dot | Bar | None, steps: int, last: float) -> Dot | Bar:
    """Give the mark that is so many steps from one, the first or last at the most.

    A single step from none gives the last that is seen: `last` is where on the axis that ends.
    """
    here = next((number for number, mark in enumerate(marks) if mark is at), None)
    if here is None and abs(steps) > 1:
        here = 0
    if here is not None:
        return marks[min(max(here + steps, 0), len(marks) - 1)]
    seen = [mark for mark in marks if place_on_axis(mark) <= last]
    return seen[-1] if seen else marks[0]


def place_on_axis(mark: Dot | Bar) -> float:
    """Give where a dot or the middle of a bar is on the axis that all lanes share."""
    return mark.x if isinstance(mark, Dot) else (mark.first + mark.last) / 2
