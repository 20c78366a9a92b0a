import numpy as np
import pytest

from routine_player.figure.softening import blurred, gathered, smooth_step, spread


def test_blurring_keeps_the_sum_away_from_the_edges():
    cells = np.zeros((31, 41), np.float32)
    cells[15, 20] = 7
    soft = blurred(cells, 2.0)
    assert soft.sum() == pytest.approx(7, rel=1e-3)
    assert soft[15, 20] == soft.max() < 1
    assert soft[15, 17] == pytest.approx(soft[15, 23])
    assert soft[12, 20] == pytest.approx(soft[15, 17], rel=1e-5)


def test_without_a_radius_nothing_changes():
    cells = np.arange(12, dtype=np.float32).reshape(3, 4)
    assert blurred(cells, 0.0) == pytest.approx(cells)


def test_gathering_sums_squares_and_spreading_keeps_what_is_even():
    values = np.arange(64, dtype=np.float32).reshape(8, 8)
    cells = gathered(values, 4)
    assert cells.shape == (2, 2)
    assert cells[0, 0] == values[:4, :4].sum()
    even = spread(np.full((3, 5), 2.0, np.float32), 4)
    assert even.shape == (12, 20)
    assert even == pytest.approx(2.0)


def test_spreading_goes_evenly_from_centre_to_centre():
    row = spread(np.array([[0.0, 4.0]], np.float32), 4)[0]
    assert row == pytest.approx([0, 0, 0.5, 1.5, 2.5, 3.5, 4, 4])


def test_a_smooth_step_is_flat_at_both_ends():
    steps = smooth_step(np.array([-1, 0, 0.01, 0.5, 0.99, 1, 2], np.float32))
    assert steps == pytest.approx([0, 0, 0.0003, 0.5, 0.9997, 1, 1], abs=1e-4)
