import numpy as np
import pytest

from routine_player.figure.raster import SAMPLES, rasterise


def corners(*points):
    return np.array(points, dtype=float)


FRONT = np.array([[0, 2, 1]], np.int32)


def coverage(samples):
    seen = samples.triangle.reshape(samples.height, SAMPLES, samples.width) >= 0
    return seen.mean(axis=1)


def test_a_triangle_covers_its_area():
    points = corners([2.3, 1.1, 0.2], [17.6, 3.4, 0.2], [6.2, 14.9, 0.2])
    samples = rasterise(points, FRONT, (20, 16))
    area = abs((15.3 * 13.8 - 3.9 * 2.3) / 2)
    assert coverage(samples).sum() == pytest.approx(area, rel=0.02)


def test_a_triangle_that_shows_its_back_is_not_seen():
    points = corners([2, 1, 0.2], [17, 3, 0.2], [6, 14, 0.2])
    assert (rasterise(points, FRONT[:, ::-1], (20, 16)).triangle == -1).all()


def test_the_nearer_triangle_hides_the_other_whatever_their_order():
    near = corners([2, 2, 0.2], [14, 2, 0.2], [8, 12, 0.2])
    far = near * [1, 1, 0.5]
    for order in ((near, far), (far, near)):
        triangles = np.array([[0, 2, 1], [3, 5, 4]], np.int32)
        samples = rasterise(np.concatenate(order), triangles, (16, 16))
        expected = 0 if order[0] is near else 1
        assert set(np.unique(samples.triangle)) == {-1, expected}
        assert samples.nearness.max() == pytest.approx(0.2)


def test_two_triangles_that_share_an_edge_leave_no_hole_and_do_not_overlap():
    points = corners([1.3, 1.7, 0.2], [14.2, 2.9, 0.2], [13.1, 13.6, 0.2], [2.4, 12.2, 0.2])
    both = np.array([[0, 2, 1], [0, 3, 2]], np.int32)
    whole = coverage(rasterise(points, both, (16, 16)))
    halves = sum(coverage(rasterise(points, one[None], (16, 16))) for one in both)
    assert np.array_equal(whole, halves)
    assert whole[4:11, 4:11].min() == 1


def test_triangles_that_cross_each_other_are_parted_where_they_cross():
    flat = corners([0, 0, 0.2], [16, 0, 0.2], [8, 16, 0.2])
    tilted = corners([0, 0, 0.1], [16, 0, 0.3], [8, 16, 0.2])
    triangles = np.array([[0, 2, 1], [3, 5, 4]], np.int32)
    samples = rasterise(np.concatenate([flat, tilted]), triangles, (16, 16))
    first_row = samples.triangle[SAMPLES]
    assert first_row[2] == 0
    assert first_row[13] == 1


def test_what_lies_partly_outside_is_cut_at_the_edge():
    points = corners([-40, -30, 0.2], [60, -30, 0.2], [8, 90, 0.2])
    assert (rasterise(points, FRONT, (16, 12)).triangle == 0).all()


def test_what_is_bigger_than_a_chunk_is_whole():
    points = corners([-900, -10, 0.2], [1900, -10, 0.2], [500, 2500, 0.2])
    assert (rasterise(points, FRONT, (600, 400)).triangle == 0).all()


def test_an_edge_that_is_nearly_level_comes_in_as_many_steps_as_there_are_samples():
    points = corners([0, 4.0, 0.2], [64, 5.0, 0.2], [0, 14, 0.2])
    row = coverage(rasterise(points, FRONT, (64, 16)))[4, :60]
    assert len(np.unique(row)) == SAMPLES + 1
    assert np.all(np.diff(row) <= 0)


def test_no_triangles_give_an_empty_picture():
    samples = rasterise(np.zeros((0, 3)), np.zeros((0, 3), np.int32), (8, 8))
    assert (samples.nearness == 0).all()
