"""A training bench and a plinth: a pad that carries the body, and steel legs under it.

Both are built round the middle of their pad's upper side, long along x, and moved into place.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.props.sheets import Paint, together
from routine_player.figure.props.solids import box, cylinder
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Surface

PAD_M: Final = 0.075
_PAD_EDGE_M: Final = 0.028
_BEAM_M: Final = 0.045
_TUBE_M: Final = 0.019
_FOOT_M: Final = 0.022
_INSET_M: Final = 0.17
_RAIL_UP_M: Final = 0.16


@dataclass(frozen=True, slots=True)
class PadSize:
    """How large a padded bench is: its upper side is `height_m` above the floor."""

    length_m: float
    width_m: float
    height_m: float


def bench(size: PadSize, group: int) -> Surface:
    """Build a training bench: a pad on a beam, and two legs with feet across."""
    steel = Paint(Part.STEEL, group)
    inset = min(_INSET_M, size.length_m / 4)
    reach, under = size.length_m / 2 - inset, size.height_m - PAD_M
    parts = [
        _pad(size, group),
        box(
            np.array([-reach - 0.06, -_BEAM_M / 2, under - _BEAM_M]),
            np.array([reach + 0.06, _BEAM_M / 2, under]),
            0.006,
            steel,
        ),
    ]
    for x in (-reach, reach):
        parts.append(_upright(np.array([x, 0.0]), under, _BEAM_M / 2, steel))
        parts.extend(_foot(x, max(size.width_m, 0.36) / 2 + 0.04, group))
    return together(parts)


def _pad(size: PadSize, group: int) -> Surface:
    half = np.array([size.length_m / 2, size.width_m / 2])
    return box(
        np.array([*-half, size.height_m - PAD_M]),
        np.array([*half, size.height_m]),
        _PAD_EDGE_M,
        Paint(Part.PAD, group),
    )


def _upright(middle: Array, top_m: float, half_m: float, paint: Paint) -> Surface:
    return box(
        np.array([*(middle - half_m), 0.0]), np.array([*(middle + half_m), top_m]), 0.006, paint
    )


def _foot(x: float, reach: float, group: int) -> list[Surface]:
    """Lay a tube across the floor with a rubber cap at each end."""
    caps = [
        cylinder(
            np.array([x, side * (reach - 0.045), _FOOT_M]),
            np.array([x, side * reach, _FOOT_M]),
            _FOOT_M,
            0.008,
            Paint(Part.PAD, group),
        )
        for side in (-1.0, 1.0)
    ]
    ends = (np.array([x, -reach + 0.03, _FOOT_M]), np.array([x, reach - 0.03, _FOOT_M]))
    return [cylinder(*ends, _TUBE_M, 0.003, Paint(Part.STEEL, group)), *caps]


def plinth(size: PadSize, group: int) -> Surface:
    """Build a high table: a pad on a frame with four legs, tied together near the floor."""
    steel = Paint(Part.STEEL, group)
    half = np.array([size.length_m / 2 - 0.07, size.width_m / 2 - 0.05])
    under, tie = size.height_m - PAD_M, _RAIL_UP_M
    parts = [_pad(size, group)]
    for x in (-half[0], half[0]):
        for y in (-half[1], half[1]):
            parts.append(_upright(np.array([x, y]), under, _TUBE_M, steel))
            parts.append(_cap(x, y, group))
        parts.append(_bar(np.array([x, -half[1], tie]), np.array([x, half[1], tie]), steel))
        high = under - 0.03
        parts.append(_bar(np.array([x, -half[1], high]), np.array([x, half[1], high]), steel))
    for y in (-half[1], half[1]):
        high = under - 0.03
        parts.append(_bar(np.array([-half[0], y, high]), np.array([half[0], y, high]), steel))
        parts.append(_bar(np.array([-half[0], y, tie]), np.array([half[0], y, tie]), steel))
    return together(parts)


def _cap(x: float, y: float, group: int) -> Surface:
    foot = np.array([_FOOT_M + 0.005, _FOOT_M + 0.005])
    middle = np.array([x, y])
    return box(
        np.array([*(middle - foot), 0.0]),
        np.array([*(middle + foot), 0.035]),
        0.008,
        Paint(Part.PAD, group),
    )


def _bar(start: Array, end: Array, paint: Paint) -> Surface:
    return cylinder(start, end, 0.013, 0.002, paint)


def handles(grip: Array, width_m: float, pad_low_m: float, group: int) -> Surface:
    """Hang a bar across under the pad for the hands: through `grip` (3,), from `pad_low_m` down."""
    half = width_m / 2 + 0.02
    low = min(float(grip[2]), pad_low_m - 0.03)
    ends = [np.array([grip[0], side * half, low]) for side in (-1.0, 1.0)]
    steel = Paint(Part.STEEL, group)
    posts = [_bar(end, np.array([end[0], end[1], pad_low_m + 0.02]), steel) for end in ends]
    bar = cylinder(ends[0], ends[1], 0.016, 0.004, Paint(Part.PAD, group))
    return together([bar, *posts])


def ankle_bar(place: Array, size: PadSize, group: int) -> Surface:
    """Stand a padded roll on two posts over the ankles: `place` (2,) is its x and z."""
    half = size.width_m / 2 + 0.035
    parts = [
        cylinder(
            np.array([place[0], -half + 0.06, place[1]]),
            np.array([place[0], half - 0.06, place[1]]),
            0.045,
            0.015,
            Paint(Part.PAD, group),
        ),
        _bar(
            np.array([place[0], -half, place[1]]),
            np.array([place[0], half, place[1]]),
            Paint(Part.STEEL, group),
        ),
    ]
    for side in (-half, half):
        foot = np.array([place[0], side, size.height_m - PAD_M - 0.03])
        parts.append(
            _bar(foot, np.array([place[0], side, place[1] + 0.015]), Paint(Part.STEEL, group))
        )
    return together(parts)
