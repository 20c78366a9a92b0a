"""Stiff shapes: boxes with rounded edges, and whatever a lathe can turn."""

from typing import Final

import numpy as np

from routine_player.figure.props.outlines import circle, rounded
from routine_player.figure.props.sheets import Paint, sheet, unit
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Floats, Surface

_EDGE_STEPS: Final = 3
_MOST_OF_HALF: Final = 0.999
_SIDES_A_METRE: Final = 600
_FEWEST_SIDES: Final = 12
_MOST_SIDES: Final = 36


def box(low: Array, high: Array, edge_m: float, paint: Paint) -> Surface:
    """Build an upright box from corner `low` (3,) to corner `high` (3,).

    All its edges are rounded with radius `edge_m`, or half its thinnest side if that is less.
    """
    half = (high - low) / 2
    edge = min(edge_m, float(half.min()) * _MOST_OF_HALF)
    ring = rounded(2 * half[0], 2 * half[1], edge)
    quarter = np.linspace(0, np.pi / 2, _EDGE_STEPS + 1)
    latitude = np.concatenate([quarter - np.pi / 2, quarter])
    wide, up = np.cos(latitude)[:, None, None], np.sin(latitude)
    flat = ring.points - edge * ring.normals * (1 - wide)
    side = np.repeat([-1.0, 1.0], _EDGE_STEPS + 1)
    height = side * (half[2] - edge) + edge * up
    points = _with_third(flat, height)
    normals = _with_third(ring.normals * wide, up)
    lids = np.zeros((2, 1, len(ring.points), 3))
    lids[0, ..., 2], lids[1, ..., 2] = -half[2], half[2]
    points = np.concatenate([lids[0], points, lids[1]]) + (low + high) / 2
    return sheet(points, np.concatenate([normals[:1], normals, normals[-1:]]), paint)


def _with_third(flat: Floats, third: Floats) -> Floats:
    """Join (R, C, 2) with one third coordinate for each row (R,)."""
    column = np.broadcast_to(third[:, None, None], (*flat.shape[:2], 1))
    return np.concatenate([flat, column], axis=-1)


def lathe(profile: Floats, slope: Floats, start: Array, axis: Array, paint: Paint) -> Surface:
    """Turn a profile round a unit `axis` (3,) through `start` (3,).

    `profile` (N, 2) gives distances along the axis and radii; `slope` (N,) how far the surface
    faces along the axis: -pi/2 straight back, 0 straight out, pi/2 straight ahead.
    """
    widest = float(profile[:, 1].max())
    sides = int(np.clip(4 * round(widest * _SIDES_A_METRE / 4), _FEWEST_SIDES, _MOST_SIDES))
    towards = circle(1.0, sides).points @ np.stack(across(axis))
    points = start + profile[:, None, :1] * axis + profile[:, None, 1:] * towards
    normals = np.sin(slope)[:, None, None] * axis + np.cos(slope)[:, None, None] * towards
    return sheet(points, normals, paint)


def across(axis: Array) -> tuple[Array, Array]:
    """Give two unit vectors (3,) at right angles to a unit `axis` (3,) and to each other."""
    other = np.eye(3)[int(np.argmin(np.abs(axis)))]
    first = unit(other - (other @ axis) * axis)
    return first, np.cross(axis, first)


def cylinder(start: Array, end: Array, radius_m: float, edge_m: float, paint: Paint) -> Surface:
    """Build a cylinder between two points (3,), its rims rounded with radius `edge_m`."""
    length = float(np.linalg.norm(end - start))
    edge = min(edge_m, radius_m * _MOST_OF_HALF, length / 2 * _MOST_OF_HALF)
    quarter = np.linspace(0, np.pi / 2, _EDGE_STEPS + 1)
    ahead, wide = edge * (1 - np.sin(quarter[::-1])), radius_m - edge * (1 - np.cos(quarter[::-1]))
    near = np.stack([ahead, wide], axis=-1)
    far = np.stack([length - ahead, wide], axis=-1)[::-1]
    profile = np.concatenate([[[0.0, 0.0]], near, far, [[length, 0.0]]])
    slope = np.concatenate([[-np.pi / 2], -quarter[::-1], quarter, [np.pi / 2]])
    return lathe(profile, slope, start, unit(end - start), paint)


def ball(centre: Array, radius_m: float, paint: Paint) -> Surface:
    """Build a ball."""
    slope = np.linspace(-np.pi / 2, np.pi / 2, 13)
    profile = radius_m * np.stack([np.sin(slope), np.cos(slope)], axis=-1)
    return lathe(profile, slope, centre, np.array([0.0, 0.0, 1.0]), paint)
