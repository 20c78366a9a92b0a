"""The other side is the mirror image: of a body, of a movement, and of what was written."""

import numpy as np
import pytest

from routine_player.figure.authored import (
    AuthoredAngle,
    AuthoredMovement,
    BodyTurn,
    CameraAngle,
    Contact,
    Keyframe,
    Prop,
    Reach,
)
from routine_player.figure.kinematics import Pose, frames_of
from routine_player.figure.mirror import (
    mirrored_authored,
    mirrored_movement,
    mirrored_parameter,
    mirrored_pose,
    mirrored_words,
)
from routine_player.figure.rotation import from_vector
from routine_player.figure.skeleton import PARAMETERS
from routine_player.figure.solving import solve_movement

WRITTEN = AuthoredMovement(
    "half-kneeling right",
    (
        Keyframe("set", 1.0, 0.5),
        Keyframe(
            "stretch",
            1.0,
            1.0,
            (AuthoredAngle("right_hip_flexion", -20.0), AuthoredAngle("neck_rotation", 12.0)),
            BodyTurn(4.0, 3.0, 2.0),
            (Contact("floor", "right knee"), Contact("floor", "left foot")),
            (Reach("left palm", "left thigh"), Reach("right hand", (0.3, -0.4, 1.0))),
        ),
    ),
    angles=(AuthoredAngle("lumbar_lateral", 6.0), AuthoredAngle("lumbar_flexion", 5.0)),
    props=(Prop("wall", (("at", "left"),)), Prop("step", (("height", 0.2), ("left", 0.3)))),
    targets=("right iliopsoas", "erector spinae"),
    camera=CameraAngle(-80.0, 9.0),
    setup=Keyframe("plant", 1.0, 0.0),
    sliding=("left foot",),
    side="right",
)


@pytest.fixture
def bent() -> Pose:
    random = np.random.default_rng(5)
    angles = random.uniform(-0.6, 0.6, len(PARAMETERS))
    return Pose(angles, from_vector(np.array([0.2, -0.4, 0.7])), np.array([0.1, 0.2, 0.9]))


def test_words_and_parameters_change_their_side():
    assert mirrored_words("side-lying left") == "side-lying right"
    assert mirrored_words("sacrum") == "sacrum"
    assert mirrored_parameter("left_hip_flexion") == "right_hip_flexion"
    assert mirrored_parameter("lumbar_rotation") == "lumbar_rotation"


def test_every_joint_of_a_mirrored_body_is_where_a_mirror_shows_it(bent: Pose):
    shown, seen = frames_of(bent), frames_of(mirrored_pose(bent))
    for name in ("pelvis", "head", "left_wrist", "right_toe", "left_knee", "right_shoulder"):
        expected = shown.position(name)[0] * [1, -1, 1]
        np.testing.assert_allclose(seen.position(mirrored_parameter(name))[0], expected, atol=1e-9)


def test_a_body_mirrored_twice_is_itself(bent: Pose):
    again = mirrored_pose(mirrored_pose(bent))
    np.testing.assert_allclose(again.angles, bent.angles)
    np.testing.assert_allclose(again.orientation, bent.orientation)
    np.testing.assert_allclose(again.translation, bent.translation)


def test_what_was_written_is_said_of_the_other_side():
    other = mirrored_authored(WRITTEN)
    stretch = other.keyframes[1]
    assert other.posture == "half-kneeling left"
    assert other.side == "left"
    assert other.targets == ("left iliopsoas", "erector spinae")
    assert other.props[0].options == (("at", "right"),)
    assert other.props[1].options == (("height", 0.2), ("left", -0.3))
    assert other.camera.azimuth == 80.0
    assert other.sliding == ("right foot",)
    assert [angle.parameter for angle in stretch.angles] == ["left_hip_flexion", "neck_rotation"]
    assert [angle.degrees for angle in stretch.angles] == [-20.0, -12.0]
    assert [angle.degrees for angle in other.angles] == [-6.0, 5.0]
    assert stretch.body == BodyTurn(4.0, -3.0, -2.0)
    assert stretch.contacts == (Contact("floor", "left knee"), Contact("floor", "right foot"))
    assert stretch.reaches == (
        Reach("right palm", "right thigh"),
        Reach("left hand", (0.3, 0.4, 1.0)),
    )


def test_what_was_written_is_itself_when_mirrored_twice():
    assert mirrored_authored(mirrored_authored(WRITTEN)) == WRITTEN


def test_solving_the_mirror_image_gives_the_mirror_image_of_the_solution():
    written = AuthoredMovement(
        "half-kneeling right",
        (Keyframe("still", 1.0, 1.0, (AuthoredAngle("right_hip_flexion", -12.0),)),),
    )
    solved = mirrored_movement(solve_movement(written))
    other = solve_movement(mirrored_authored(written))
    assert solved.authored == other.authored
    np.testing.assert_allclose(solved.keyframes[0].angles, other.keyframes[0].angles, atol=2e-3)
