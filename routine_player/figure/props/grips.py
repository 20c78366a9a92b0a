"""Where on the body things are held or worn, in the axes of its frames."""

from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.rotation import Array
from routine_player.figure.skeleton import SHANK_M, SIGN, THIGH_M, SideName

_RING: Final = 28
"""How many points a line round a limb has."""
_FIST: Final = (0.0, -0.034, -0.088)
"""The middle of what a left fist closes round, from its wrist."""


def fist(frames: Frames, side: SideName) -> Array:
    """Give the middle (3,) of a closed hand."""
    x, y, z = _FIST
    return frames.point(f"{side}_wrist", np.array([x, SIGN[side] * y, z]))[0]


def thigh_ring(frames: Frames, side: SideName) -> tuple[Array, Array]:
    """Give a line round a thigh above its knee (N, 3), and the way its skin runs up there."""
    return _ring(frames, side, ("hip", -0.745 * THIGH_M), (0.067, 0.059, 0.067, 0.058), 0.15)


def ankle_ring(frames: Frames, side: SideName) -> tuple[Array, Array]:
    """Give a line round a shank above its ankle (N, 3), and the way its skin runs up there."""
    return _ring(frames, side, ("knee", -0.80 * SHANK_M), (0.034, 0.036, 0.045, 0.035), 0.03)


def foot_ring(frames: Frames, side: SideName) -> tuple[Array, Array]:
    """Give a line round a shoe behind its ball (N, 3), and the way its surface runs back there."""
    turn, middle = frames.rotation(f"{side}_ankle")[0], frames.position(f"{side}_ankle")[0]
    angle = np.linspace(0, 2 * np.pi, _RING, endpoint=False)
    cosine, sine = np.cos(angle), np.sin(angle)
    top, sole = np.maximum(sine, 0) ** 0.8, np.maximum(-sine, 0) ** 0.35
    ring = np.stack(
        [
            np.full(_RING, 0.092),
            SIGN[side] * 0.0025 + 0.0475 * np.sign(cosine) * np.abs(cosine) ** 0.7,
            -0.034 + 0.041 * top - 0.0325 * sole,
        ],
        axis=-1,
    )
    backward = np.stack([np.full(_RING, -1.0), np.zeros(_RING), 0.36 * top], axis=-1)
    return middle + ring @ turn.T, backward @ turn.T


def _ring(
    frames: Frames,
    side: SideName,
    place: tuple[str, float],
    radii_m: tuple[float, float, float, float],
    flare: float,
) -> tuple[Array, Array]:
    """Give a line round a bone of the leg `place` down from a joint: front, outer, back, inner."""
    name, down = f"{side}_{place[0]}", place[1]
    turn, start = frames.rotation(name)[0], frames.position(name)[0]
    front, outer, back, inner = radii_m
    left, right = (outer, inner) if side == "left" else (inner, outer)
    angle = np.linspace(0, 2 * np.pi, _RING, endpoint=False)
    cosine, sine = np.cos(angle), np.sin(angle)
    out = np.stack(
        [cosine * np.where(cosine > 0, front, back), sine * np.where(sine > 0, left, right)],
        axis=-1,
    )
    ring = np.concatenate([out, np.full((_RING, 1), down)], axis=-1)
    upward = np.stack([flare * cosine, flare * sine, np.ones(_RING)], axis=-1)
    return start + ring @ turn.T, upward @ turn.T
