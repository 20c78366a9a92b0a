"""The foot as a part of the mesh: a running shoe that bends at the toes, and a sock."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.mesh.atlas import Texture, mirrored, texel_points
from routine_player.figure.mesh.grid import closed, tube_normals, tube_topology
from routine_player.figure.mesh.part_mesh import PartMesh, Topology
from routine_player.figure.mesh.sculpt import ramp
from routine_player.figure.mesh.shoe import (
    SHOE_SIDES,
    SOCK_RINGS,
    SOLE_M,
    shoe_rings,
)
from routine_player.figure.mesh.shoe_paint import paint_shoe
from routine_player.figure.skeleton import BALL_FORWARD_M, SIGN, SideName
from routine_player.figure.surface import Floats

TEXTURE_SIZE: Final = 512
_TOE: Final = np.array([BALL_FORWARD_M, 0.0, -0.050])
_BEND_HALF_M: Final = 0.030
_BEND_WIDENS: Final = 0.6
"""The sole bends over this length before and behind the ball; what is higher, over more."""
_LEAST_COSINE: Final = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class _Rest:
    """A left shoe in the frame of its ankle, and how each point (R, S) takes part in its bends.

    `share` goes from 0 where the bend over the ball begins to 1 where it ends; `start` and `end`
    (R, S, 3) are those places at the point's own height, the latter in the frame of the toes;
    `shank` says how much a point follows the shank.
    """

    points: Floats
    share: Floats
    start: Floats
    end: Floats
    shank: Floats


def foot_part(frames: Frames, side: SideName) -> PartMesh:
    """Place a shoe: its heel follows the ankle, its front the toes, its sock the shank."""
    rest, mirror = _rest(), np.array([1.0, SIGN[side], 1.0])
    ankle, toe, shank = (frames.rotation(f"{side}_{name}")[0] for name in ("ankle", "toe", "knee"))
    points = _bent(rest, ankle, toe, mirror) + frames.position(f"{side}_toe")[0]
    upright = (rest.points * mirror) @ shank.T + frames.position(f"{side}_ankle")[0]
    points += rest.shank * (upright - points)
    normals = tube_normals(points)
    normals[0] = normals[1]  # the sole closes in a line, which has no normal of its own
    return PartMesh(closed(points), closed(normals) * SIGN[side], _topology(side))


def _bent(rest: _Rest, ankle: Floats, toe: Floats, mirror: Floats) -> Floats:
    """Bend the shoe over its ball; gives points (R, S, 3) from the toes' origin in the world.

    Each height of the shoe is a line that the bend breaks at the ball; its corner is rounded to a
    parabola between `start` and `end`.
    """
    behind = (rest.points - _TOE) * mirror @ ankle.T
    before = (rest.points - _TOE) * mirror @ toe.T
    middle = ankle[:, 2] + toe[:, 2]
    cosine = max(float(np.sqrt(middle @ middle)) / 2, _LEAST_COSINE)
    height = rest.end[..., 2:]
    corner = rest.points[..., 1:2] * mirror[1] * ankle[:, 1] + height * middle / (2 * cosine**2)
    share = rest.share
    rounded = (
        (1 - share) ** 2 * (rest.start * mirror @ ankle.T)
        + 2 * share * (1 - share) * corner
        + share**2 * (rest.end * mirror @ toe.T)
    )
    return np.where(share <= 0, behind, np.where(share >= 1, before, rounded))


@cache
def _rest() -> _Rest:
    points = shoe_rings()
    away = points - _TOE
    half = _BEND_HALF_M + _BEND_WIDENS * np.clip(points[..., 2:] - SOLE_M, 0, 0.05)
    share = np.clip((away[..., :1] + half) / (2 * half), 0, 1)
    shank = np.zeros((*points.shape[:2], 1))
    shank[-SOCK_RINGS:, :, 0] = ramp(points[-SOCK_RINGS:, :, 2], -0.012, 0.040)
    along = np.array([1.0, 0.0, 0.0])
    level = away * (1 - along)
    return _Rest(points, share, level - half * along, level + half * along, shank)


@cache
def foot_texture() -> Texture:
    """Paint the shoe: the materials (H, W) of its texture."""
    rings = shoe_rings()
    points = texel_points(rings, TEXTURE_SIZE, TEXTURE_SIZE)
    ring = (np.arange(TEXTURE_SIZE) + 0.5)[:, None] / TEXTURE_SIZE * (len(rings) - 1)
    return paint_shoe(points, np.broadcast_to(ring, points.shape[:2]))


@cache
def _topology(side: SideName) -> Topology:
    left = tube_topology(np.linspace(0, 1, len(shoe_rings())), SHOE_SIDES)
    return left if side == "left" else mirrored(left)
