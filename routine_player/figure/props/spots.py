"""Where on the body the parts are that contacts name: as near as placing a thing under them needs.

The solver knows the same parts by the balls of flesh that rest on a surface; a prop only asks over
which place on the floor they are.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.rotation import Array
from routine_player.figure.skeleton import SIGN

_Place = tuple[str, tuple[float, float, float]]

_SIDED: Final[dict[str, tuple[_Place, ...]]] = {
    "foot": (("ankle", (-0.055, 0.0, -0.06)), ("toe", (0.060, 0.0, -0.01))),
    "toe": (("ankle", (0.135, 0.0, -0.06)), ("toe", (0.060, 0.0, -0.01))),
    "heel": (("ankle", (-0.040, 0.0, -0.05)),),
    "ball": (("ankle", (0.135, 0.0, -0.06)),),
    "instep": (("ankle", (0.075, 0.0, -0.01)),),
    "foot side": (("ankle", (0.050, 0.03, -0.04)),),
    "ankle": (("ankle", (0.0, 0.0, 0.0)),),
    "shin": (("knee", (0.03, 0.0, -0.20)),),
    "calf": (("knee", (-0.05, 0.0, -0.15)),),
    "knee": (("knee", (0.04, 0.0, 0.0)),),
    "inner knee": (("knee", (0.0, -0.04, 0.0)),),
    "outer knee": (("knee", (0.0, 0.04, 0.0)),),
    "thigh": (("hip", (0.06, 0.0, -0.25)),),
    "thigh back": (("hip", (-0.06, 0.0, -0.25)),),
    "hip": (("pelvis", (0.0, 0.15, -0.01)),),
    "glute": (("pelvis", (-0.08, 0.075, -0.05)),),
    "iliac": (("pelvis", (0.06, 0.085, 0.06)),),
    "rib": (("T8", (0.0, 0.13, 0.0)),),
    "scapula": (("T4", (-0.08, 0.095, -0.01)),),
    "shoulder": (("shoulder", (0.0, 0.04, 0.0)),),
    "upper arm": (("shoulder", (0.0, 0.03, -0.16)),),
    "elbow": (("elbow", (-0.03, 0.0, 0.0)),),
    "forearm": (("elbow", (0.0, 0.0, -0.12)),),
    "wrist": (("wrist", (0.0, 0.0, 0.0)),),
    "hand": (("wrist", (0.0, -0.02, -0.08)),),
    "palm": (("wrist", (0.0, -0.02, -0.06)),),
    "finger": (("wrist", (0.0, -0.02, -0.165)),),
    "temple": (("head", (0.01, 0.08, 0.09)),),
}
"""Places on the left: a frame without its side, and the offset in it."""

_MIDLINE: Final[dict[str, _Place]] = {
    "occiput": ("head", (-0.09, 0.0, 0.09)),
    "forehead": ("head", (0.09, 0.0, 0.11)),
    "chest": ("T8", (0.12, 0.0, 0.07)),
    "belly": ("L3", (0.10, 0.0, 0.0)),
    "sacrum": ("pelvis", (-0.10, 0.0, 0.06)),
    "lower back": ("L3", (-0.08, 0.0, 0.03)),
    "middle back": ("T11", (-0.09, 0.0, 0.03)),
    "upper back": ("T8", (-0.09, 0.0, 0.06)),
}
_TRUNK: Final = frozenset({"pelvis", "T8", "T4", "head"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that moves with the body: `offset` in the axes of `frame`."""

    frame: str
    offset: tuple[float, float, float]

    def place(self, frames: Frames) -> Array:
        """Give where it is (B, 3)."""
        return frames.point(self.frame, np.array(self.offset))


def spots_of(part: str) -> tuple[Spot, ...]:
    """Give the spots of a part of the body that a contact names, such as "left foot"."""
    if part in _MIDLINE:
        return (Spot(*_MIDLINE[part]),)
    side, _, name = part.partition(" ")
    sign = SIGN["left" if side == "left" else "right"]
    return tuple(
        Spot(frame if frame in _TRUNK else f"{side}_{frame}", (x, sign * y, z))
        for frame, (x, y, z) in _SIDED[name]
    )


def middle_of(spots: tuple[Spot, ...], frames: Frames) -> Array:
    """Give the middle (3,) of spots on one body (B = 1)."""
    return np.mean([spot.place(frames)[0] for spot in spots], axis=0)
