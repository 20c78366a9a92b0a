"""Points that move with the body, and where they are."""

from typing import Final

import numpy as np

from routine_player.figure.contacts import CONTACTS
from routine_player.figure.kinematics import Frames
from routine_player.figure.landmarks import LANDMARKS, Sphere
from routine_player.figure.rotation import Array

PELVIS: Final = Sphere("pelvis", (0.0, 0.0, 0.0), 0.0)
"""What a thing is placed by that nothing touches."""


def spots_of(part: str) -> tuple[Sphere, ...]:
    """Give the landmarks that touch where a contact names this part: "left foot"."""
    return tuple(LANDMARKS[name] for name in CONTACTS[part])


def place_of(spot: Sphere, frames: Frames) -> Array:
    """Give where the middle of a landmark is (B, 3)."""
    return frames.point(spot.frame, np.array(spot.offset))


def middle_of(spots: tuple[Sphere, ...], frames: Frames) -> Array:
    """Give the middle (3,) of landmarks on one body (B = 1)."""
    return np.mean([place_of(spot, frames)[0] for spot in spots], axis=0)
