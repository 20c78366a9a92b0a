"""Rows of dots: each with its name at the left, its dots on one baseline, its count at the right.

Heights are pixels, so that dots of equal score stand 11 pixels above each other in any window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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


def seen_of(stack: Sequence[Thing]) -> Sequence[Thing]:
    """Give as many of a stack as can be seen apart: all but of a very high one."""
    each = -(-len(stack) // round(_STACK_PX / _FEWEST_PX))
    return stack[::each] if each > 1 else stack


def step_px(count: int) -> float:
    """Give how far the dots of a stack stand above each other; a high one is pressed together."""
    return min(STEP_PX, _STACK_PX / max(count, 1))
