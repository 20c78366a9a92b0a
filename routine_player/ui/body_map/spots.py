"""The spots of the body map: what is seen of a site from one side, as shapes to be pointed at."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

Point = tuple[float, float]
Outline = tuple[Point, ...]


class Way(Enum):
    """Where an arrow key leads to, as x and y on the screen."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True)
class Spot:
    """A site as it is seen in a view: the outlines of its pieces, the largest first, in pixels."""

    site: str
    view: str
    outlines: tuple[Outline, ...]

    @cached_property
    def middle(self) -> Point:
        """The middle of the largest piece's area."""
        return _middle_of(self.outlines[0])

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the largest piece."""
        across, down = zip(*self.outlines[0], strict=True)
        return min(across), min(down), max(across), max(down)

    def distance(self, point: Point) -> float:
        """How far off a point is; 0 inside."""
        return min(_distance(outline, point) for outline in self.outlines)


def spot_at(spots: Sequence[Spot], point: Point, reach: float) -> Spot | None:
    """Give the spot under a point, else the nearest one within `reach`; None where there is none.

    So a small spot can be hit with a thick finger.
    """
    nearest = min(spots, key=lambda spot: spot.distance(point), default=None)
    return nearest if nearest is not None and nearest.distance(point) <= reach else None


def next_spot(middles: Sequence[Point], at: int, way: Way) -> int:
    """Give the spot that an arrow key leads to from the spot `at`: itself where there is none.

    `middles` are where the spots lie on the screen, so that a way leads from one picture of the
    body to the other. What lies straight ahead is nearer than what lies aside.
    """
    (right, down), (x, y) = way.value, middles[at]
    costs: dict[int, float] = {}
    for number, (other_x, other_y) in enumerate(middles):
        ahead = (other_x - x) * right + (other_y - y) * down
        aside = abs((other_x - x) * down) + abs((other_y - y) * right)
        if ahead > 0 and ahead * _WIDEST > aside:
            costs[number] = ahead + _ASIDE * aside
    return min(costs, key=lambda number: costs[number], default=at)


_ASIDE = 2.0
_WIDEST = 3.0  # what lies further aside than this is not in the way at all


def _distance(outline: Outline, point: Point) -> float:
    if _is_inside(outline, point):
        return 0.0
    return min(_from_edge(point, *edge) for edge in pairwise((*outline, outline[0])))


def _is_inside(outline: Outline, point: Point) -> bool:
    """Tell whether a ray from the point crosses the outline an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise((*outline, outline[0])):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def _from_edge(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1) = point, start
    across, down = end[0] - x1, end[1] - y1
    length = across * across + down * down
    share = ((x - x1) * across + (y - y1) * down) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return math.hypot(x - x1 - share * across, y - y1 - share * down)


def _middle_of(outline: Outline) -> Point:
    """Give the centroid of an area that is closed by its outline."""
    area = across = down = 0.0
    for (x1, y1), (x2, y2) in pairwise((*outline, outline[0])):
        part = x1 * y2 - x2 * y1
        area += part
        across += (x1 + x2) * part
        down += (y1 + y2) * part
    return across / (3 * area), down / (3 * area)
