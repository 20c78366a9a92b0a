"""All that is said at once is one edit, and days know of runs and of pain without a session."""

from datetime import date

import pytest

from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run
from routine_player.core.shoes import Shoes
from routine_player.store.history import History
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_values import Day
from routine_player.store.paths import Places

NOW = Instant.of(1_772_625_600_000, 0)  # 2026-03-04 12:00
DAY = NOW.local_date


@pytest.fixture
def history(tmp_path):
    opened = History.open(Places(tmp_path), NOW)
    yield opened
    opened.close()


def entry(**more):
    shoes = Shoes("Road")
    run = Run(NOW.after(-3600), 1800.0, 5000.0, shoes=shoes.id)
    rating = Rating(RatingMoment.AFTER_RUN, 4, NOW, run=run.id)
    return DiaryEntry(run, (rating,), DayFactors(DAY, hours_sat=6), shoes, **more)


def test_one_undo_takes_back_all_that_was_said_at_once(history):
    diary = history.diary
    edit = diary.put_entry(entry(), NOW)
    assert [worn.worn_m for worn in diary.shoes()] == [5000.0]
    assert len(diary.days(DAY, DAY)) == len(diary.runs()) == len(diary.ratings()) == 1
    diary.undo(edit, NOW)
    left = (diary.shoes(), diary.days(DAY, DAY), diary.runs(), diary.ratings())
    assert left == ((), (), (), ())


def test_saying_the_same_again_is_no_edit(history):
    said = entry()
    assert history.diary.put_entry(said, NOW) is not None
    assert history.diary.put_entry(said, NOW) is None
    assert history.diary.put_entry(DiaryEntry(), NOW) is None


def test_what_is_withdrawn_goes_with_the_same_edit(history):
    diary = history.diary
    said = entry()
    diary.put_entry(said, NOW)
    alone = Rating(RatingMoment.ALONE, 3, NOW)
    ids = (said.run.id, said.ratings[0].id)
    edit = diary.put_entry(DiaryEntry(ratings=(alone,), withdrawn=ids), NOW)
    assert diary.ratings() == (alone,)
    assert diary.runs() == ()
    diary.undo(edit, NOW)
    assert [one.run for one in diary.runs()] == [said.run]
    assert diary.ratings() == said.ratings


def test_a_run_that_moves_to_another_day_leaves_its_morning_behind(history):
    diary = history.diary
    run = Run(NOW.after(-28 * 3600), 1800.0)
    diary.put_entry(DiaryEntry(run), NOW)
    morning = Rating(RatingMoment.NEXT_MORNING, 2, NOW.after(-4 * 3600))
    diary.put_entry(DiaryEntry(ratings=(morning,)), NOW)
    assert diary.rating(morning.id).run == run.id
    moved = Run(NOW.after(-100 * 3600), 1800.0, id=run.id)
    diary.put_entry(DiaryEntry(moved), NOW)
    assert diary.rating(morning.id).run is None


def test_an_edit_keeps_where_a_run_came_from(history):
    said = entry()
    history.diary.put_entry(said, NOW)
    before = history.diary.run(said.run.id).sources
    history.diary.put_entry(DiaryEntry(Run(NOW, 60.0, id=said.run.id)), NOW)
    assert history.diary.run(said.run.id).sources == before


def test_a_day_of_a_run_and_a_day_of_pain_alone_are_days_too(history):
    history.diary.put_entry(entry(), NOW)
    yesterday = Rating(RatingMoment.ALONE, 7, NOW.after(-86_400))
    history.diary.put_entry(DiaryEntry(ratings=(yesterday,)), NOW)
    assert history.days(date(2026, 1, 1), date(2026, 12, 31)) == (
        Day(date(2026, 3, 3), 0, 0, 0.0, 7),
        Day(DAY, 0, 0, 0.0, 4, 1),
    )
