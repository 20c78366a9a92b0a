"""What a drawing is made after: body and things of each frame of a movement, as surfaces."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from routine_player.figure.surface import Floats, Surface
from routine_player.figure.textures import Texture


@dataclass(frozen=True, slots=True)
class Mat:
    """An exercise mat on the floor, in metres: where its middle is, and how long and wide it is."""

    x: float
    y: float
    length_m: float
    width_m: float


class Model(Protocol):
    """The body of a movement with its props."""

    @property
    def textures(self) -> Mapping[int, Texture]:
        """The texture of each part that has one."""
        ...

    @property
    def mats(self) -> tuple[Mat, ...]:
        """The mats, which are not among the surfaces."""
        ...

    def body(self, index: int, breath: float) -> Surface:
        """Give the body in a frame, breathing in as far as `breath` says, 0 to 1."""
        ...

    def props(self, index: int) -> Surface:
        """Give all props in a frame but mats."""
        ...


def mirrored(surface: Surface) -> Surface:
    """Change left and right: turn y round."""
    flip = np.array([1.0, -1.0, 1.0])
    return Surface(
        surface.positions * flip,
        surface.normals * flip,
        np.ascontiguousarray(surface.triangles[:, ::-1]),
        surface.part,
        surface.uv,
        surface.group,
        surface.target,
    )


def mat_corners(mat: Mat) -> Floats:
    """Give the corners (4, 3) of a mat, counter-clockwise seen from above."""
    x, y = mat.length_m / 2, mat.width_m / 2
    around = ((x, y), (-x, y), (-x, -y), (x, -y))
    return np.array([[mat.x + dx, mat.y + dy, 0.0] for dx, dy in around])
