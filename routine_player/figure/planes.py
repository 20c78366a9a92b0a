"""The planes that bodies lean on: the floor, the tops of props, and walls."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.authored import AuthoredMovement, Prop
from routine_player.figure.props.kinds import surface_height, wall_normal
from routine_player.figure.rotation import Array

_UP: Final = np.array([0.0, 0.0, 1.0])


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """All points p with p . `normal` = `height_m`; NaN where nothing has placed it yet."""

    normal: Array
    height_m: float


def plane_of(authored: AuthoredMovement, surface: str, walls: dict[str, float]) -> Plane:
    """Give the plane of a surface; a prop that was not listed is taken as it usually is."""
    if surface == "floor":
        return Plane(_UP, 0.0)
    prop = next((one for one in authored.props if one.kind == surface), Prop(surface))
    if surface == "wall":
        return Plane(np.array(wall_normal(prop)), walls.get(surface, np.nan))
    return Plane(_UP, surface_height(prop))
