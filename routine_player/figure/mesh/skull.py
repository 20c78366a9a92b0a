"""The head without its hair: skull, face and the start of the neck, as one solid.

In the frame of the head: x forward, y left, z up from the joint on which the head nods, in metres.
The face is symmetric, so every point is looked at on the left.
"""

import numpy as np

from routine_player.figure.mesh.sculpt import ball, carve, ellipsoid, melt, rod
from routine_player.figure.surface import Floats

EYE_CENTRE = (0.0665, 0.0305, 0.0600)
EYE_RADIUS_M = 0.0145


def skull(points: Floats) -> Floats:
    """Distance of points (..., 3) to the skin of the head."""
    left = np.concatenate([points[..., :1], np.abs(points[..., 1:2]), points[..., 2:]], axis=-1)
    shape = _mouth(_nose(_eyes(_bones(left), left), left), left)
    neck = rod(left, ((0.007, 0, 0.015), (0.010, 0, -0.030)), (0.0530, 0.0440))
    return melt(shape, neck, 0.022)


def cranium(points: Floats) -> Floats:
    """Distance of points (..., 3) to the round of the skull, which the hair covers."""
    back = ellipsoid(points, (-0.010, 0, 0.091), (0.085, 0.0715, 0.077))
    brow = ellipsoid(points, (0.020, 0, 0.085), (0.066, 0.064, 0.070))
    return melt(back, brow, 0.03)


def _bones(left: Floats) -> Floats:
    """Skull, cheekbones and jaw."""
    shape = cranium(left)
    shape = melt(shape, ellipsoid(left, (0.034, 0, 0.034), (0.050, 0.055, 0.060)), 0.03)
    shape = melt(shape, ellipsoid(left, (0.036, 0, -0.006), (0.044, 0.043, 0.038)), 0.03)
    shape = melt(
        shape, rod(left, ((0.012, 0.043, 0.008), (0.064, 0.011, -0.033)), (0.010, 0.011)), 0.03
    )
    shape = melt(
        shape, rod(left, ((0.066, 0.007, -0.031), (0.068, 0, -0.030)), (0.0145, 0.0150)), 0.014
    )
    shape = melt(shape, ellipsoid(left, (0.030, 0.030, 0.011), (0.040, 0.0245, 0.039)), 0.02)
    shape = melt(
        shape, rod(left, ((0.056, 0.042, 0.036), (0.020, 0.057, 0.042)), (0.014, 0.010)), 0.03
    )
    return melt(
        shape, rod(left, ((0.076, 0.014, 0.079), (0.060, 0.046, 0.078)), (0.0075, 0.008)), 0.022
    )


def _eyes(shape: Floats, left: Floats) -> Floats:
    """Sockets, and the balls of the eyes with their lids."""
    shape = carve(shape, ellipsoid(left, (0.099, 0.030, 0.061), (0.022, 0.021, 0.012)), 0.022)
    return melt(shape, ball(left, EYE_CENTRE, EYE_RADIUS_M), 0.005)


def _nose(shape: Floats, left: Floats) -> Floats:
    ridge = rod(left, ((0.0800, 0, 0.068), (0.0980, 0, 0.027)), (0.0075, 0.0080))
    tip = ball(left, (0.0988, 0, 0.0215), 0.0106)
    wing = ellipsoid(left, (0.0885, 0.0100, 0.0172), (0.0100, 0.0082, 0.0078))
    return melt(melt(shape, melt(ridge, tip, 0.010), 0.014), wing, 0.009)


def _mouth(shape: Floats, left: Floats) -> Floats:
    shape = melt(shape, ellipsoid(left, (0.066, 0, -0.006), (0.0190, 0.026, 0.018)), 0.02)
    upper = rod(left, ((0.0830, 0.004, -0.0035), (0.0745, 0.022, -0.0080)), (0.0050, 0.0028))
    lower = rod(left, ((0.0815, 0, -0.0120), (0.0745, 0.019, -0.0095)), (0.0062, 0.0032))
    return melt(melt(shape, upper, 0.008), lower, 0.007)
