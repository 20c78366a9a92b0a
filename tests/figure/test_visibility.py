import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import Camera
from routine_player.figure.framing import Shot, framing_of
from routine_player.figure.parts import Part
from routine_player.figure.visibility import target_share

SIZE = (240, 180)


@pytest.fixture
def side_camera(standing):
    return framing_of([standing], np.zeros((0, 3)), Shot(CameraAngle(), SIZE)).cameras[0]


def test_a_muscle_on_the_near_side_is_seen(make_tubes, standing, side_camera):
    assert target_share(make_tubes(standing, Part.RIGHT_LEG), side_camera, SIZE) > 0.1


def test_a_muscle_behind_the_other_leg_is_not_seen(make_tubes, standing, side_camera):
    assert target_share(make_tubes(standing, Part.LEFT_LEG), side_camera, SIZE) < 0.02


def test_a_figure_outside_the_picture_shows_nothing(make_tubes, standing, side_camera):
    away = Camera(side_camera.axes, side_camera.target, side_camera.scale, (5000.0, 5000.0))
    assert target_share(make_tubes(standing, Part.TORSO), away, SIZE) == 0
