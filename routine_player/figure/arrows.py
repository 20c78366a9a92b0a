"""The path of an arrow: the way of the landmark that travels most, moved clear of the figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.arrays import Mask
from routine_player.figure.camera import Camera
from routine_player.figure.kinematics import FRAME_INDEX, Frames, Pose, forward
from routine_player.figure.surface import Floats

_LEAST_TRAVEL: Final = 0.035  # of the picture's width
_SECOND: Final = 0.55
_APART: Final = 0.12  # of the picture's width: two arrows nearer than that would say one thing
_POINTS: Final = 32
_SHOWN: Final[tuple[float, float]] = (0.06, 0.96)
_DEGREE: Final = 2  # of the curve: one arc
_FINE: Final = 97
_CLEARANCES_M: Final = (0.08, 0.11, 0.15, 0.20, 0.26, 0.33)
_EDGE: Final = 0.03  # of the picture's width, that an arrow keeps from its edge


@dataclass(frozen=True, slots=True)
class _Traveller:
    """A landmark: a point of a frame, the joint it swings about, and whether it ends a limb."""

    frame: str
    offset: tuple[float, float, float]
    pivot: str
    is_limb: bool


_TRAVELLERS: Final = (
    *(
        traveller
        for side in ("left", "right")
        for traveller in (
            _Traveller(f"{side}_wrist", (0.0, 0.0, -0.12), f"{side}_shoulder", True),
            _Traveller(f"{side}_ankle", (0.06, 0.0, -0.03), f"{side}_hip", True),
            _Traveller(f"{side}_knee", (0.0, 0.0, 0.0), f"{side}_hip", False),
        )
    ),
    _Traveller("pelvis", (0.0, 0.0, 0.0), "T4", False),
    _Traveller("head", (0.0, 0.0, 0.10), "pelvis", False),
)


@dataclass(frozen=True, slots=True, eq=False)
class Scenery:
    """What an arrow has to keep clear of in a picture of `size` pixels.

    `covered` (H, W) tells which squares of `cell` pixels the figure covers.
    """

    size: tuple[int, int]
    covered: Mask
    cell: int

    def share_covered(self, path: Floats) -> float:
        """Give the share of a path's points that lie on the figure."""
        column, row = (path.T / self.cell).astype(np.intp)
        height, width = self.covered.shape
        return float(
            self.covered[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)].mean()
        )

    def share_outside(self, path: Floats) -> float:
        """Give the share of a path's points that lie too near to the edge, or beyond it."""
        edge = _EDGE * self.size[0]
        inside = (path > edge) & (path < np.array(self.size) - edge)
        return float(1 - inside.all(axis=1).mean())


def arrow_paths(
    poses: Sequence[Pose], camera: Camera, scenery: Scenery, *, mirrored: bool
) -> tuple[Floats, ...]:
    """Give the ways (N, 2), in pixels, of what moves most from the first to the last of `poses`.

    There is none if nothing moves visibly, and a second one if another hand or foot goes at least
    55 % as far, elsewhere.
    """
    frames = forward(
        np.stack([pose.angles for pose in poses]),
        np.stack([pose.orientation for pose in poses]),
        np.stack([pose.translation for pose in poses]),
    )
    turn = np.array([1.0, -1.0 if mirrored else 1.0, 1.0])
    ways = sorted((_way(one, frames, camera, turn) for one in _TRAVELLERS), key=_travel)[::-1]
    least = max(_LEAST_TRAVEL * scenery.size[0], _SECOND * _travel(ways[0]))
    chosen: list[_Way] = []
    for way in ways:
        if _travel(way) >= least and _adds(way, chosen, _APART * scenery.size[0]):
            chosen.append(way)
    return tuple(_clear(way, scenery, camera.scale) for way in chosen)


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """Where a landmark goes, (N, 2) in pixels, and where its pivot is meanwhile."""

    of: _Traveller
    path: Floats
    pivot: Floats


def _way(one: _Traveller, frames: Frames, camera: Camera, turn: Floats) -> _Way:
    path = camera.project(frames.point(one.frame, np.array(one.offset)) * turn)
    pivot = camera.project(frames.positions[:, FRAME_INDEX[one.pivot]] * turn)
    return _Way(one, path[:, :2], pivot[:, :2])


def _travel(way: _Way) -> float:
    return float(_length_along(way.path)[-1])


def _adds(way: _Way, chosen: list[_Way], apart: float) -> bool:
    """Tell whether a way belongs beside those chosen: the first, or that of another limb."""
    if not chosen:
        return True
    (first, *more) = chosen
    if more or not (first.of.is_limb and way.of.is_limb):
        return False
    return float(np.linalg.norm(way.path - first.path, axis=1).mean()) > apart


def _clear(way: _Way, scenery: Scenery, scale: float) -> Floats:
    """Move a way off the figure, no farther than it takes."""
    best, least = way.path, np.inf
    for path, clearance_m in _candidates(way, scale):
        even = _even(path)
        fault = scenery.share_covered(even) + 2 * scenery.share_outside(even) + clearance_m
        if fault < least:
            best, least = even, fault
    edge = _EDGE * scenery.size[0]
    return np.clip(best, edge, np.array(scenery.size) - edge)


def _candidates(way: _Way, scale: float) -> Iterator[tuple[Floats, float]]:
    """Try a way farther from its pivot, or pushed along, or to either side."""
    away = way.path - way.pivot
    outward = away / np.maximum(np.linalg.norm(away, axis=1), 1e-6)[:, None]
    whole = way.path[-1] - way.path[0]
    along = whole / max(float(np.linalg.norm(whole)), 1e-6)
    aside = np.array([-along[1], along[0]])
    for clearance_m in _CLEARANCES_M:
        yield way.path + outward * (clearance_m * scale), clearance_m
        for push in (aside, -aside, along):
            yield way.path + push * (clearance_m * scale), clearance_m + 0.04


def _even(path: Floats) -> Floats:
    """Draw a path as one calm curve, its points evenly spaced, its ends left out."""
    length = _length_along(path)
    powers = np.arange(min(_DEGREE, len(path) - 1) + 1, dtype=np.float64)
    share: Floats = (length / max(float(length[-1]), 1e-6))[:, None]
    curve: Floats = np.linalg.pinv(share**powers) @ path
    calm: Floats = np.linspace(0, 1, _FINE)[:, None] ** powers @ curve
    length = _length_along(calm)
    first, last = _SHOWN
    places: Floats = np.linspace(first, last, _POINTS) * length[-1]
    return np.stack(
        [np.interp(places, length, calm[:, 0]), np.interp(places, length, calm[:, 1])], axis=-1
    )


def _length_along(path: Floats) -> Floats:
    """Give how far along a path (N, 2) each of its points is, (N,)."""
    steps: Floats = np.linalg.norm(np.diff(path, axis=0), axis=1)
    return np.concatenate([np.zeros(1), np.cumsum(steps)])
