"""Arms and legs as tubes that bend."""

import numpy as np
import pytest

from routine_player.figure.mesh.arms import arm_shape
from routine_player.figure.mesh.legs import leg_shape
from routine_player.figure.mesh.limb import LimbBend, limb_rings
from routine_player.figure.skeleton import FOREARM_M, SHANK_M, THIGH_M, UPPER_ARM_M


def ring_at(shape, place):
    return int(np.argmin(np.abs(shape.places - place)))


@pytest.mark.parametrize("degrees", [0, 40, 90, 150])
def test_the_ankle_is_where_the_skeleton_has_it(degrees):
    shape, angle = leg_shape(), np.radians(degrees)
    rings = limb_rings(shape, LimbBend(angle))
    share = (shape.places[-12:] - 1) * SHANK_M

    middle = rings[-12:].mean(axis=1)

    axis = np.stack([-np.sin(angle) * share, -THIGH_M - np.cos(angle) * share], -1)
    assert middle[:, [0, 2]] == pytest.approx(axis, abs=0.012)


def test_a_knee_folds_backward_and_an_elbow_forward():
    leg, arm = limb_rings(leg_shape(), LimbBend(1.5)), limb_rings(arm_shape(), LimbBend(1.5))

    assert leg[-1, :, 0].mean() < -SHANK_M * 0.9
    assert arm[-1, :, 0].mean() > FOREARM_M * 0.9


@pytest.mark.parametrize("shape", [leg_shape(), arm_shape()])
@pytest.mark.parametrize("degrees", [60, 110, 150])
def test_flesh_in_a_fold_stays_on_its_own_side(shape, degrees):
    angle = np.radians(degrees)
    rings = limb_rings(shape, LimbBend(angle))
    hinge = np.array([0.0, 0.0, -shape.lengths_m[0]])
    along = np.array([-shape.fold * np.sin(angle), 0.0, -np.cos(angle)])
    halving = along - np.array([0.0, 0.0, 1.0])  # away from the upper bone

    side = (rings - hinge) @ halving

    upper, lower = shape.places < 0.8, (shape.places > 1.2) & (shape.places < 1.7)
    assert (side[upper] < 0.003).all()
    assert (side[lower] > -0.003).all()


def test_the_front_of_a_bent_knee_is_round_not_cut():
    shape = leg_shape()
    knee = ring_at(shape, 1.0)

    straight = limb_rings(shape, LimbBend(0.0))[knee]
    bent = limb_rings(shape, LimbBend(np.radians(100)))[knee]

    hinge = np.array([0.0, 0.0, -THIGH_M])
    reach = [np.linalg.norm(points[0] - hinge) for points in (straight, bent)]
    assert reach[1] == pytest.approx(reach[0], abs=0.02)


def test_a_turned_hand_takes_the_wrist_with_it_and_leaves_the_elbow():
    shape = arm_shape()
    straight = limb_rings(shape, LimbBend(0.0))
    turned = limb_rings(shape, LimbBend(0.0, twist=np.pi / 2))
    elbow, wrist = ring_at(shape, 1.0), ring_at(shape, 1.96)

    assert turned[elbow] == pytest.approx(straight[elbow], abs=1e-3)
    assert np.ptp(straight[wrist], axis=0)[0] > np.ptp(straight[wrist], axis=0)[1]
    assert np.ptp(turned[wrist], axis=0)[0] < np.ptp(turned[wrist], axis=0)[1]


def test_a_shoulder_grows_slimmer_under_an_arm_overhead():
    shape = arm_shape()
    root = shape.places < 0.1

    hanging = limb_rings(shape, LimbBend(0.0))[root]
    raised = limb_rings(shape, LimbBend(0.0, raised=1.0))[root]

    assert raised[..., 1].max() < hanging[..., 1].max() - 0.003


def test_a_biceps_swells_when_the_elbow_bends():
    shape = arm_shape()
    biceps = ring_at(shape, 0.6)

    straight, bent = (limb_rings(shape, LimbBend(angle))[biceps] for angle in (0.0, 2.0))

    assert bent[0, 0] > straight[0, 0] + 0.003


def test_the_lengths_are_those_of_the_skeleton():
    assert leg_shape().lengths_m == (THIGH_M, SHANK_M)
    assert arm_shape().lengths_m == (UPPER_ARM_M, FOREARM_M)
