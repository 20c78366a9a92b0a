"""The frames of a movement: bodies on the way from keyframe to keyframe.

What holds in both keyframes holds on the way. The way leads between what the keyframes achieved,
not between what they asked for, so that it begins and ends exactly on them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from routine_player.figure.aims import CLEARANCE_M, FIRSTS, KEPT_UP, PIN, SECONDS, Aims, Indices
from routine_player.figure.authored import AuthoredMovement, Play
from routine_player.figure.contacts import ROLLING, sliding_landmarks
from routine_player.figure.joining import joined_landmarks
from routine_player.figure.kinematics import Pose
from routine_player.figure.landmarks import LANDMARK_INDEX
from routine_player.figure.movement import FRAME_COUNT
from routine_player.figure.planes import plane_of
from routine_player.figure.points import RADIUS_M, points_of
from routine_player.figure.resting import Asked
from routine_player.figure.rotation import Array, from_vector, to_vector
from routine_player.figure.skeleton import PARAMETERS
from routine_player.figure.solver import solve

_ITERATIONS: Final = 6
_ROUNDS: Final = 2
_SPREADS: Final = 8
_SETTLED: Final = 4.0
_STIFFNESS: Final = np.full(len(PARAMETERS), 9.0)
_STRAYS: Final = np.full(len(PARAMETERS), np.inf)
_ROOT: Final = np.array([0.5, 0.5, 0.5, 20.0, 20.0, 20.0])
_END: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """From one keyframe to the next: what each asked for, and what it came to."""

    authored: AuthoredMovement
    walls: dict[str, float]
    asked: tuple[Asked, Asked]
    poses: tuple[Pose, Pose]


def frames_of_movement(
    authored: AuthoredMovement, asked: list[Asked], poses: list[Pose], walls: dict[str, float]
) -> tuple[tuple[Pose, ...], tuple[float, ...]]:
    """Give FRAME_COUNT bodies evenly along the way, and each keyframe's progress."""
    loops = authored.play is Play.LOOP and len(poses) > 1
    moves = [one.keyframe.move_s for one in asked]
    lengths = [*moves[1:], moves[0]] if loops else moves[1:]
    if not lengths:
        return tuple(poses * FRAME_COUNT), (0.0,)
    starts = np.concatenate([[0.0], np.cumsum(lengths) / sum(lengths)])
    ends = [*poses, _closing(authored, asked, poses)] if loops else poses
    said = [*asked, asked[0]] if loops else asked
    progress = np.arange(FRAME_COUNT) / (FRAME_COUNT if loops else FRAME_COUNT - 1)
    frames: list[Pose] = []
    for number in range(len(lengths)):
        low, high = starts[number], starts[number + 1]
        last = number == len(lengths) - 1
        inside = (progress >= low) & ((progress <= high) if last else (progress < high))
        shares = (progress[inside] - low) / (high - low)
        way = _Way(
            authored,
            walls,
            (said[number], said[number + 1]),
            (ends[number], ends[number + 1]),
        )
        frames += _along(way, shares)
    return tuple(frames), tuple(float(one) for one in starts[: len(poses)])


def _closing(authored: AuthoredMovement, asked: list[Asked], poses: list[Pose]) -> Pose:
    """Give the first keyframe again, moved on by as far as the movement has travelled.

    What slides tells nothing of that: feet slide back under someone who runs on the spot.
    """
    sliding = sliding_landmarks(authored)
    shared = [
        LANDMARK_INDEX[landmark]
        for surface, landmark in asked[0].touches
        if (surface, landmark) in asked[-1].touches and landmark not in sliding
    ]
    first = poses[0]
    if not shared:
        return first
    travelled = (points_of(poses[-1])[shared] - points_of(first)[shared]).mean(axis=0)
    travelled[2] = 0.0
    return Pose(first.angles, first.orientation, first.translation + travelled)


def _along(way: _Way, shares: Array) -> list[Pose]:
    """Give the bodies at `shares` (N,) of the way; those at its ends are its ends."""
    inner = (shares > _END) & (shares < 1 - _END)
    solved = iter(_solved(way, shares[inner]) if inner.any() else [])
    return [
        next(solved) if within else way.poses[round(float(share))]
        for share, within in zip(shares, inner, strict=True)
    ]


def _solved(way: _Way, shares: Array) -> list[Pose]:
    start, end = way.poses
    turn = to_vector(start.orientation.T @ end.orientation)
    guesses = [
        Pose(
            start.angles + (end.angles - start.angles) * share,
            start.orientation @ from_vector(turn * share),
            start.translation + (end.translation - start.translation) * share,
        )
        for share in shares
    ]
    for _ in range(_ROUNDS):
        solved = solve(guesses, _aims(way, guesses, shares), iterations=_ITERATIONS)
        guesses = _evened(guesses, solved)
    settled = replace(_aims(way, guesses, shares), stiffness=_STIFFNESS * _SETTLED)
    return solve(guesses, settled, iterations=_ITERATIONS)


def _evened(guesses: list[Pose], solved: list[Pose]) -> list[Pose]:
    """Spread what bodies had to give way over the frames around.

    A foot that would scrape the floor lifts early and sets down late then, and nothing pops. At
    the ends nothing gives way: they are the keyframes.
    """
    angles = _spread(
        [one.angles - guess.angles for guess, one in zip(guesses, solved, strict=True)]
    )
    places = _spread(
        [one.translation - guess.translation for guess, one in zip(guesses, solved, strict=True)]
    )
    turns = _spread(
        [
            to_vector(one.orientation @ guess.orientation.T)
            for guess, one in zip(guesses, solved, strict=True)
        ]
    )
    return [
        Pose(guess.angles + angle, from_vector(turn) @ guess.orientation, guess.translation + place)
        for guess, angle, turn, place in zip(guesses, angles, turns, places, strict=True)
    ]


def _spread(rows: list[Array]) -> Array:
    """Even out what changes from frame to frame (N, K)."""
    values = np.stack(rows)
    for _ in range(_SPREADS):
        padded = np.concatenate([values[:1] * 0, values, values[:1] * 0])
        values = (padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4
    return values


def _aims(way: _Way, guesses: list[Pose], shares: Array) -> Aims:
    begin, finish = (points_of(pose) for pose in way.poses)

    def on_the_way(measure: Callable[[Array], Array]) -> Array:
        first, last = measure(begin), measure(finish)
        return first + (last - first) * shares.reshape(-1, *([1] * first.ndim))

    touches = _lasting(way)
    touching = np.array([LANDMARK_INDEX[name] for _, name in touches], np.intp)
    planes = [plane_of(way.authored, surface, way.walls) for surface, _ in touches]
    normals = np.array([plane.normal for plane in planes]).reshape(-1, 3)
    planted = _planted(way, touches)
    pinned = touching[planted]
    joined = joined_landmarks(
        tuple(one for one in way.asked[1].reaches if one in way.asked[0].reaches)
    )
    gaps = on_the_way(lambda points: _gaps(points, FIRSTS, SECONDS))
    return Aims(
        angles=np.stack([pose.angles for pose in guesses]),
        stiffness=_STIFFNESS,
        strays=_STRAYS,
        root_stiffness=_ROOT,
        touching=touching,
        normals=normals,
        heights=on_the_way(lambda points: _heights(points, touching, normals)),
        levels=np.zeros(len(touching), np.intp),
        pinned=pinned,
        pins=on_the_way(lambda points: points[pinned]),
        pin_normals=normals[planted],
        pin_weights=np.full(len(planted), PIN * 3),
        paired=joined.paired,
        distances=on_the_way(lambda points: _gaps(points, *joined.paired.T)),
        placed=joined.placed,
        places=on_the_way(lambda points: points[joined.placed]),
        kept_up=KEPT_UP,
        floors=np.minimum(on_the_way(_lowest), 0.0),
        clearances=np.minimum(gaps, CLEARANCE_M),
        keeps_limits=False,
    )


def _heights(points: Array, touching: Indices, normals: Array) -> Array:
    """Give how high (C,) spheres lie along the normals (C, 3) of their surfaces."""
    return np.einsum("ck,ck->c", points[touching], normals) - RADIUS_M[touching]


def _gaps(points: Array, first: Indices, second: Indices) -> Array:
    return np.linalg.norm(points[first] - points[second], axis=-1)


def _lowest(points: Array) -> Array:
    return points[KEPT_UP, 2] - RADIUS_M[KEPT_UP]


def _lasting(way: _Way) -> list[tuple[str, str]]:
    """Give what touches all the way, and what a roller passes from and to."""
    start, end = way.asked
    rolling = [touch for touch in (*start.touches, *end.touches) if touch[0] in ROLLING]
    lasting = [touch for touch in end.touches if touch in start.touches]
    return list(dict.fromkeys([*lasting, *rolling]))


def _planted(way: _Way, touches: list[tuple[str, str]]) -> list[int]:
    """Give the numbers of the contacts that stay where they are."""
    sliding = sliding_landmarks(way.authored)
    start, end = way.asked
    return [
        number
        for number, touch in enumerate(touches)
        if touch in start.touches and touch in end.touches and touch[1] not in sliding
    ]
