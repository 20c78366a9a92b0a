"""A rail on two posts, built round the middle of its bar over the floor, long along x."""

from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.props.sheets import Paint, together
from routine_player.figure.props.solids import box, cylinder
from routine_player.figure.props.sweeps import tube
from routine_player.figure.surface import Surface

BAR_RADIUS_M: Final = 0.021
_POST_RADIUS_M: Final = 0.017
_FOOT_M: Final = 0.40
_INSET_M: Final = 0.12


def rail(height_m: float, length_m: float, group: int) -> Surface:
    """Build a wooden bar whose upper side is `height_m` above the floor, on two steel posts."""
    steel = Paint(Part.STEEL, group)
    half, middle = length_m / 2, height_m - BAR_RADIUS_M
    bar = np.array([[-half, 0.0, middle], [half, 0.0, middle]])
    bar[:, 0] += [BAR_RADIUS_M, -BAR_RADIUS_M]
    parts = [tube(bar, BAR_RADIUS_M, 16, Paint(Part.WOOD, group))]
    for x in (-half + _INSET_M, half - _INSET_M):
        foot, top = np.array([x, 0.0, 0.01]), np.array([x, 0.0, middle - 0.012])
        parts.append(cylinder(foot, top, _POST_RADIUS_M, 0.003, steel))
        collar = np.array([x, 0.0, middle - 0.05])
        parts.append(cylinder(collar, top, 0.023, 0.005, steel))
        parts.append(
            box(
                np.array([x - 0.028, -_FOOT_M / 2, 0.0]),
                np.array([x + 0.028, _FOOT_M / 2, 0.026]),
                0.010,
                steel,
            )
        )
    return together(parts)
