"""Outlines of what a picture sees."""

import numpy as np
import pytest

from routine_player.figure import outlines
from routine_player.figure.outlines import Tracing, area_of, outlines_of, simplified

FAITHFUL = Tracing(inset=0, blur=0.6, tolerance=0.3, least_area=4.0)


@pytest.fixture
def disc():
    y, x = np.mgrid[:90, :120]
    return np.hypot(x + 0.5 - 70, y + 0.5 - 40) < 30


def test_the_outline_of_a_disc_is_a_circle_of_few_points(disc):
    (outline,) = outlines_of(disc, Tracing(inset=0, blur=2.0, tolerance=0.5, least_area=4.0))

    assert np.hypot(*(outline - [70, 40]).T) == pytest.approx(30, abs=0.8)
    assert 8 < len(outline) < 30
    assert area_of(outline) == pytest.approx(np.pi * 900, rel=0.02)


def test_an_inset_makes_it_smaller_all_around(disc):
    (outline,) = outlines_of(disc, Tracing(5, 2.0, 0.3, 4.0))

    assert np.hypot(*(outline - [70, 40]).T) == pytest.approx(25, abs=1.0)


def test_pieces_come_largest_first_and_specks_not_at_all():
    mask = np.zeros((60, 60), np.bool_)
    mask[3:9, 3:9] = mask[20:50, 20:50] = True
    mask[55, 55] = True

    large, small = outlines_of(mask, FAITHFUL)

    assert area_of(large) == pytest.approx(900, rel=0.02)
    assert area_of(small) == pytest.approx(36, rel=0.1)


def test_holes_have_no_outline(disc):
    disc[35:45, 65:75] = False

    assert len(outlines_of(disc, FAITHFUL)) == 1


def test_pieces_that_touch_at_a_corner_are_two():
    mask = np.zeros((30, 30), np.bool_)
    mask[5:15, 5:15] = mask[15:25, 15:25] = True

    assert len(outlines_of(mask, Tracing(1, 0.6, 0.3, 4.0))) == 2


def test_what_reaches_the_edge_of_the_picture_is_closed_there():
    (outline,) = outlines_of(np.ones((10, 20), np.bool_), FAITHFUL)

    assert area_of(outline) == pytest.approx(200, rel=0.05)


def test_nothing_has_no_outline():
    assert outlines_of(np.zeros((8, 8), np.bool_), FAITHFUL) == ()


def test_points_on_a_line_are_spared():
    side = np.arange(10.0)
    zero, nine = np.zeros(10), np.full(10, 10.0)
    square = np.concatenate(
        [np.stack(pair, -1) for pair in ((side, zero), (nine, side), (10 - side, nine))]
        + [np.stack((zero, 10 - side), -1)]
    )

    assert sorted(map(tuple, simplified(square, 0.01))) == [(0, 0), (0, 10), (10, 0), (10, 10)]


def test_a_triangle_cannot_be_simplified():
    triangle = np.array([[0.0, 0.0], [10.0, 0.0], [3.0, 8.0]])

    assert simplified(triangle, 0.5).tolist() == triangle.tolist()


def test_a_ring_that_ends_where_it_begins_keeps_what_is_far_from_there():
    ring = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]])
    far = outlines._distances(ring, ring[0], ring[-1])
    assert far == pytest.approx([0.0, 4.0, np.hypot(4.0, 4.0), 0.0])
