import pytest

from routine_player.ui.charts.scale import Scale


def test_places_become_pixels_and_back():
    scale = Scale(10.0, 20.0, 100.0, 300.0)
    assert scale.px(15.0) == 200.0
    assert scale.place(200.0) == 15.0


def test_an_axis_may_go_up_while_pixels_go_down():
    scale = Scale(0.0, 10.0, 300.0, 100.0)
    assert scale.px(10.0) == 100.0
    assert scale.px_each == -20.0


@pytest.mark.parametrize("by", [0.5, 1.0, 4.0])
def test_what_is_zoomed_around_stays_where_it_is(by):
    scale = Scale(10.0, 20.0, 0.0, 100.0)
    low, high = scale.zoomed(by, 12.0)
    assert high - low == pytest.approx(10.0 / by)
    assert Scale(low, high, 0.0, 100.0).px(12.0) == pytest.approx(scale.px(12.0))
