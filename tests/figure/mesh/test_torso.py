"""The torso along the spine."""

import numpy as np

from routine_player.figure.kinematics import frames_of
from routine_player.figure.mesh.torso import HEIGHTS, torso_rings, torso_shape


def rings_of(pose, breath=0.0):
    return torso_rings(torso_shape(), frames_of(pose), breath)


def test_rings_do_not_cross_in_the_fold_of_a_bent_back(pose):
    rings = rings_of(pose(lumbar_flexion=60, thoracic_flexion=55))
    visible = (HEIGHTS > 0.1) & (HEIGHTS < 0.44)
    belly = rings[visible, 0]
    spine = rings[visible].mean(axis=1)

    forward = np.einsum("ri,ri->r", np.diff(belly, axis=0), np.diff(spine, axis=0))

    assert (forward > 0).all()


def test_the_upper_chest_follows_a_shoulder_that_goes_up(pose):
    moved = rings_of(pose(left_shoulder_flexion=175)) - rings_of(pose())
    up = moved[..., 2]

    assert up[:, 2:20].max() > 0.06
    assert np.abs(up[:, 28:46]).max() < 0.01


def test_the_back_below_an_armpit_goes_out_under_a_raised_arm(pose):
    below = np.argmin(np.abs(HEIGHTS - 0.34))
    side = 13

    hanging, raised = rings_of(pose()), rings_of(pose(shoulder_flexion=175))

    assert raised[below, side, 1] > hanging[below, side, 1] + 0.005


def test_a_breath_swells_the_chest_forward(pose):
    chest = np.argmin(np.abs(HEIGHTS - 0.36))

    still, full = rings_of(pose()), rings_of(pose(), breath=1.0)

    assert 0.007 < full[chest, 0, 0] - still[chest, 0, 0] < 0.012
