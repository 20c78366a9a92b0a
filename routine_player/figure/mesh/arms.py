"""The arms: their profile, and how it swells when the elbow bends."""

from typing import Final

import numpy as np

from routine_player.figure.mesh.curves import smoothstep
from routine_player.figure.mesh.limb import TIP_M, Bulge, LimbShape, hill, radii_of, relief
from routine_player.figure.skeleton import FOREARM_M, UPPER_ARM_M
from routine_player.figure.surface import Floats

SIDES_AROUND: Final = 20

SLEEVE_HEM: Final = 0.54
"""Where the sleeve ends, in bones along the arm."""

_TABLE: Final = np.array(
    [  # place, front, front outer, outer, back outer, back, back inner, inner, front inner: mm
        [-0.122, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05],
        [-0.117, 17, 16, 13, 16, 17, 16, 15, 16],
        [-0.098, 31, 29, 24, 30, 32, 30, 28, 29],
        [-0.056, 38, 38, 35, 38, 39, 38, 36, 38],
        [0.000, 44, 46, 44, 46, 46, 44, 41, 43],
        [0.080, 49, 52, 51, 52, 51, 47, 43, 47],
        [0.170, 51, 55, 54, 55, 53, 48, 43, 48],
        [0.300, 50, 52, 50, 52, 53, 46, 42, 47],
        [0.420, 48, 48, 45, 47, 50, 45, 41, 47],
        [0.550, 48, 43, 38, 43, 48, 43, 38, 45],
        [0.680, 45, 40, 35, 41, 46, 41, 38, 44],
        [0.820, 37, 37, 34, 38, 41, 37, 36, 38],
        [0.930, 35, 35, 36, 37, 37, 36, 37, 35],
        [1.000, 35, 38, 38, 37, 36, 35, 38, 34],
        [1.080, 38, 43, 42, 37, 35, 37, 39, 37],
        [1.200, 41, 46, 42, 37, 35, 38, 41, 40],
        [1.350, 39, 42, 38, 34, 33, 36, 39, 39],
        [1.550, 33, 34, 31, 29, 29, 31, 32, 33],
        [1.750, 28, 27, 24, 24, 26, 25, 25, 27],
        [1.900, 27, 24, 20, 22, 26, 22, 20, 24],
        [2.000, 27, 23, 19, 21, 26, 22, 19, 23],
        [2.040, 24, 22, 17, 19, 23, 20, 17, 21],
        [2.060, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05],
    ],
    dtype=np.float64,
)

_BULGES: Final = (  # height in metres; place, degrees; half sizes; degrees of the elbow: from, to
    (0.007, (1.00, 180), (0.060, 40), 0, 100),  # the point of the elbow
    (0.007, (0.58, 0), (0.180, 55), 20, 110),  # the biceps shortens
    (0.004, (1.20, 0), (0.120, 70), 40, 130),
)

_RELIEF: Final = (  # height in metres; place, degrees; half sizes
    (-0.003, (0.42, 55), (0.05, 30)),  # where the deltoid ends
    (-0.003, (0.42, 128), (0.05, 30)),
    (0.003, (0.62, 0), (0.14, 32)),
    (-0.003, (0.66, 85), (0.16, 22)),
    (0.003, (0.985, 180), (0.03, 26)),
    (-0.003, (1.02, 0), (0.05, 35)),
)

PLACES: Final = np.concatenate(
    [
        [-0.122, -0.119, -0.110, -0.094],
        np.linspace(-0.070, 0.500, 13),
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
    radii += relief(_RELIEF, PLACES, angles)
    radii[[0, -1]] = TIP_M
    return LimbShape(PLACES, radii, angles, (UPPER_ARM_M, FOREARM_M), 0.046, -1.0, _bulges(angles))


def _cloth() -> Floats:
    sleeve = 0.001 + 0.004 * smoothstep(0.2, SLEEVE_HEM, PLACES)
    return np.where(SLEEVE_HEM > PLACES, sleeve, 0.0)


def _bulges(angles: Floats) -> tuple[Bulge, ...]:
    hinge = tuple(
        Bulge(height * hill(PLACES, angles, at, size), start, end)
        for height, at, size, start, end in _BULGES
    )
    root = np.exp(-(((PLACES + 0.12) / 0.16) ** 2)) * smoothstep(PLACES[0], -0.06, PLACES)
    tapered = root[:, None] * (0.5 + 0.5 * np.cos(angles - np.radians(115)))
    return (*hinge, Bulge(-0.016 * tapered, 0.2, 0.9, by="raised"))
