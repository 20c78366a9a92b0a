from routine_player.ui.chart_contents.rows import STEP_PX, Row, rows_lane, seen_of, step_px
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


def test_of_a_very_high_stack_a_part_is_seen():
    assert seen_of(range(22)) == range(22)
    assert len(seen_of(range(440))) == 22
