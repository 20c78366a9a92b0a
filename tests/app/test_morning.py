"""What Today asks above its panel."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from routine_player.core.entry import SessionOutcome
from routine_player.core.pain import RatingMoment
from routine_player.core.run import Activity, Run
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide

DAY_S = 86_400


@pytest.fixture
def morning(open_app, make_desk, clock):
    """Open the app at eight, with a run of the evening before."""

    def opened(activity=Activity.RUN, hour=8, **chosen):
        clock.sleep_s((hour - 12) * 3600)
        rooms = open_app(**chosen)
        now = clock.instant()
        run = Run(now.after(-14 * 3600), 3000.0, 8200.0, activity)
        rooms._desk.history.diary.put_run(run, now)
        rooms._desk.history_changed.emit()
        return rooms, rooms.window.page_widget("today"), run

    return opened


def test_one_key_answers_how_the_back_is_this_morning(morning):
    rooms, view, run = morning()
    assert view.values.morning.words == "After yesterday's 8.2 km."
    QTest.keyClick(view, Qt.Key.Key_3)
    (rating,) = rooms._desk.history.diary.ratings()
    assert (rating.moment, rating.score, rating.run) == (RatingMoment.NEXT_MORNING, 3, run.id)
    assert view.values.morning is None
    assert not view._morning.isVisible()
    rooms.window.undo()
    assert not rooms._desk.history.diary.ratings()
    assert view.values.morning is not None


def test_not_today_leaves_it_unknown_and_is_not_asked_again(morning):
    rooms, view, _ = morning()
    view._morning._leave.click()
    assert not rooms._desk.history.diary.ratings()
    assert view.values.morning is None
    assert rooms._desk.settings.morning_left == "2026-03-04"


@pytest.mark.parametrize(("activity", "hour"), [(Activity.BIKE, 8), (Activity.RUN, 13)])
def test_it_is_not_asked_after_a_ride_or_in_the_afternoon(morning, activity, hour):
    _, view, _ = morning(activity, hour)
    assert view.values.morning is None


def test_a_window_that_stayed_open_over_night_asks_when_one_comes_back(open_app, clock, qtbot):
    rooms = open_app()
    view = rooms.window.page_widget("today")
    now = clock.instant()
    rooms._desk.history.diary.put_run(Run(now, 3000.0, 8200.0), now)
    rooms._desk.history_changed.emit()
    clock.sleep_s(20 * 3600)
    with qtbot.waitActive(rooms.window):
        rooms.window.activateWindow()
    assert view.values.day == date(2026, 3, 5)
    assert view.values.morning is not None
    clock.sleep_s(24 * 3600)
    rooms.window.show_page("history")
    rooms.window.show_page("today")
    assert view.values.morning is None  # two nights later it belongs to nothing


def test_a_morning_that_passed_while_it_was_asked_is_not_answered(morning, clock):
    rooms, view, _ = morning()
    clock.sleep_s(5 * 3600)
    QTest.keyClick(view, Qt.Key.Key_3)
    assert not rooms._desk.history.diary.ratings()
    assert view.values.morning is None


def test_a_digit_means_nothing_where_nothing_is_asked(open_app):
    rooms = open_app()
    QTest.keyClick(rooms.window.page_widget("today"), Qt.Key.Key_3)
    assert not rooms._desk.history.diary.ratings()


def test_after_a_warm_up_the_run_is_asked_for(open_app, clock):
    rooms = open_app()
    desk, view = rooms._desk, rooms.window.page_widget("today")
    timeline = timeline_for(desk.library.routine("quick-warm-up").routine, FirstSide.LEFT, 0)
    new = new_session(timeline, clock.instant(), 1.0)
    SessionKeeper(desk.history, new)
    clock.pass_s(300)
    desk.history.finish(new.id, SessionOutcome.FINISHED, clock.instant(), 300.0)
    clock.pass_s(1800)
    desk.history_changed.emit()
    assert view.values.log.words.endswith("ended at 12:05.")
    view._prompt._leave.click()
    assert view.values.log is None


def test_l_leads_from_today_to_the_page(open_app):
    rooms = open_app()
    QTest.keyClick(rooms.window.page_widget("today"), Qt.Key.Key_L)
    assert rooms.window.page == "log-run"
