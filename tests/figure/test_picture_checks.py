import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import Camera
from routine_player.figure.framing import Shot, cameras_for, ends_inside
from routine_player.figure.parts import Part
from routine_player.figure.picture_checks import LEAST_TARGET_SHARE, target_share

SIZE = (240, 180)
NOTHING = np.zeros((0, 3))


@pytest.fixture
def side_camera(standing):
    return cameras_for([standing], NOTHING, Shot(CameraAngle(), SIZE))[0]


def test_a_muscle_on_the_near_side_is_seen(make_tubes, standing, side_camera):
    near = make_tubes(standing, Part.RIGHT_LEG)
    assert target_share(near, side_camera, SIZE) > 5 * LEAST_TARGET_SHARE


def test_a_muscle_behind_the_other_leg_is_not_seen(make_tubes, standing, side_camera):
    far = make_tubes(standing, Part.LEFT_LEG)
    assert target_share(far, side_camera, SIZE) < LEAST_TARGET_SHARE * 2


def test_a_figure_outside_the_picture_shows_nothing(make_tubes, standing, side_camera):
    away = Camera(side_camera.axes, side_camera.target, side_camera.scale, (5000.0, 5000.0))
    assert target_share(make_tubes(standing, Part.TORSO), away, SIZE) == 0


@pytest.mark.parametrize("mirrored", [False, True])
def test_head_and_feet_are_inside_the_frame_that_was_made_for_them(standing, mirrored):
    shot = Shot(CameraAngle(-40.0, 12.0), SIZE, mirrored=mirrored)
    camera = cameras_for([standing], NOTHING, shot)[0]
    assert ends_inside(standing, camera, SIZE, mirrored=mirrored)


def test_a_camera_that_is_too_near_cuts_head_or_feet(standing, side_camera):
    near = Camera(side_camera.axes, side_camera.target, side_camera.scale * 1.4, (120.0, 90.0))
    assert not ends_inside(standing, near, SIZE, mirrored=False)
