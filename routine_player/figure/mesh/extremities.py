"""Head, hands and feet: the parts that sit on the ends of the tubes."""

from typing import Final

from numpy import uint8
from numpy.typing import NDArray

from routine_player.figure.kinematics import Frames
from routine_player.figure.mesh.foot import foot_part, foot_texture
from routine_player.figure.mesh.hand import hand_part, hand_texture
from routine_player.figure.mesh.head import head_part, head_texture
from routine_player.figure.mesh.part_mesh import PartMesh
from routine_player.figure.parts import Part
from routine_player.figure.skeleton import SIDES, SideName
from routine_player.figure.surface import Floats

FOOT: Final[dict[SideName, Part]] = {"left": Part.LEFT_FOOT, "right": Part.RIGHT_FOOT}
HAND: Final[dict[SideName, Part]] = {"left": Part.LEFT_HAND, "right": Part.RIGHT_HAND}


def extremities(frames: Frames, angles: Floats) -> dict[Part, PartMesh]:
    """Place head, hands and feet of the one body in `frames` with the angles (P,) of its pose."""
    meshes = {Part.HEAD: head_part(frames)}
    for side in SIDES:
        meshes[HAND[side]] = hand_part(frames, angles, side)
        meshes[FOOT[side]] = foot_part(frames, side)
    return meshes


def extremity_textures() -> dict[Part, NDArray[uint8]]:
    """Give the textures of head, hands and feet: Material numbers (H, W)."""
    hand, foot = hand_texture(), foot_texture()
    return {
        Part.HEAD: head_texture(),
        **dict.fromkeys(HAND.values(), hand),
        **dict.fromkeys(FOOT.values(), foot),
    }
