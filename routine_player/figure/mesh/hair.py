"""Short hair: where it grows, how thick it stands, and the way its strands fall.

In the frame of the head, in metres. The parting is on the left; locks fall from the crown.
"""

from typing import Final

import numpy as np

from routine_player.figure.mesh.atlas import Mask
from routine_player.figure.mesh.sculpt import ramp
from routine_player.figure.surface import Floats

CROWN: Final = np.array([-0.052, 0.020, 0.158])
_PARTING_M: Final = 0.024

_SIDE_LINE: Final = np.array(
    [
        (0.120, 0.138),
        (0.062, 0.128),
        (0.046, 0.116),
        (0.040, 0.096),
        (0.029, 0.080),
        (0.025, 0.060),
        (0.019, 0.044),
        (0.014, 0.044),
        (0.013, 0.066),
        (0.002, 0.080),
        (-0.014, 0.082),
        (-0.028, 0.068),
        (-0.030, 0.040),
        (-0.024, 0.016),
        (-0.022, 0.000),
        (-0.034, -0.014),
        (-0.110, -0.018),
        (-0.160, 0.050),
        (-0.120, 0.220),
        (0.120, 0.220),
    ]
)
"""The hairline from the side, x and z: forehead, temple, sideburn, around the ear, nape."""

_FRINGE: Final = np.array(
    [
        (-0.090, 0.080),
        (-0.062, 0.090),
        (-0.050, 0.097),
        (-0.030, 0.108),
        (-0.008, 0.120),
        (0.012, 0.132),
        (0.022, 0.139),
        (0.030, 0.131),
        (0.044, 0.114),
        (0.060, 0.094),
        (0.090, 0.080),
    ]
)
"""The lower edge of the fringe from the front, y and z."""


def hair_depth(points: Floats) -> Floats:
    """Tell how far inside the hairline points (..., 3) of the skin are; negative outside it."""
    side = points[..., [0, 2]]
    away = np.where(_within(side, _SIDE_LINE), 1.0, -1.0) * _distance(side, _SIDE_LINE)
    return np.maximum(away, _fringe_depth(points))


def is_hair(points: Floats) -> Mask:
    """Tell which points (..., 3) of the skin hair grows on: where its depth is above 0."""
    return _within(points[..., [0, 2]], _SIDE_LINE) | (_fringe_depth(points) > 0)


def _fringe_depth(points: Floats) -> Floats:
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    locks = 0.0030 * _waves(y * 120 + z * 50) * ramp(x, 0.02, 0.06)
    fringe = (z - np.interp(y, _FRINGE[:, 0], _FRINGE[:, 1])) * 0.9 + locks
    return np.minimum(fringe, x - 0.022)


def hair_thickness(points: Floats) -> Floats:
    """Tell how far the hair stands off the skin at points (..., 3), in metres."""
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    top = ramp(z, 0.085, 0.150)
    full = 0.0055 + 0.0085 * top + 0.003 * ramp(-x, 0.02, 0.09) * ramp(z, 0.03, 0.09)
    swept = ramp(x, 0.0, 0.075) * top * (0.004 + 0.003 * ramp(-y, -0.02, 0.03))
    parted = 0.006 * np.exp(-(((y - _PARTING_M) / 0.005) ** 2)) * ramp(x, -0.045, -0.01) * top
    locks = 0.0012 * _waves(strand(points) * 2.6)
    steep = 1 + 0.8 * ramp(x, 0.03, 0.06)
    rise = ramp(hair_depth(points) * steep, -0.0005, 0.009)
    nape = 0.35 + 0.65 * ramp(z, -0.01, 0.05)
    return np.maximum(full + swept - parted + locks, 0.001) * rise * nape


def strand(points: Floats) -> Floats:
    """Number the strands at points (..., 3): the same along a strand, growing around the crown."""
    around = points - CROWN
    turn = np.arctan2(around[..., 1], around[..., 0] + 0.6 * around[..., 2])
    return turn * 3.2 + 6.0 * np.linalg.norm(around, axis=-1)


def _waves(phase: Floats) -> Floats:
    """Waves that do not look regular, between -1 and 1."""
    return (np.sin(phase) + 0.6 * np.sin(1.73 * phase + 1.1) + 0.4 * np.sin(2.91 * phase)) / 2.0


def shine(points: Floats) -> Floats:
    """Tell where strands catch the light, above 0, at points (..., 3)."""
    lock, away = strand(points), np.linalg.norm(points - CROWN, axis=-1)
    fine, broad = _waves(lock * 11), _waves(lock * 4 + 2)
    ends = 0.30 * (1 + np.sin(away * 75 + 4 * lock)) + 2 * (1 - ramp(away, 0.025, 0.06))
    return fine * 0.8 + 0.5 * broad - 0.30 - ends


def _within(points: Floats, outline: Floats) -> Mask:
    """Tell which points (..., 2) lie within a closed outline (N, 2)."""
    x, z = points[..., 0], points[..., 1]
    odd = np.zeros(x.shape, dtype=np.bool_)
    for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        if start[1] != end[1]:
            lower, upper = min(start[1], end[1]), max(start[1], end[1])
            slope = (end[0] - start[0]) / (end[1] - start[1])
            odd ^= (z >= lower) & (z < upper) & (x < start[0] + slope * (z - start[1]))
    return odd


def _distance(points: Floats, outline: Floats) -> Floats:
    """Give the distance of points (..., 2) to a closed outline (N, 2)."""
    nearest = np.full(points.shape[:-1], np.inf)
    for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        edge, here = end - start, points - start
        share = np.clip(here @ edge / (edge @ edge), 0, 1)
        away = here - share[..., None] * edge
        nearest = np.minimum(nearest, np.einsum("...i,...i->...", away, away))
    return np.sqrt(nearest)
