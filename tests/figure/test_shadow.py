from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import Camera, axes_of
from routine_player.figure.parts import Part
from routine_player.figure.shadow import floor_shadow

SIZE = (320, 240)


@pytest.fixture
def camera():
    return Camera(
        axes_of(CameraAngle(-90.0, 12.0)), np.array([0.0, 0.0, 0.4]), 110.0, (160.0, 120.0)
    )


@pytest.fixture
def log_at(make_tube):
    def build(height, part=Part.TORSO):
        ends = np.array([[-0.4, 0.0, height], [0.4, 0.0, height]])
        return make_tube(ends[0], ends[1], 0.1, part)

    return build


def test_what_lies_on_the_floor_has_a_dark_and_narrow_shadow(camera, log_at):
    low, high = (floor_shadow(log_at(height), camera, SIZE) for height in (0.1, 0.8))
    assert low.max() > 1.6 * high.max()
    assert high.max() > 8
    spread = [np.count_nonzero(shadow > 0.3 * shadow.max()) for shadow in (low, high)]
    assert spread[1] > 1.3 * spread[0]


def test_the_shadow_is_where_the_thing_touches_the_floor(camera, log_at):
    shadow = floor_shadow(log_at(0.1), camera, SIZE)
    x, y, _ = camera.project(np.array([[0.0, 0.0, 0.0]]))[0]
    row, column = np.unravel_index(np.argmax(shadow), shadow.shape)
    assert abs(2 * row - y) < 12
    assert abs(2 * column - x) < 60


def test_mats_and_walls_cast_none(camera, log_at):
    assert floor_shadow(log_at(0.1, Part.WALL), camera, SIZE).max() == 0
    assert floor_shadow(log_at(0.1, Part.MAT), camera, SIZE).max() == 0


def test_a_shadow_fades_before_the_edge_of_the_picture(camera, make_tube):
    long = make_tube(np.array([-2.5, 0, 0.1]), np.array([2.5, 0, 0.1]), 0.1, Part.TORSO)
    shadow = floor_shadow(long, camera, SIZE)
    assert shadow.max() > 40
    assert shadow[:, [0, -1]].max() <= 2


def test_a_floor_that_is_out_of_sight_has_no_shadow(camera, log_at):
    away = replace(camera, target=np.array([0.0, 0.0, 40.0]))
    assert floor_shadow(log_at(0.1), away, SIZE).max() == 0


def test_a_thing_of_few_large_triangles_has_an_even_shadow(camera, log_at):
    shadow = floor_shadow(log_at(0.1), camera, SIZE).astype(int)
    row = shadow[np.argmax(shadow.max(axis=1))]
    along = row[np.flatnonzero(row > 0.8 * row.max())]
    assert len(along) > 25
    assert np.abs(np.diff(row[65:95])).max() < 20
