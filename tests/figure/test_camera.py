import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import DISTANCE_M, Camera, axes_of
from routine_player.figure.views import VIEWS


def camera(azimuth=-90.0, elevation=0.0):
    return Camera(
        axes_of(CameraAngle(azimuth, elevation)), np.array([0.0, 0.0, 1.0]), 100.0, (50.0, 40.0)
    )


def test_the_target_is_seen_at_the_centre():
    assert camera().project(np.array([[0.0, 0.0, 1.0]]))[0] == pytest.approx(
        [50, 40, 1 / DISTANCE_M]
    )


def test_from_the_right_side_forward_is_to_the_right_and_up_is_up():
    forward, upward = camera().project(np.array([[0.1, 0, 1.0], [0, 0, 1.1]]))
    assert forward[:2] == pytest.approx([60, 40])
    assert upward[:2] == pytest.approx([50, 30])


def test_from_the_front_the_left_hand_is_on_the_right():
    left = camera(VIEWS["front"]).project(np.array([[0, 0.1, 1.0]]))[0]
    assert left[0] == pytest.approx(60)


def test_what_is_nearer_looks_larger():
    near, far = camera().project(np.array([[0.5, -1.0, 1.0], [0.5, 1.0, 1.0]]))
    assert near[2] > far[2]
    assert near[0] > far[0]


@pytest.mark.parametrize("azimuth", sorted(set(VIEWS.values())))
def test_the_axes_of_every_view_are_a_right_handed_frame(azimuth):
    axes = axes_of(CameraAngle(azimuth, 12.0))
    assert axes @ axes.T == pytest.approx(np.eye(3))
    assert np.cross(axes[0], axes[1]) == pytest.approx(axes[2])


def test_a_pixel_finds_the_floor_that_is_seen_there():
    looking = camera(-60.0, 10.0)
    spot = np.array([[0.3, -0.2, 0.0], [-0.5, 0.6, 0.0]])
    seen = looking.project(spot)
    x, y, hits = looking.on_floor(seen[:, 0], seen[:, 1])
    assert [x[0, 0], y[0, 0]] == pytest.approx(spot[0, :2])
    assert [x[1, 1], y[1, 1]] == pytest.approx(spot[1, :2])
    assert hits.all()


def test_a_level_sight_misses_the_floor():
    _, _, hits = camera().on_floor(np.array([50.0]), np.array([40.0]))
    assert not hits.any()
