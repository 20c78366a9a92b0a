"""From what a picture sees to smooth outlines of it: few points, none of them a pixel's corner."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.arrays import Mask
from routine_player.figure.surface import Floats

_LEVEL: Final = 0.5
_CORNERS: Final = ((0, 0), (0, 1), (1, 1), (1, 0))
"""Rows and columns of a cell's corners, in a circle; edge i lies between corner i and the next."""

_Edge = tuple[int, int, bool]
"""Row and column of where an edge between pixels begins, and whether it goes down."""


@dataclass(frozen=True, slots=True)
class Tracing:
    """How an outline is drawn, in pixels.

    It runs `inset` inside of what it goes round, rounded as by a brush `blur` wide, and leaves the
    true line by no more than `tolerance`. Pieces smaller than `least_area` square pixels are none.
    """

    inset: int
    blur: float
    tolerance: float
    least_area: float


def outlines_of(mask: Mask, tracing: Tracing) -> tuple[Floats, ...]:
    """Give the outlines (K, 2), x and y in pixels, of the pieces of `mask` (H, W); largest first.

    Each is closed without repeating its first point. Holes have none.
    """
    margin = tracing.inset + round(4 * tracing.blur) + 2
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return ()
    cut = np.pad(mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], margin)
    field = _blurred(_inset(cut, tracing.inset).astype(np.float64), tracing.blur)
    corner = np.array([columns[0] - margin + 0.5, rows[0] - margin + 0.5])
    sized = [(area_of(line), line) for line in _contours(field)]
    kept = sorted((one for one in sized if one[0] >= tracing.least_area), key=lambda one: -one[0])
    return tuple(simplified(line, tracing.tolerance) + corner for _, line in kept)


def area_of(outline: Floats) -> float:
    """Give the area in square pixels; of a hole's outline, which runs the other way, below 0."""
    x, y = outline.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


def simplified(outline: Floats, tolerance: float) -> Floats:
    """Leave out what a closed outline (N, 2) can spare: Douglas and Peucker, 1973."""
    far = int(np.argmax(np.linalg.norm(outline - outline[0], axis=1)))
    ring = np.concatenate([outline, outline[:1]])
    keep = np.zeros(len(ring), np.bool_)
    keep[[0, far]] = True
    open_ends = [(0, far), (far, len(ring) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        between = ring[first + 1 : last]
        if not len(between):
            continue
        off = _distances(between, ring[first], ring[last])
        worst = int(np.argmax(off))
        if off[worst] > tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            open_ends += [(first, middle), (middle, last)]
    return ring[np.flatnonzero(keep[:-1])]


def _distances(points: Floats, start: Floats, end: Floats) -> Floats:
    """Give how far points (N, 2) are from the line between two others."""
    along = end - start
    length = float(np.hypot(*along))
    away = points - start
    if length == 0:
        return np.hypot(away[:, 0], away[:, 1])
    return np.abs(along[0] * away[:, 1] - along[1] * away[:, 0]) / length


def _inset(mask: Mask, steps: int) -> Mask:
    """Take pixels off the edge, by turns in four and in eight directions: nearly a circle."""
    for step in range(steps):
        inner = mask.copy()
        inner[1:] &= mask[:-1]
        inner[:-1] &= mask[1:]
        source = inner.copy() if step % 2 else mask
        inner[:, 1:] &= source[:, :-1]
        inner[:, :-1] &= source[:, 1:]
        mask = inner
    return mask


def _blurred(field: Floats, sigma: float) -> Floats:
    reach = np.arange(-round(3 * sigma), round(3 * sigma) + 1)
    brush = np.exp(-0.5 * (reach / sigma) ** 2)
    brush /= brush.sum()
    for axis in (0, 1):
        field = np.apply_along_axis(np.convolve, axis, field, brush, "same")
    return field


def _contours(field: Floats) -> list[Floats]:
    """Follow the line where `field` (H, W) is at the level: marching squares."""
    inside = field > _LEVEL
    corners = np.stack([inside[:-1, :-1], inside[:-1, 1:], inside[1:, 1:], inside[1:, :-1]])
    following: dict[_Edge, _Edge] = {}
    for row, column in np.argwhere(corners.any(axis=0) & ~corners.all(axis=0)):
        _cross(corners[:, row, column], (int(row), int(column)), following)
    lines: list[Floats] = []
    while following:
        first, edge = following.popitem()
        line = [first]
        while edge != first:
            line.append(edge)
            edge = following.pop(edge)
        lines.append(np.array([_crossing(field, one) for one in line]))
    return lines


def _cross(corners: Mask, cell: tuple[int, int], following: dict[_Edge, _Edge]) -> None:
    """Note which edge follows which: a line comes out of a cell where it leaves the inside."""
    for edge in range(4):
        if corners[edge] and not corners[(edge + 1) % 4]:
            other = (edge - 1) % 4
            while corners[other]:
                other = (other - 1) % 4
            following[_named(cell, edge)] = _named(cell, other)


def _named(cell: tuple[int, int], edge: int) -> _Edge:
    (row, column), (dr, dc) = cell, min(_CORNERS[edge], _CORNERS[(edge + 1) % 4])
    return row + dr, column + dc, edge % 2 == 1


def _crossing(field: Floats, edge: _Edge) -> tuple[float, float]:
    """Give x and y of where the level is crossed on an edge."""
    row, column, is_down = edge
    start = field[row, column]
    end = field[row + 1, column] if is_down else field[row, column + 1]
    share = float((_LEVEL - start) / (end - start))
    return (column, row + share) if is_down else (column + share, row)
