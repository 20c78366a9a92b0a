"""Tubes as grids of points: R rings of S points each, closed around.

A tube has S + 1 columns of vertices; the last repeats the first, so that v runs from 0 to 1. For
the triangles to face outward, points must run counter-clockwise around the way the rings go: for
rings that go down a leg that is front, right, back, left.
"""

from collections.abc import Sequence

import numpy as np

from routine_player.figure.mesh.part_mesh import PartMesh, Topology
from routine_player.figure.surface import Floats

_SMALL = 1e-9


def unit(vectors: Floats) -> Floats:
    """Give vectors (..., 3) the length one; those without any length stay zero."""
    length = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))
    return vectors / np.maximum(length, _SMALL)[..., None]


def tube_topology(along: Sequence[float] | Floats, sides: int, *, turned: bool = False) -> Topology:
    """Join rings at the places `along` (R,), 0 to 1, of `sides` points each into one tube.

    `turned` says that points run around the other way than the module tells, as they do in the
    mirror.
    """
    places = np.asarray(along, dtype=np.float64)
    columns = sides + 1
    ring, column = np.meshgrid(np.arange(len(places) - 1), np.arange(sides), indexing="ij")
    first = (ring * columns + column).ravel()
    second = first + 1
    third, fourth = first + columns, second + columns
    triangles = np.concatenate(
        [np.stack([first, second, third], -1), np.stack([second, fourth, third], -1)]
    )
    if turned:
        triangles = triangles[:, ::-1]
    around = np.broadcast_to(np.linspace(0, 1, columns), (len(places), columns))
    u = np.broadcast_to(places[:, None], around.shape)
    return Topology(triangles.astype(np.int32), np.stack([u, around], -1).reshape(-1, 2))


def tube_normals(rings: Floats, *, turned: bool = False) -> Floats:
    """Give the outward normals (R, S, 3) of a tube's points (R, S, 3); its ends count as closed."""
    around = np.empty_like(rings)
    around[:, 1:-1] = rings[:, 2:] - rings[:, :-2]
    around[:, 0], around[:, -1] = rings[:, 1] - rings[:, -1], rings[:, 0] - rings[:, -2]
    along = np.empty_like(rings)
    along[1:-1] = rings[2:] - rings[:-2]
    along[0], along[-1] = rings[1] - rings[0], rings[-1] - rings[-2]
    return unit(_cross(along, around) if turned else _cross(around, along))


def _cross(first: Floats, second: Floats) -> Floats:
    """Give the cross product; many times as fast as numpy's for few vectors."""
    product = np.empty_like(first)
    for axis in range(3):
        after, last = (axis + 1) % 3, (axis + 2) % 3
        product[..., axis] = (
            first[..., after] * second[..., last] - first[..., last] * second[..., after]
        )
    return product


def closed(points: Floats) -> Floats:
    """Repeat the first column of (R, S, 3) after the last and flatten to (R * (S + 1), 3)."""
    return np.concatenate([points, points[:, :1]], axis=1).reshape(-1, 3)


def tube_part(rings: Floats, topology: Topology, *, turned: bool = False) -> PartMesh:
    """Make a part of the points (R, S, 3) of one tube; `topology` is that of `tube_topology`."""
    return PartMesh(closed(rings), closed(tube_normals(rings, turned=turned)), topology)
