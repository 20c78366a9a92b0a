"""The foot as a part of the mesh: a running shoe that bends at the toes, and a sock."""

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
    shoe_rings,
)
from routine_player.figure.mesh.shoe_paint import paint_shoe
from routine_player.figure.skeleton import BALL_FORWARD_M, SIGN, SideName
from routine_player.figure.surface import Floats

TEXTURE_SIZE: Final = 512
_TOE: Final = np.array([BALL_FORWARD_M, 0.0, -0.050])
_BEND_FROM_M: Final = 0.085
_BEND_TO_M: Final = 0.175


def foot_part(frames: Frames, side: SideName) -> PartMesh:
    """Place a shoe: its heel follows the ankle, its front the toes, its sock the shank."""
    mirror = np.array([1.0, SIGN[side], 1.0])
    shape = shoe_rings() * mirror
    ankle, toe, shank = (frames.rotation(f"{side}_{name}")[0] for name in ("ankle", "toe", "knee"))
    origin = frames.position(f"{side}_ankle")[0]
    front, sock = _weights()
    points = shape @ ankle.T
    points += sock * (shape @ shank.T - points) + origin
    toes = (shape - _TOE) @ toe.T + frames.position(f"{side}_toe")[0]
    points += front * (toes - points)
    normals = tube_normals(points)
    normals[0] = normals[1]  # the sole closes in a line, which has no normal of its own
    return PartMesh(closed(points), closed(normals) * SIGN[side], _topology(side))


@cache
def foot_texture() -> Texture:
    """Paint the shoe: the materials (H, W) of its texture."""
    rings = shoe_rings()
    points = texel_points(rings, TEXTURE_SIZE, TEXTURE_SIZE)
    ring = (np.arange(TEXTURE_SIZE) + 0.5)[:, None] / TEXTURE_SIZE * (len(rings) - 1)
    return paint_shoe(points, np.broadcast_to(ring, points.shape[:2]))


@cache
def _weights() -> tuple[Floats, Floats]:
    """Tell how much each point of the rings follows the toes, and the shank."""
    rings = shoe_rings()
    front = ramp(rings[..., :1], _BEND_FROM_M, _BEND_TO_M)
    sock = np.zeros((*rings.shape[:2], 1))
    sock[-SOCK_RINGS:, :, 0] = ramp(rings[-SOCK_RINGS:, :, 2], -0.012, 0.040)
    return front, sock


@cache
def _topology(side: SideName) -> Topology:
    left = tube_topology(np.linspace(0, 1, len(shoe_rings())), SHOE_SIDES)
    return left if side == "left" else mirrored(left)
