"""What Today says and offers when a run is just over."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from routine_player.core.choices import When
from routine_player.core.entry import SessionOutcome
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run, RunKind, Source, SourceKind, Surface
from routine_player.core.shoes import Shoes
from routine_player.play.performance import new_session, timeline_for
from routine_player.store.history_changes import Saying
from routine_player.store.history_taking import Offer
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide
from routine_player.ui.views.today import TodayView


@pytest.fixture
def ran(open_app, clock):
    """Open the app after a run that is over since an hour, out of a file or typed."""

    def opened(hours_ago=1.0, kind=SourceKind.FIT):
        rooms = open_app()
        now = clock.instant()
        run = Run(now.after(-hours_ago * 3600 - 1900), 1900.0, 5100.0, kind=RunKind.EASY)
        diary = rooms._desk.history.diary
        if kind is SourceKind.TYPED:
            diary.put_run(run, now)
        else:
            diary.take_runs([Offer(run, Source(kind, "a.fit", bytes(16)))], Saying(now))
        rooms._desk.history_changed.emit()
        return rooms, rooms.window.page_widget("today"), run

    return opened


def rate(rooms, run, moment, score):
    desk, rating = rooms._desk, Rating(moment, score, run.ended, run=run.id)
    desk.write(lambda: desk.history.diary.put_rating(rating, run.ended))


def play(rooms, clock, slug):
    desk = rooms._desk
    timeline = timeline_for(desk.library.routine(slug).routine, FirstSide.LEFT, 0)
    new = new_session(timeline, clock.instant(), 1.0)
    SessionKeeper(desk.history, new)
    clock.pass_s(300)
    desk.write(lambda: desk.history.finish(new.id, SessionOutcome.FINISHED, clock.instant(), 300.0))


def test_after_a_run_out_of_a_file_its_other_end_is_offered_and_how_it_was_is_asked(ran):
    _, view, run = ran()
    values = view.values
    assert values.offer.when is When.AFTER_RUN
    assert values.offer.glance.when is When.AFTER_RUN
    assert values.sentence == "Easy run, 5.1 km done. Two small things are left."
    assert values.log.words == "A file tells of a run at 10:28: 5.1 km · 31:40."
    assert (values.log.subject, values.log.is_known) == (run.id, True)


def test_l_opens_that_run_which_was_not_told_of_yet_and_leads_back_to_today(ran, clock):
    rooms, view, run = ran()
    QTest.keyClick(view, Qt.Key.Key_L)
    assert rooms.window.page == "log-run"
    page = rooms.window.page_widget("log-run")
    assert page._head._title.text() == "Log a run"
    QTest.keyClick(page, Qt.Key.Key_4)
    QTest.keyClick(page, Qt.Key.Key_2)
    page.save()
    said = {one.moment: one for one in rooms._desk.history.diary.ratings_of_run(run.id)}
    assert {moment: one.score for moment, one in said.items()} == {
        RatingMoment.WORST_IN_RUN: 4,
        RatingMoment.AFTER_RUN: 2,
    }
    assert said[RatingMoment.AFTER_RUN].at == clock.instant()
    assert len(rooms._desk.history.diary.runs()) == 1
    assert rooms.window.page == "today"
    assert view.values.log is None
    assert view.values.sentence == (
        "Easy run, 5.1 km done. Pain 4 at worst, 2 after it. One small thing is left."
    )


@pytest.mark.parametrize(
    ("moment", "words"),
    [(RatingMoment.WORST_IN_RUN, "Pain 3 at worst."), (RatingMoment.AFTER_RUN, "Pain 3 after it.")],
)
def test_what_was_said_of_pain_is_told_as_far_as_it_was_said(ran, moment, words):
    rooms, view, run = ran()
    rate(rooms, run, moment, 3)
    assert view.values.sentence == f"Easy run, 5.1 km done. {words} One small thing is left."


def test_who_types_a_run_is_not_asked_for_it_again(ran):
    _, view, _ = ran(kind=SourceKind.TYPED)
    assert view.values.log is None
    assert view.values.sentence == "Easy run, 5.1 km done. One small thing is left."
    assert view.values.offer.when is When.AFTER_RUN


def test_not_now_leaves_the_run_as_it_is(ran):
    _, view, _ = ran()
    assert view._prompt._leave.label == "Not now"
    view._prompt._leave.click()
    assert view.values.log is None
    assert view.values.sentence == "Easy run, 5.1 km done. One small thing is left."


def test_the_routine_after_it_ends_the_run(ran, clock):
    rooms, view, _ = ran(kind=SourceKind.TYPED)
    play(rooms, clock, "after-run-cool-down")
    assert view.values.offer.when is When.BEFORE_RUN
    assert view.values.sentence == "Easy run, 5.1 km done. Nothing is left to do."


def test_a_run_of_this_morning_is_over_by_the_evening(ran, clock):
    rooms, view, _ = ran(hours_ago=2.9)
    assert view.values.offer.when is When.AFTER_RUN
    clock.sleep_s(900)
    rooms.window.show_page("today")
    assert view.values.offer.when is When.BEFORE_RUN
    assert (view.values.sentence, view.values.log) == ("", None)


def test_another_routine_is_chosen_for_what_is_due_now_alone(ran, clock):
    rooms, view, _ = ran(kind=SourceKind.TYPED)
    view.routine_chosen.emit("short-one")
    assert view.values.offer.glance.slug == "short-one"
    play(rooms, clock, "after-run-cool-down")
    assert view.values.offer.when is When.BEFORE_RUN
    assert view.values.offer.glance.slug != "short-one"


def test_a_run_that_was_deleted_was_none(ran, clock):
    rooms, view, run = ran()
    desk = rooms._desk
    desk.write(lambda: desk.history.diary.delete(run.id, clock.instant()))
    assert view.values.offer.when is When.BEFORE_RUN
    assert view.values.sentence == ""


def test_one_button_logs_and_has_the_key(ran):
    rooms, view, _ = ran()
    assert isinstance(view, TodayView)
    assert not view._log.isVisibleTo(view)
    view._prompt._leave.click()
    assert view._log.isVisibleTo(view)
    QTest.keyClick(view, Qt.Key.Key_L)
    assert not rooms.window.page_widget("log-run").draft.is_correction


def test_a_file_knows_no_shoes_so_those_of_last_time_are_remembered(ran, clock):
    rooms, view, run = ran()
    diary, shoes = rooms._desk.history.diary, Shoes("Road")
    diary.put_shoes(shoes, clock.instant())
    before = Run(run.started.after(-86_400), shoes=shoes.id, surface=Surface.GRASS)
    diary.put_run(before, clock.instant())
    rooms._diary.log_run()
    page = rooms.window.page_widget("log-run")
    assert page.said.details.shoes == shoes.id  # though the last run of all has none
    rooms.window.show_page("today")
    QTest.keyClick(view, Qt.Key.Key_L)
    assert page._head._when.label == "Today 10:28, from a file"
    assert page._foot._memory.text() == "remembered from last time"
    assert page._foot._cancel.label == "Not now"
    assert not page.is_touched
    QTest.keyClick(page, Qt.Key.Key_3)
    page.save()
    logged = diary.run(run.id).run
    assert (logged.shoes, logged.surface, logged.kind) == (shoes.id, Surface.GRASS, RunKind.EASY)


def test_the_first_key_answers_how_bad_it_was_and_not_how_far(ran):
    rooms, view, _ = ran()
    rooms.window.activateWindow()
    QTest.keyClick(view, Qt.Key.Key_L)
    page = rooms.window.page_widget("log-run")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_4)
    assert page.said.pain.worst == 4
    assert page.said.distance_m == 5100.0


def test_who_does_not_say_it_now_goes_back_to_today(ran):
    rooms, view, run = ran()
    QTest.keyClick(view, Qt.Key.Key_L)
    QTest.keyClick(rooms.window.page_widget("log-run"), Qt.Key.Key_Escape)
    assert rooms.window.page == "today"
    assert view.values.log.subject == run.id


def test_a_page_that_stays_open_follows_the_clock(ran, clock):
    rooms, view, _ = ran(hours_ago=2.9)
    clock.sleep_s(900)
    (timer,) = rooms._today_room.findChildren(QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert view.values.offer.when is When.BEFORE_RUN
    assert view.values.log is None
