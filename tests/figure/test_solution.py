"""Solved movements are kept as plain numbers, and known by a hash."""

import json
from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import AuthoredAngle, AuthoredMovement, Keyframe, Place
from routine_player.figure.solution import (
    SolutionError,
    movement_from,
    movement_values,
    pose_hash,
)
from routine_player.figure.solving import solve_movement

WRITTEN = AuthoredMovement(
    "standing", (Keyframe("still", 1.0, 1.0, (AuthoredAngle("left_knee_flexion", 10.0),)),)
)


@pytest.fixture(scope="module")
def solved():
    return solve_movement(WRITTEN)


def test_a_movement_comes_back_out_of_its_numbers(solved):
    text = json.dumps(movement_values(solved))
    again = movement_from(WRITTEN, json.loads(text))
    assert again.marks == solved.marks
    assert again.walls == solved.walls
    for one, other in zip(again.frames, solved.frames, strict=True):
        np.testing.assert_allclose(one.angles, other.angles, atol=1e-4)
        np.testing.assert_allclose(one.translation, other.translation, atol=1e-5)
        np.testing.assert_allclose(one.orientation, other.orientation, atol=1e-3)


def test_the_hash_changes_with_the_pose_and_not_with_where_it_stands_in_its_file():
    angle = WRITTEN.keyframes[0].angles[0]

    def with_angle(one: AuthoredAngle) -> AuthoredMovement:
        return replace(WRITTEN, keyframes=(replace(WRITTEN.keyframes[0], angles=(one,)),))

    assert pose_hash(with_angle(replace(angle, place=Place(4, 2)))) == pose_hash(WRITTEN)
    assert pose_hash(with_angle(replace(angle, degrees=11.0))) != pose_hash(WRITTEN)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("keyframes", [[1, 2]]),
        ("keyframes", "none"),
        ("frames", []),
        ("marks", [0.0, 1.0]),
        ("walls", 3),
        ("hash", "other"),
    ],
)
def test_numbers_that_are_no_solution_are_refused(solved, key, value):
    values = movement_values(solved) | {key: value}
    with pytest.raises(SolutionError):
        movement_from(WRITTEN, values)


def test_a_solution_without_its_frames_is_refused(solved):
    values = movement_values(solved)
    del values["frames"]
    with pytest.raises(SolutionError):
        movement_from(WRITTEN, values)
