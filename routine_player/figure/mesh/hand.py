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
from routine_player.figure.mesh.sculpt import ramp
from routine_player.figure.rotation import about_z
from routine_player.figure.skeleton import INDEX, SIGN, SideName
from routine_player.figure.surface import Floats

TEXTURE_SIZE: Final = 128
GRIP_M: Final = (0.0, -0.0365, -0.0760)
"""The middle of a bar 3 cm thick in a closed left hand, in the frame of its wrist."""
_AT_REST_DEGREES: Final = 30.0
"""So much flexion of the fingers lets the thumb come out of the plane of the hand."""
_PALM_SIDES: Final = 18
_PALM: Final = np.array(
    [  # height, middle, half width, back of the hand, palm, how square
        (0.0450, 0.0007, 0.0002, 0.0001, -0.0001, 2.0),
        (0.0440, 0.0007, 0.0150, 0.0120, -0.0120, 2.0),
        (0.0400, 0.0007, 0.0240, 0.0185, -0.0185, 2.0),
        (0.0300, 0.0007, 0.0259, 0.0199, -0.0199, 2.0),
        (0.0200, 0.0007, 0.0269, 0.0206, -0.0206, 2.0),
        (0.0100, 0.0007, 0.0274, 0.0206, -0.0208, 2.05),
        (0.0000, 0.0007, 0.0278, 0.0203, -0.0211, 2.15),
        (-0.0100, 0.0008, 0.0284, 0.0195, -0.0215, 2.3),
        (-0.0220, 0.0010, 0.0306, 0.0180, -0.0220, 2.5),
        (-0.0380, 0.0015, 0.0352, 0.0147, -0.0220, 2.6),
        (-0.0560, 0.0010, 0.0386, 0.0105, -0.0212, 2.6),
        (-0.0720, 0.0000, 0.0398, 0.0060, -0.0214, 2.6),
        (-0.0850, 0.0000, 0.0385, 0.0010, -0.0218, 2.6),
        (-0.0930, 0.0000, 0.0355, -0.0035, -0.0205, 2.6),
        (-0.0985, 0.0000, 0.0290, -0.0070, -0.0170, 2.6),
        (-0.1005, 0.0000, 0.0180, -0.0095, -0.0145, 2.6),
        (-0.1010, 0.0000, 0.0002, -0.0119, -0.0121, 2.6),
    ]
)
"""The first rings lie just under the skin of the forearm, and then just over it."""
_WRIST_BENDS_M: Final = (0.026, -0.022)
"""Between these heights the palm bends with the wrist."""
_KNUCKLE_ARC_M: Final = 0.007
"""How much further the palm reaches at the middle finger than at its edges."""


def hand_part(frames: Frames, angles: Floats, side: SideName) -> PartMesh:
    """Shape a hand by the angles (P,) of the pose, in radians, and place it."""

    def degrees(motion: str) -> float:
        return float(np.degrees(angles[INDEX[f"{side}_{motion}"]]))

    index, others = degrees("index_flexion"), degrees("finger_flexion")
    flatness = 1 - min(max(others / _AT_REST_DEGREES, 0.0), 1.0)
    fingers = [
        finger_rings(FINGERS[0], index),
        *(finger_rings(finger, others) for finger in FINGERS[1:]),
        thumb_rings(degrees("thumb_flexion"), flatness),
    ]
    sign, hand = SIGN[side], frames.rotation(f"{side}_wrist")[0]
    pronation = angles[INDEX[f"{side}_forearm_pronation"]]
    forearm = frames.rotation(f"{side}_elbow")[0] @ about_z(-sign * pronation)
    palm = _palm(forearm, hand, sign)
    turn = np.array([[1.0], [sign], [1.0]]) * hand.T
    points = np.concatenate([closed(palm), *(closed(tube) @ turn for tube in fingers)])
    normals = np.concatenate(
        [closed(tube_normals(palm)) * sign, *(closed(tube_normals(one)) @ turn for one in fingers)]
    )
    return PartMesh(points + frames.position(f"{side}_wrist")[0], normals, _topology(side))


def _palm(forearm: Floats, hand: Floats, sign: float) -> Floats:
    """Give the rings (R, S, 3) of the palm, turned by `hand`, and by `forearm` where it starts."""
    rest = _palm_rings() * np.array([1.0, sign, 1.0])
    follows = ramp(_PALM[:, 0], *_WRIST_BENDS_M)[:, None, None]
    start = rest @ forearm.T
    return start + follows * (rest @ hand.T - start)


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
    height, middle, wide, back, palm, square = (_PALM[:, k : k + 1] for k in range(6))
    blunt = 2 / square
    cosine = np.sign(np.cos(around)) * np.abs(np.cos(around)) ** blunt
    sine = np.sign(np.sin(around)) * np.abs(np.sin(around)) ** blunt
    x = middle + wide * cosine
    y = (back + palm) / 2 - (back - palm) / 2 * sine
    share = np.clip(-height / 0.1, 0, 1) ** 3
    z = height + _KNUCKLE_ARC_M * share * ((x / 0.04) ** 2 - 0.3)
    return np.stack([x, y, z], axis=-1)
