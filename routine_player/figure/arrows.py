"""The path of an arrow: the way of the landmark that travels most, just outside its limb."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.camera import Camera
from routine_player.figure.kinematics import FRAME_INDEX, Pose, forward
from routine_player.figure.surface import Floats

_LEAST_TRAVEL: Final = 0.035  # of the picture's width
_SECOND: Final = 0.55
_POINTS: Final = 32
_SHOWN: Final[tuple[float, float]] = (0.08, 0.94)
_SMOOTHINGS: Final = 8


@dataclass(frozen=True, slots=True)
class _Traveller:
    """A landmark: a point of a frame, the joint it swings about, how far off its limb ends."""

    frame: str
    offset: tuple[float, float, float]
    pivot: str
    clear_m: float
    is_limb: bool


_TRAVELLERS: Final = (
    *(
        traveller
        for side in ("left", "right")
        for traveller in (
            _Traveller(f"{side}_wrist", (0.0, 0.0, -0.12), f"{side}_shoulder", 0.11, True),
            _Traveller(f"{side}_ankle", (0.06, 0.0, -0.03), f"{side}_hip", 0.12, True),
            _Traveller(f"{side}_knee", (0.0, 0.0, 0.0), f"{side}_hip", 0.10, False),
        )
    ),
    _Traveller("pelvis", (0.0, 0.0, 0.0), "left_ankle", 0.17, False),
    _Traveller("head", (0.0, 0.0, 0.10), "pelvis", 0.16, False),
)


def arrow_paths(
    poses: Sequence[Pose], camera: Camera, size: tuple[int, int], *, mirrored: bool
) -> tuple[Floats, ...]:
    """Give the ways (N, 2), in pixels, of what moves most from the first to the last of `poses`.

    There is none if nothing moves visibly, and a second one if another hand or foot goes at least
    55 % as far.
    """
    frames = forward(
        np.stack([pose.angles for pose in poses]),
        np.stack([pose.orientation for pose in poses]),
        np.stack([pose.translation for pose in poses]),
    )
    turn = np.array([1.0, -1.0 if mirrored else 1.0, 1.0])
    ways: list[tuple[float, _Traveller, Floats]] = []
    for traveller in _TRAVELLERS:
        path = camera.project(frames.point(traveller.frame, np.array(traveller.offset)) * turn)
        pivot = camera.project(frames.positions[:, FRAME_INDEX[traveller.pivot]] * turn)
        way = _outside(path[:, :2], pivot[:, :2], traveller.clear_m * camera.scale)
        travel = float(np.linalg.norm(np.diff(path[:, :2], axis=0), axis=1).sum())
        ways.append((travel, traveller, way))
    ways.sort(key=lambda way: -way[0])
    most, first, way = ways[0]
    if most < _LEAST_TRAVEL * size[0]:
        return ()
    chosen = [way]
    if first.is_limb:
        chosen += [
            other
            for travel, traveller, other in ways[1:]
            if traveller.is_limb and travel >= _SECOND * most
        ][:1]
    return tuple(_even(path, size) for path in chosen)


def _outside(path: Floats, pivot: Floats, clear: float) -> Floats:
    """Push a path (N, 2) away from what it swings about."""
    away = path - pivot
    return path + away / np.maximum(np.linalg.norm(away, axis=1), 1e-6)[:, None] * clear


def _even(path: Floats, size: tuple[int, int]) -> Floats:
    """Smooth a path, space its points evenly, leave out its ends, and keep it in the picture."""
    steps: Floats = np.linalg.norm(np.diff(path, axis=0), axis=1)
    length: Floats = np.concatenate([np.zeros(1), np.cumsum(steps)])
    first, last = _SHOWN
    places: Floats = np.linspace(first, last, _POINTS) * length[-1]
    even: Floats = np.stack(
        [np.interp(places, length, path[:, 0]), np.interp(places, length, path[:, 1])], axis=-1
    )
    for _ in range(_SMOOTHINGS):
        even[1:-1] = (even[:-2] + 2 * even[1:-1] + even[2:]) / 4
    edge = 0.02 * size[0]
    return np.clip(even, edge, np.array(size) - edge)
