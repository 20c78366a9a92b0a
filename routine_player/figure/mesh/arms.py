"""The arms: their profile, and how it swells when the elbow bends."""

from typing import Final

import numpy as np

from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.limb import Bulge, LimbShape, radii_of
from routine_player.figure.skeleton import FOREARM_M, UPPER_ARM_M
from routine_player.figure.surface import Floats

SIDES_AROUND: Final = 20

SLEEVE_HEM: Final = 0.54
"""Where the sleeve ends, in bones along the arm."""

_TABLE: Final = np.array(
    [  # place, front, front outer, outer, back outer, back, back inner, inner, front inner: mm
        [-0.176, 1, 1, 1, 1, 1, 1, 1, 1],
        [-0.168, 19, 20, 20, 20, 19, 17, 15, 16],
        [-0.120, 42, 44, 46, 45, 43, 38, 34, 36],
        [-0.040, 53, 56, 57, 56, 54, 48, 42, 46],
        [0.050, 56, 60, 61, 60, 57, 50, 44, 50],
        [0.170, 55, 59, 61, 59, 56, 49, 44, 50],
        [0.320, 51, 54, 54, 53, 52, 46, 42, 47],
        [0.420, 48, 48, 46, 48, 50, 45, 41, 46],
        [0.550, 48, 45, 41, 45, 49, 44, 40, 46],
        [0.680, 46, 42, 38, 42, 45, 41, 38, 44],
        [0.820, 40, 38, 36, 39, 40, 38, 37, 39],
        [0.930, 36, 37, 38, 38, 37, 37, 38, 36],
        [1.000, 36, 39, 40, 38, 36, 36, 40, 36],
        [1.080, 39, 43, 42, 38, 36, 38, 41, 40],
        [1.200, 42, 46, 42, 37, 36, 39, 43, 43],
        [1.350, 41, 43, 39, 35, 34, 37, 41, 42],
        [1.550, 35, 36, 33, 31, 31, 33, 35, 36],
        [1.750, 29, 29, 26, 26, 27, 27, 28, 29],
        [1.900, 27, 25, 22, 23, 26, 24, 22, 25],
        [2.000, 27, 24, 20, 22, 26, 23, 20, 24],
        [2.040, 24, 22, 17, 19, 23, 20, 17, 21],
        [2.060, 1, 1, 1, 1, 1, 1, 1, 1],
    ],
    dtype=np.float64,
)

PLACES: Final = np.concatenate(
    [
        [-0.176, -0.170, -0.155, -0.130],
        np.linspace(-0.090, 0.500, 13),
        [SLEEVE_HEM - 0.005, SLEEVE_HEM + 0.005],
        np.linspace(0.600, 0.820, 5),
        np.linspace(0.860, 1.140, 11),
        np.linspace(1.200, 1.960, 11),
        [2.010, 2.045, 2.060],
    ]
)


def arm_shape() -> LimbShape:
    """Build the shape of a left arm."""
    angles = np.arange(SIDES_AROUND) / SIDES_AROUND * 2 * np.pi
    radii = radii_of(_TABLE, PLACES, SIDES_AROUND) + _cloth()[:, None]
    return LimbShape(PLACES, radii, angles, (UPPER_ARM_M, FOREARM_M), 0.046, -1.0, _bulges())


def _cloth() -> Floats:
    sleeve = 0.001 + 0.006 * smoothstep(0.2, SLEEVE_HEM, PLACES)
    return np.where(SLEEVE_HEM > PLACES, sleeve, 0.0)


def _swell(place: float, spread: float, angle: float, width: float) -> Floats:
    around = np.arange(SIDES_AROUND) / SIDES_AROUND * 360
    away = (around - angle + 180) % 360 - 180
    along = np.exp(-(((PLACES - place) / spread) ** 2))
    return along[:, None] * np.exp(-((away / width) ** 2))[None, :]


def _bulges() -> tuple[Bulge, ...]:
    return (
        Bulge(0.007 * _swell(1.0, 0.06, 180, 40), 0, 100),  # the point of the elbow
        Bulge(0.007 * _swell(0.58, 0.18, 0, 55), 20, 90),  # the biceps shortens
        Bulge(0.004 * _swell(1.2, 0.12, 0, 70), 40, 90),
    )
