from datetime import timedelta

from routine_player.core.day import DayFactors
from routine_player.core.run import Activity
from routine_player.core.series.on_the_calendar import place_of_day
from routine_player.core.series.records import Records


def test_records_without_anything_are_empty_and_begin_today(first):
    records = Records(first)
    assert records.is_empty
    assert (records.first, records.last) == (place_of_day(first), place_of_day(first) + 1)


def test_a_single_rating_is_something(first, rating):
    assert not Records(first, ratings=[rating(0, 3)]).is_empty


def test_the_first_day_is_that_of_whatever_came_first(first, run, rating, session):
    today = first + timedelta(days=30)
    records = Records(today, [run(5)], [rating(4, 3)], [session(3)])
    assert records.first == place_of_day(first) + 3


def test_runs_alone_are_runs_and_come_by_time(first, run):
    walk, late, early = run(1, activity=Activity.WALK), run(3), run(2)
    assert Records(first, [walk, late, early]).real_runs == [early, late]


def test_sessions_are_found_by_their_run(first, run, session):
    ran = run(0)
    before, after, other = session(0, run=ran.id), session(0, run=ran.id), session(0)
    records = Records(first, [ran], sessions=[before, after, other])
    assert records.sessions_of == {ran.id: [before, after]}
    assert records.run_by_id == {ran.id: ran}


def test_days_are_found_by_their_date(first):
    day = DayFactors(first, 3.0)
    assert Records(first, days=[day]).day_by_date == {first: day}
