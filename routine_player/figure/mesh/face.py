"""What is painted on the head: eyes, brows, lips, hair.

In the frame of the head, in metres: y left, z up; the face is symmetric, but for the light in the
eyes.
"""

from typing import Final

import numpy as np

from routine_player.figure.materials import Material
from routine_player.figure.mesh.atlas import Mask, Texture
from routine_player.figure.mesh.hair import is_hair, shine
from routine_player.figure.mesh.sculpt import ramp
from routine_player.figure.surface import Floats

_FACE_FROM_M: Final = 0.035
"""What lies before this is face and not ears."""
_FACE_TO_M: Final = 0.095
"""Eyes, brows and lips are lower than this."""
_EYE_Y_M: Final = 0.0322
_EYE_Z_M: Final = 0.0592
_EYE_HALF_WIDTH_M: Final = 0.0148
_UPPER_LID_M: Final = 0.0061
_LOWER_LID_M: Final = 0.0039
_IRIS_M: Final = 0.0061
_LIGHT_M: Final = 0.0015
_LASH_ENDS: Final = 1.08
_CREASE_M: Final = 0.00045
_CREASE_ENDS: Final = 0.85

_BROW_FROM_M: Final = 0.0120
_BROW_LENGTH_M: Final = 0.0410
_BROW_Z_M: Final = 0.0800

_MOUTH_HALF_WIDTH_M: Final = 0.0245
_MOUTH_Z_M: Final = -0.0086


def paint_head(points: Floats) -> Texture:
    """Give the material at points (..., 3) of the head's surface."""
    painted = np.full(points.shape[:-1], int(Material.SKIN), dtype=np.uint8)
    front = (points[..., 0] > _FACE_FROM_M) & (points[..., 2] < _FACE_TO_M)
    painted[front] = _face(points[front])
    hair = is_hair(points)
    painted[hair] = np.where(shine(points[hair]) > 0, Material.HAIR_STRAND, Material.HAIR)
    return painted


def _face(points: Floats) -> Texture:
    """Give the material at points (N, 3) of the face."""
    y, up = points[:, 1], points[:, 2]
    across = np.abs(y)
    painted = np.full(len(points), int(Material.SKIN), dtype=np.uint8)
    _paint_lips(painted, across, up)
    _paint_eyes(painted, y, up)
    painted[_brow(across, up)] = Material.BROW
    return painted


def _paint_eyes(painted: Texture, y: Floats, up: Floats) -> None:
    """Paint almond eyes: white, iris, the light in it, the upper lashes and the lid's crease."""
    across = np.abs(y)
    place = (across - _EYE_Y_M) / _EYE_HALF_WIDTH_M  # -1 at the inner corner, 1 at the outer
    arch = np.clip(1 - place**2, 0, None)
    tilt = _EYE_Z_M + 0.0010 * place
    upper, lower = tilt + _UPPER_LID_M * arch**0.75, tilt - _LOWER_LID_M * arch
    open_ = (np.abs(place) < 1) & (up < upper) & (up > lower)
    painted[open_] = Material.EYE_WHITE
    painted[open_ & (np.hypot(across - _EYE_Y_M + 0.0003, up - tilt - 0.0010) < _IRIS_M)] = (
        Material.EYE
    )
    light = np.hypot(y - np.sign(y) * _EYE_Y_M + 0.0018, up - tilt - 0.0028) < _LIGHT_M
    painted[open_ & light] = Material.EYE_WHITE
    thick = 0.0010 + 0.0015 * ramp(place, -1.0, 0.7)
    lash = (up >= upper - 0.0004) & (up < upper + thick) & (np.abs(place) < _LASH_ENDS)
    painted[lash] = Material.EYE
    crease = np.abs(up - upper - 0.0046 + 0.001 * place**2) < _CREASE_M
    painted[crease & (np.abs(place) < _CREASE_ENDS)] = Material.SKIN_WARM


def _brow(across: Floats, up: Floats) -> Mask:
    """Tell what belongs to a brow: full at the nose, fine at the temple, gently arched."""
    place = (across - _BROW_FROM_M) / _BROW_LENGTH_M
    arch = _BROW_Z_M + 0.0042 * np.sin(np.clip(place, 0, 1) * 2.4) - 0.0030 * place
    half = 0.0029 * (0.6 + 0.4 * ramp(place, 0.0, 0.25)) * (1 - 0.75 * ramp(place, 0.4, 1.0))
    return (place > 0) & (place < 1) & (np.abs(up - arch) < half)


def _paint_lips(painted: Texture, across: Floats, up: Floats) -> None:
    """Paint the lips, and the line between them, which rises a little to its ends."""
    place = np.clip(across / _MOUTH_HALF_WIDTH_M, 0, 1)
    line = _MOUTH_Z_M + 0.0021 * place**2
    full = 1 - place**2
    bow = 0.0012 * np.exp(-((across / 0.003) ** 2))
    upper, lower = line + 0.0052 * full**0.8 - bow, line - 0.0070 * full**0.7
    inside = place < 1
    painted[inside & (up < upper) & (up > lower)] = Material.LIPS
    painted[inside & (np.abs(up - line) < 0.0008 * (0.5 + full))] = Material.MOUTH
