"""A limb: one tube along two bones that bends at the joint between them.

Built in the axes of its upper bone (x front, y outer, z up, the upper joint at the origin), as a
left limb; places along it count bones: 0 at the upper joint, 1 at the hinge, 2 at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from routine_player.figure.mesh.curves import around_basis, profile, soft_limit
from routine_player.figure.surface import Floats

DIRECTIONS: Final = 8
"""How many radii a row of a table has: front, front outer, outer, back outer, back, back inner,
inner, front inner."""

TIP_M: Final = 0.00005
"""The radius of a tube's ends: small enough to show no hole, and wide enough to have a normal."""

_GRAIN = 0.022  # bones
_LEAST_BEND = 1e-3
_CREASE = 0.92  # share of the room in the fold that flesh may fill


@dataclass(frozen=True, slots=True, eq=False)
class Bulge:
    """Flesh that swells by `shape` (R, S), in metres, as the hinge bends or the limb is raised.

    It begins at `start` and is complete at `end`: degrees of the hinge, or shares of raised.
    """

    shape: Floats
    start: float
    end: float
    by: Literal["hinge", "raised"] = "hinge"


@dataclass(frozen=True, slots=True, eq=False)
class LimbShape:
    """What a limb keeps in every pose.

    - `places` (R,), `radii` (R, S) in metres, `angles` (S,) around, 0 in front, pi / 2 outside
    - `lengths_m` of the two bones, `round_m`: how far from the hinge the bend begins
    - `fold`: 1 when the lower bone folds backward (knee), -1 when forward (elbow)
    """

    places: Floats
    radii: Floats
    angles: Floats
    lengths_m: tuple[float, float]
    round_m: float
    fold: float
    bulges: tuple[Bulge, ...]


@dataclass(frozen=True, slots=True)
class LimbBend:
    """How a limb is bent.

    The hinge and the turn of its end about the lower bone are in radians; `raised` is 0 hanging, 1
    overhead.
    """

    hinge: float
    twist: float = 0.0
    raised: float = 0.0


def radii_of(table: Floats, places: Floats, sides: int) -> Floats:
    """Give the radii (R, S) in metres of a table with rows of place and eight radii in mm."""
    return (
        profile(table[:, 0], table[:, 1:] / 1000, places, _GRAIN)
        @ around_basis(DIRECTIONS, sides).T
    )


def hill(
    places: Floats, angles: Floats, at: tuple[float, float], size: tuple[float, float]
) -> Floats:
    """Give a soft hill (R, S) of height 1 at a place and an angle in degrees, and its half size."""
    away = (np.degrees(angles) - at[1] + 180) % 360 - 180
    along = np.exp(-(((places - at[0]) / size[0]) ** 2))
    return along[:, None] * np.exp(-((away / size[1]) ** 2))[None, :]


def relief(
    hills: Sequence[tuple[float, tuple[float, float], tuple[float, float]]],
    places: Floats,
    angles: Floats,
) -> Floats:
    """Add up hills (R, S): each its height in metres, where it is and its half size."""
    flat = np.zeros((len(places), len(angles)))
    return sum((height * hill(places, angles, at, size) for height, at, size in hills), start=flat)


def limb_rings(shape: LimbShape, bend: LimbBend) -> Floats:
    """Give the points (R, S, 3) of a left limb in the axes of its upper bone."""
    radii = shape.radii
    for bulge in shape.bulges:
        radii = radii + bulge.shape * _swelling(bulge, bend)
    turned = shape.angles + (bend.twist * np.clip(shape.places - 1, 0, 1))[:, None]
    front, outer = radii * np.cos(turned), radii * np.sin(turned)
    front, outer = _pressed(shape, bend.hinge, front, outer)
    centre_x, centre_z, angle = _centre_line(shape, bend.hinge)
    return np.stack(
        [
            centre_x[:, None] + front * np.cos(angle)[:, None],
            outer,
            centre_z[:, None] - front * np.sin(angle)[:, None],
        ],
        axis=-1,
    )


def _swelling(bulge: Bulge, bend: LimbBend) -> float:
    reached = bend.raised if bulge.by == "raised" else float(np.degrees(bend.hinge))
    part = min(max((reached - bulge.start) / (bulge.end - bulge.start), 0.0), 1.0)
    return part * part * (3 - 2 * part)


def _from_hinge(shape: LimbShape) -> Floats:
    upper, lower = shape.lengths_m
    return (shape.places - 1) * np.where(shape.places < 1, upper, lower)


def _pressed(shape: LimbShape, hinge: float, front: Floats, outer: Floats) -> tuple[Floats, Floats]:
    """Flatten the flesh in the fold against the plane that halves it; it gives way sideways."""
    from_hinge = np.maximum(np.abs(_from_hinge(shape)), shape.round_m)
    room = _CREASE * from_hinge / np.tan(max(hinge, _LEAST_BEND) / 2)
    depth = np.maximum(-shape.fold * front, 0)
    kept = soft_limit(depth, room[:, None])
    lost = depth - kept
    widest = np.abs(outer).max(axis=1, keepdims=True)
    wider = 1 + 0.28 * lost.max(axis=1, keepdims=True) / widest
    return front + shape.fold * lost, outer * wider


def _centre_line(shape: LimbShape, hinge: float) -> tuple[Floats, Floats, Floats]:
    """Give x, z and the turn about y (R,) of each ring; the hinge is rounded to an arc."""
    upper = shape.lengths_m[0]
    bend = max(hinge, _LEAST_BEND)
    radius = shape.round_m / np.tan(bend / 2)
    along = _from_hinge(shape)
    share = np.clip((along + shape.round_m) / (2 * shape.round_m), 0, 1)
    angle = share * bend
    before = np.minimum(along, -shape.round_m)
    after = np.maximum(along - shape.round_m, 0)
    forward = radius * (1 - np.cos(angle)) + after * np.sin(bend)
    down = upper + before + radius * np.sin(angle) + after * np.cos(bend)
    return -shape.fold * forward, -down, shape.fold * angle
