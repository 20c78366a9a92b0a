"""A solved movement is measured, and what does not hold is said in a sentence."""

from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import (
    AuthoredAngle,
    AuthoredMovement,
    Contact,
    Firmness,
    Keyframe,
    Place,
    Play,
    Prop,
    Reach,
)
from routine_player.figure.checks import Check, findings_of, measures_of
from routine_player.figure.kinematics import Pose
from routine_player.figure.skeleton import INDEX
from routine_player.figure.solving import solve_movement

STANDING = AuthoredMovement("standing", (Keyframe("up", 1.0, 0.5), Keyframe("still", 1.0, 0.5)))
HERE = Place(12, 7)


@pytest.fixture(scope="module")
def standing():
    return solve_movement(STANDING)


def found(movement, check):
    return [one for one in findings_of(movement) if one.check is check]


def moved(pose: Pose, *, by=(0.0, 0.0, 0.0), **degrees: float) -> Pose:
    angles = pose.angles.copy()
    for name, value in degrees.items():
        angles[INDEX[name]] = np.radians(value)
    return Pose(angles, pose.orientation, pose.translation + np.array(by))


def test_a_body_that_stands_as_it_is_written_has_nothing_wrong(standing):
    assert findings_of(standing) == ()
    assert {one.check for one in measures_of(standing)} >= {Check.CONTACT, Check.SLIDE, Check.JUMP}


def test_an_angle_that_a_reach_does_not_allow_is_told_with_its_place():
    straight = AuthoredAngle("left_elbow_flexion", 0.0, place=HERE)
    authored = AuthoredMovement(
        "standing",
        (Keyframe("bent", 1.0, 0.5, (straight,)),),
        reaches=(Reach("left palm", "left shoulder"),),
    )
    seen = found(solve_movement(authored), Check.ANGLE)
    assert [(one.subject, one.place) for one in seen] == [("left_elbow_flexion", HERE)]
    assert seen[0].text.startswith("in `bent`, left elbow flexion comes ")


def test_a_loose_angle_may_give_way(standing):
    loose = AuthoredAngle("right_knee_flexion", 80.0, Firmness.LOOSE)
    keyframe = replace(STANDING.keyframes[0], angles=(loose,))
    authored = replace(STANDING, keyframes=(keyframe, STANDING.keyframes[1]))
    assert found(replace(standing, authored=authored), Check.ANGLE) == []


def test_a_body_in_the_floor_slides_and_sinks(standing):
    sunk = tuple(
        moved(pose, by=(0.01 * number, 0.0, -0.002 * number))
        for number, pose in enumerate(standing.frames)
    )
    seen = {one.check for one in findings_of(replace(standing, frames=sunk))}
    assert seen == {Check.PENETRATION, Check.SLIDE}


def test_what_may_slide_is_not_held_to_its_place(standing):
    gone = tuple(
        moved(pose, by=(0.01 * number, 0.0, 0.0)) for number, pose in enumerate(standing.frames)
    )
    authored = replace(STANDING, sliding=("left foot", "right foot"))
    assert found(replace(standing, authored=authored, frames=gone), Check.SLIDE) == []


def test_a_frame_out_of_line_is_a_jump(standing):
    frames = list(standing.frames)
    frames[9] = moved(frames[9], left_shoulder_flexion=40.0)
    seen = found(replace(standing, frames=tuple(frames)), Check.JUMP)
    assert [one.keyframe for one in seen] == ["still"]


def test_a_joint_beyond_its_limit_is_told(standing):
    over = (standing.keyframes[0], moved(standing.keyframes[1], right_knee_flexion=-20.0))
    seen = found(replace(standing, keyframes=over), Check.LIMIT)
    assert [(one.subject, round(one.amount)) for one in seen] == [("right_knee_flexion", 20)]


def test_a_part_that_should_be_at_two_heights_touches_neither():
    authored = AuthoredMovement(
        "standing",
        (Keyframe("up", 1.0, 0.5),),
        contacts=(Contact("floor", "left heel", HERE), Contact("bench", "left heel", HERE)),
        props=(Prop("bench"),),
    )
    seen = found(solve_movement(authored), Check.CONTACT)
    assert {(one.subject, one.place) for one in seen} == {("left heel", HERE)}


def test_a_point_in_the_distance_is_out_of_reach():
    far = Reach("left palm", (0.0, 0.0, 4.0), place=HERE)
    authored = replace(STANDING, keyframes=STANDING.keyframes[:1], reaches=(far,))
    seen = found(solve_movement(authored), Check.REACH)
    assert [(one.subject, one.place) for one in seen] == [("left palm", HERE)]


def test_a_loop_is_measured_on_its_way_back_too():
    swing = AuthoredMovement(
        "standing",
        (
            Keyframe("right", 1.0, 0.0, (AuthoredAngle("thoracic_rotation", -20.0),)),
            Keyframe("left", 1.0, 0.0, (AuthoredAngle("thoracic_rotation", 20.0),)),
        ),
        play=Play.LOOP,
    )
    told = {one.keyframe for one in measures_of(solve_movement(swing)) if one.check is Check.JUMP}
    assert told == {"right", "left"}


def test_keyframes_with_few_frames_between_them_are_not_looked_at_for_jumps():
    many = tuple(Keyframe(f"{number}", 1.0, 0.0) for number in range(13))
    told = measures_of(solve_movement(replace(STANDING, keyframes=many)))
    assert {one.keyframe for one in told if one.check is Check.PENETRATION} >= {"1", "12"}
    assert len([one for one in told if one.check is Check.JUMP]) < 12


def test_a_wall_is_where_the_hands_first_touch_it():
    push = AuthoredMovement(
        "standing",
        (
            Keyframe("near", 1.0, 0.5, (AuthoredAngle("left_shoulder_flexion", 80.0),)),
            Keyframe("lean", 1.0, 0.5, (AuthoredAngle("left_shoulder_flexion", 70.0),)),
        ),
        contacts=(
            Contact("floor", "left foot"),
            Contact("floor", "right foot"),
            Contact("wall", "left hand"),
        ),
        props=(Prop("wall"),),
    )
    solved = solve_movement(push)
    assert [name for name, _ in solved.walls] == ["wall"]
    assert found(solved, Check.CONTACT) == []
