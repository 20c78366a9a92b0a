"""A wooden stick: along the back, in both hands, or across the shoulders."""

from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.parts import Part
from routine_player.figure.props.grips import fist
from routine_player.figure.props.sheets import Paint, unit
from routine_player.figure.props.solids import cylinder
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Surface

_LONG_M: Final = 1.2
_SHORT_M: Final = 1.0
"""How long a stick along the back is: not so long that it is more to be seen than the body."""
_RADIUS_M: Final = 0.0125
_BACK: Final = (
    ("pelvis", (-0.110, 0.0, 0.060)),
    ("T8", (-0.074, 0.0, 0.030)),
    ("T4", (-0.075, 0.0, 0.000)),
    ("head", (-0.104, 0.0, 0.085)),
)
"""Where a stick along the back may touch: sacrum, upper back and the back of the head."""
_NECK: Final = (-0.068, 0.0, -0.022)
_OVER_TOUCH: Final = 0.44
"""The share of a stick along the back that is above where the upper back touches it."""


def dowel(frames: Frames, held: str, group: int) -> Surface:
    """Place a stick by how it is `held`: a choice of the dowel's option of that name."""
    middle, way = _HOLDS[held](frames)
    half = way * (_SHORT_M if held == "along the back" else _LONG_M) / 2
    return cylinder(middle - half, middle + half, _RADIUS_M, 0.005, Paint(Part.WOOD, group))


def _along_back(frames: Frames) -> tuple[Array, Array]:
    """Lay a stick on the back, as straight as from sacrum to head, and on what is outermost."""
    touches = np.stack([frames.point(name, np.array(offset))[0] for name, offset in _BACK])
    way = unit(touches[-1] - touches[0])
    backward = -frames.rotation("T8")[0][:, 0]
    out = unit(backward - (backward @ way) * way)
    depth = float(((touches - touches[1]) @ out).max())
    return touches[1] + out * (depth + _RADIUS_M) + way * _SHORT_M * (_OVER_TOUCH - 0.5), way


def _in_hands(frames: Frames) -> tuple[Array, Array]:
    left, right = fist(frames, "left"), fist(frames, "right")
    return (left + right) / 2, unit(left - right)


def _across_shoulders(frames: Frames) -> tuple[Array, Array]:
    return frames.point("C7", np.array(_NECK))[0], frames.rotation("T4")[0][:, 1]


_HOLDS: Final = {
    "along the back": _along_back,
    "in both hands": _in_hands,
    "across the shoulders": _across_shoulders,
}
