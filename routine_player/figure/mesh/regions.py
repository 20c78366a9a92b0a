"""Where the regions of the body lie on the textures of its parts."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.body_regions import AREAS, NO_REGION, REGIONS, Outline, PartKind
from routine_player.figure.mesh.arms import PLACES as ARM_PLACES
from routine_player.figure.mesh.extremities import FOOT, HAND
from routine_player.figure.mesh.legs import PLACES as LEG_PLACES
from routine_player.figure.mesh.torso import HEIGHTS
from routine_player.figure.mesh.tubes import ARM, LEG
from routine_player.figure.parts import Part
from routine_player.figure.skeleton import SIDES, SideName
from routine_player.figure.surface import Floats, Integers

_TORSO: Final[dict[SideName, Part]] = dict.fromkeys(SIDES, Part.TORSO)
_PARTS: Final[dict[PartKind, dict[SideName, Part]]] = {
    "torso": _TORSO,
    "leg": LEG,
    "arm": ARM,
    "hand": HAND,
    "foot": FOOT,
}
_PLACES: Final[dict[PartKind, Floats]] = {
    "torso": HEIGHTS,
    "leg": LEG_PLACES,
    "arm": ARM_PLACES,
    "hand": np.array([0.0, 1.0]),
    "foot": np.array([0.0, 1.0]),
}


def region_textures(rows: int, columns: int) -> dict[Part, Integers]:
    """Give each part's (rows, columns) indices in REGIONS, NO_REGION where there is none.

    They lie on the parts as the textures of materials do: vertices would give coarser borders.
    """
    v, u = np.meshgrid((np.arange(columns) + 0.5) / columns, (np.arange(rows) + 0.5) / rows)
    uv = np.stack([u.ravel(), v.ravel()], -1)
    parts = [part for sides in _PARTS.values() for part in sides.values()]
    return {part: _regions_at(part, uv).reshape(rows, columns) for part in (Part.HEAD, *parts)}


def _regions_at(part: Part, uv: Floats) -> Integers:
    regions = np.full(len(uv), NO_REGION, np.int32)
    for area in reversed(AREAS):  # the first area counts: it is written last
        for outline in area.outlines:
            for side in SIDES:
                if _PARTS[outline.kind][side] == part:
                    name = f"{area.name}-{side}" if area.sided else area.name
                    regions[_inside_outline(outline, side, uv)] = REGIONS.index(name)
    return regions


def _inside_outline(outline: Outline, side: SideName, uv: Floats) -> NDArray[np.bool_]:
    places = _PLACES[outline.kind]
    place = places[0] + uv[:, 0] * (places[-1] - places[0])
    turns = uv[:, 1] if outline.kind != "torso" or side == "left" else 1 - uv[:, 1]
    angle = 180 - (180 - turns * 360) % 360
    return _inside_polygon(np.stack([place, angle], -1), np.array(outline.corners))


def _inside_polygon(points: Floats, corners: Floats) -> NDArray[np.bool_]:
    """Tell which points (N, 2) lie in a polygon (K, 2): a ray crosses its edges an odd time."""
    before, after = corners, np.roll(corners, -1, axis=0)
    x, y = points[:, :1], points[:, 1:]
    spans = (before[:, 1] > y) != (after[:, 1] > y)
    rise = np.where(after[:, 1] == before[:, 1], 1.0, after[:, 1] - before[:, 1])
    crossing = before[:, 0] + (y - before[:, 1]) / rise * (after[:, 0] - before[:, 0])
    return np.asarray((spans & (x < crossing)).sum(axis=1) % 2 == 1)
