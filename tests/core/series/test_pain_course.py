from datetime import timedelta

import pytest

from routine_player.core.pain import RatingMoment
from routine_player.core.series.pain_course import Told, breaks, median_pieces, pain_points
from routine_player.core.series.trailing import BREAK_DAYS, LEAST


@pytest.fixture
def points_of(rating):
    """Make points of days and scores."""

    def make(*said):
        return pain_points([rating(day, score) for day, score in said], {}, Told.AFTER_RUN)

    return make


@pytest.fixture
def day_at(first):
    return lambda day: first + timedelta(days=day)


def test_ratings_of_another_kind_are_left_out(rating):
    ratings = [
        rating(0, 3),
        rating(0, 5, RatingMoment.WORST_IN_RUN),
        rating(1, 2, RatingMoment.ALONE),
    ]
    told = {kind: [one.rating.score for one in pain_points(ratings, {}, kind)] for kind in Told}
    assert told == {
        Told.WORST_IN_RUN: [5],
        Told.AFTER_RUN: [3],
        Told.NEXT_MORNING: [],
        Told.OTHERWISE: [2],
    }


def test_a_rating_of_a_run_stands_where_the_run_began(run, rating):
    ran = run(3)
    (point,) = pain_points([rating(3, 4, run=ran.id)], {ran.id: ran}, Told.AFTER_RUN)
    assert point.run is ran
    assert point.place == pytest.approx(ran.started.local_date.toordinal() + 9 / 24)


def test_a_morning_rating_stands_on_its_own_day(run, rating, first):
    ran = run(3)
    said = rating(4, 4, RatingMoment.NEXT_MORNING, run=ran.id)
    (point,) = pain_points([said], {ran.id: ran}, Told.NEXT_MORNING)
    assert (point.day - first).days == 4
    assert point.run is ran


def test_a_rating_whose_run_is_gone_stands_where_it_was_said(run, rating):
    (point,) = pain_points([rating(3, 4, run=run(3).id)], {}, Told.AFTER_RUN)
    assert point.run is None
    assert point.place % 1 == pytest.approx(11 / 24)


def test_points_come_in_the_order_of_time(points_of):
    assert [one.rating.score for one in points_of((5, 1), (1, 2), (3, 3))] == [2, 3, 1]


def test_the_median_begins_with_the_fourth_and_looks_back_seven(points_of):
    scores = [1, 2, 9, 4, 9, 9, 9, 9, 0, 0, 0, 0] + [0] * (LEAST - 12)
    (piece,) = median_pieces(points_of(*enumerate(scores)))
    assert piece.medians[:6] == (3.0, 4.0, 6.5, 9.0, 9.0, 9.0)
    assert piece.medians[7] == 9.0  # of 4 9 9 9 9 0 0 0 and so on, the last seven
    assert len(piece.places) == len(piece.medians) == LEAST - 3


def test_there_is_no_median_under_twenty_points(points_of):
    assert median_pieces(points_of(*((day, 3) for day in range(LEAST - 1)))) == ()


def test_a_break_parts_the_median_and_it_looks_back_no_further(points_of):
    before = [(day, 8) for day in range(LEAST)]
    after = [(LEAST + BREAK_DAYS + day, 2) for day in range(4)]
    first, second = median_pieces(points_of(*before, *after))
    assert set(first.medians) == {8.0}
    assert second.medians == (2.0,)


def test_three_runs_after_a_break_have_no_median(points_of):
    before = [(day, 8) for day in range(LEAST)]
    after = [(LEAST + BREAK_DAYS + day, 2) for day in range(3)]
    assert len(median_pieces(points_of(*before, *after))) == 1


def test_twenty_one_days_are_no_break_and_one_more_is(points_of, day_at):
    assert breaks(points_of((0, 3), (BREAK_DAYS, 3)), (), day_at(BREAK_DAYS)) == ()
    (found,) = breaks(points_of((0, 3), (BREAK_DAYS + 1, 3)), (), day_at(BREAK_DAYS + 1))
    assert found.days == BREAK_DAYS + 1
    assert not found.ran


def test_a_break_knows_of_runs_that_were_not_rated(points_of, run, day_at):
    points = points_of((0, 3), (40, 3))
    assert breaks(points, [run(20)], day_at(40))[0].ran
    assert not breaks(points, [run(0), run(40)], day_at(40))[0].ran


def test_the_time_from_the_last_rating_to_today_may_be_a_break_too(points_of, run, day_at):
    points = points_of((0, 3))
    assert breaks(points, (), day_at(BREAK_DAYS)) == ()
    (found,) = breaks(points, [run(0)], day_at(40))
    assert (found.days, found.ran) == (40, False)
    assert found.last == day_at(41).toordinal()  # the end of today
    assert breaks(points, [run(0), run(40)], day_at(40))[0].ran
    assert breaks((), [run(0)], day_at(40)) == ()
