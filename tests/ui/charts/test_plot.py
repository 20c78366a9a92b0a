from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from routine_player.store import settings
from routine_player.ui.charts.content import Dot, Lane, Line, Look, NumberAxis, Tick
from routine_player.ui.charts.plot import Plot

MONDAY = date(2026, 1, 5)


@pytest.fixture
def plot(theme, show, make_chart):
    plot = Plot(theme)
    plot.show_chart(make_chart())
    plot.setMinimumWidth(900)
    show(plot)
    return plot


def place_of(plot, number):
    """Where a dot is in the plot."""
    lane = plot._lanes[0]
    return lane.hit_of(lane.lane.dots[number], 0).place


def wheel(plot, turn, modifiers=Qt.KeyboardModifier.NoModifier):
    place = QPointF(500, 100)
    event = QWheelEvent(
        place,
        plot.mapToGlobal(place),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    plot.wheelEvent(event)
    return event


def test_the_whole_axis_is_shown_at_first(plot, first):
    assert plot.stretch == (first, first + 100)
    assert plot.accessibleName() == "A chart"


def test_left_and_right_walk_the_dots_from_the_last_one_in_view(plot):
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.hit.mark.about == 90
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.hit.mark.about == 80
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.hit.mark.about == 90
    assert plot.accessibleDescription() == "Tip of 90, a line"


def test_walking_out_of_view_moves_the_view(plot, first):
    plot.show_stretch(first + 40, first + 60)
    for _ in range(4):
        QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.hit.mark.about == 30
    low, high = plot.stretch
    assert low <= first + 30 <= high
    for _ in range(5):
        QTest.keyClick(plot, Qt.Key.Key_Right)
    low, high = plot.stretch
    assert low <= first + 80 <= high


def test_enter_opens_the_day_of_a_dot(plot, qtbot):
    QTest.keyClick(plot, Qt.Key.Key_Left)
    with qtbot.waitSignal(plot.day_chosen) as chosen:
        QTest.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args == [MONDAY + timedelta(days=90)]


def test_enter_without_a_dot_opens_nothing(plot, qtbot):
    with qtbot.assertNotEmitted(plot.day_chosen):
        QTest.keyClick(plot, Qt.Key.Key_Return)


def test_a_click_on_a_dot_opens_its_day(plot, qtbot):
    with qtbot.waitSignal(plot.day_chosen) as chosen:
        QTest.mouseClick(
            plot.viewport(), Qt.MouseButton.LeftButton, pos=place_of(plot, 3).toPoint()
        )
    assert chosen.args == [MONDAY + timedelta(days=30)]


def test_the_mouse_says_what_it_is_at_and_is_silent_beside_it(plot):
    place = place_of(plot, 3)
    QTest.mouseMove(plot.viewport(), place.toPoint())
    assert plot.note.tip.title == "Tip of 30"
    QTest.mouseMove(plot.viewport(), (place + QPointF(40, -40)).toPoint())
    assert plot.note.tip is None


def test_a_bar_is_found_anywhere_above_its_week(plot):
    lane = plot._lanes[1]
    bar = lane.lane.bars[1]
    inside = QPointF(lane.across.px(bar.first + 2), lane.area.top() + 2)
    assert plot.hit_at(inside).mark is bar
    between = QPointF(lane.across.px(bar.last + 1), lane.area.top() + 2)
    assert plot.hit_at(between) is None


def test_plus_and_minus_zoom_round_the_middle(plot, first):
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    low, high = plot.stretch
    assert high - low == pytest.approx(80)
    assert (low + high) / 2 == pytest.approx(first + 50)
    QTest.keyClick(plot, Qt.Key.Key_Minus)
    assert plot.stretch == pytest.approx((first, first + 100))


def test_nothing_lies_beyond_the_ends_of_the_axis(plot, first):
    plot.zoom(0.1)
    assert plot.stretch == (first, first + 100)
    plot.show_stretch(first - 50, first - 20)
    assert plot.stretch == (first, first + 30)
    plot.show_stretch(first + 500, first + 510)
    assert plot.stretch == (first + 90, first + 100)


def test_no_less_than_a_week_is_shown(plot):
    plot.zoom(1000)
    low, high = plot.stretch
    assert high - low == pytest.approx(7)


def test_the_wheel_scrolls_the_page_and_zooms_with_control_alone(plot, first):
    assert not wheel(plot, QPoint(0, 120)).isAccepted()
    assert plot.stretch == (first, first + 100)
    around = plot._lanes[0].across.place(500)
    assert wheel(plot, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier).isAccepted()
    assert plot._lanes[0].across.place(500) == pytest.approx(around)
    low, high = plot.stretch
    assert high - low == pytest.approx(80)


def test_a_wheel_that_tilts_moves_through_time(plot, first):
    plot.show_stretch(first + 40, first + 60)
    wheel(plot, QPoint(-120, 0))
    assert plot.stretch == pytest.approx((first + 42, first + 62))


def test_dragging_moves_time_with_the_mouse_and_opens_nothing(plot, first, qtbot):
    plot.show_stretch(first + 40, first + 60)
    place = place_of(plot, 5).toPoint()
    width = plot._lanes[0].area.width()
    with qtbot.assertNotEmitted(plot.day_chosen):
        QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
        moved = QPoint(place.x() + round(width / 2), place.y())
        QTest.mouseMove(plot.viewport(), moved)
        QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=moved)
    assert plot.stretch == pytest.approx((first + 30, first + 50), abs=0.1)


def test_shift_and_arrows_move_through_time(plot, first):
    plot.show_stretch(first + 40, first + 60)
    QTest.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert plot.stretch == pytest.approx((first + 36, first + 56))


def test_other_keys_are_left_to_the_page(plot, qtbot):
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.hit is None


def test_a_chart_of_numbers_does_not_zoom(plot, make_chart):
    axis = NumberAxis(0.0, 10.0, (Tick(0.0, "0"), Tick(10.0, "10", has_line=False)), "pain")
    plot.show_chart(make_chart(axis=axis, markers=()))
    plot.zoom(2.0)
    assert plot.stretch == (0.0, 10.0)


def test_another_chart_takes_the_place_of_the_one_before(plot, make_chart):
    before = len(plot.scene().items())
    plot.show_chart(make_chart())
    assert len(plot.scene().items()) == before
    plot.show_chart(make_chart(lanes=()))
    plot.walk(1)
    assert plot.hit is None
    assert plot.hit_at(QPointF(100, 100)) is None


def test_dots_and_bars_are_seen_in_light_and_dark(plot, theme, count_of):
    for wear in (settings.Theme.LIGHT, settings.Theme.DARK):
        theme.wear(wear)
        QApplication.processEvents()
        assert count_of(plot, theme.colours.pain[3]) > 20
        assert count_of(plot, theme.colours.strong) > 100
        assert count_of(plot, theme.colours.accent) > 50
        assert count_of(plot, theme.colours.paper) > 10_000


def test_the_band_is_seen(plot, count_of, make_chart, theme):
    with_band = count_of(plot, theme.colours.paper)
    lanes = make_chart().lanes
    plot.show_chart(make_chart(lanes=(Lane(dots=lanes[0].dots, low=-1, high=11), lanes[1])))
    QApplication.processEvents()
    assert with_band < count_of(plot, theme.colours.paper) - 2000


def test_an_axis_that_is_fitted_follows_what_is_in_view(plot, first):
    lane = plot._lanes[1]
    assert [tick.label for tick in lane.ticks] == ["0", "1", "2", "3"]
    plot.show_stretch(first, first + 7)
    assert [tick.label for tick in lane.ticks] == ["0", "1"]


def test_dots_of_a_full_lane_are_small_and_large_again_from_near(plot, make_chart, first):
    day = MONDAY
    dots = [Dot(first + at / 40, 3.0 + at % 4, Look.PAIN, 3 + at % 4, day) for at in range(4000)]
    plot.show_chart(make_chart(lanes=(Lane(dots=dots, low=-1, high=11),)))
    (far, *_) = plot._lanes[0]._dots
    small = far.item.opts["size"]
    assert len(far.item.getData()[0]) < 1000  # as many as can be seen apart
    plot.show_stretch(first + 40, first + 47)
    assert far.item.opts["size"] > 1.5 * small


def test_a_line_is_seen_over_the_dots_of_a_full_lane_and_under_them_from_near(
    plot, make_chart, count_of, theme, first
):
    dots = [Dot(first + at / 40, 3.0, Look.PAIN, 3, MONDAY) for at in range(4000)]
    line = Line([dot.x for dot in dots], [3.0] * len(dots))
    plot.show_chart(make_chart(lanes=(Lane(dots=dots, lines=(line,), low=-1, high=11),)))
    QApplication.processEvents()
    from_afar = count_of(plot, theme.colours.ink)
    plot.show_stretch(first + 40, first + 47)
    QApplication.processEvents()
    assert from_afar > 3 * count_of(plot, theme.colours.ink)


def test_a_plot_that_is_not_seen_wears_other_colours_when_it_is(plot, theme, count_of):
    plot.hide()
    theme.wear(settings.Theme.DARK)
    dark = theme.colours.pain[0]
    plot.show()
    QApplication.processEvents()
    assert count_of(plot, dark)


def test_home_and_end_go_to_the_first_and_the_last_dot(plot, first):
    plot.show_stretch(first + 40, first + 60)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.hit.mark.x == first
    assert plot.stretch[0] <= first
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.hit.mark.x == first + 90
    assert plot.stretch[1] >= first + 90


def test_a_bar_is_slim_among_weeks_and_whole_among_days(plot, first, theme, count_of):
    bar_px = []
    for days in (40, 7):
        plot.show_stretch(first + 14, first + 14 + days)
        QApplication.processEvents()
        bar_px.append(count_of(plot, theme.colours.accent))
    assert bar_px[1] > 5 * bar_px[0]


def test_what_is_said_of_a_dot_goes_with_it_when_the_plot_grows(plot):
    QTest.keyClick(plot, Qt.Key.Key_Left)
    before = plot.hit.place
    plot.setFixedHeight(plot.height() + 60)
    QApplication.processEvents()
    assert plot.hit.place != before
    assert plot.hit.place == place_of(plot, 9)
    assert plot.note._place == plot.hit.place
