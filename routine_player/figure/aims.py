"""What a body is pulled towards: everything that a solve weighs against each other.

All arrays begin with N, the bodies that are solved at once.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.contacts import FLOOR_CHECKED
from routine_player.figure.kinematics import forward
from routine_player.figure.landmarks import LANDMARK_INDEX
from routine_player.figure.points import RADIUS_M, landmark_points
from routine_player.figure.rotation import Array, from_vector
from routine_player.figure.skeleton import LIMITS_DEGREES, PARAMETERS, SIDES, motion_of

Indices = NDArray[np.intp]

CONTACT: Final = 220.0
PIN: Final = 140.0
REACH: Final = 150.0
PENETRATION: Final = 120.0
APART: Final = 60.0
LEVEL: Final = 200.0
STRAY: Final = 25.0
_LIMIT: Final = 30.0
"""Weights: all but the last two by metre, those by radian."""

KEPT_UP: Final = np.array([LANDMARK_INDEX[name] for name in FLOOR_CHECKED])
"""The landmarks that are kept out of the floor, by number."""

_LOW: Final = np.radians([LIMITS_DEGREES[motion_of(name)][0] for name in PARAMETERS])
_HIGH: Final = np.radians([LIMITS_DEGREES[motion_of(name)][1] for name in PARAMETERS])

_LIMBS: Final = ("wrist", "hand", "finger", "forearm", "elbow")
_TRUNK: Final = ("belly", "chest", "face")
_LEGS: Final = ("thigh", "knee", "calf")
_SQUEEZE: Final = 0.88
"""Spheres may overlap a little: flesh gives way, and they are rounder than it is."""


def _pairs() -> list[tuple[str, str]]:
    """Pairs of landmarks that must not pass through each other."""
    both = ("knee", "calf", "thigh", "ankle", "ball", "wrist", "forearm")
    found = [(f"left {part}", f"right {part}") for part in both]
    found += [("left ankle", "right calf"), ("left calf", "right ankle")]
    for side in SIDES:
        for limb in _LIMBS:
            found += [(f"{side} {limb}", part) for part in _TRUNK]
            found += [(f"{side} {limb}", f"{other} {leg}") for other in SIDES for leg in _LEGS]
            found += [(f"{side} {limb}", f"{side} {part}") for part in ("rib", "hip")]
    return found


PAIRS: Final = tuple(_pairs())
FIRSTS: Final = np.array([LANDMARK_INDEX[first] for first, _ in PAIRS])
SECONDS: Final = np.array([LANDMARK_INDEX[second] for _, second in PAIRS])
CLEARANCE_M: Final = (RADIUS_M[FIRSTS] + RADIUS_M[SECONDS]) * _SQUEEZE
"""How far the centres of each of PAIRS, FIRSTS and SECONDS by number, stay apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Aims:
    """What N bodies should come to.

    - `angles` (N, P) radians, each pulled at by `stiffness` (P,) per radian
    - `strays` (P,) is how far in radians an angle may stray before STRAY pulls it back too
    - `root_stiffness` (6,): how hard the pelvis keeps its place and its turn
    - `touching` (C,) landmarks, `normals` (C, 3), `heights` (N, C) along them in metres; NaN where
      a surface is not placed yet: then all landmarks with one number in `levels` (C,) shall be
      equally high
    - `pinned` (Q,) landmarks that stay at `pins` (N, Q, 3) but along `pin_normals` (Q, 3), as hard
      as `pin_weights` (Q,) by metre
    - `paired` (M, 2) landmarks at `distances` (N, M) of each other
    - `placed` (L,) landmarks at `places` (N, L, 3)
    - `kept_up` (F,) landmarks no lower than `floors` (N, F)
    - `clearances` (N, PAIRS): how far the centres of each of PAIRS stay apart
    - `keeps_limits` says whether joints are held to what they can do
    """

    angles: Array
    stiffness: Array
    strays: Array
    root_stiffness: Array
    touching: Indices
    normals: Array
    heights: Array
    levels: Indices
    pinned: Indices
    pins: Array
    pin_normals: Array
    pin_weights: Array
    paired: Indices
    distances: Array
    placed: Indices
    places: Array
    kept_up: Indices
    floors: Array
    clearances: Array
    keeps_limits: bool = True


def residuals(aims: Aims, moves: Array, orientation: Array, translation: Array) -> Array:
    """Weigh how far bodies are from their aims.

    `moves` (N, S, 6 + P): for each of N bodies S candidates, as a shift of the pelvis, a turn of it
    as a vector in the axes of the world, and all angles. Gives (N, S, R).
    """
    count, candidates, _ = moves.shape
    shift, turn, angles = moves[..., :3], moves[..., 3:6], moves[..., 6:]
    rotations = from_vector(turn) @ orientation[:, None]
    places = translation[:, None] + shift
    frames = forward(
        angles.reshape(count * candidates, -1),
        rotations.reshape(-1, 3, 3),
        places.reshape(-1, 3),
    )
    points = landmark_points(frames).reshape(count, candidates, -1, 3)
    off = angles - aims.angles[:, None]
    parts = [
        moves[..., :6] * aims.root_stiffness,
        off * aims.stiffness,
        np.maximum(np.abs(off) - aims.strays, 0) * STRAY,
        *_surface_parts(aims, points),
        *_joining_parts(aims, points),
        np.minimum(points[:, :, aims.kept_up, 2] - RADIUS_M[aims.kept_up] - aims.floors[:, None], 0)
        * PENETRATION,
    ]
    gap = np.linalg.norm(points[:, :, FIRSTS] - points[:, :, SECONDS], axis=-1)
    parts.append(np.minimum(gap - aims.clearances[:, None], 0) * APART)
    if aims.keeps_limits:
        beyond = np.minimum(angles - _LOW, 0) + np.maximum(angles - _HIGH, 0)
        parts.append(beyond * _LIMIT)
    return np.concatenate(parts, axis=-1)


def _surface_parts(aims: Aims, points: Array) -> list[Array]:
    """Weigh contacts and pins."""
    touching = points[:, :, aims.touching]
    heights = np.einsum("nsck,ck->nsc", touching, aims.normals) - RADIUS_M[aims.touching]
    known = ~np.isnan(aims.heights[0])
    parts = [(heights - aims.heights[:, None])[..., known] * CONTACT]
    for level in np.unique(aims.levels[~known]):
        same = heights[..., (aims.levels == level) & ~known]
        parts.append((same - same.mean(axis=-1, keepdims=True)) * LEVEL)
    off = points[:, :, aims.pinned] - aims.pins[:, None]
    along = np.einsum("nsck,ck->nsc", off, aims.pin_normals)
    flat = (off - along[..., None] * aims.pin_normals) * aims.pin_weights[:, None]
    parts.append(flat.reshape(*flat.shape[:2], -1))
    return parts


def _joining_parts(aims: Aims, points: Array) -> list[Array]:
    """Weigh reaches: to other parts of the body, and to points of the room."""
    first, second = points[:, :, aims.paired[:, 0]], points[:, :, aims.paired[:, 1]]
    gap = np.linalg.norm(first - second, axis=-1) - aims.distances[:, None]
    off = (points[:, :, aims.placed] - aims.places[:, None]) * REACH
    return [gap * REACH, off.reshape(*off.shape[:2], -1)]
