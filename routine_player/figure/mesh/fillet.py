"""Where two tubes meet, one skin: both are drawn out to a common rounded valley.

Each tube's vertices read the other as a surface of moving least squares (Kolluri 2005): its
distance and normal are means over the near vertices. A smooth union (the polynomial of Quilez) of
both distances then says how far to move outward and where to face. So a thigh grows out of a
pelvis in every pose, and no intersection shows as a line.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.grid import unit
from routine_player.figure.surface import Floats

_REACH = 2.8  # grains; farther away a vertex weighs less than a two-thousandth
_SURE = 0.02  # the sum of nearness at which the other surface counts in full, about half


@dataclass(frozen=True, slots=True)
class Fillet:
    """How two surfaces join: within `width_m` of each other, seen at a grain of `grain_m`."""

    width_m: float
    grain_m: float

    def join(
        self, first: tuple[Floats, Floats], second: tuple[Floats, Floats]
    ) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
        """Round the valley between two sets of (positions, normals), each (N, 3)."""
        apart = _squares_apart(first[0], second[0])
        reach = (_REACH * self.grain_m) ** 2
        rows = np.flatnonzero(apart.min(axis=1) < reach)
        columns = np.flatnonzero(apart.min(axis=0) < reach)
        near = np.exp(apart[np.ix_(rows, columns)] * np.float32(-1 / self.grain_m**2))
        one = (first[0][rows], first[1][rows])
        two = (second[0][columns], second[1][columns])
        return (
            _replaced(first, rows, self._drawn(one, two, near)),
            _replaced(second, columns, self._drawn(two, one, near.T)),
        )

    def _drawn(
        self, own: tuple[Floats, Floats], other: tuple[Floats, Floats], near: NDArray[np.float32]
    ) -> tuple[Floats, Floats]:
        positions, normals = own
        total = near.sum(axis=1)
        sure = total / (total + _SURE)
        total = np.maximum(total, 1e-30)[:, None]
        read = np.empty((len(other[0]), 4), np.float32)
        origin = other[0].mean(axis=0)
        read[:, :3], read[:, 3] = other[1], np.einsum("bi,bi->b", other[0] - origin, other[1])
        seen = (near @ read).astype(np.float64) / total
        facing = seen[:, :3]
        height = np.einsum("ai,ai->a", positions - origin, facing) - seen[:, 3]
        facing = unit(facing)
        alike = np.einsum("ai,ai->a", normals, facing)
        weight = sure * smoothstep(-0.85, -0.1, alike)
        share = np.clip(0.5 - 0.5 * height / self.width_m, 0, 1) * weight
        direction = unit(normals + share[:, None] * (facing - normals))
        close = np.maximum(1 - np.abs(height) / self.width_m, 0)
        push = close * close * (self.width_m / 4) * weight * smoothstep(1.0, 0.3, alike)
        return positions + push[:, None] * direction, direction


def _squares_apart(first: Floats, second: Floats) -> NDArray[np.float32]:
    """Give the squared distances (A, B); half the precision halves the time, to a tenth of a mm."""
    middle = first.mean(axis=0)
    one, two = (first - middle).astype(np.float32), (second - middle).astype(np.float32)
    left = np.ones((len(one), 5), np.float32)
    left[:, :3], left[:, 3] = -2 * one, np.einsum("ai,ai->a", one, one)
    right = np.ones((len(two), 5), np.float32)
    right[:, :3], right[:, 4] = two, np.einsum("bi,bi->b", two, two)
    return left @ right.T


def _replaced(
    whole: tuple[Floats, Floats], at: NDArray[np.intp], by: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    positions, normals = whole[0].copy(), whole[1].copy()
    positions[at], normals[at] = by
    return positions, normals
