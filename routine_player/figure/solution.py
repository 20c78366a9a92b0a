"""A solved movement as plain numbers, to be kept in a file, and what tells that it is out of date.

A body is its angles in ten-thousandths of a radian, the turn of its pelvis as a vector in the same,
and its place in hundredths of a millimetre: finer than anything that is drawn.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any, Final

import numpy as np

from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.kinematics import Pose
from routine_player.figure.movement import FRAME_COUNT, Movement
from routine_player.figure.rotation import from_vector, to_vector
from routine_player.figure.skeleton import PARAMETERS

SOLVER_VERSION: Final = 4
"""Raised whenever the same pose would be solved to other bodies."""

_ANGLE, _LENGTH = 1e-4, 1e-5


class SolutionError(ValueError):
    """The numbers are not those of a solution."""


def pose_hash(authored: AuthoredMovement) -> str:
    """Give what a movement's solution is known by: it changes with the pose and the solver."""
    text = json.dumps([SOLVER_VERSION, _plain(authored)], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def movement_values(movement: Movement) -> dict[str, Any]:
    """Give a movement as numbers, lists and words."""
    return {
        "hash": pose_hash(movement.authored),
        "keyframes": [_values(pose) for pose in movement.keyframes],
        "frames": [_values(pose) for pose in movement.frames],
        "marks": [round(mark, 6) for mark in movement.marks],
        "walls": {name: round(place_m, 5) for name, place_m in movement.walls},
    }


def movement_from(authored: AuthoredMovement, values: dict[str, Any]) -> Movement:
    """Make a movement of its numbers again; raises SolutionError if they are none."""
    try:
        movement = Movement(
            authored,
            tuple(_pose(one) for one in values["keyframes"]),
            tuple(_pose(one) for one in values["frames"]),
            tuple(float(mark) for mark in values["marks"]),
            tuple(sorted((str(name), float(at)) for name, at in values["walls"].items())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SolutionError(str(error)) from error
    counts = (len(movement.keyframes), len(movement.marks), len(movement.frames))
    expected = len(authored.keyframes)
    if values.get("hash") != pose_hash(authored) or counts != (expected, expected, FRAME_COUNT):
        raise SolutionError("it belongs to another pose")
    return movement


def _values(pose: Pose) -> list[int]:
    return [
        *(round(float(angle) / _ANGLE) for angle in pose.angles),
        *(round(float(part) / _ANGLE) for part in to_vector(pose.orientation)),
        *(round(float(part) / _LENGTH) for part in pose.translation),
    ]


def _pose(values: list[int]) -> Pose:
    numbers = np.array(values, float)
    if numbers.shape != (len(PARAMETERS) + 6,) or not np.isfinite(numbers).all():
        raise SolutionError("a body has another number of angles")
    return Pose(numbers[:-6] * _ANGLE, from_vector(numbers[-6:-3] * _ANGLE), numbers[-3:] * _LENGTH)


def _plain(value: Any) -> Any:
    """Turn values into what JSON knows; where something stands in a file does not matter."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.compare}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]  # pyright: ignore[reportUnknownVariableType]
    return value
