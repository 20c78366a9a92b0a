"""Several tubes as one part, each with its own window of the part's texture."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.mesh.part_mesh import Topology
from routine_player.figure.surface import Floats

Texture = NDArray[np.uint8]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a texture, as wide as it: from `top` to `bottom` of its rows, 0 to 1."""

    top: float
    bottom: float

    def rows(self, height: int) -> slice:
        """Give the rows of a texture `height` texels high."""
        return slice(round(self.top * height), round(self.bottom * height))


def placed(topology: Topology, window: Window) -> Topology:
    """Move a topology's uv, 0 to 1, into a window."""
    share = np.array([window.bottom - window.top, 1.0])
    return Topology(topology.triangles, topology.uv * share + np.array([window.top, 0.0]))


def assembled(pieces: Sequence[Topology]) -> Topology:
    """Put topologies one after the other, as their vertices will be."""
    starts = np.cumsum([0, *(len(one.uv) for one in pieces)])[:-1]
    return Topology(
        np.concatenate(
            [one.triangles + np.int32(start) for one, start in zip(pieces, starts, strict=True)]
        ),
        np.concatenate([one.uv for one in pieces]),
    )


def texel_points(rings: Floats, height: int, width: int) -> Floats:
    """Give where the texels (height, width, 3) of a tube with rings (R, S, 3) are."""
    ring_count, sides = rings.shape[:2]
    along = (np.arange(height) + 0.5) / height * (ring_count - 1)
    around = (np.arange(width) + 0.5) / width * sides
    row, column = along.astype(int), around.astype(int)
    down, over = (along - row)[:, None, None], (around - column)[None, :, None]
    following = (column + 1) % sides
    near = rings[row][:, column] * (1 - over) + rings[row][:, following] * over
    far = rings[row + 1][:, column] * (1 - over) + rings[row + 1][:, following] * over
    return near * (1 - down) + far * down


def mirrored(topology: Topology) -> Topology:
    """Give the topology of the same vertices seen in a mirror: triangles turn the other way."""
    return Topology(np.ascontiguousarray(topology.triangles[:, ::-1]), topology.uv)
