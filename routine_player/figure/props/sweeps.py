"""Shapes drawn along a path: tubes, and flat ribbons that lie where they are told to."""

from typing import Final

import numpy as np

from routine_player.figure.props.outlines import Outline, circle, rounded
from routine_player.figure.props.sheets import Paint, sheet, unit
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Floats, Surface

_SAME_M: Final = 1e-9
_ROUND_STEPS: Final = 3


def is_closed(path: Array) -> bool:
    """Whether a path (N, 3) ends where it starts."""
    return bool(np.abs(path[0] - path[-1]).max() < _SAME_M)


def tangents(path: Array) -> Array:
    """Give the unit directions (N, 3) of a path (N, 3)."""
    way = np.empty_like(path)
    way[1:-1] = path[2:] - path[:-2]
    way[0], way[-1] = path[1] - path[0], path[-1] - path[-2]
    if is_closed(path):
        way[0] = way[-1] = path[1] - path[-2]
    return unit(way)


def swept(path: Array, first: Array, outline: Outline, paint: Paint) -> Surface:
    """Draw an outline along a path (N, 3); its first axis is `first` (N, 3), across the path.

    `first` is made to be at right angles to the path. A path that ends where it starts makes a
    loop; the ends of any other are closed.
    """
    along = tangents(path)
    first = unit(first - (first * along).sum(axis=-1, keepdims=True) * along)
    axes = np.stack([first, np.cross(along, first)], axis=1)
    points = path[:, None] + np.einsum("mk,nkc->nmc", outline.points, axes)
    normals = np.einsum("mk,nkc->nmc", outline.normals, axes)
    if is_closed(path):
        return sheet(points, normals, paint)
    points, normals = _with_lids(path, points, normals, along)
    return sheet(points, normals, paint)


def _with_lids(
    path: Array, points: Floats, normals: Floats, along: Floats
) -> tuple[Floats, Floats]:
    """Close the ends of a sweep's grid: the rim once more, and the path's own end."""
    wide = points.shape[1]
    middle = np.repeat(path[[0, -1], None], wide, axis=1)
    back, ahead = (np.broadcast_to(way, (2, wide, 3)) for way in (-along[0], along[-1]))
    return (
        np.concatenate([middle[:1], points[:1], points, points[-1:], middle[1:]]),
        np.concatenate([back, normals, ahead]),
    )


def ribbon(path: Array, wide: Array, size_m: tuple[float, float], paint: Paint) -> Surface:
    """Lay a flat ribbon along a path (N, 3), its width along `wide` (N, 3).

    `size_m` is its width and its thickness.
    """
    return swept(path, wide, rounded(*size_m, size_m[1] / 2), paint)


def tube(path: Array, radius_m: float, sides: int, paint: Paint) -> Surface:
    """Build a round tube along a path (N, 3); open ends are half round."""
    outline = circle(radius_m, sides)
    if is_closed(path):
        return swept(path, transported(path), outline, paint)
    angle = np.linspace(np.pi / 2, 0, _ROUND_STEPS + 1)[:-1, None, None]
    along, first = tangents(path), transported(path)
    axes = np.stack([first, np.cross(along, first)], axis=1)
    towards = np.einsum("mk,nkc->nmc", outline.normals, axes)

    def end(place: int, sign: float) -> tuple[Floats, Floats]:
        lean = np.sin(angle) * sign * along[place] + np.cos(angle) * towards[place]
        return path[place] + radius_m * lean, lean

    near, far = end(0, -1.0), end(-1, 1.0)
    points = path[:, None] + radius_m * towards
    return sheet(
        np.concatenate([near[0], points, far[0][::-1]]),
        np.concatenate([near[1], towards, far[1][::-1]]),
        paint,
    )


def transported(path: Array) -> Array:
    """Give a unit vector (N, 3) across a path that bends with it and does not spin."""
    along = tangents(path)
    start = np.eye(3)[int(np.argmin(np.abs(along[0])))]
    carried = np.empty_like(path)
    carried[0] = unit(start - (start @ along[0]) * along[0])
    for place in range(1, len(path)):
        before = carried[place - 1]
        carried[place] = unit(before - (before @ along[place]) * along[place])
    return carried


def smooth(corners: Array, steps: int) -> Array:
    """Lay a curve (N, 3) through points (K, 3): Catmull-Rom, `steps` pieces between each two."""
    ends = 2 * corners[[0, -1]] - corners[[1, -2]]
    knots = np.concatenate([ends[:1], corners, ends[1:]])
    share = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    before, here, there, after = (
        knots[place : place + len(corners) - 1, None] for place in range(4)
    )
    curve = here + share / 2 * (
        there
        - before
        + share
        * (
            2 * before
            - 5 * here
            + 4 * there
            - after
            + share * (3 * (here - there) + after - before)
        )
    )
    return np.concatenate([curve.reshape(-1, 3), corners[-1:]])
