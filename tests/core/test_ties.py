import pytest

from routine_player.core.choices import When
from routine_player.core.instant import Instant
from routine_player.core.pain import RatingMoment
from routine_player.core.run import Activity, Run
from routine_player.core.ties import SessionSpan, run_of_rating, run_of_session

NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")
HOUR = 3600.0


def _run(after_s: float, activity: Activity = Activity.RUN) -> Run:
    return Run(NOON.after(after_s), duration_s=HOUR, distance_m=10_000.0, activity=activity)


def _before(*runs: Run) -> object:
    return run_of_session(SessionSpan(When.BEFORE_RUN, NOON.after(-900.0), NOON), runs)


def _after(*runs: Run) -> object:
    return run_of_session(SessionSpan(When.AFTER_RUN, NOON, NOON.after(900.0)), runs)


def test_a_session_before_a_run_goes_with_the_next_run_within_two_hours_of_its_end():
    first, second = _run(600.0), _run(1.5 * HOUR)
    assert _before(second, first) == first.id
    assert _before(_run(2 * HOUR + 1)) is None
    edge = _run(2 * HOUR)
    assert _before(edge) == edge.id


def test_a_session_before_a_run_does_not_go_with_a_run_that_was_already_under_way():
    assert _before(_run(-1000.0)) is None


def test_a_watch_that_was_started_before_the_last_stretch_was_over_still_counts():
    early = _run(-60.0)
    assert _before(early) == early.id


def test_a_session_after_a_run_goes_with_the_last_run_that_ended_within_three_hours():
    first, second = _run(-3 * HOUR), _run(-1.5 * HOUR)
    assert _after(first, second) == second.id
    edge = _run(-4 * HOUR)
    assert _after(edge) == edge.id
    assert _after(_run(-4 * HOUR - 1)) is None
    assert _after(_run(-HOUR / 2)) is None


@pytest.mark.parametrize("when", [When.ANY, None])
def test_a_session_for_any_time_belongs_to_no_run(when: When | None):
    runs = [_run(-2 * HOUR), _run(600.0)]
    assert run_of_session(SessionSpan(when, NOON, NOON.after(300.0)), runs) is None


def test_rides_and_swims_are_no_runs():
    assert _before(_run(600.0, Activity.BIKE)) is None
    assert _after(_run(-2 * HOUR, Activity.SWIM)) is None


def test_this_morning_belongs_to_the_last_run_of_the_day_before_until_noon():
    morning = NOON.after(24 * HOUR - 1.0)
    earlier, last = _run(-4 * HOUR), _run(6 * HOUR)
    today = _run(19 * HOUR)
    assert run_of_rating(RatingMoment.NEXT_MORNING, morning, [last, earlier, today]) == last.id
    assert run_of_rating(RatingMoment.NEXT_MORNING, NOON.after(24 * HOUR), [last]) is None
    assert run_of_rating(RatingMoment.NEXT_MORNING, NOON.after(44 * HOUR), [last]) is None
    assert run_of_rating(RatingMoment.NEXT_MORNING, morning, []) is None


@pytest.mark.parametrize("moment", [RatingMoment.WORST_IN_RUN, RatingMoment.AFTER_RUN])
def test_what_is_said_after_a_run_belongs_to_the_run_that_just_ended(moment: RatingMoment):
    last = _run(-2 * HOUR)
    assert run_of_rating(moment, NOON, [_run(-3.5 * HOUR), last]) == last.id
    assert run_of_rating(moment, NOON, [_run(-5 * HOUR)]) is None


@pytest.mark.parametrize("moment", [RatingMoment.ALONE, RatingMoment.BEFORE_SESSION])
def test_other_ratings_belong_to_no_run(moment: RatingMoment):
    assert run_of_rating(moment, NOON, [_run(-2 * HOUR)]) is None
