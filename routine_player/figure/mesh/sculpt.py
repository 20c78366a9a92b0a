"""Shapes as distances: rounded solids melted into each other, and the skin laid over them.

A solid is a function of points (..., 3) that is negative inside and about the distance to its
surface elsewhere, in metres. The formulas are the well-known ones for ellipsoids, capsules and
polynomial blends.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from routine_player.figure.mesh.grid import unit
from routine_player.figure.surface import Floats

Solid = Callable[[Floats], Floats]
Point = tuple[float, float, float]

_SMALL: Final = 1e-9
_HALVINGS: Final = 18  # to a thousandth of a millimetre
_PROBE_M: Final = 0.0012


def ellipsoid(points: Floats, centre: Point, radii: Point) -> Floats:
    """Distance of points (..., 3) to an ellipsoid with its axes along x, y and z."""
    scaled = (points - np.array(centre)) / np.array(radii)
    first = np.linalg.norm(scaled, axis=-1)
    second = np.linalg.norm(scaled / np.array(radii), axis=-1)
    return first * (first - 1) / np.maximum(second, _SMALL)


def ball(points: Floats, centre: Point, radius: float) -> Floats:
    """Distance of points (..., 3) to a ball."""
    return np.linalg.norm(points - np.array(centre), axis=-1) - radius


def rod(points: Floats, ends: tuple[Point, Point], radii: tuple[float, float]) -> Floats:
    """Distance of points (..., 3) to a rod with round ends that tapers between two radii."""
    start, end = np.array(ends[0]), np.array(ends[1])
    axis = end - start
    along = np.clip((points - start) @ axis / (axis @ axis), 0, 1)
    away = np.linalg.norm(points - start - along[..., None] * axis, axis=-1)
    return away - (radii[0] + (radii[1] - radii[0]) * along)


def melt(first: Floats, second: Floats, width_m: float) -> Floats:
    """Unite two solids; where their surfaces meet, a fillet about `width_m` wide."""
    near = np.clip(0.5 + 0.5 * (second - first) / width_m, 0, 1)
    return second + (first - second) * near - width_m * near * (1 - near)


def carve(solid: Floats, tool: Floats, width_m: float) -> Floats:
    """Take `tool` out of `solid`, with edges rounded over `width_m`."""
    return -melt(-solid, tool, width_m)


def cast(solid: Solid, origin: Floats, directions: Floats, reach_m: float) -> Floats:
    """Give where rays (..., 3) from `origin` (3,) inside leave the solid, within `reach_m`."""
    near = np.zeros(directions.shape[:-1])
    far = np.full(directions.shape[:-1], reach_m)
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        inside = solid(origin + middle[..., None] * directions) < 0
        near, far = np.where(inside, middle, near), np.where(inside, far, middle)
    return origin + near[..., None] * directions


def outward(solid: Solid, points: Floats) -> Floats:
    """Give the unit normals (..., 3) of the surface at its points (..., 3)."""
    steps = np.eye(3) * _PROBE_M
    return unit(np.stack([solid(points + step) - solid(points - step) for step in steps], axis=-1))


def ramp(value: Floats, start: float, end: float) -> Floats:
    """Rise smoothly from 0 where `value` is `start` to 1 where it is `end`."""
    share = np.clip((value - start) / (end - start), 0, 1)
    return share * share * (3 - 2 * share)


def between(where: Floats, keys: Floats, values: Floats) -> Floats:
    """Read values (K, N) known at rising `keys` (K,) in straight lines at `where` (W,): (W, N)."""
    read = np.empty((len(where), values.shape[1]))
    for column in range(values.shape[1]):
        read[:, column] = np.interp(where, keys, values[:, column])
    return read
