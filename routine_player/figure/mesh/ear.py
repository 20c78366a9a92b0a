"""Ears: a rim, the hollow within it and the shell behind, as a tube that closes in the hollow."""

from typing import Final

import numpy as np

from routine_player.figure.surface import Floats

EAR_SIDES: Final = 16
_MIDDLE: Final = np.array([-0.0075, 0.0675, 0.0455])
_LEAN_BACK: Final = 0.16
_FLARE: Final = 0.34

_OUTLINE: Final = np.array(
    [  # degrees from the front over the top, distance from the middle
        (0, 0.0125),
        (35, 0.0185),
        (65, 0.0285),
        (90, 0.0315),
        (120, 0.0300),
        (150, 0.0240),
        (180, 0.0205),
        (210, 0.0195),
        (240, 0.0230),
        (262, 0.0275),
        (285, 0.0270),
        (315, 0.0180),
        (360, 0.0125),
    ]
)

_RINGS: Final = np.array(
    [  # share of the outline, how far it stands out
        (0.50, -0.0100),
        (0.78, 0.0000),
        (0.98, 0.0060),
        (1.03, 0.0095),
        (0.96, 0.0120),
        (0.84, 0.0100),
        (0.70, 0.0075),
        (0.56, 0.0095),
        (0.40, 0.0050),
        (0.20, 0.0010),
        (0.02, 0.0000),
    ]
)
HOLLOW: Final = 0.72
"""From here on, along the tube, lies the hollow of the ear."""


def ear_rings(sign: float) -> Floats:
    """Give the rings (R, S, 3) of the left (1) or right (-1) ear in the frame of the head."""
    turn = np.linspace(0, 2 * np.pi, EAR_SIDES, endpoint=False)
    away = np.interp(np.degrees(turn), _OUTLINE[:, 0], _OUTLINE[:, 1])
    forward, up = away * np.cos(turn), away * np.sin(turn)
    scale, out = _RINGS[:, :1], _RINGS[:, 1:]
    x = scale * (forward - _LEAN_BACK * up)
    z = scale * up
    y = out + _FLARE * np.clip(-x, -0.012, None) - 0.10 * np.abs(z)
    rings = _MIDDLE + np.stack([x, y, z], axis=-1)
    if sign > 0:
        return rings[:, ::-1]
    return rings * np.array([1.0, -1.0, 1.0])
