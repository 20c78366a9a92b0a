"""Soft edges for what is painted on a mesh, however far apart its vertices are."""

from typing import Final

import numpy as np

from routine_player.figure.surface import Floats, Surface

_GRAIN_M: Final = 1e-5  # vertices nearer than this are one: seams repeat theirs


def feathered(amount: Floats, surface: Surface, rounds: int) -> Floats:
    """Even out amounts (V,) on a surface between neighbours, so many times.

    Each round takes half of every vertex and half of the mean of those it shares edges with.
    """
    places = np.round(surface.positions / _GRAIN_M).astype(np.int64)
    _, first, point = np.unique(places, axis=0, return_index=True, return_inverse=True)
    point = point.reshape(-1)
    corners = point[surface.triangles]
    start = corners[:, [0, 1, 2, 1, 2, 0]].reshape(-1)
    end = corners[:, [1, 2, 0, 0, 1, 2]].reshape(-1)
    edges = np.maximum(np.bincount(start, minlength=len(first)), 1)
    value = amount[first]
    for _ in range(rounds):
        around = np.bincount(start, value[end], minlength=len(first)) / edges
        value = (value + around) / 2
    return value[point]
