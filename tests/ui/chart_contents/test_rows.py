from itertools import pairwise

import pytest

from routine_player.ui.chart_contents.rows import STEP_PX, Row, rows_lane, stacked, step_px
from routine_player.ui.charts.content import Dot, Look


def test_rows_stand_below_each_other_from_the_top():
    dots = [Dot(2.0, 0.0, Look.PAIN, 2), Dot(2.0, STEP_PX, Look.PAIN, 2)]
    lane = rows_lane([Row("First", dots, "2 runs"), Row("Second", dots[:1], "1 run")])
    first, second = lane.ticks
    assert (first.label, second.label) == ("First", "Second")
    assert first.at > second.at > 0
    assert lane.high == lane.height_px
    assert [note.label for note in lane.notes] == ["2 runs", "1 run"]
    assert {dot.y for dot in lane.dots} == {first.at, first.at + STEP_PX, second.at}


def test_a_small_stack_stands_eleven_pixels_apart_and_a_high_one_is_pressed_together():
    assert step_px(1) == step_px(8) == STEP_PX
    assert step_px(16) == STEP_PX / 2
    assert step_px(0) == STEP_PX


def test_every_dot_of_a_low_stack_is_seen():
    assert list(stacked("abc", 11.0)) == [("a", 0.0), ("b", 11.0), ("c", 22.0)]
    assert list(stacked("a", 0.1)) == [("a", 0.0)]


@pytest.mark.parametrize("count", [2, 22, 23, 100, 439, 440])
def test_of_a_very_high_stack_a_part_is_seen_and_its_height_says_how_many_there_are(count: int):
    step = step_px(440)
    heights = [height for _, height in stacked(range(count), step)]
    assert heights[0] == 0.0 or count * step < 4
    assert heights[-1] == pytest.approx((count - 1) * step)
    assert len(heights) <= 22
    assert all(high - low >= 4 for low, high in pairwise(heights))
