"""The light of target muscles that face away, shining through their own limb and no other."""

from typing import Final

import numpy as np

from routine_player.figure.arrays import Single
from routine_player.figure.occlusion import CELL
from routine_player.figure.softening import blurred, spread
from routine_player.figure.surface import Floats, Integers

_RADIUS_M: Final = 0.022
_STRONGEST: Final = 0.40
_LEAST_WEIGHT: Final = 0.1


def glows(
    points: Floats, toward: Floats, target: Floats, group: Integers, canvas: tuple[int, int, float]
) -> dict[int, Single]:
    """Give for each limb with a hidden target how much shines through at each pixel, (H, W).

    `points` (V, 3) are pixels, `toward` (V,) how far a vertex faces the viewer, `target` and
    `group` (V,) as in a surface; `canvas` is width and height, multiples of CELL, and the scale.
    """
    width, height, scale = canvas
    across, down = width // CELL, height // CELL
    weight = target * np.clip(0.15 - toward, 0, 1)
    maps: dict[int, Single] = {}
    for limb in np.unique(group[weight > _LEAST_WEIGHT]):
        of = np.flatnonzero((group == limb) & (weight > 0))
        column = np.clip(points[of, 0] / CELL, 0, across - 1).astype(np.intp)
        row = np.clip(points[of, 1] / CELL, 0, down - 1).astype(np.intp)
        heap = np.bincount(row * across + column, weight[of], minlength=down * across)
        soft = blurred(heap.reshape(down, across).astype(np.float32), _RADIUS_M * scale / CELL)
        most = float(soft.max())
        maps[int(limb)] = spread(np.minimum(soft / (0.6 * most), 1) * _STRONGEST, CELL)
    return maps
