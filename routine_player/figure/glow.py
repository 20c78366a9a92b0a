"""The light of target muscles that face away, shining through their own limb and no other."""

from typing import Final

import numpy as np

from routine_player.figure.arrays import Indices, Single
from routine_player.figure.occlusion import CELL
from routine_player.figure.softening import blurred, spread
from routine_player.figure.surface import Floats, Integers

_RADIUS_M: Final = 0.020
_STRONGEST: Final = 0.42
_LEAST_WEIGHT: Final = 0.1
_SEEN_ENOUGH: Final = 0.55  # of a target may be hidden before anything shines through
_HIDDEN: Final = 0.85


def glows(
    points: Floats, toward: Floats, target: Floats, group: Integers, canvas: tuple[int, int, float]
) -> dict[int, Single]:
    """Give for each limb with a hidden target how much shines through, (H, W).

    `points` (V, 3) are pixels, `toward` (V,) how far a vertex faces the viewer, `target` and
    `group` (V,) as in a surface; `canvas` is width and height, multiples of CELL, and the scale.
    """
    width, height, scale = canvas
    hidden, shown = target * np.clip(0.15 - toward, 0, 1), target * np.clip(toward, 0, 1)
    cells = _cells(points, width // CELL, height // CELL)
    maps: dict[int, Single] = {}
    need = _need(float(hidden.sum()), float(shown.sum()))
    for limb in np.unique(group[hidden > _LEAST_WEIGHT]) if need else ():
        of = np.flatnonzero((group == limb) & (target > 0))
        behind, before = (
            blurred(_heap(weight[of], cells[of], (width, height)), _RADIUS_M * scale / CELL)
            for weight in (hidden, shown)
        )
        soft = np.minimum(behind / (0.6 * float(behind.max())), 1)
        soft *= behind / np.maximum(behind + 2 * before, 1e-6)
        maps[int(limb)] = spread(soft * (need * _STRONGEST), CELL)
    return maps


def _need(hidden: float, shown: float) -> float:
    """Give how much it takes to shine through, 0 to 1: nothing for a target that is well seen."""
    share = hidden / max(hidden + shown, 1e-9)
    return float(np.clip((share - _SEEN_ENOUGH) / (_HIDDEN - _SEEN_ENOUGH), 0, 1))


def _cells(points: Floats, across: int, down: int) -> Indices:
    """Give the number of the cell that each point (V,) is in, or nearest to."""
    column = np.clip(points[:, 0] / CELL, 0, across - 1).astype(np.intp)
    row = np.clip(points[:, 1] / CELL, 0, down - 1).astype(np.intp)
    return row * across + column


def _heap(weight: Floats, cells: Indices, size: tuple[int, int]) -> Single:
    """Sum weights over the cells of a picture of `size`."""
    across, down = size[0] // CELL, size[1] // CELL
    heap = np.bincount(cells, weight, minlength=down * across)
    return heap.reshape(down, across).astype(np.float32)
