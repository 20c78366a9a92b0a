"""A surface as triangles, whatever it belongs to: what the renderer draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """V vertices and T triangles.

    - `positions` (V, 3): metres, in the world
    - `normals` (V, 3): unit, outward
    - `triangles` (T, 3): counter-clockwise seen from outside
    - `part` (V,): which texture paints the vertex; a triangle never spans two parts
    - `uv` (V, 2): where in that texture, 0 to 1 along and 0 to 1 around. Seams repeat their
      vertices, so that every triangle may be interpolated
    - `group` (V,): which limb it is; ink is drawn between groups
    - `target` (V,): how much the vertex belongs to a target muscle, 0 to 1
    """

    positions: Floats
    normals: Floats
    triangles: Integers
    part: Integers
    uv: Floats
    group: Integers
    target: Floats


def joined(surfaces: Sequence[Surface]) -> Surface:
    """Put several surfaces into one; parts and groups keep their numbers."""
    starts = np.cumsum([0, *(len(one.positions) for one in surfaces)])
    return Surface(
        np.concatenate([one.positions for one in surfaces]),
        np.concatenate([one.normals for one in surfaces]),
        np.concatenate(
            [one.triangles + np.int32(start) for one, start in zip(surfaces, starts, strict=False)]
        ),
        np.concatenate([one.part for one in surfaces]),
        np.concatenate([one.uv for one in surfaces]),
        np.concatenate([one.group for one in surfaces]),
        np.concatenate([one.target for one in surfaces]),
    )
