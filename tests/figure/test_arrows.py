from dataclasses import replace

import numpy as np
import pytest

from routine_player.figure.arrows import Scenery, arrow_paths
from routine_player.figure.authored import CameraAngle
from routine_player.figure.framing import Shot, framing_of
from routine_player.figure.skeleton import INDEX

SIZE = (320, 240)


@pytest.fixture
def moving(standing):
    """Move joints evenly from standing to given degrees, in five poses."""

    def build(lift=0.0, **degrees):
        poses = []
        for share in np.linspace(0, 1, 5):
            angles = standing.angles.copy()
            for name, amount in degrees.items():
                angles[INDEX[name]] = np.radians(amount * share)
            shift = np.array([0.0, 0.0, lift * share])
            poses.append(replace(standing, angles=angles, translation=standing.translation + shift))
        return poses

    return build


def paths(poses, covered=None):
    camera = framing_of(poses, np.zeros((0, 3)), Shot(CameraAngle(), SIZE)).cameras[0]
    nothing = np.zeros((SIZE[1] // 4, SIZE[0] // 4), np.bool_)
    scenery = Scenery(SIZE, nothing if covered is None else covered, 4)
    return arrow_paths(poses, camera, scenery, mirrored=False)


def test_a_second_limb_that_goes_as_far_has_an_arrow_too(moving):
    both = paths(moving(right_shoulder_flexion=120, left_hip_flexion=-60, left_knee_flexion=20))
    assert len(both) == 2
    assert {"up": both[0][-1, 1] < both[0][0, 1], "back": both[1][-1, 0] < both[1][0, 0]} == {
        "up": True,
        "back": True,
    }


def test_a_limb_that_hardly_moves_has_none(moving):
    assert len(paths(moving(right_shoulder_flexion=140, left_hip_flexion=20))) == 1


def test_when_the_pelvis_leads_there_is_one_arrow(moving):
    whole = moving(lift=0.3)
    assert len(paths(whole)) >= 1


def test_a_path_is_smooth_and_inside_the_picture(moving):
    (path,) = paths(moving(right_shoulder_flexion=150))
    assert (path > 0).all()
    assert (path < SIZE).all()
    steps = np.diff(path, axis=0)
    lengths = np.linalg.norm(steps, axis=1)
    assert lengths.max() < 3 * lengths.min()
    turns = np.einsum("ij,ij->i", steps[1:], steps[:-1]) / (lengths[1:] * lengths[:-1])
    assert turns.min() > 0.9


def test_two_limbs_that_move_together_have_one_arrow(moving):
    both = moving(right_shoulder_flexion=130, left_shoulder_flexion=130)
    assert len(paths(both)) == 1


def test_an_arrow_keeps_clear_of_what_the_figure_covers(moving):
    poses = moving(right_shoulder_flexion=150)
    (free,) = paths(poses)
    covered = np.zeros((SIZE[1] // 4, SIZE[0] // 4), np.bool_)
    column, row = (free.T // 4).astype(int)
    covered[row, column] = True
    (clear,) = paths(poses, covered)
    column, row = (clear.T // 4).astype(int)
    assert covered[row, column].mean() < 0.3
