from datetime import date

import pytest

from routine_player.ui.charts.content import Marker
from routine_player.ui.charts.markers import placed_markers
from routine_player.ui.charts.scale import Scale

ACROSS = Scale(0.0, 100.0, 0.0, 1000.0)


@pytest.fixture
def placed():
    """Place markers of ten pixels a letter; give their pixels and words."""

    def place(*told):
        markers = [Marker(float(x), words, date(2026, 1, 1)) for x, words in told]
        found = placed_markers(markers, ACROSS, lambda words: 10.0 * len(words))
        return [(one.x, one.words) for one in found]

    return place


def test_markers_come_by_place_with_their_words(placed):
    assert placed((60, "Late"), (10, "Early")) == [(100.0, "Early"), (600.0, "Late")]


def test_markers_out_of_view_are_left_out(placed):
    assert placed((-1, "Before"), (101, "After")) == []


def test_markers_that_fall_together_are_one_line(placed):
    assert placed((10, "Blue"), (11, "Hips")) == [(100.0, "Blue and 1 more")]


def test_one_line_for_several_says_how_many_where_there_is_less_room(placed):
    assert placed((10, "Blue"), (11, "Hips"), (22, "Core"))[0] == (100.0, "2 new")


def test_words_without_room_before_the_next_line_are_left_out(placed):
    assert placed((10, "A long name"), (20, "Next")) == [(100.0, ""), (200.0, "Next")]


def test_words_that_would_leave_the_plot_are_left_out(placed):
    assert placed((95, "A long name")) == [(950.0, "")]
