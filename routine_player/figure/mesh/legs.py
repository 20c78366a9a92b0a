"""The legs: their profile, and how it swells when the knee bends."""

from typing import Final

import numpy as np

from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.limb import Bulge, LimbShape, radii_of
from routine_player.figure.skeleton import SHANK_M, THIGH_M
from routine_player.figure.surface import Floats

SIDES_AROUND: Final = 24

SHORTS_HEM: Final = 0.56
SOCK_HEM: Final = 1.87
"""Where the shorts end and the socks begin, in bones along the leg."""

_TABLE: Final = np.array(
    [  # place, front, front outer, outer, back outer, back, back inner, inner, front inner: mm
        [-0.205, 1, 1, 1, 1, 1, 1, 1, 1],
        [-0.198, 24, 25, 24, 25, 26, 24, 22, 22],
        [-0.160, 50, 52, 50, 54, 58, 50, 44, 46],
        [-0.090, 70, 71, 64, 76, 90, 74, 62, 64],
        [0.000, 79, 79, 71, 84, 102, 86, 74, 74],
        [0.080, 84, 84, 77, 86, 99, 90, 82, 80],
        [0.180, 88, 88, 81, 84, 90, 88, 85, 85],
        [0.300, 89, 87, 79, 79, 83, 82, 78, 83],
        [0.450, 86, 81, 73, 74, 78, 74, 68, 76],
        [0.600, 78, 73, 66, 68, 73, 66, 60, 69],
        [0.740, 67, 65, 59, 61, 66, 59, 55, 65],
        [0.840, 58, 57, 54, 56, 60, 56, 55, 61],
        [0.920, 55, 52, 52, 53, 53, 53, 55, 56],
        [1.000, 57, 52, 52, 50, 47, 50, 54, 54],
        [1.060, 53, 50, 51, 50, 47, 51, 52, 50],
        [1.120, 48, 48, 51, 53, 53, 54, 50, 46],
        [1.220, 43, 48, 54, 60, 64, 63, 53, 43],
        [1.330, 41, 46, 53, 61, 68, 65, 53, 41],
        [1.450, 39, 43, 48, 56, 63, 59, 47, 38],
        [1.600, 36, 38, 41, 46, 51, 47, 39, 35],
        [1.750, 34, 34, 35, 38, 43, 38, 33, 32],
        [1.880, 34, 33, 34, 36, 42, 36, 33, 32],
        [1.970, 36, 36, 38, 37, 42, 36, 37, 35],
        [2.030, 36, 36, 38, 38, 41, 37, 37, 36],
        [2.070, 24, 24, 25, 25, 27, 25, 25, 24],
        [2.085, 1, 1, 1, 1, 1, 1, 1, 1],
    ],
    dtype=np.float64,
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
    return LimbShape(PLACES, radii, angles, (THIGH_M, SHANK_M), 0.062, 1.0, _bulges(angles))


def _cloth() -> Floats:
    """How much thicker cloth makes the leg (R,): the shorts stand off a little at their hem."""
    shorts = np.where(SHORTS_HEM > PLACES, 0.002 + 0.004 * smoothstep(0.2, SHORTS_HEM, PLACES), 0)
    return shorts + np.where(PLACES > SOCK_HEM, 0.0015, 0)


def _swell(place: float, spread: float, angle: float, width: float) -> Floats:
    """Give a soft hill (R, S) of height 1; angles in degrees from the front."""
    around = np.arange(SIDES_AROUND) / SIDES_AROUND * 360
    away = (around - angle + 180) % 360 - 180
    along = np.exp(-(((PLACES - place) / spread) ** 2))
    return along[:, None] * np.exp(-((away / width) ** 2))[None, :]


def _bulges(_angles: Floats) -> tuple[Bulge, ...]:
    return (
        Bulge(0.010 * _swell(1.00, 0.055, 0, 42), 0, 100),  # the kneecap comes forward
        Bulge(-0.004 * _swell(0.91, 0.05, 0, 50), 0, 100),
        Bulge(0.007 * _swell(1.27, 0.16, 180, 75), 60, 90),
        Bulge(0.008 * _swell(0.62, 0.24, 180, 75), 60, 90),
    )
