"""The soft shadow on the floor: how much of the sky the figure hides from each place.

What stands on the floor darkens it closely and sharply, what is higher widely and faintly. The
shadow is a layer of its own, since the ground it falls on is painted by the theme.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.arrays import Bytes, Single
from routine_player.figure.camera import Camera
from routine_player.figure.parts import Part
from routine_player.figure.softening import blurred, smooth_step
from routine_player.figure.surface import Floats, Surface

HALVED: Final = 2
"""The shadow has one pixel for so many of the picture: it is soft anyway."""

_CELL_M: Final = 0.02
_PIECE_M: Final = 0.045
_MOST_CUTS: Final = 24
_MARGIN_M: Final = 0.5
_CASTS_NONE: Final = (Part.MAT, Part.WALL)
_LEAN: Final = 0.12  # how far, of its height, a thing throws its shadow to the right
_FADE: Final = 0.06  # of the picture, at its edges


@dataclass(frozen=True, slots=True)
class _Band:
    """A kind of shadow: up to about `height_m`, spread by `spread_m`, of `strength` at the most."""

    height_m: float
    spread_m: float
    strength: float


_BANDS: Final = (
    _Band(0.030, 0.018, 0.74),
    _Band(0.15, 0.042, 0.46),
    _Band(0.75, 0.130, 0.34),
)


def floor_shadow(surface: Surface, camera: Camera, size: tuple[int, int]) -> Bytes:
    """Give the shadow's darkness, 0 to 255, in a picture of `size` at half its pixels each way."""
    width, height = size[0] // HALVED, size[1] // HALVED
    alpha = np.zeros((height, width), np.uint8)
    casting = ~np.isin(surface.part[surface.triangles[:, 0]], _CASTS_NONE)
    if not casting.any():
        return alpha
    middle, area = _pieces(surface.positions[surface.triangles[casting]])
    high = np.maximum(middle[:, 2], 0)
    place = middle[:, :2] + high[:, None] * (camera.axes[0, :2] * _LEAN)
    corner = place.min(axis=0) - _MARGIN_M
    cells = np.ceil((place.max(axis=0) + _MARGIN_M - corner) / _CELL_M).astype(int)
    dark = _darkness(((place - corner) / _CELL_M).astype(np.intp), area, high, cells)
    rows, columns = _box(corner, cells, camera, (width, height))
    alpha[rows, columns] = (_seen(dark, corner, camera, (rows, columns)) * 255).astype(np.uint8)
    faded = alpha * _faded(height)[:, None] * _faded(width)[None, :]
    return faded.astype(np.uint8)


def _pieces(corners: Floats) -> tuple[Floats, Floats]:
    """Cut triangles (T, 3, 3) into pieces of a few cells; give their middles (N, 3), areas (N,).

    The area is half of that seen from above: a closed surface has two sides.
    """
    first, second, third = corners[:, 0], corners[:, 1], corners[:, 2]
    one, other = second - first, third - first
    area = np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]) / 4
    lengths = np.sqrt(np.stack([_squared(one), _squared(third - second), _squared(other)]))
    large = np.flatnonzero(lengths.max(axis=0) > _PIECE_M)
    area_of_large = area[large]
    middles, areas = [(first + second + third) / 3], [area]
    areas[0][large] = 0.0  # it is there in pieces
    base = lengths[:, large].argmin(axis=0)
    turned = np.stack([corners[large, (base + step) % 3] for step in range(3)], axis=1)
    across = _cuts(lengths[base, large])
    along = _cuts(lengths[:, large].max(axis=0))
    for cuts in np.unique(along * (_MOST_CUTS + 1) + across):
        chosen = np.flatnonzero(along * (_MOST_CUTS + 1) + across == cuts)
        weights, shares = _within(*divmod(int(cuts), _MOST_CUTS + 1))
        middles.append(np.einsum("pk,tki->tpi", weights, turned[chosen]).reshape(-1, 3))
        areas.append(np.outer(area_of_large[chosen], shares).ravel())
    return np.concatenate(middles), np.concatenate(areas)


def _squared(way: Floats) -> Floats:
    return np.einsum("ti,ti->t", way, way)


def _cuts(length: Floats) -> NDArray[np.int_]:
    return np.clip(np.ceil(length / _PIECE_M), 1, _MOST_CUTS).astype(int)


def _within(along: int, across: int) -> tuple[Floats, Floats]:
    """Give the middles (N, 3) of the pieces of a triangle, as shares of its corners, and of it.

    It is cut `across` from the first corner to the second, and `along` from there to the third.
    """
    far, aside = np.meshgrid(
        (np.arange(along) + 0.5) / along, (np.arange(across) + 0.5) / across, indexing="ij"
    )
    far, aside = far.ravel(), aside.ravel()
    left = 1 - far
    return np.stack([left * (1 - aside), left * aside, far], axis=1), left * (2 / len(left))


def _darkness(
    place: NDArray[np.intp], area: Floats, high: Floats, cells: NDArray[np.int_]
) -> Single:
    """Give how dark each cell of the floor is, 0 to 1."""
    flat = place[:, 0] * cells[1] + place[:, 1]
    light = np.ones(cells, np.float32)
    for band in _BANDS:
        weight = area * np.exp(-high / band.height_m) / _CELL_M**2
        heap = np.bincount(flat, weight, minlength=int(cells.prod())).reshape(cells)
        cover = blurred(heap.astype(np.float32), band.spread_m / _CELL_M)
        light *= 1 - np.float32(band.strength) * (1 - np.exp(-np.float32(1.6) * cover))
    return 1 - light


def _box(
    corner: Floats, cells: NDArray[np.int_], camera: Camera, size: tuple[int, int]
) -> tuple[slice, slice]:
    """Find the rows and columns of the halved picture where the cells may be seen."""
    far = corner + cells * _CELL_M
    ground = np.array([[x, y, 0.0] for x in (corner[0], far[0]) for y in (corner[1], far[1])])
    seen = camera.project(ground)[:, :2] / HALVED
    low = np.clip(np.floor(seen.min(axis=0)), 0, size).astype(int)
    high = np.clip(np.ceil(seen.max(axis=0)), 0, size).astype(int)
    return slice(int(low[1]), int(high[1])), slice(int(low[0]), int(high[0]))


def _seen(dark: Single, corner: Floats, camera: Camera, box: tuple[slice, slice]) -> Single:
    """Look up the floor's darkness for each pixel of a box, evenly between the cells."""
    rows, columns = box
    x, y, hits = camera.on_floor(
        _middles(columns),
        _middles(rows),
    )
    across, along = (x - corner[0]) / _CELL_M - 0.5, (y - corner[1]) / _CELL_M - 0.5
    inside = (hits > 0) & (across > 0) & (along > 0)
    inside &= (across < dark.shape[0] - 2) & (along < dark.shape[1] - 2)
    across, along = np.where(inside, across, 0), np.where(inside, along, 0)
    i, j = across.astype(np.intp), along.astype(np.intp)
    u, v = (across - i).astype(np.float32), (along - j).astype(np.float32)
    flat, row = dark.reshape(-1), dark.shape[1]
    at = i * row + j
    near = flat[at] * (1 - v) + flat[at + 1] * v
    next_row = flat[at + row] * (1 - v) + flat[at + row + 1] * v
    return (near * (1 - u) + next_row * u) * inside


def _middles(of: slice) -> Floats:
    """Give where in the picture the middles of so many halved pixels are."""
    first, past = int(of.start), int(of.stop)
    return np.arange(first, past, dtype=np.float64) * HALVED + HALVED / 2


def _faded(count: int) -> Single:
    """Give the share of the shadow, 0 to 1, that is left along a side of so many pixels."""
    place = (np.arange(count, dtype=np.float32) + np.float32(0.5)) / count
    return smooth_step(np.minimum(place, 1 - place) / np.float32(_FADE))
