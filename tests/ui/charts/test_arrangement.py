from routine_player.ui.charts.arrangement import arranged, wished_height
from routine_player.ui.charts.content import Chart, Lane, NumberAxis, Table, Tick, TimeAxis, Tip

TIME = TimeAxis(0.0, 10.0, 0.0, 10.0)


def chart(*lanes, axis=TIME, names_px=36):
    nothing = Table((), (), ())
    return Chart(
        "c", "C", "", lanes, axis, lambda _: Tip("", ()), lambda: nothing, names_px=names_px
    )


def test_lanes_lie_below_each_other_on_one_axis():
    shown = chart(Lane(height_px=100), Lane("Below", height_px=40))
    lain = arranged(shown, 800, wished_height(shown), 0)
    first, second = lain.lanes
    assert (first.height(), second.height()) == (100, 40)
    assert second.top() >= first.bottom() + 24  # its title has room
    assert lain.axis.top() >= second.bottom()
    assert first.left() == second.left() == lain.axis.left()
    assert lain.axis.bottom() <= wished_height(shown)


def test_a_lane_without_a_height_takes_what_is_left():
    shown = chart(Lane(), Lane(height_px=40))
    tall = arranged(shown, 800, wished_height(shown) + 100, 0)
    assert tall.lanes[0].height() == 232 + 100
    assert tall.lanes[1].height() == 40


def test_long_names_leave_a_narrow_page_to_the_plot():
    lain = arranged(chart(Lane(height_px=40), names_px=200), 400, 300, 0)
    assert lain.lanes[0].width() > 200


def test_notes_have_room_at_the_right():
    shown = chart(Lane(height_px=40))
    without, with_notes = (arranged(shown, 800, 300, px).lanes[0].right() for px in (0, 60))
    assert with_notes <= without - 60


def test_words_of_an_axis_have_room_below_it():
    ticks = (Tick(0.0, "0"),)
    plain, worded = (
        wished_height(chart(Lane(height_px=40), axis=NumberAxis(0, 1, ticks, words)))
        for words in ("", "pain")
    )
    assert worded > plain
