"""What a keyframe asks for: what was written, and what contacts and props imply."""

import numpy as np
import pytest

from routine_player.figure.authored import AuthoredAngle, AuthoredMovement, Contact, Keyframe, Prop
from routine_player.figure.resting import asked_of
from routine_player.figure.skeleton import INDEX
from routine_player.figure.vocabulary import HAND_SHAPES

STILL = Keyframe("still", 1.0, 0.0)


def degrees(authored: AuthoredMovement, parameter: str) -> float:
    return float(np.degrees(asked_of(authored, STILL).angles[INDEX[parameter]]))


def with_props(*props: Prop) -> AuthoredMovement:
    return AuthoredMovement("standing", (STILL,), props=props)


@pytest.mark.parametrize(
    ("prop", "left", "right"),
    [
        (Prop("mat"), "relaxed", "relaxed"),
        (Prop("strap", (("foot", "left"),)), "grip", "grip"),
        (Prop("strap", (("hands", "left"),)), "grip", "relaxed"),
        (Prop("rail"), "grip", "relaxed"),
        (Prop("rail", (("hand", "both"),)), "grip", "grip"),
        (Prop("dowel"), "grip", "grip"),
        (Prop("dowel", (("held", "across the shoulders"),)), "relaxed", "relaxed"),
        (Prop("band"), "relaxed", "relaxed"),
        (Prop("band", (("at", "hands"),)), "grip", "grip"),
    ],
)
def test_hands_close_round_what_they_hold(prop: Prop, left: str, right: str):
    authored = with_props(prop)
    for side, shape in (("left", left), ("right", right)):
        expected = HAND_SHAPES[shape]["finger_flexion"]
        assert degrees(authored, f"{side}_finger_flexion") == pytest.approx(expected)


def test_a_shape_that_was_written_wins_over_what_a_prop_implies():
    written = AuthoredMovement(
        "standing",
        (STILL,),
        angles=(AuthoredAngle("left_finger_flexion", 20.0),),
        props=(Prop("dowel"),),
    )
    assert degrees(written, "left_finger_flexion") == pytest.approx(20.0)


def test_contacts_bend_what_they_must_unless_somebody_says_otherwise():
    contacts = tuple(
        Contact("floor", part) for part in ("left hand", "right palm", "left toe", "right instep")
    )
    authored = AuthoredMovement(
        "standing",
        (STILL,),
        angles=(AuthoredAngle("right_wrist_extension", 10.0),),
        contacts=contacts,
    )
    assert degrees(authored, "left_wrist_extension") == pytest.approx(85.0)
    assert degrees(authored, "right_wrist_extension") == pytest.approx(10.0)
    assert degrees(authored, "left_finger_flexion") == pytest.approx(0.0)
    assert degrees(authored, "left_toe_extension") == pytest.approx(55.0)
    assert degrees(authored, "right_ankle_flexion") == pytest.approx(-45.0)
