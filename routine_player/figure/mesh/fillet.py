"""Where two tubes meet, one skin: both are drawn out to a common rounded valley.

Each tube's vertices read the other as a surface of moving least squares (Kolluri 2005): its
distance and normal are means over the near vertices. A smooth union (the polynomial of Quilez) of
both distances then says how far to move outward and where to face. So a thigh grows out of a
pelvis in every pose, and no intersection shows as a line.
"""

from dataclasses import dataclass

import numpy as np

from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.grid import unit
from routine_player.figure.surface import Floats

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
        positions, others = first[0], second[0]
        apart = (
            np.einsum("ai,ai->a", positions, positions)[:, None]
            + np.einsum("bi,bi->b", others, others)[None, :]
            - 2 * (positions @ others.T)
        )
        near = np.exp(apart * (-1 / self.grain_m**2))
        return self._drawn(first, second, near), self._drawn(second, first, near.T)

    def _drawn(
        self, own: tuple[Floats, Floats], other: tuple[Floats, Floats], near: Floats
    ) -> tuple[Floats, Floats]:
        positions, normals = own
        total = near.sum(axis=1)
        sure = total / (total + _SURE)
        total = np.maximum(total, 1e-30)[:, None]
        facing = near @ other[1]
        offset = near @ np.einsum("bi,bi->b", *other)
        height = (np.einsum("ai,ai->a", positions, facing) - offset) / total[:, 0]
        facing = unit(facing / total)
        open_valley = smoothstep(-0.85, -0.1, np.einsum("ai,ai->a", normals, facing))
        weight = sure * open_valley
        share = np.clip(0.5 - 0.5 * height / self.width_m, 0, 1) * weight
        direction = unit(normals + share[:, None] * (facing - normals))
        close = np.maximum(1 - np.abs(height) / self.width_m, 0)
        push = close * close * (self.width_m / 4) * weight
        return positions + push[:, None] * direction, direction
