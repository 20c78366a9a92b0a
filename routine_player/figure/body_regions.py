"""The regions of the body that pain can be told of: their names and where they lie on the mesh.

Plain data, so that lists and files can name regions without the mesh.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

PartKind = Literal["torso", "leg", "arm", "hand", "foot"]

_EVERYWHERE: Final = ((-9.0, -181.0), (9.0, -181.0), (9.0, 181.0), (-9.0, 181.0))


@dataclass(frozen=True, slots=True)
class Outline:
    """A polygon on a kind of part: corners of place and angle.

    Places are metres over the hip joints on the torso, bones along a leg or an arm. Angles are
    degrees from the front, outward positive; on the torso of a region without a side they count
    the same both ways.
    """

    kind: PartKind
    corners: tuple[tuple[float, float], ...] = _EVERYWHERE


@dataclass(frozen=True, slots=True)
class Area:
    """What a region looks like, whichever its side. Where areas overlap, the first one counts."""

    name: str
    sided: bool
    outlines: tuple[Outline, ...]


def _box(kind: PartKind, places: tuple[float, float], angles: tuple[float, float]) -> Outline:
    (low, high), (first, last) = places, angles
    return Outline(kind, ((low, first), (high, first), (high, last), (low, last)))


AREAS: Final = (
    Area("neck", False, (Outline("torso", ((0.505, -1), (9, -1), (9, 181), (0.545, 181))),)),
    Area(
        "shoulder",
        True,
        (
            Outline("torso", ((0.43, 78), (0.50, 40), (0.53, 90), (0.51, 130), (0.43, 104))),
            Outline("arm", ((-9, -181), (0.3, -181), (0.42, 90), (0.3, 181), (-9, 181))),
        ),
    ),
    Area("arm", True, (Outline("arm"), Outline("hand"))),
    Area("lower-back-middle", False, (_box("torso", (0.015, 0.25), (165.5, 181)),)),
    Area(
        "lower-back",
        True,
        (Outline("torso", ((0.05, 118), (0.25, 112), (0.25, 165.5), (0.015, 165.5))),),
    ),
    Area(
        "buttock",
        True,
        (
            Outline("torso", ((-9, 116), (0.05, 118), (0.015, 165.5), (0.015, 181), (-9, 181))),
            _box("leg", (-9, 0.2), (116, 181)),
            _box("leg", (-9, 0.2), (-181, -140)),
        ),
    ),
    Area(
        "hip",
        True,
        (
            Outline("torso", ((-9, 24), (0.075, 42), (0.085, 110), (0.05, 118), (-9, 116))),
            Outline("leg", ((-9, 16), (0.1, 20), (0.3, 50), (0.3, 116), (-9, 116))),
        ),
    ),
    Area(
        "groin",
        True,
        (
            Outline("torso", ((-9, 4), (-0.04, 4), (0.055, 32), (0.075, 42), (-9, 24))),
            Outline("leg", ((-9, -141), (0.08, -141), (0.1, -60), (0.14, 20), (-9, 16))),
        ),
    ),
    Area("thigh-front", True, (_box("leg", (-9, 0.84), (-95, 95)),)),
    Area(
        "thigh-back",
        True,
        (_box("leg", (-9, 0.84), (95, 181)), _box("leg", (-9, 0.84), (-181, -95))),
    ),
    Area("knee", True, (_box("leg", (0.84, 1.1), (-181, 181)),)),
    Area(
        "outer-lower-leg",
        True,
        (Outline("leg", ((1.1, 24), (1.9, 12), (1.9, 120), (1.1, 112))),),
    ),
    Area("shin", True, (Outline("leg", ((1.1, -84), (1.9, -110), (1.9, 12), (1.1, 24))),)),
    Area("calf", True, (_box("leg", (1.1, 1.9), (-181, 181)),)),
    Area("foot", True, (_box("leg", (1.9, 9), (-181, 181)), Outline("foot"))),
    Area("abdomen", False, (_box("torso", (-9, 0.28), (-1, 120)),)),
    Area("chest", False, (_box("torso", (0.28, 0.56), (-1, 91)),)),
    Area("upper-back", False, (_box("torso", (0.25, 0.56), (90, 181)),)),
)


def _names(area: Area) -> tuple[str, ...]:
    return (f"{area.name}-left", f"{area.name}-right") if area.sided else (area.name,)


REGIONS: Final = tuple(chain.from_iterable(_names(area) for area in AREAS))
"""Every region by its name; sides are the last word. A vertex tells its region by the index."""
NO_REGION: Final = -1
