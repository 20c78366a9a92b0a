"""The words of poses: each means a parameter of the skeleton, and the way a physio means it."""

import numpy as np
import pytest

from routine_player.figure.authored import BodyTurn
from routine_player.figure.kinematics import Pose, frames_of
from routine_player.figure.skeleton import INDEX, LIMITS_DEGREES, PARAMETERS, motion_of
from routine_player.figure.vocabulary import (
    BODY_TURNS,
    HAND_SHAPES,
    JOINT_SYNONYMS,
    JOINTS,
    both_sides,
    parts_named,
    plural_of,
    singular_of,
)

FORWARD, LEFT, UP = (np.eye(3)[axis] for axis in range(3))
HAND, FOOT = -0.15 * UP, 0.15 * FORWARD

# What moves, from where in which frame, and which way, when the left side makes the motion.
WAYS = {
    ("hip", "flexion"): ("left_knee", 0 * UP, FORWARD),
    ("hip", "abduction"): ("left_knee", 0 * UP, LEFT),
    ("hip", "external rotation"): ("left_ankle", FOOT, LEFT),
    ("knee", "flexion"): ("left_ankle", 0 * UP, -FORWARD),
    ("ankle", "dorsiflexion"): ("left_ankle", FOOT, UP),
    ("ankle", "inversion"): ("left_ankle", -0.07 * UP, -LEFT),
    ("toe", "extension"): ("left_toe", 0.05 * FORWARD, UP),
    ("shoulder", "flexion"): ("left_elbow", 0 * UP, FORWARD),
    ("shoulder", "abduction"): ("left_elbow", 0 * UP, LEFT),
    ("shoulder", "external rotation"): ("left_wrist", 0.05 * FORWARD, LEFT),
    ("elbow", "flexion"): ("left_wrist", 0 * UP, FORWARD),
    ("forearm", "pronation"): ("left_wrist", 0.03 * FORWARD, -LEFT),  # the thumb comes inward
    ("wrist", "extension"): ("left_wrist", HAND, LEFT),  # towards the back of the hand
    ("wrist", "radial deviation"): ("left_wrist", HAND, FORWARD),  # towards the thumb
    ("scapula", "elevation"): ("left_shoulder", 0 * UP, UP),
    ("scapula", "protraction"): ("left_shoulder", 0 * UP, FORWARD),
    ("lumbar", "flexion"): ("head", 0 * UP, FORWARD),
    ("thoracic", "side-bend left"): ("head", 0 * UP, LEFT),
    ("neck", "rotation left"): ("head", 0.1 * FORWARD, LEFT),
}


@pytest.mark.parametrize(("said", "expected"), WAYS.items(), ids=[" ".join(key) for key in WAYS])
def test_a_motion_goes_the_way_its_word_says(
    said: tuple[str, str], expected: tuple[str, np.ndarray, np.ndarray]
) -> None:
    name, word = said
    joint = JOINTS[name]
    motion = joint.motions[word]
    frame, offset, way = expected
    angles = np.zeros(len(PARAMETERS))
    for parameter in motion.parameters:
        side = "left_" if joint.plural else ""
        angles[INDEX[side + parameter]] = motion.sign * np.radians(10)
    before, after = (
        frames_of(Pose(pose, np.eye(3), np.zeros(3))).point(frame, offset)[0]
        for pose in (np.zeros(len(PARAMETERS)), angles)
    )
    moved = after - before
    assert moved @ way > 0.8 * np.linalg.norm(moved) > 0


def test_every_parameter_of_the_skeleton_has_words_both_ways() -> None:
    said = {
        (parameter, motion.sign)
        for joint in JOINTS.values()
        for motion in joint.motions.values()
        for parameter in motion.parameters
    }
    assert said == {(motion_of(name), sign) for name in PARAMETERS for sign in (1.0, -1.0)}


def test_limits_are_told_in_the_sense_of_the_word() -> None:
    hip = JOINTS["hip"].motions
    assert hip["flexion"].limits() == LIMITS_DEGREES["hip_flexion"]
    assert hip["extension"].limits() == (-135, 35)


def test_a_joint_lists_each_of_its_parameters_once() -> None:
    assert JOINTS["hip"].parameters == ("hip_flexion", "hip_abduction", "hip_rotation")
    assert JOINTS["finger"].parameters == ("finger_flexion", "index_flexion")


def test_every_shape_of_a_hand_is_possible_and_sets_all_its_fingers() -> None:
    for shape in HAND_SHAPES.values():
        assert set(shape) == {"finger_flexion", "index_flexion", "thumb_flexion"}
        for motion, degrees in shape.items():
            least, most = LIMITS_DEGREES[motion]
            assert least <= degrees <= most


def test_synonyms_stand_for_joints_and_are_none() -> None:
    assert set(JOINT_SYNONYMS.values()) <= set(JOINTS)
    assert not set(JOINT_SYNONYMS) & set(JOINTS)


def test_leans_of_the_body_have_an_opposite() -> None:
    assert sorted(BODY_TURNS.values()) == sorted(
        (name, sign) for name in BodyTurn.__dataclass_fields__ for sign in (1.0, -1.0)
    )


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("hips", "hip"),
        ("feet", "foot"),
        ("calves", "calf"),
        ("scapulae", "scapula"),
        ("index fingers", "index finger"),
        ("toes", "toe"),
    ],
)
def test_plurals_lead_to_singulars_and_back(many: str, one: str) -> None:
    assert singular_of(many) == one
    assert plural_of(one) == many
    assert singular_of(one) == one


@pytest.mark.parametrize("word", ["gluteus", "pubis", "abscess", ""])
def test_words_that_only_look_like_plurals_stay(word: str) -> None:
    assert singular_of(word) == word


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("left foot", ("left foot",)),
        ("feet", ("left foot", "right foot")),
        ("right toes", ("right toe",)),
        ("sacrum", ("sacrum",)),
        ("foot", ()),
        ("left sacrum", ()),
        ("sacrums", ()),
        ("leftfoot", ()),
        ("left", ()),
        ("", ()),
    ],
)
def test_a_word_names_one_part_or_both(word: str, parts: tuple[str, ...]) -> None:
    assert parts_named(word, ("foot", "toe"), ("sacrum",)) == parts


def test_both_sides_are_named_left_first() -> None:
    assert both_sides("hip") == ("left hip", "right hip")


@pytest.mark.parametrize("name", [joint.plural for joint in JOINTS.values() if joint.plural])
def test_the_plural_of_a_joint_is_the_one_that_is_understood(name: str) -> None:
    assert plural_of(singular_of(name)) == name
