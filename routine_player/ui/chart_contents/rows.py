"""Rows of dots: each with its name at the left, its dots on one baseline, its count at the right.

Heights are pixels, so that dots of equal score stand 11 pixels above each other in any window.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, TypeVar

from routine_player.ui.charts.content import Dot, Lane, Tick

Thing = TypeVar("Thing")

STEP_PX: Final = 11.0
_STACK_PX: Final = 88.0
_FEWEST_PX: Final = 4.0  # dots that lie closer are hardly seen apart
_ABOVE_PX: Final = 16.0
_BELOW_PX: Final = 20.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `dots` have their height above the baseline as their y."""

    name: str
    dots: Sequence[Dot]
    note: str = ""

    @property
    def height_px(self) -> float:
        return max((dot.y for dot in self.dots), default=0.0) + _ABOVE_PX + _BELOW_PX


def rows_lane(rows: Sequence[Row], title: str = "") -> Lane:
    """Put rows below each other into one lane, whose heights are pixels from its foot."""
    height = sum(row.height_px for row in rows)
    dots: list[Dot] = []
    names: list[Tick] = []
    notes: list[Tick] = []
    top = height
    for row in rows:
        top -= row.height_px
        baseline = top + _BELOW_PX
        dots.extend(
            Dot(dot.x, baseline + dot.y, dot.look, dot.score, dot.day, dot.about)
            for dot in row.dots
        )
        names.append(Tick(baseline, row.name, has_line=False))
        notes.append(Tick(baseline, row.note, has_line=False))
    return Lane(
        title=title,
        dots=sorted(dots, key=lambda dot: dot.x),
        ticks=names,
        notes=notes,
        high=height,
        height_px=round(height),
        has_rows=True,
    )


def step_px(highest: int) -> float:
    """Give how far the dots of a row stand above each other, if its highest stack has so many.

    All stacks of a row keep to it: one twice as high as another has twice as many dots.
    """
    return min(STEP_PX, _STACK_PX / max(highest, 1))


def shows_each(step: float) -> bool:
    """Whether dots so far apart can all be seen."""
    return step >= _FEWEST_PX


def stacked(stack: Sequence[Thing], step: float) -> Iterator[tuple[Thing, float]]:
    """Give what is seen of a stack, with its height: all but what lies too close to be told apart.

    The topmost is always seen, for it says how many there are.
    """
    each = max(1, ceil(_FEWEST_PX / step))
    last = len(stack) - 1
    seen = [at for at in range(0, last, each) if (last - at) * step >= _FEWEST_PX or each == 1]
    return ((stack[at], at * step) for at in (*seen, last))
