from dataclasses import replace

import pytest

from routine_player.figure.drawing import Drawing
from routine_player.figure.parts import Part
from routine_player.figure.picture_checks import (
    PictureCheck,
    PictureFinding,
    picture_findings,
    picture_measures,
)

SIZE = (240, 180)


@pytest.fixture
def targeted(arm_raise):
    authored = replace(arm_raise.authored, targets=("right deltoids",))
    return replace(arm_raise, authored=authored)


def drawing_of(movement, model):
    return Drawing(movement, model, SIZE)


def test_a_movement_whose_muscle_is_seen_and_who_is_inside_has_no_findings(
    targeted, make_tube_model
):
    model = make_tube_model(targeted, target_part=Part.RIGHT_ARM)
    drawing = drawing_of(targeted, model)
    assert picture_findings(targeted, drawing) == ()
    checks = [one.check for one in picture_measures(targeted, drawing)]
    assert checks == [PictureCheck.FRAME, PictureCheck.FRAME, PictureCheck.TARGET]


def test_a_muscle_that_faces_away_is_found(targeted, make_tube_model):
    (finding,) = picture_findings(targeted, drawing_of(targeted, make_tube_model(targeted)))
    assert finding.check is PictureCheck.TARGET
    assert finding.amount == 0
    assert "face away from the camera" in finding.text
    assert "expected at least 0.5" in finding.text


def test_a_movement_without_targets_need_not_show_any(arm_raise, make_tube_model):
    drawing = drawing_of(arm_raise, make_tube_model(arm_raise))
    assert picture_findings(arm_raise, drawing) == ()


def test_a_head_outside_the_frame_is_said_with_its_keyframe():
    finding = PictureFinding(PictureCheck.FRAME, "reach", 12.3)
    assert not finding.holds
    assert finding.text.startswith("in `reach`, head or feet are 12.3 pixels outside")
