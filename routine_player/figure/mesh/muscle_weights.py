"""How much each vertex of the body belongs to the muscles that an exercise works."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from routine_player.figure.mesh.arms import PLACES as ARM_PLACES
from routine_player.figure.mesh.curves import monotone, smoothstep
from routine_player.figure.mesh.extremities import FOOT
from routine_player.figure.mesh.legs import PLACES as LEG_PLACES
from routine_player.figure.mesh.muscle_shapes import Band, Kind, bands_of
from routine_player.figure.mesh.torso import HEIGHTS
from routine_player.figure.mesh.tubes import ARM, LEG
from routine_player.figure.parts import Part
from routine_player.figure.skeleton import SIDES, SideName
from routine_player.figure.surface import Floats, Surface

_PARTS: Final[dict[Kind, dict[SideName, Part]]] = {
    "torso": dict.fromkeys(SIDES, Part.TORSO),
    "leg": LEG,
    "arm": ARM,
    "foot": FOOT,
}
_PLACES: Final[dict[Kind, Floats]] = {"torso": HEIGHTS, "leg": LEG_PLACES, "arm": ARM_PLACES}
_SOFT_DEGREES: Final[dict[Kind, float]] = {"torso": 9.0, "leg": 16.0, "arm": 18.0}
"""How far a muscle fades to either side: no less than vertices lie apart, and evenly, for then its
edge runs straight between them."""
_NARROW_DEGREES: Final = 4.0
_TAPER: Final[dict[Kind, float]] = {"torso": 0.016, "leg": 0.05, "arm": 0.06}
"""How soon past its last row a muscle has faded, in the unit of its part's places."""


def weights_of(names: Iterable[str], rest: Surface) -> Floats:
    """Give each vertex (V,) of the body how much it belongs to the named muscles, 0 to 1.

    A name may begin with `left` or `right`; without, both sides are meant. `rest` is the body in
    the neutral pose. Raises KeyError for a muscle that does not exist.
    """
    weights = np.zeros(len(rest.positions))
    for name in names:
        sides, muscle = _sides_of(name)
        for band in bands_of(muscle):
            for side in sides:
                chosen = np.flatnonzero(rest.part == _PARTS[band.kind][side])
                inside = _band_weights(band, side, rest, chosen)
                weights[chosen] = np.maximum(weights[chosen], inside)
    return weights


def _sides_of(name: str) -> tuple[tuple[SideName, ...], str]:
    for side in SIDES:
        if name.startswith(f"{side} "):
            return (side,), name.removeprefix(f"{side} ")
    return SIDES, name


def _band_weights(
    band: Band, side: SideName, rest: Surface, chosen: np.ndarray[tuple[int], np.dtype[np.intp]]
) -> Floats:
    if band.kind == "foot":
        return smoothstep(-0.45, -0.8, rest.normals[chosen, 2])
    along, around = rest.uv[chosen, 0], rest.uv[chosen, 1] * 360
    places = _PLACES[band.kind]
    place = places[0] + along * (places[-1] - places[0])
    if band.kind == "torso" and side == "right":
        around = 360 - around
    rows = np.array(band.rows)
    first, last = rows[0, 0], rows[-1, 0]
    angle, width = monotone(rows[:, 0], rows[:, 1:], np.clip(place, first, last)).T
    beyond = np.maximum(first - place, place - last).clip(0) / _TAPER[band.kind]
    away = np.abs((around - angle + 180) % 360 - 180)
    soft = np.minimum(_SOFT_DEGREES[band.kind], width + _NARROW_DEGREES)
    inside = 0.5 + (width - away) / (2 * soft) - 0.5 * beyond
    return np.clip(inside, 0, 1)
