import numpy as np

from routine_player.ui.charts.lane_items import gathered, thinned


def test_of_points_at_one_place_and_height_the_first_is_kept():
    xs = np.array([0.1, 0.2, 0.3, 1.4])
    ys = np.array([3.0, 3.0, 5.0, 3.0])
    assert thinned(xs, ys, 1.0).tolist() == [0, 2, 3]


def test_thinning_does_not_depend_on_what_is_in_view():
    xs = np.linspace(0, 100, 1001)
    ys = np.zeros_like(xs)
    whole = xs[thinned(xs, ys, 4.0)]
    part = xs[200:][thinned(xs[200:], ys[200:], 4.0)]
    assert set(part.tolist()) <= set(whole.tolist()) | {xs[200]}


def test_a_crowded_line_keeps_a_point_of_each_stretch_at_its_median():
    xs = np.array([0.0, 1.0, 2.0, 10.0, 11.0])
    ys = np.array([1.0, 9.0, 2.0, 4.0, 6.0])
    kept_xs, kept_ys = gathered(xs, ys, 8.0)
    assert kept_xs.tolist() == [1.0, 10.0]
    assert kept_ys.tolist() == [2.0, 5.0]
