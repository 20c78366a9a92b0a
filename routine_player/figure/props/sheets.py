"""Grids of points made into surfaces: what every shape of a prop is put together from.

A closed side of a grid repeats its first points, so that texture coordinates run from 0 to 1
without a jump.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.parts import Part
from routine_player.figure.rotation import Array
from routine_player.figure.surface import Floats, Integers, Surface, joined

_THINNEST_M2: Final = 1e-10
"""Triangles of less area are left out: a grid that shrinks to a point has some."""
_LEAST: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Paint:
    """What a shape's vertices belong to: a texture, and a limb of Limb.PROP or above."""

    part: Part
    group: int


def nothing() -> Surface:
    """Give a surface without triangles."""
    return Surface(
        np.zeros((0, 3)),
        np.zeros((0, 3)),
        np.zeros((0, 3), np.int32),
        np.zeros(0, np.int32),
        np.zeros((0, 2)),
        np.zeros(0, np.int32),
        np.zeros(0),
    )


def together(surfaces: Sequence[Surface]) -> Surface:
    """Put any number of surfaces into one, none included."""
    return joined(surfaces) if surfaces else nothing()


def unit(vectors: Array) -> Array:
    """Give vectors (..., D) the length 1; those without a length stay zero."""
    return vectors / np.maximum(np.sqrt((vectors * vectors).sum(axis=-1, keepdims=True)), _LEAST)


def sheet(points: Array, normals: Array, paint: Paint) -> Surface:
    """Cover a grid of points (R, C, 3) with triangles that face the way of its normals.

    Of the texture coordinates the first runs from 0 to 1 over the rows, the second over columns.
    """
    rows, columns = len(points), len(points[0])
    count = rows * columns
    positions, directions = points.reshape(-1, 3), np.ascontiguousarray(normals).reshape(-1, 3)
    along, around = np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij")
    return Surface(
        positions,
        directions,
        _facing(_grid_triangles(rows, columns), positions, directions),
        np.full(count, int(paint.part), np.int32),
        np.stack([along.ravel(), around.ravel()], axis=-1),
        np.full(count, paint.group, np.int32),
        np.zeros(count),
    )


def _grid_triangles(rows: int, columns: int) -> Integers:
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    corner = (row * columns + column).ravel()
    below, diagonal = corner + columns, corner + columns + 1
    first = np.stack([corner, below, corner + 1], axis=-1)
    second = np.stack([below, diagonal, corner + 1], axis=-1)
    return np.concatenate([first, second]).astype(np.int32)


def _facing(triangles: Integers, positions: Floats, normals: Floats) -> Integers:
    """Drop triangles without area, and turn the rest so that they face their normals."""
    corners = positions[triangles]
    face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    kept = (face * face).sum(axis=1) > (2 * _THINNEST_M2) ** 2
    triangles, face = triangles[kept], face[kept]
    inward = (face * normals[triangles].sum(axis=1)).sum(axis=1) < 0
    return np.where(inward[:, None], triangles[:, ::-1], triangles).astype(np.int32)


def moved(surface: Surface, turn: Array, shift: Array) -> Surface:
    """Turn a surface by `turn` (3, 3) about the origin, then shift it by `shift` (3,)."""
    return Surface(
        surface.positions @ turn.T + shift,
        surface.normals @ turn.T,
        surface.triangles,
        surface.part,
        surface.uv,
        surface.group,
        surface.target,
    )
