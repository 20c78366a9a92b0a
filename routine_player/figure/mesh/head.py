"""The head as a part of the mesh: skin laid over the solid, ears, and the texture of both.

The skin is a tube from the left ear to the right one whose rings run around the head, from under
the chin over face and crown to the nape: so its poles are hidden by the ears, and its lines follow
the face.
"""

from functools import cache
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.materials import Material
from routine_player.figure.mesh.atlas import Texture, Window, assembled, placed, texel_points
from routine_player.figure.mesh.ear import EAR_SIDES, HOLLOW, ear_rings
from routine_player.figure.mesh.face import paint_head
from routine_player.figure.mesh.grid import closed, tube_normals, tube_topology
from routine_player.figure.mesh.hair import hair_thickness
from routine_player.figure.mesh.part_mesh import PartMesh
from routine_player.figure.mesh.sculpt import cast, outward
from routine_player.figure.mesh.skull import skull
from routine_player.figure.surface import Floats

TEXTURE_ROWS: Final = 640
TEXTURE_COLUMNS: Final = 768
_CENTRE: Final = np.array([0.008, 0.0, 0.040])
_REACH_M: Final = 0.19
_LATITUDES: Final = 35
_SKIN: Final = Window(0.0, 0.875)
_EARS: Final = Window(0.875, 1.0)
_TURNS: Final = ((-75, -48, 3), (-48, 42, 22), (42, 78, 7), (78, 285, 22))
"""Degrees up from straight ahead: from, to, and how many points in between."""


def head_part(frames: Frames) -> PartMesh:
    """Place the head of the one body in `frames`."""
    rest = _rest()
    turn = frames.rotation("head")[0].T
    return PartMesh(
        rest.positions @ turn + frames.position("head")[0], rest.normals @ turn, rest.topology
    )


@cache
def head_texture() -> Texture:
    """Paint the head: the materials (H, W) of its texture."""
    texture = np.full((TEXTURE_ROWS, TEXTURE_COLUMNS), int(Material.SKIN), dtype=np.uint8)
    rows = _SKIN.rows(TEXTURE_ROWS)
    texture[rows] = paint_head(texel_points(_skin(), rows.stop, TEXTURE_COLUMNS))
    ears = texture[_EARS.rows(TEXTURE_ROWS)]
    ears[round(HOLLOW * len(ears)) :] = Material.SKIN_WARM
    return texture


@cache
def _rest() -> PartMesh:
    """Build the head in its own frame."""
    skin = _skin()
    ears = [ear_rings(1.0), ear_rings(-1.0)]
    ear = placed(tube_topology(np.linspace(0, 1, len(ears[0])), EAR_SIDES), _EARS)
    face = placed(tube_topology(np.linspace(0, 1, len(skin)), skin.shape[1]), _SKIN)
    return PartMesh(
        np.concatenate([closed(skin), *(closed(one) for one in ears)]),
        np.concatenate(
            [closed(outward(_solid, skin)), *(closed(tube_normals(one)) for one in ears)]
        ),
        assembled([face, ear, ear]),
    )


@cache
def _skin() -> Floats:
    """Give the rings (R, S, 3) of the skin."""
    place = np.linspace(1, -1, _LATITUDES)
    latitude = np.radians(45) * (place + place**3)
    degrees = [np.linspace(start, end, count, endpoint=False) for start, end, count in _TURNS]
    turns = np.radians(np.concatenate(degrees))
    across = np.broadcast_to(latitude[:, None], (len(latitude), len(turns)))
    turn = np.broadcast_to(turns, across.shape)
    directions = np.stack(
        [np.cos(across) * np.cos(turn), np.sin(across), np.cos(across) * np.sin(turn)], axis=-1
    )
    return cast(_solid, _CENTRE, directions, _REACH_M)


def _solid(points: Floats) -> Floats:
    return skull(points) - hair_thickness(points)
