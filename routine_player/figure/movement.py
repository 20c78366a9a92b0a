"""A movement after it was solved: the bodies to draw, in order."""

from dataclasses import dataclass
from typing import Final

from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.kinematics import Pose

FRAME_COUNT: Final = 24
"""How many frames a movement has one way."""


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """What a movement goes through.

    `keyframes` are the solved poses of `authored.keyframes`, in their order. `frames` are
    FRAME_COUNT poses evenly spaced in *progress*, without easing: progress goes from 0 to 1 over
    the keyframes' `move_s` laid end to end (the first keyframe's `move_s` does not count; in a loop
    it is the way from the last keyframe back to the first, and the frame after the last is the
    first again). `marks` gives each keyframe's progress. `walls` is where upright planes stand: the
    distance along their normal, by prop.
    """

    authored: AuthoredMovement
    keyframes: tuple[Pose, ...]
    frames: tuple[Pose, ...]
    marks: tuple[float, ...]
    walls: tuple[tuple[str, float], ...] = ()
