import pytest

from routine_player.core.day import DayFactors
from routine_player.core.events import Outcome
from routine_player.core.run import FormFocus, RunKind, Surface
from routine_player.core.series.pain_course import Told, pain_points
from routine_player.core.series.played import PlayedStep
from routine_player.core.series.records import Records
from routine_player.core.series.strips import MEDIAN_FROM, Grouping, by_side, strips
from routine_player.core.shoes import Shoes


@pytest.fixture
def rows_of(rating, first):
    """Rate runs, and give the rows as names and scores."""

    def rows(grouping, runs_and_scores, **more):
        runs = [run for run, _ in runs_and_scores]
        ratings = [
            rating((run.started.local_date - first).days, score, run=run.id)
            for run, score in runs_and_scores
        ]
        records = Records(first, runs, ratings, **more)
        points = pain_points(ratings, records.run_by_id, Told.AFTER_RUN)
        found = strips(records, points, grouping)
        return {
            (one.group, one.name): [point.rating.score for point in one.points] for one in found
        }

    return rows


def test_a_run_stands_in_the_row_of_each_routine_that_belongs_to_it(rows_of, run, session):
    with_both, without = run(0), run(1)
    sessions = [session(0, "hips", run=with_both.id), session(0, "core", run=with_both.id)]
    rows = rows_of(Grouping.ROUTINE, [(with_both, 3), (without, 5)], sessions=sessions)
    assert rows == {("", "Core"): [3], ("", "Hips"): [3], ("", "No session"): [5]}


def test_the_same_routine_twice_before_a_run_is_one_dot(rows_of, run, session):
    ran = run(0)
    sessions = [session(0, run=ran.id), session(0, run=ran.id)]
    assert rows_of(Grouping.ROUTINE, [(ran, 3)], sessions=sessions) == {("", "Hips"): [3]}


def test_an_exercise_counts_only_where_it_was_done(rows_of, run, session):
    ran = run(0)
    played = session(0, run=ran.id)
    steps = {
        played.id: (
            PlayedStep("bridge", "Bridge", Outcome.DONE),
            PlayedStep("plank", "Plank", Outcome.SKIPPED),
            PlayedStep("squat", "Squat", None),
        )
    }
    rows = rows_of(Grouping.EXERCISE, [(ran, 3)], sessions=[played], steps=steps)
    assert rows == {("", "Bridge"): [3]}


def test_what_nobody_said_of_a_run_is_in_no_row(rows_of, run):
    assert rows_of(Grouping.FACTOR, [(run(0), 3)]) == {}


def test_factors_of_the_run_are_rows_by_name(rows_of, run):
    blue, gone = Shoes("Blue"), Shoes("Gone")
    runs = [
        run(0, kind=RunKind.LONG, surface=Surface.TRAIL, shoes=blue.id, tags=("heat",)),
        run(1, kind=RunKind.EASY, focus=(FormFocus.RUN_TALL,), shoes=gone.id),
    ]
    rows = rows_of(Grouping.FACTOR, [(runs[0], 4), (runs[1], 2)], shoes=[blue])
    assert list(rows.items()) == [
        (("Kind of run", "Easy"), [2]),
        (("Kind of run", "Long"), [4]),
        (("Surface", "Trail"), [4]),
        (("Shoes", "Blue"), [4]),
        (("Form", "Run tall"), [2]),
        (("Tags", "Heat"), [4]),
    ]


def test_hours_are_split_at_their_median_whatever_the_pain(rows_of, run, first):
    runs = [run(day) for day in range(4)]
    days = [
        DayFactors(one.started.local_date, sleep_h=hours, lifting=lifting, tags=("desk",))
        for one, hours, lifting in zip(
            runs, (6.0, 7.0, 8.0, None), (True, False, None, None), strict=True
        )
    ]
    rows = rows_of(Grouping.FACTOR, list(zip(runs, (9, 1, 2, 3), strict=True)), days=days)
    assert rows == {
        ("Sleep", "under 7.0 h"): [9],
        ("Sleep", "7.0 h and more"): [1, 2],
        ("Lifting", "No"): [1],
        ("Lifting", "Yes"): [9],
        ("Tags", "Desk"): [9, 1, 2, 3],
    }


def test_equal_hours_are_all_in_one_half(rows_of, run):
    runs = [run(day) for day in range(2)]
    days = [DayFactors(one.started.local_date, hours_sat=4.0) for one in runs]
    rows = rows_of(Grouping.FACTOR, [(one, 3) for one in runs], days=days)
    assert rows == {("Sitting", "4.0 h and more"): [3, 3]}


def test_a_median_needs_five_dots(run, rating, first):
    ratings = [rating(day, day) for day in range(MEDIAN_FROM)]
    points = pain_points(ratings, {}, Told.AFTER_RUN)
    left = by_side(points)[0]
    assert left.median is None
    sided = [rating(day, day, sites=("hip-left",)) for day in range(MEDIAN_FROM)]
    (left, *_) = by_side(pain_points(sided, {}, Told.AFTER_RUN))
    assert left.median == 2.0
    (fewer, *_) = by_side(pain_points(sided[1:], {}, Told.AFTER_RUN))
    assert fewer.median is None


def test_sides_are_told_apart_and_the_middle_is_neither(rating):
    sites = [
        ("hip-left",),
        ("calf-right", "hip-right"),
        ("hip-left", "calf-right"),
        ("lower-back-middle",),
        ("elsewhere",),
        (),
    ]
    ratings = [rating(day, day, sites=one) for day, one in enumerate(sites)]
    found = by_side(pain_points(ratings, {}, Told.AFTER_RUN))
    assert [(one.name, [point.rating.score for point in one.points]) for one in found] == [
        ("Left", [0]),
        ("Right", [1]),
        ("Both sides", [2]),
    ]
