"""From an authored movement to its bodies: keyframe by keyframe, then the ways between them."""

from typing import Final

import numpy as np

from routine_player.figure.aims import CLEARANCE_M, KEPT_UP, PAIRS, PIN, Aims
from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.contacts import ROLLING, sliding_landmarks
from routine_player.figure.joining import joined_landmarks
from routine_player.figure.kinematics import Pose
from routine_player.figure.landmarks import LANDMARK_INDEX
from routine_player.figure.movement import Movement
from routine_player.figure.planes import plane_of
from routine_player.figure.points import RADIUS_M, points_of
from routine_player.figure.resting import Asked, asked_of
from routine_player.figure.rotation import Array
from routine_player.figure.solver import solve
from routine_player.figure.ways import frames_of_movement

_ITERATIONS: Final = 60
_ROOT: Final = np.array([0.02, 0.02, 0.02, 4.0, 4.0, 8.0])
_LEANING_ROOT: Final = np.array([0.02, 0.02, 0.02, 12.0, 12.0, 12.0])
_ROLLING_PIN: Final = 40.0


def solve_movement(authored: AuthoredMovement) -> Movement:
    """Solve every keyframe, then FRAME_COUNT frames along the way."""
    walls: dict[str, float] = {}
    asked = [asked_of(authored, one) for one in authored.keyframes]
    before: tuple[Asked, Pose] | None = None
    if authored.setup is not None:
        setup = asked_of(authored, authored.setup)
        before = (setup, _solved(authored, setup, None, walls))
    poses: list[Pose] = []
    for one in asked:
        pose = _solved(authored, one, before, walls)
        before = (one, pose)
        poses.append(pose)
    frames, marks = frames_of_movement(authored, asked, poses, walls)
    return Movement(authored, tuple(poses), frames, marks, tuple(sorted(walls.items())))


def _solved(
    authored: AuthoredMovement,
    asked: Asked,
    before: tuple[Asked, Pose] | None,
    walls: dict[str, float],
) -> Pose:
    """Solve one keyframe after the one before; a wall that it is the first to touch is placed."""
    first = _first_guess(authored, asked, before, walls)
    pose = solve([first], _aims(authored, asked, before, walls), iterations=_ITERATIONS)[0]
    for surface in {surface for surface, _ in asked.touches}:
        plane = plane_of(authored, surface, walls)
        if np.isnan(plane.height_m):
            touching = [LANDMARK_INDEX[name] for other, name in asked.touches if other == surface]
            heights = points_of(pose)[touching] @ plane.normal - RADIUS_M[touching]
            walls[surface] = float(heights.mean())
    return pose


def _first_guess(
    authored: AuthoredMovement,
    asked: Asked,
    before: tuple[Asked, Pose] | None,
    walls: dict[str, float],
) -> Pose:
    """Put the body as authored where its contacts are on their surfaces, on the whole."""
    start = np.zeros(3) if before is None else before[1].translation.copy()
    pose = Pose(asked.angles, asked.orientation, start)
    points = points_of(pose)
    lifts: list[float] = []
    for surface, landmark in asked.touches:
        plane = plane_of(authored, surface, walls)
        number = LANDMARK_INDEX[landmark]
        if plane.normal[2] == 1.0:
            lifts.append(plane.height_m - float(points[number, 2] - RADIUS_M[number]))
    if lifts:
        start[2] += float(np.mean(lifts))
    else:
        start[2] -= float((points[KEPT_UP, 2] - RADIUS_M[KEPT_UP]).min())
    return Pose(asked.angles, asked.orientation, start)


def _aims(
    authored: AuthoredMovement,
    asked: Asked,
    before: tuple[Asked, Pose] | None,
    walls: dict[str, float],
) -> Aims:
    planes = [plane_of(authored, surface, walls) for surface, _ in asked.touches]
    surfaces = sorted({surface for surface, _ in asked.touches})
    joined = joined_landmarks(asked.reaches)
    pinned, pins, pin_normals, weights = _pins(authored, asked, before, walls)
    return Aims(
        angles=asked.angles[None],
        stiffness=asked.stiffness,
        strays=asked.strays,
        root_stiffness=_LEANING_ROOT if asked.leans else _ROOT,
        touching=np.array([LANDMARK_INDEX[name] for _, name in asked.touches], np.intp),
        normals=np.array([plane.normal for plane in planes]).reshape(-1, 3),
        heights=np.array([[plane.height_m for plane in planes]]).reshape(1, -1),
        levels=np.array([surfaces.index(surface) for surface, _ in asked.touches], np.intp),
        pinned=np.array(pinned, np.intp),
        pins=np.array(pins, float).reshape(1, -1, 3),
        pin_normals=np.array(pin_normals, float).reshape(-1, 3),
        pin_weights=np.array(weights, float),
        paired=joined.paired,
        distances=joined.distances[None],
        placed=joined.placed,
        places=joined.places[None],
        kept_up=KEPT_UP,
        floors=np.zeros((1, len(KEPT_UP))),
        clearances=clearances(asked)[None],
    )


def clearances(asked: Asked) -> Array:
    """Give how far each of PAIRS stays apart (metres); those that reach each other need not."""
    together = {
        frozenset((reach.landmark, reach.target))
        for reach in asked.reaches
        if isinstance(reach.target, str)
    }
    apart = [frozenset(pair) not in together for pair in PAIRS]
    return np.where(apart, CLEARANCE_M, 0.0)


def _pins(
    authored: AuthoredMovement,
    asked: Asked,
    before: tuple[Asked, Pose] | None,
    walls: dict[str, float],
) -> tuple[list[int], list[Array], list[Array], list[float]]:
    """Plant what touched before and still does; give landmarks, places, normals and weights."""
    pinned: list[int] = []
    pins: list[Array] = []
    normals: list[Array] = []
    weights: list[float] = []
    if before is None:
        return pinned, pins, normals, weights
    sliding = sliding_landmarks(authored)
    was = points_of(before[1])
    rolled = _rolled(asked, before[0], was)
    for surface, landmark in asked.touches:
        number = LANDMARK_INDEX[landmark]
        planted = (surface, landmark) in before[0].touches and landmark not in sliding
        if planted or landmark in rolled:
            pinned.append(number)
            pins.append(rolled[landmark] if landmark in rolled else was[number])
            normals.append(plane_of(authored, surface, walls).normal)
            weights.append(PIN if planted else _ROLLING_PIN)
    return pinned, pins, normals, weights


def _rolled(asked: Asked, before: Asked, was: Array) -> dict[str, Array]:
    """Say where the parts that now lie on a roller come to, if others lay on it before.

    A roller goes half as far as the body that rolls over it. So a part that is some way off it
    comes to lie on it once the body has gone twice that way, and the roller once.
    """
    found: dict[str, Array] = {}
    for surface in ROLLING:
        old = [LANDMARK_INDEX[name] for other, name in before.touches if other == surface]
        names = [name for other, name in asked.touches if other == surface]
        new = [LANDMARK_INDEX[name] for name in names]
        if old and new and set(old) != set(new):
            apart = was[old].mean(axis=0) - was[new].mean(axis=0)
            found.update(
                {name: was[number] + 2 * apart for name, number in zip(names, new, strict=True)}
            )
    return found
