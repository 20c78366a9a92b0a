from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.authored import CameraAngle
from routine_player.figure.camera import Camera
from routine_player.figure.framing import Shot, cut_off, framing_of
from routine_player.figure.rotation import about_y
from routine_player.figure.skeleton import INDEX

SIZE = (640, 480)
NOTHING = np.zeros((0, 3))
SIDE = Shot(CameraAngle(), SIZE)


@pytest.fixture
def lying(standing):
    """Lie on the back, the head towards negative x."""
    return replace(
        standing,
        orientation=about_y(np.asarray(-np.pi / 2)),
        translation=np.array([0.0, 0.0, 0.12]),
    )


def walking(pose, steps, length):
    return [
        replace(pose, translation=pose.translation + np.array([length * step, 0, 0]))
        for step in range(steps)
    ]


def test_standing_or_lying_head_and_feet_are_inside(standing, lying):
    for pose in (standing, lying):
        camera = framing_of([pose], NOTHING, SIDE).cameras[0]
        assert cut_off(pose, camera, SIZE, mirrored=False) == 0


def test_a_low_body_lies_a_little_below_the_middle(lying):
    camera = framing_of([lying], NOTHING, SIDE).cameras[0]
    middle = camera.project(lying.translation[None])[0, 1]
    assert 0.5 * SIZE[1] < middle < 0.7 * SIZE[1]


def test_the_eye_is_about_as_high_whatever_the_body_does(standing, lying):
    eyes = [framing_of([pose], NOTHING, SIDE).cameras[0].eye[2] for pose in (standing, lying)]
    assert abs(eyes[0] - eyes[1]) < 0.9


def test_the_camera_stands_still_while_the_body_hardly_travels(standing):
    cameras = framing_of(walking(standing, 4, 0.1), NOTHING, SIDE).cameras
    assert all(np.array_equal(camera.target, cameras[0].target) for camera in cameras)


def test_the_camera_goes_with_a_body_that_travels_and_keeps_its_size(standing):
    poses = walking(standing, 9, 0.2)
    cameras = framing_of(poses, NOTHING, SIDE).cameras
    assert cameras[-1].target[0] - cameras[0].target[0] > 0.8
    assert len({camera.scale for camera in cameras}) == 1
    for pose, camera in zip(poses, cameras, strict=True):
        assert cut_off(pose, camera, SIZE, mirrored=False) == 0


def test_in_a_loop_the_camera_comes_round_without_a_jump(standing):
    there = walking(standing, 5, 0.2)
    around = there + there[-2:0:-1]
    shot = replace(SIDE, loops=True)
    targets = [camera.target[0] for camera in framing_of(around, NOTHING, shot).cameras]
    jump = abs(targets[0] - targets[-1])
    assert jump <= max(abs(a - b) for a, b in zip(targets[1:], targets, strict=False)) + 1e-9


def test_a_thing_far_away_does_not_make_the_body_small(standing):
    alone = framing_of([standing], NOTHING, SIDE).cameras[0].scale
    wall = np.array([[4.0, 0.0, 0.0], [4.0, 0.0, 3.0]])
    assert framing_of([standing], wall, SIDE).cameras[0].scale > 0.85 * alone


def test_a_mirrored_body_is_framed_where_it_is(standing):
    aside = replace(standing, translation=standing.translation + np.array([0.0, 0.8, 0.0]))
    shot = Shot(CameraAngle(0.0, 9.0), SIZE, mirrored=True)
    camera = framing_of([aside], NOTHING, shot).cameras[0]
    assert camera.target[1] == pytest.approx(-0.8, abs=0.01)
    assert cut_off(aside, camera, SIZE, mirrored=True) == 0


def test_a_camera_that_is_too_near_cuts_head_or_feet(standing):
    camera = framing_of([standing], NOTHING, SIDE).cameras[0]
    near = Camera(camera.axes, camera.target, camera.scale * 1.4, (320.0, 240.0))
    assert 40 < cut_off(standing, near, SIZE, mirrored=False) < 240


@pytest.mark.parametrize("size", [(780, 300), (640, 480), (300, 700)])
def test_a_lying_body_fills_a_picture_of_any_shape_and_its_feet_stay_inside(lying, size):
    framing = framing_of([lying], NOTHING, Shot(CameraAngle(), size))
    left, top, right, bottom = framing.box
    assert left == pytest.approx(size[0] - right)
    assert 0 < left < right < size[0]
    assert 0 < top < bottom < size[1]
    assert max((right - left) / size[0], (bottom - top) / size[1]) > 0.84
    assert cut_off(lying, framing.cameras[0], size, mirrored=False) == 0


def test_a_body_that_is_curled_up_is_not_looked_at_from_nearer_than_one_that_lies(lying):
    curled = replace(lying, angles=lying.angles.copy())
    for joint in ("hip", "knee"):
        for side in ("left", "right"):
            curled.angles[INDEX[f"{side}_{joint}_flexion"]] = 2.0
    scales = [framing_of([pose], NOTHING, SIDE).cameras[0].scale for pose in (lying, curled)]
    assert scales[0] < scales[1] < 1.35 * scales[0]
