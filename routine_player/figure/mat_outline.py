"""A mat as polygons in the picture: the theme paints it, so it follows light and dark."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.camera import Camera
from routine_player.figure.model import Mat, mat_corners
from routine_player.figure.surface import Floats

_THICK_M: Final = 0.012
_ROUND_M: Final = 0.045
_CORNER_POINTS: Final = 7


@dataclass(frozen=True, slots=True, eq=False)
class MatOutline:
    """The upper side of a mat and the whole of it with its edge, (N, 2) in pixels of the picture.

    Paint `whole` in the colour of the edge first, then `top`.
    """

    top: Floats
    whole: Floats


def mat_outline(mat: Mat, camera: Camera, *, mirrored: bool) -> MatOutline:
    """Give the outline of a mat whose upper side is flush with the floor."""
    ring = _rounded(mat)
    if mirrored:
        ring = ring * [1, -1, 1]
    top = camera.project(ring)[:, :2]
    low = camera.project(ring - [0, 0, _THICK_M])[:, :2]
    return MatOutline(top, _hull(np.concatenate([top, low])))


def _rounded(mat: Mat) -> Floats:
    corners = mat_corners(mat)
    points: list[Floats] = []
    for number, corner in enumerate(corners):
        inward = np.sign(np.array([mat.x, mat.y, 0.0]) - corner) * [_ROUND_M, _ROUND_M, 0]
        angle = np.radians(90 * number + np.linspace(0, 90, _CORNER_POINTS))
        arc = np.stack([np.cos(angle), np.sin(angle), np.zeros_like(angle)], axis=-1)
        points.append(corner + inward + arc * _ROUND_M)
    return np.concatenate(points)


def _hull(points: Floats) -> Floats:
    """Give the corners of the convex hull of points (N, 2), by Andrew's monotone chain."""
    ordered = points[np.lexsort((points[:, 1], points[:, 0]))]
    chains: list[Floats] = []
    for way in (ordered, ordered[::-1]):
        chain: list[Floats] = []
        for point in way:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains.extend(chain[:-1])
    return np.stack(chains)


def _turn(first: Floats, second: Floats, third: Floats) -> float:
    one, other = second - first, third - first
    return float(one[0] * other[1] - one[1] * other[0])
