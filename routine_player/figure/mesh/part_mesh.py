"""One part of the body as triangles: what moves with the pose, and what never does."""

from dataclasses import dataclass

from routine_player.figure.surface import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Topology:
    """What a part keeps in every pose, so build it once.

    - `triangles` (T, 3): counter-clockwise seen from outside, counting the part's own vertices
    - `uv` (V, 2): where in the part's texture a vertex is, 0 to 1: u names the texture's row
      (along a limb from its root), v its column (around). Vertices at a seam are there twice
    """

    triangles: Integers
    uv: Floats


@dataclass(frozen=True, slots=True, eq=False)
class PartMesh:
    """One part in one pose: `positions` (V, 3) in metres in the world, unit `normals` (V, 3)."""

    positions: Floats
    normals: Floats
    topology: Topology
