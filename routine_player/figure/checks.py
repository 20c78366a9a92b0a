"""What is wrong with a solved movement, measured: every check that needs no picture."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from routine_player.core.language import tr
from routine_player.figure.aims import KEPT_UP
from routine_player.figure.authored import Firmness, Place, Play
from routine_player.figure.contacts import CONTACTS, FLOOR_CHECKED, sliding_landmarks
from routine_player.figure.joining import joined_landmarks
from routine_player.figure.kinematics import forward
from routine_player.figure.landmarks import LANDMARK_INDEX, LANDMARKS
from routine_player.figure.movement import Movement
from routine_player.figure.planes import plane_of
from routine_player.figure.points import RADIUS_M, landmark_points, points_of
from routine_player.figure.resting import Asked, asked_of
from routine_player.figure.rotation import Array
from routine_player.figure.skeleton import INDEX, LIMITS_DEGREES, PARAMETERS, motion_of

ANGLE_DEGREES: Final = 8.0
PENETRATION_MM: Final = 15.0
JUMP_MM: Final = 10.0
SLIDE_MM: Final = 5.0
CONTACT_MM: Final = 15.0
REACH_MM: Final = 25.0
LIMIT_DEGREES: Final = 2.0
_LEAST_FRAMES: Final = 5
"""As many frames of a way as it takes to tell a jump from a bend."""
_LOW: Final = np.array([LIMITS_DEGREES[motion_of(name)][0] for name in PARAMETERS])
_HIGH: Final = np.array([LIMITS_DEGREES[motion_of(name)][1] for name in PARAMETERS])


class Check(StrEnum):
    """What a movement is held to."""

    ANGLE = "angle"
    PENETRATION = "penetration"
    JUMP = "jump"
    SLIDE = "slide"
    CONTACT = "contact"
    REACH = "reach"
    LIMIT = "limit"


MOST: Final = {
    Check.ANGLE: ANGLE_DEGREES,
    Check.PENETRATION: PENETRATION_MM,
    Check.JUMP: JUMP_MM,
    Check.SLIDE: SLIDE_MM,
    Check.CONTACT: CONTACT_MM,
    Check.REACH: REACH_MM,
    Check.LIMIT: LIMIT_DEGREES,
}
"""The most that is allowed: degrees for angle and limit, millimetres for the others."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something measured on a movement: degrees for ANGLE and LIMIT, else millimetres.

    `subject` is the parameter or landmark, `keyframe` the name of the keyframe it is at or leads
    to, `place` where it was written, if it was.
    """

    check: Check
    keyframe: str
    subject: str
    amount: float
    place: Place | None = None

    @property
    def holds(self) -> bool:
        return self.amount <= MOST[self.check]

    @property
    def text(self) -> str:
        """Say it in a sentence."""
        return _sentences()[self.check].format(
            keyframe=self.keyframe,
            subject=self.subject.replace("_", " "),
            amount=f"{self.amount:.0f}",
            most=f"{MOST[self.check]:.0f}",
        )


def _sentences() -> dict[Check, str]:
    return {
        Check.ANGLE: tr(
            "in `{keyframe}`, {subject} comes {amount} degrees off what is written; expected at"
            " most {most}. A contact or another angle pulls the other way."
        ),
        Check.PENETRATION: tr(
            "on the way to `{keyframe}`, {subject} sinks {amount} mm into the floor; expected at"
            " most {most}."
        ),
        Check.JUMP: tr(
            "on the way to `{keyframe}`, {subject} jumps by {amount} mm; expected at most {most}."
        ),
        Check.SLIDE: tr(
            "on the way to `{keyframe}`, {subject} slides {amount} mm where it is planted; expected"
            " at most {most}. If it shall slide, name it under `slide`."
        ),
        Check.CONTACT: tr(
            "in `{keyframe}`, {subject} is {amount} mm off the surface it should touch; expected at"
            " most {most}. It is out of reach, or other contacts pull it away."
        ),
        Check.REACH: tr(
            "in `{keyframe}`, {subject} stays {amount} mm short of what it should reach; expected"
            " at most {most}."
        ),
        Check.LIMIT: tr(
            "in `{keyframe}`, {subject} is {amount} degrees beyond what a joint does; expected at"
            " most {most}."
        ),
    }


def findings_of(movement: Movement) -> tuple[Finding, ...]:
    """Give what does not hold."""
    return tuple(one for one in measures_of(movement) if not one.holds)


def measures_of(movement: Movement) -> tuple[Finding, ...]:
    """Measure everything, whether it holds or not."""
    asked = [asked_of(movement.authored, one) for one in movement.authored.keyframes]
    found: list[Finding] = []
    for number, one in enumerate(asked):
        found += _angles(movement, one, number)
        found += _touching(movement, one, number)
    found += _along(movement, asked)
    return tuple(found)


def _angles(movement: Movement, asked: Asked, number: int) -> list[Finding]:
    solved = np.degrees(movement.keyframes[number].angles)
    name = asked.keyframe.name
    written = {one.parameter for one in (*movement.authored.angles, *asked.keyframe.angles)}
    found = [
        Finding(
            Check.ANGLE,
            name,
            parameter,
            abs(float(solved[INDEX[parameter]]) - angle.degrees),
            angle.place,
        )
        for parameter, angle in asked.said.items()
        if parameter in written and angle.firmness is not Firmness.LOOSE
    ]
    beyond = np.maximum(_LOW - solved, solved - _HIGH)
    worst = int(np.argmax(beyond))
    found.append(Finding(Check.LIMIT, name, PARAMETERS[worst], max(0.0, float(beyond[worst]))))
    return found


def _touching(movement: Movement, asked: Asked, number: int) -> list[Finding]:
    points = points_of(movement.keyframes[number])
    walls = dict(movement.walls)
    found: list[Finding] = []
    contacts = asked.keyframe.contacts or movement.authored.contacts or ()
    places = {
        (one.surface, landmark): one.place for one in contacts for landmark in CONTACTS[one.part]
    }
    for surface, landmark in asked.touches:
        plane = plane_of(movement.authored, surface, walls)
        at = LANDMARK_INDEX[landmark]
        off = abs(float(points[at] @ plane.normal - RADIUS_M[at] - plane.height_m))
        place = places.get((surface, landmark))
        found.append(Finding(Check.CONTACT, asked.keyframe.name, landmark, off * 1000, place))
    joined = joined_landmarks(asked.reaches)
    gaps = points[joined.paired[:, 0]] - points[joined.paired[:, 1]]
    offs = [*np.abs(np.linalg.norm(gaps, axis=-1) - joined.distances)]
    offs += [*np.linalg.norm(points[joined.placed] - joined.places, axis=-1)]
    between = [one for one in asked.reaches if isinstance(one.target, str)]
    ordered = [*between, *(one for one in asked.reaches if not isinstance(one.target, str))]
    found += [
        Finding(Check.REACH, asked.keyframe.name, one.landmark, float(off) * 1000, one.place)
        for one, off in zip(ordered, offs, strict=True)
    ]
    return found


def _along(movement: Movement, asked: list[Asked]) -> list[Finding]:
    """Measure the frames of each way from keyframe to keyframe."""
    points = _frame_points(movement)
    loops = movement.authored.play is Play.LOOP and len(asked) > 1
    count = len(points)
    ends = [*movement.marks, 1.0] if loops else list(movement.marks)
    numbers = np.arange(count) / (count if loops else count - 1)
    found: list[Finding] = []
    for number in range(len(ends) - 1):
        inside = (numbers >= ends[number] - 1e-9) & (numbers <= ends[number + 1] + 1e-9)
        start, goal = asked[number], asked[(number + 1) % len(asked)]
        found += _one_way(movement, points[inside], start, goal)
    return found


def _one_way(movement: Movement, points: Array, start: Asked, goal: Asked) -> list[Finding]:
    name, names = goal.keyframe.name, tuple(LANDMARKS)
    depth = RADIUS_M[KEPT_UP] - points[:, KEPT_UP, 2]
    deepest = int(np.argmax(depth.max(axis=0)))
    found = [
        Finding(
            Check.PENETRATION,
            name,
            FLOOR_CHECKED[deepest],
            max(0.0, float(depth[:, deepest].max())) * 1000,
        )
    ]
    if len(points) >= _LEAST_FRAMES:
        off = _out_of_line(points)
        worst = int(np.argmax(off.max(axis=0)))
        found.append(Finding(Check.JUMP, name, names[worst], float(off[:, worst].max()) * 1000))
    return [*found, *_slides(movement, points, start, goal)]


def _out_of_line(points: Array) -> Array:
    """Give how far (N - 4, K) landmarks of frames are off the curve of two frames on either side.

    A fast limb bends its way from frame to frame and is no jump. What is left once the bend of the
    neighbours is taken off is one: a single frame that is put out of place by a length gives that
    length.
    """
    bend = points[1:-1] - (points[2:] + points[:-2]) / 2
    return np.linalg.norm(bend[1:-1] - (bend[2:] + bend[:-2]) / 2, axis=-1) / 1.5


def _slides(movement: Movement, points: Array, start: Asked, goal: Asked) -> list[Finding]:
    sliding = sliding_landmarks(movement.authored)
    found: list[Finding] = []
    for surface, landmark in start.touches:
        if (surface, landmark) not in goal.touches or landmark in sliding or not len(points):
            continue
        normal = plane_of(movement.authored, surface, dict(movement.walls)).normal
        moved = points[:, LANDMARK_INDEX[landmark]] - points[0, LANDMARK_INDEX[landmark]]
        moved -= (moved @ normal)[:, None] * normal
        amount = float(np.linalg.norm(moved, axis=-1).max()) * 1000
        found.append(Finding(Check.SLIDE, goal.keyframe.name, landmark, amount))
    return found


def _frame_points(movement: Movement) -> Array:
    """Give the landmarks (frames, K, 3) of all frames."""
    poses = movement.frames
    return landmark_points(
        forward(
            np.stack([pose.angles for pose in poses]),
            np.stack([pose.orientation for pose in poses]),
            np.stack([pose.translation for pose in poses]),
        )
    )
