"""Things that roll: a foam roller long along y, and a massage ball, both round their own middle."""

from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.props.outlines import Outline
from routine_player.figure.props.sheets import Paint, moved, sheet, together, unit
from routine_player.figure.props.solids import ball, lathe
from routine_player.figure.props.sweeps import swept
from routine_player.figure.rotation import Array, about_y
from routine_player.figure.surface import Surface

_RIDGES: Final = 9
_GROOVE: Final = 0.095
"""How deep the grooves are, as a share of the radius."""
_STEPS_A_RIDGE: Final = 8
_CORE: Final = 0.56
"""The radius of the hard tube inside, as a share of the roller's."""
_RIM: Final = 0.06
_DASH_HALF_M: Final = (0.007, 0.0015)


def roller(radius_m: float, length_m: float, group: int) -> Surface:
    """Build a foam roller: ridges along it, and a hollow tube inside."""
    foam, tube = Paint(Part.ROLLER, group), Paint(Part.STEEL, group)
    half = length_m / 2
    parts = [_foam(radius_m, half, foam)]
    for side in (-1.0, 1.0):
        axis = np.array([0.0, side, 0.0])
        parts.append(_tube_end(radius_m * _CORE, half, axis, tube))
        parts.append(_spoke(radius_m, half, side, Paint(Part.BAND, group)))
    return together(parts)


def _foam(radius_m: float, half_m: float, paint: Paint) -> Surface:
    """Draw the ridged outline along y, drawn in at the rims, and cover its ends."""
    ridges = _ridged(radius_m)
    rim = radius_m * _RIM
    shares = np.array([1 - _RIM, 1 - 0.3 * _RIM, 1.0, 1.0, 1 - 0.3 * _RIM, 1 - _RIM])
    places = np.array([-half_m, -half_m + 0.3 * rim, -half_m + rim])
    places = np.concatenate([places, -places[::-1]])
    lean = np.array([-0.85, -0.5, 0.0, 0.0, 0.5, 0.85])
    points = np.empty((6, len(ridges.points), 3))
    points[..., 0] = shares[:, None] * ridges.points[:, 0]
    points[..., 2] = shares[:, None] * ridges.points[:, 1]
    points[..., 1] = places[:, None]
    normals = np.zeros_like(points)
    normals[..., 0], normals[..., 2] = ridges.normals[:, 0], ridges.normals[:, 1]
    normals[..., 1] = lean[:, None]
    ends = [
        _end(points[row], side, radius_m * _CORE - 0.004, paint)
        for row, side in ((0, -1.0), (-1, 1.0))
    ]
    return together([sheet(points, unit(normals), paint), *ends])


def _ridged(radius_m: float) -> Outline:
    count = _RIDGES * _STEPS_A_RIDGE
    angle = np.linspace(0, 2 * np.pi, count + 1)
    wave = np.cos(_RIDGES * angle)
    depth = _GROOVE * np.clip(-0.35 - wave, 0, 1) / 0.65  # wide ridges, narrow grooves
    radius = radius_m * (1 - depth)
    points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    way = np.empty_like(points)
    way[1:-1] = points[2:] - points[:-2]
    way[0] = way[-1] = points[1] - points[-2]
    return Outline(points, unit(np.stack([way[:, 1], -way[:, 0]], axis=-1)))


def _end(rim: Array, side: float, inner_m: float, paint: Paint) -> Surface:
    flat = rim * np.array([1.0, 0.0, 1.0])
    inner = unit(flat) * inner_m + rim * np.array([0.0, 1.0, 0.0])
    normal = np.broadcast_to(np.array([0.0, side, 0.0]), (2, len(rim), 3))
    return sheet(np.stack([rim, inner]), normal, paint)


def _tube_end(radius_m: float, half_m: float, axis: Array, paint: Paint) -> Surface:
    """Show the rim of the tube inside and its hollow, which is closed a little way in."""
    out, wall, deep = half_m + 0.003, 0.006, 0.035
    quarter = np.pi / 2
    profile = np.array(
        [
            [half_m - 0.01, radius_m],
            [out, radius_m],
            [out, radius_m],
            [out, radius_m - wall],
        ]
    )
    rim = lathe(profile, np.array([0.0, 0.0, quarter, quarter]), np.zeros(3), axis, paint)
    hollow = np.array([[out, radius_m - wall], [out - deep, radius_m - wall]])
    inside = lathe(hollow, np.array([np.pi, np.pi]), np.zeros(3), axis, paint)
    floor = np.array([[out - deep, radius_m - wall], [out - deep, 0.0]])
    dark = Paint(Part.PAD, paint.group)
    return together([rim, inside, lathe(floor, np.full(2, quarter), np.zeros(3), axis, dark)])


def _spoke(radius_m: float, half_m: float, side: float, paint: Paint) -> Surface:
    """Mark the end with one dash from the tube to the rim, so that its turning is seen."""
    path = np.array([[radius_m * (_CORE + 0.08), 0.0, 0.0], [radius_m * 0.90, 0.0, 0.0]])
    path[:, 1] = side * (half_m + 0.0005)
    wide = np.broadcast_to(np.array([0.0, 0.0, 1.0]), path.shape)
    corners = np.array([[1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0], [1.0, 1.0]])
    square = Outline(corners * np.array(_DASH_HALF_M), unit(corners))
    return swept(path, wide, square, paint)


def massage_ball(radius_m: float, group: int) -> Surface:
    """Build a ball with a stripe round it."""
    slope = np.linspace(-0.2, 0.2, 7)
    profile = radius_m * 1.015 * np.stack([np.sin(slope), np.cos(slope)], axis=-1)
    paint = Paint(Part.STEEL, group)
    stripe = lathe(profile, slope, np.zeros(3), np.array([0.0, 1.0, 0.0]), paint)
    return together([ball(np.zeros(3), radius_m, Paint(Part.BAND, group)), stripe])


def rolled(surface: Surface, centre: Array, angle: float) -> Surface:
    """Put a rolling thing at `centre` (3,), turned by `angle` about y: positive rolls along x."""
    return moved(surface, about_y(np.asarray(angle)), centre)
