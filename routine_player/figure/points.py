"""Where the landmarks of many bodies are, all at once."""

from typing import Final

import numpy as np

from routine_player.figure.kinematics import FRAME_INDEX, Frames, Pose, frames_of
from routine_player.figure.landmarks import LANDMARKS
from routine_player.figure.rotation import Array

_FRAME: Final = np.array([FRAME_INDEX[one.frame] for one in LANDMARKS.values()])
_OFFSET: Final = np.array([one.offset for one in LANDMARKS.values()])
RADIUS_M: Final = np.array([one.radius_m for one in LANDMARKS.values()])
"""The radius of every landmark's sphere (K,), in the order of LANDMARKS."""


def landmark_points(frames: Frames) -> Array:
    """Give the centres of all landmarks (B, K, 3) of B bodies, in metres."""
    turned = (frames.rotations[:, _FRAME] @ _OFFSET[..., None])[..., 0]
    return frames.positions[:, _FRAME] + turned


def points_of(pose: Pose) -> Array:
    """Give the centres of all landmarks (K, 3) of one body."""
    return landmark_points(frames_of(pose))[0]
