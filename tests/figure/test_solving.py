"""Movements are solved as they are written, and go from keyframe to keyframe without a jerk."""

from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import (
    AuthoredAngle,
    AuthoredMovement,
    BodyTurn,
    Contact,
    Firmness,
    Keyframe,
    Play,
    Prop,
    Reach,
)
from routine_player.figure.checks import ANGLE_DEGREES, Check, findings_of
from routine_player.figure.landmarks import LANDMARK_INDEX
from routine_player.figure.movement import FRAME_COUNT
from routine_player.figure.points import points_of
from routine_player.figure.skeleton import INDEX
from routine_player.figure.solving import solve_movement


def point_of(pose, landmark):
    return points_of(pose)[LANDMARK_INDEX[landmark]]


def said(**degrees):
    return tuple(AuthoredAngle(name, value) for name, value in degrees.items())


def both(**degrees):
    return said(
        **{f"{side}_{name}": at for side in ("left", "right") for name, at in degrees.items()}
    )


def off(pose, name, degrees):
    return abs(float(np.degrees(pose.angles[INDEX[name]])) - degrees)


@pytest.fixture(scope="module")
def bridge():
    return solve_movement(
        AuthoredMovement(
            "hook-lying",
            (
                Keyframe(
                    "down",
                    0.0,
                    0.5,
                    both(hip_flexion=48, knee_flexion=100),
                    contacts=tuple(
                        Contact("floor", part)
                        for part in (
                            *("left foot", "right foot", "left glute", "right glute"),
                            *("left scapula", "right scapula", "occiput"),
                        )
                    ),
                ),
                Keyframe("up", 1.3, 1.5, both(hip_flexion=-4), BodyTurn(pitch_forward=-26)),
            ),
        )
    )


@pytest.fixture(scope="module")
def swing():
    """Swing a nearly straight leg past the other: it would scrape the floor on its way."""
    return solve_movement(
        AuthoredMovement(
            "standing",
            (
                Keyframe("back", 0.0, 0.1, said(right_hip_flexion=-20, right_knee_flexion=10)),
                Keyframe("forward", 0.8, 0.1, said(right_hip_flexion=50, right_knee_flexion=4)),
            ),
            contacts=(Contact("floor", "left foot"),),
        )
    )


def test_the_first_and_the_last_frame_are_the_keyframes(bridge):
    assert len(bridge.frames) == FRAME_COUNT
    assert bridge.marks == (0.0, 1.0)
    for frame, keyframe in ((0, 0), (-1, 1)):
        assert np.allclose(points_of(bridge.frames[frame]), points_of(bridge.keyframes[keyframe]))


def test_planted_feet_stay_where_they_are(bridge):
    before = point_of(bridge.keyframes[0], "left heel")
    for pose in bridge.frames:
        assert np.linalg.norm(point_of(pose, "left heel") - before) < 0.005


def test_a_written_angle_is_kept_although_contacts_pull_at_it():
    angles = said(left_shoulder_abduction=84, left_elbow_flexion=90, left_hip_abduction=0)
    movement = AuthoredMovement(
        "side-lying left",
        (Keyframe("up", 0.0, 1.0),),
        angles=angles,
        contacts=(Contact("floor", "left forearm"), Contact("floor", "left foot side")),
        reaches=(Reach("right ankle", "left ankle"),),
    )
    pose = solve_movement(movement).keyframes[0]
    assert all(off(pose, one.parameter, one.degrees) < ANGLE_DEGREES for one in angles)


def test_a_loose_angle_gives_way_to_what_touches():
    def squat(firmness):
        knees = AuthoredAngle("left_knee_flexion", 90, firmness)
        return AuthoredMovement("standing", (Keyframe("down", 0.0, 1.0, (knees,)),))

    loose, normal = (
        off(solve_movement(squat(firmness)).keyframes[0], "left_knee_flexion", 90)
        for firmness in (Firmness.LOOSE, Firmness.NORMAL)
    )
    assert normal < loose


def test_a_foot_that_would_scrape_the_floor_lifts_without_a_jerk(swing):
    assert not [one for one in findings_of(swing) if one.check is Check.JUMP]
    lowest = min(points_of(pose)[:, 2].min() for pose in swing.frames)
    assert lowest > -0.005


def test_a_movement_without_ways_stands_still(bridge):
    still = solve_movement(replace(bridge.authored, keyframes=bridge.authored.keyframes[:1]))
    assert still.marks == (0.0,)
    assert len(still.frames) == FRAME_COUNT
    assert all(pose is still.keyframes[0] for pose in still.frames)


def test_a_loop_goes_on_to_its_first_keyframe():
    march = AuthoredMovement(
        "standing",
        (
            Keyframe("right up", 0.6, 0.0, said(right_hip_flexion=60, right_knee_flexion=70)),
            Keyframe("down", 0.6, 0.0, contacts=None),
        ),
        contacts=(Contact("floor", "left foot"),),
        play=Play.LOOP,
    )
    movement = solve_movement(march)
    assert movement.marks == (0.0, 0.5)
    last, first = (points_of(movement.frames[number]) for number in (-1, 0))
    assert np.linalg.norm(last - first, axis=-1).max() < 0.12


def test_feet_that_slide_back_do_not_carry_a_loop_away():
    behind, ahead = said(right_hip_flexion=-12), said(right_hip_flexion=20)
    on_the_spot = AuthoredMovement(
        "standing",
        (Keyframe("ahead", 0.5, 0.0, ahead), Keyframe("behind", 0.5, 0.0, behind)),
        contacts=(Contact("floor", "right ball"),),
        sliding=("right ball",),
        play=Play.LOOP,
    )
    movement = solve_movement(on_the_spot)
    pelvis = np.array([pose.translation[0] for pose in movement.frames])
    assert np.ptp(pelvis) < 0.02


def test_a_wall_stands_where_the_hands_touch_it():
    lean = AuthoredMovement(
        "standing",
        (Keyframe("lean", 0.0, 1.0, both(shoulder_flexion=80, elbow_flexion=10)),),
        contacts=tuple(
            Contact(surface, f"{side} {part}")
            for surface, part in (("floor", "foot"), ("wall", "hand"))
            for side in ("left", "right")
        ),
        props=(Prop("wall"),),
    )
    movement = solve_movement(lean)
    (name, distance), pose = movement.walls[0], movement.keyframes[0]
    assert name == "wall"
    palm = point_of(pose, "left palm")
    assert abs(-palm[0] - 0.020 - distance) < 0.015


def test_a_roller_goes_half_as_far_as_the_body():
    def on(part):
        return (
            *(Contact("floor", f"{side} foot") for side in ("left", "right")),
            Contact("roller", part),
        )

    movement = solve_movement(
        AuthoredMovement(
            "hook-lying",
            (
                Keyframe("low", 0.0, 0.3, contacts=on("middle back")),
                Keyframe("high", 1.6, 0.3, contacts=on("upper back")),
            ),
            props=(Prop("roller"),),
        )
    )
    low, high = movement.keyframes
    went = point_of(high, "upper back")[0] - point_of(low, "middle back")[0]
    body = point_of(high, "upper back")[0] - point_of(low, "upper back")[0]
    assert went == pytest.approx(body / 2, abs=0.02)


def test_what_cannot_be_done_ends_in_numbers_and_is_told():
    movement = solve_movement(
        AuthoredMovement(
            "standing",
            (Keyframe("far", 0.0, 1.0, reaches=(Reach("left palm", (3.0, 0.0, 3.0)),)),),
        )
    )
    pose = movement.keyframes[0]
    assert np.isfinite(pose.angles).all()
    assert np.isfinite(pose.translation).all()
    assert any(one.check is Check.REACH for one in findings_of(movement))


def test_a_setup_plants_what_stays_and_is_not_shown():
    arch = AuthoredMovement(
        "quadruped",
        (Keyframe("arched", 1.0, 0.5, said(lumbar_flexion=30)),),
        setup=Keyframe("plant", 1.0, 0.0),
    )
    plain = solve_movement(replace(arch, setup=None, keyframes=(Keyframe("plant", 1.0, 0.0),)))
    solved = solve_movement(arch)
    assert len(solved.keyframes) == 1
    for hand in ("left palm", "right palm"):
        off_m = point_of(solved.keyframes[0], hand) - point_of(plain.keyframes[0], hand)
        assert np.linalg.norm(off_m) < 0.01


def test_a_body_that_touches_nothing_stands_on_what_is_lowest():
    leap = AuthoredMovement(
        "standing", (Keyframe("leap", 1.0, 0.0, said(left_knee_flexion=40)),), contacts=()
    )
    pose = solve_movement(leap).keyframes[0]
    assert abs(float(point_of(pose, "right toe")[2]) - 0.014) < 0.02


def test_a_loop_that_shares_no_contact_closes_where_it_began():
    hop = AuthoredMovement(
        "standing",
        (
            Keyframe("left", 0.5, 0.0, contacts=(Contact("floor", "left foot"),)),
            Keyframe("right", 0.5, 0.0, contacts=(Contact("floor", "right foot"),)),
        ),
        play=Play.LOOP,
    )
    solved = solve_movement(hop)
    gone = solved.frames[-1].translation - solved.frames[0].translation
    assert np.linalg.norm(gone) < 0.05
