"""The hand as a part of the mesh: the palm, four fingers and the thumb."""

from functools import cache
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.materials import Material
from routine_player.figure.mesh.atlas import Texture, Window, assembled, mirrored, placed
from routine_player.figure.mesh.fingers import (
    FINGER_RINGS,
    FINGER_SIDES,
    FINGERS,
    finger_rings,
    thumb_rings,
)
from routine_player.figure.mesh.grid import closed, tube_normals, tube_topology
from routine_player.figure.mesh.part_mesh import PartMesh, Topology
from routine_player.figure.skeleton import INDEX, SIGN, SideName
from routine_player.figure.surface import Floats

TEXTURE_SIZE: Final = 128
GRIP_M: Final = (0.0, -0.0365, -0.0760)
"""The middle of a bar 3 cm thick in a closed left hand, in the frame of its wrist."""
_AT_REST_DEGREES: Final = 30.0
"""So much flexion of the fingers lets the thumb come out of the plane of the hand."""
_PALM_SIDES: Final = 18
_PALM: Final = np.array(
    [  # height, middle, half width, back of the hand, palm
        (0.0210, 0.0000, 0.0002, 0.0001, -0.0001),
        (0.0180, 0.0000, 0.0180, 0.0130, -0.0140),
        (0.0090, 0.0003, 0.0252, 0.0190, -0.0196),
        (-0.0050, 0.0005, 0.0285, 0.0205, -0.0214),
        (-0.0200, 0.0010, 0.0318, 0.0180, -0.0220),
        (-0.0380, 0.0015, 0.0360, 0.0145, -0.0220),
        (-0.0560, 0.0010, 0.0388, 0.0105, -0.0212),
        (-0.0720, 0.0000, 0.0398, 0.0060, -0.0214),
        (-0.0850, 0.0000, 0.0385, 0.0010, -0.0218),
        (-0.0930, 0.0000, 0.0355, -0.0035, -0.0205),
        (-0.0985, 0.0000, 0.0290, -0.0070, -0.0170),
        (-0.1005, 0.0000, 0.0180, -0.0095, -0.0145),
        (-0.1010, 0.0000, 0.0002, -0.0119, -0.0121),
    ]
)
_KNUCKLE_ARC_M: Final = 0.007
"""How much further the palm reaches at the middle finger than at its edges."""


def hand_part(frames: Frames, angles: Floats, side: SideName) -> PartMesh:
    """Shape a hand by the angles (P,) of the pose, in radians, and place it."""

    def degrees(motion: str) -> float:
        return float(np.degrees(angles[INDEX[f"{side}_{motion}"]]))

    index, others = degrees("index_flexion"), degrees("finger_flexion")
    flatness = 1 - min(max(others / _AT_REST_DEGREES, 0.0), 1.0)
    tubes = [
        _palm_rings(),
        finger_rings(FINGERS[0], index),
        *(finger_rings(finger, others) for finger in FINGERS[1:]),
        thumb_rings(degrees("thumb_flexion"), flatness),
    ]
    points = np.concatenate([closed(tube) for tube in tubes])
    normals = np.concatenate([closed(tube_normals(tube)) for tube in tubes])
    mirror = np.array([1.0, SIGN[side], 1.0])
    turn = frames.rotation(f"{side}_wrist")[0].T
    return PartMesh(
        points * mirror @ turn + frames.position(f"{side}_wrist")[0],
        normals * mirror @ turn,
        _topology(side),
    )


@cache
def hand_texture() -> Texture:
    """Paint the hand: the materials (H, W) of its texture."""
    return np.full((TEXTURE_SIZE, TEXTURE_SIZE), int(Material.SKIN), dtype=np.uint8)


@cache
def _topology(side: SideName) -> Topology:
    palm = tube_topology(np.linspace(0, 1, len(_PALM)), _PALM_SIDES)
    finger = tube_topology(np.linspace(0, 1, FINGER_RINGS), FINGER_SIDES)
    fingers = [placed(finger, Window(0.5 + i / 10, 0.6 + i / 10)) for i in range(5)]
    left = assembled([placed(palm, Window(0.0, 0.5)), *fingers])
    return left if side == "left" else mirrored(left)


@cache
def _palm_rings() -> Floats:
    """Give the rings (R, S, 3) of the palm from the forearm to the knuckles."""
    around = np.linspace(0, 2 * np.pi, _PALM_SIDES, endpoint=False)
    height, middle, wide, back, palm = _PALM.T[..., None]
    blunt = 2 / 2.6
    cosine = np.sign(np.cos(around)) * np.abs(np.cos(around)) ** blunt
    sine = np.sign(np.sin(around)) * np.abs(np.sin(around)) ** blunt
    x = middle + wide * cosine
    y = (back + palm) / 2 - (back - palm) / 2 * sine
    share = np.clip(-height / 0.1, 0, 1) ** 3
    z = height + _KNUCKLE_ARC_M * share * ((x / 0.04) ** 2 - 0.3)
    return np.stack([x, y, z], axis=-1)
