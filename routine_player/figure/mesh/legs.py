"""The legs: their profile, and how it swells when the knee bends."""

from typing import Final

import numpy as np

from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.limb import TIP_M, Bulge, LimbShape, hill, radii_of, relief
from routine_player.figure.skeleton import SHANK_M, THIGH_M
from routine_player.figure.surface import Floats

SIDES_AROUND: Final = 24

SHORTS_HEM: Final = 0.56
SOCK_HEM: Final = 1.87
"""Where the shorts end and the socks begin, in bones along the leg."""

_TABLE: Final = np.array(
    [  # place, front, front outer, outer, back outer, back, back inner, inner, front inner: mm
        [-0.205, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05],
        [-0.198, 24, 25, 24, 25, 26, 24, 22, 22],
        [-0.160, 46, 44, 36, 48, 56, 50, 44, 44],
        [-0.090, 68, 64, 52, 70, 89, 74, 62, 63],
        [0.000, 79, 78, 68, 83, 102, 86, 74, 74],
        [0.080, 84, 84, 77, 86, 100, 90, 82, 80],
        [0.180, 89, 88, 80, 83, 90, 88, 84, 85],
        [0.300, 90, 88, 78, 78, 82, 82, 77, 82],
        [0.420, 88, 84, 73, 74, 79, 75, 68, 76],
        [0.560, 80, 76, 66, 69, 74, 66, 60, 69],
        [0.700, 69, 66, 59, 62, 68, 59, 54, 66],
        [0.800, 60, 57, 53, 57, 62, 55, 53, 64],
        [0.880, 54, 51, 49, 53, 57, 53, 53, 60],
        [0.950, 54, 48, 48, 51, 51, 52, 53, 53],
        [1.000, 56, 48, 48, 49, 47, 50, 52, 50],
        [1.060, 52, 47, 48, 49, 48, 51, 49, 45],
        [1.120, 47, 46, 50, 54, 54, 54, 48, 43],
        [1.220, 42, 47, 55, 62, 63, 61, 52, 42],
        [1.320, 40, 45, 54, 62, 67, 66, 55, 41],
        [1.430, 38, 42, 49, 56, 62, 62, 51, 39],
        [1.560, 35, 37, 41, 46, 52, 50, 42, 35],
        [1.700, 32, 33, 34, 38, 44, 39, 34, 31],
        [1.840, 31, 31, 31, 34, 41, 34, 31, 29],
        [1.940, 34, 33, 35, 35, 42, 35, 34, 32],
        [2.030, 36, 36, 38, 38, 41, 37, 37, 36],
        [2.070, 24, 24, 25, 25, 27, 25, 25, 24],
        [2.085, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05],
    ],
    dtype=np.float64,
)

_BULGES: Final = (  # height in metres; place, degrees; half sizes; degrees of the knee: from, to
    (0.010, (1.00, 0), (0.055, 42), 0, 100),  # the kneecap comes forward
    (-0.004, (0.91, 0), (0.050, 50), 0, 100),
    (0.007, (1.27, 180), (0.160, 75), 60, 150),  # calf and thigh press each other
    (0.008, (0.62, 180), (0.240, 75), 60, 150),
)

_RELIEF: Final = (  # height in metres; place, degrees; half sizes
    (-0.004, (0.21, 180), (0.05, 60)),  # the fold under the buttock
    (0.004, (0.76, -42), (0.09, 26)),  # the inner head of the quadriceps, above the knee
    (0.003, (0.66, 40), (0.12, 24)),
    (-0.004, (0.90, -22), (0.04, 16)),  # hollows beside the kneecap
    (-0.004, (0.90, 24), (0.05, 16)),
    (0.0035, (0.985, 0), (0.036, 26)),  # the kneecap
    (-0.004, (1.045, -28), (0.035, 16)),
    (-0.004, (1.045, 28), (0.035, 16)),
    (0.003, (1.085, 0), (0.025, 20)),
    (-0.005, (1.00, 180), (0.050, 28)),  # the hollow of the knee between its two cords
    (0.003, (0.93, 140), (0.05, 16)),
    (0.003, (0.93, 220), (0.05, 16)),
    (0.004, (1.28, 213), (0.10, 26)),  # both heads of the calf
    (0.003, (1.25, 147), (0.09, 24)),
    (-0.004, (1.26, 180), (0.10, 13)),
    (-0.003, (1.50, 215), (0.05, 24)),
    (-0.002, (1.45, 145), (0.05, 24)),
    (0.002, (1.30, 20), (0.16, 16)),  # shin
)

PLACES: Final = np.concatenate(
    [
        [-0.205, -0.198, -0.180, -0.150],
        np.linspace(-0.110, 0.520, 16),
        [SHORTS_HEM - 0.004, SHORTS_HEM + 0.004],
        np.linspace(0.610, 0.800, 5),
        np.linspace(0.840, 1.160, 12),
        np.linspace(1.200, 1.820, 14),
        [SOCK_HEM - 0.003, SOCK_HEM + 0.003, 1.920, 1.970, 2.020, 2.060, 2.080, 2.085],
    ]
)


def leg_shape() -> LimbShape:
    """Build the shape of a left leg."""
    angles = np.arange(SIDES_AROUND) / SIDES_AROUND * 2 * np.pi
    radii = radii_of(_TABLE, PLACES, SIDES_AROUND) + _cloth()[:, None]
    radii += relief(_RELIEF, PLACES, angles)
    radii[[0, -1]] = TIP_M
    return LimbShape(PLACES, radii, angles, (THIGH_M, SHANK_M), 0.062, 1.0, _bulges(angles))


def _cloth() -> Floats:
    """How much thicker cloth makes the leg (R,): the shorts stand off a little at their hem."""
    shorts = np.where(SHORTS_HEM > PLACES, 0.002 + 0.004 * smoothstep(0.2, SHORTS_HEM, PLACES), 0)
    return shorts + np.where(PLACES > SOCK_HEM, 0.0015, 0)


def _bulges(angles: Floats) -> tuple[Bulge, ...]:
    return tuple(
        Bulge(height * hill(PLACES, angles, at, size), start, end)
        for height, at, size, start, end in _BULGES
    )
