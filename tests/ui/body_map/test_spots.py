"""Shapes that can be pointed at, and the ways among them."""

import pytest

from routine_player.ui.body_map.spots import Spot, Way, next_spot, spot_at


def square(site, left, top, side=10.0):
    corners = ((left, top), (left + side, top), (left + side, top + side), (left, top + side))
    return Spot(site, "front", (corners,))


CALF, FOOT = square("calf", 0, 0), square("foot", 20, 0)


def test_a_spot_has_a_middle_and_a_box():
    assert FOOT.middle == (25, 5)
    assert FOOT.box == (20, 0, 30, 10)


@pytest.mark.parametrize(
    ("point", "far"), [((5, 5), 0), ((13, 5), 3), ((-3, -4), 5), ((5, 14), 4), ((5, 0.1), 0)]
)
def test_a_point_is_as_far_off_as_the_nearest_edge(point, far):
    assert CALF.distance(point) == pytest.approx(far)


def test_the_nearest_piece_counts():
    both = Spot("arm", "front", (CALF.outlines[0], FOOT.outlines[0]))

    assert both.distance((31, 5)) == pytest.approx(1)


def test_a_point_that_occurs_twice_in_an_outline_does_no_harm():
    spot = Spot("arm", "front", (((0, 0), (0, 0), (10, 0), (10, 10)),))

    assert spot.distance((-2, 0)) == pytest.approx(2)


@pytest.mark.parametrize(
    ("point", "found"),
    [((5, 5), CALF), ((13, 5), CALF), ((18, 5), FOOT), ((35, 5), FOOT), ((40, 5), None)],
)
def test_beside_a_spot_the_nearest_one_is_meant(point, found):
    assert spot_at((CALF, FOOT), point, 6.0) is found


def test_where_there_are_no_spots_none_is_found():
    assert spot_at((), (0, 0), 100.0) is None


CROSS = ((0, 0), (10, 1), (0, 10), (-10, 0), (0, -10), (30, 0), (11, 9))


@pytest.mark.parametrize(("way", "to"), [(Way.RIGHT, 1), (Way.DOWN, 2), (Way.LEFT, 3), (Way.UP, 4)])
def test_an_arrow_leads_to_the_nearest_straight_ahead(way, to):
    assert next_spot(CROSS, 0, way) == to


def test_at_the_edge_an_arrow_leads_nowhere():
    assert next_spot(CROSS, 5, Way.RIGHT) == 5
    assert next_spot(((0, 0), (1, 50)), 0, Way.RIGHT) == 0
