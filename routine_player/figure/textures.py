"""The textures of all parts in one array, and which material is seen where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.arrays import Indices, Single
from routine_player.figure.materials import Material
from routine_player.figure.parts import Part

Texture = NDArray[np.uint8]
"""Material numbers, (rows, columns): u goes down the rows and v along the columns."""

_PLAIN: Final[dict[Part, Material]] = {
    Part.WOOD: Material.WOOD,
    Part.STEEL: Material.STEEL,
    Part.PAD: Material.PAD,
    Part.ROLLER: Material.ROLLER,
    Part.BAND: Material.BAND,
    Part.STRAP: Material.STRAP,
    Part.WALL: Material.WALL,
    Part.MAT: Material.MAT,
}
"""Parts that are one material all over, and so need no texture."""
_FARTHEST: Final = 8  # texels


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """All textures end to end.

    `material` (N,) are their texels; `plain` (N,) tells how many texels around each have the same
    material, at most 8. `start`, `rows` and `columns` (P,) find the texture of a part.
    """

    material: Texture
    plain: NDArray[np.uint8]
    start: Indices
    rows: Indices
    columns: Indices

    def texel(self, part: NDArray[np.int32], u: Single, v: Single) -> Indices:
        """Give which texel lies at `u`, `v`, 0 to 1, of the texture of `part`, all (N,)."""
        rows, columns = self.rows[part], self.columns[part]
        row = np.clip((u * rows).astype(np.intp), 0, rows - 1)
        column = np.clip((v * columns).astype(np.intp), 0, columns - 1)
        return self.start[part] + row * columns + column


def atlas_of(textures: Mapping[int, Texture]) -> Atlas:
    """Join the textures of parts; parts that are one material all over need not be given."""
    whole: dict[int, Texture] = {
        part: np.array([[material]], np.uint8) for part, material in _PLAIN.items()
    }
    whole.update(textures)
    count = max(whole) + 1
    shape = np.ones((count, 2), np.intp)
    start = np.zeros(count, np.intp)
    place = 0
    for part in sorted(whole):
        start[part], shape[part] = place, whole[part].shape
        place += whole[part].size
    ordered = [whole[part] for part in sorted(whole)]
    return Atlas(
        np.concatenate([texture.ravel() for texture in ordered]),
        np.concatenate([_plainness(texture).ravel() for texture in ordered]),
        start,
        shape[:, 0],
        shape[:, 1],
    )


def _plainness(texture: Texture) -> NDArray[np.uint8]:
    """Count how many texels one can go from each in any direction without leaving its material."""
    alike = np.ones(texture.shape, np.bool_)
    for axis in (0, 1):
        changes = np.diff(texture, axis=axis) != 0
        low = [(0, 1), (0, 0)] if axis == 0 else [(0, 0), (0, 1)]
        high = [(1, 0), (0, 0)] if axis == 0 else [(0, 0), (1, 0)]
        alike &= ~(np.pad(changes, low) | np.pad(changes, high))
    count = alike.astype(np.uint8)
    for _ in range(_FARTHEST - 1):
        framed = np.pad(alike, 1, constant_values=True)
        alike = (
            framed[1:-1, 1:-1]
            & framed[:-2, 1:-1]
            & framed[2:, 1:-1]
            & framed[1:-1, :-2]
            & framed[1:-1, 2:]
        )
        count += alike
    return count
