"""Soft darkness where little light gets in: behind what stands before it, and at the floor."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.arrays import Double, Single
from routine_player.figure.softening import blurred, gathered, spread

CELL: Final = 4
"""How many pixels a cell of the coarse maps is wide."""

_REACH_M: Final = 0.055
_SLACK_M: Final = 0.012
_FULL_M: Final = 0.15
_APART_M: Final = 0.16  # what is farther behind than this is shut in less and less
_LEAST: Final = np.float32(0.2)
_FLOOR_M: Final = 0.055


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """How far off, in metres, the figure is on average around each pixel: `depth` (H, W)."""

    depth: Single

    def shade(self, pixel: NDArray[np.intp], depth: Single) -> Single:
        """Give how shut in, 0 to 1, points `depth` metres off are at pixels, both (N,)."""
        behind = depth - self.depth.reshape(-1)[pixel] - np.float32(_SLACK_M)
        near = np.clip(1 - (behind - np.float32(_APART_M)) / np.float32(_APART_M), _LEAST, 1)
        return np.clip(behind / np.float32(_FULL_M), 0, 1) * near


def surroundings_of(nearness: Single, scale: float) -> Surroundings:
    """Average the depth of what is seen; `nearness` (H, W) with sides that are multiples of CELL.

    `scale` is how many pixels a metre has.
    """
    covered = (nearness > 0).astype(np.float32)
    depth = covered / np.maximum(nearness, np.float32(1e-3))
    radius = _REACH_M * scale / CELL
    amount = blurred(gathered(covered, CELL), radius)
    total = blurred(gathered(depth, CELL), radius)
    return Surroundings(spread(total / np.maximum(amount, np.float32(1e-4)), CELL))


def floor_shade(positions: Double, normals: Double) -> Double:
    """Give how much the floor shuts in each vertex (V,), 0 to 1."""
    near = np.exp(-np.maximum(positions[:, 2], 0) / _FLOOR_M)
    return near * np.clip(0.45 - 0.55 * normals[:, 2], 0, 1)
