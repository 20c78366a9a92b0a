"""Smooth curves through tabulated values."""

import numpy as np
import pytest

from routine_player.figure.mesh.curves import (
    around_basis,
    monotone,
    natural_basis,
    profile,
    smoothstep,
    soft_limit,
)

KEYS = np.array([0.0, 1.0, 1.5, 4.0])
VALUES = np.array([[1.0], [3.0], [2.0], [2.0]])
FINE = np.linspace(0, 4, 201)


def test_a_monotone_curve_goes_through_its_table():
    assert monotone(KEYS, VALUES, KEYS) == pytest.approx(VALUES)


def test_a_monotone_curve_never_leaves_two_neighbours():
    curve = monotone(KEYS, VALUES, FINE)[:, 0]

    assert curve.max() == pytest.approx(3.0)
    assert curve.min() == pytest.approx(1.0)
    assert curve[FINE >= 1.5] == pytest.approx(2.0)


def test_a_profile_keeps_its_ends_and_takes_the_edge_off_a_peak():
    evened = profile(KEYS, VALUES, FINE, 0.3)[:, 0]

    assert evened[[0, -1]] == pytest.approx([1.0, 2.0])
    assert 2.5 < evened.max() < 2.95


def test_a_natural_spline_goes_through_its_values_and_is_straight_where_they_are():
    assert natural_basis(KEYS, KEYS) == pytest.approx(np.eye(4))
    assert natural_basis(KEYS, FINE) @ (2 * KEYS + 1) == pytest.approx(2 * FINE + 1)


def test_samples_around_a_ring_are_met_and_a_circle_stays_one():
    basis = around_basis(8, 24)

    assert basis[::3] == pytest.approx(np.eye(8), abs=1e-12)
    assert basis.sum(axis=1) == pytest.approx(1.0)


def test_a_step_may_fall():
    assert smoothstep(1.0, 0.0, np.array([-1.0, 0.0, 0.5, 1.0])) == pytest.approx([1, 1, 0.5, 0])


def test_a_soft_limit_is_never_passed_and_leaves_small_values_alone():
    limit = np.full(3, 2.0)

    limited = soft_limit(np.array([1.0, 2.0, 50.0]), limit)

    assert limited[0] == 1.0
    assert limited[1] < limited[2] <= 2.0
