from uuid import UUID

import pytest

from routine_player.core.choices import When
from routine_player.core.instant import Instant
from routine_player.core.offering import Candidate, LastRun, PastPlay, occasion, offered

NOON = Instant.of(1_772_625_600_000, 0)
WARM_UP = Candidate("pre-run-warm-up", When.BEFORE_RUN)
QUICK = Candidate("quick-warm-up", When.BEFORE_RUN)
COOL_DOWN = Candidate("after-run-cool-down", When.AFTER_RUN)
ROLLING = Candidate("foam-rolling", When.ANY)
ALL = (QUICK, WARM_UP, COOL_DOWN, ROLLING)


@pytest.fixture
def played():
    def at(slug, hours_ago):
        return PastPlay(slug, NOON.after(-hours_ago * 3600))

    return at


def test_with_nothing_played_a_run_is_to_come():
    assert occasion(NOON, ALL, ()) is When.BEFORE_RUN


def test_after_a_warm_up_the_run_is_what_is_between():
    assert occasion(NOON, ALL, (PastPlay("quick-warm-up", NOON.after(-3600)),)) is When.AFTER_RUN


def test_a_warm_up_of_this_morning_is_over(played):
    assert occasion(NOON, ALL, (played("quick-warm-up", 3.1),)) is When.BEFORE_RUN


def test_after_the_cool_down_the_next_run_is_to_come(played):
    past = (played("after-run-cool-down", 0.5), played("quick-warm-up", 2.0))
    assert occasion(NOON, ALL, past) is When.BEFORE_RUN


def test_routines_for_any_time_say_nothing_about_runs(played):
    past = (played("foam-rolling", 0.5), played("gone", 0.6), played("quick-warm-up", 2.0))
    assert occasion(NOON, ALL, past) is When.AFTER_RUN


def run_over(hours_ago, took_h=0.5):
    ended_ms = NOON.after(-hours_ago * 3600).utc_ms
    return LastRun(UUID(int=1), ended_ms - round(took_h * 3_600_000), ended_ms)


@pytest.mark.parametrize(
    ("hours_ago", "when"),
    [
        (0, When.AFTER_RUN),
        (2.99, When.AFTER_RUN),
        (3.01, When.BEFORE_RUN),
        (-0.1, When.AFTER_RUN),  # somebody typed a time that is some minutes too long
        (-0.5, When.BEFORE_RUN),
    ],
)
def test_after_a_run_in_the_log_its_other_end_is_due(hours_ago, when):
    assert occasion(NOON, ALL, (), run_over(hours_ago)) is when


def test_a_cool_down_since_the_run_ends_it(played):
    past = (played("after-run-cool-down", 0.2), played("quick-warm-up", 2.0))
    assert occasion(NOON, ALL, past, run_over(0.5)) is When.BEFORE_RUN


def test_a_cool_down_of_the_run_before_does_not(played):
    assert occasion(NOON, ALL, (played("after-run-cool-down", 1.5),), run_over(0.5)) is (
        When.AFTER_RUN
    )


def test_a_cool_down_ends_a_long_run_too_of_which_it_was_hours_ago(played):
    """Within reach is how long ago the run ended; what came after it counts as long as that."""
    assert occasion(NOON, ALL, (played("after-run-cool-down", 2.9),), run_over(2.95)) is (
        When.BEFORE_RUN
    )


def test_a_warm_up_for_a_second_run_leads_to_that_ones_other_end(played):
    past = (played("quick-warm-up", 0.2), played("after-run-cool-down", 1.0))
    assert occasion(NOON, ALL, past, run_over(1.5)) is When.AFTER_RUN


def test_the_one_that_was_played_last_is_offered(played):
    past = (played("after-run-cool-down", 1.0), played("quick-warm-up", 2.0))
    assert offered(When.BEFORE_RUN, ALL, past) == QUICK


def test_without_a_past_the_usual_one_is_offered():
    assert offered(When.BEFORE_RUN, ALL, ()) == WARM_UP
    assert offered(When.AFTER_RUN, ALL, ()) == COOL_DOWN


def test_without_the_usual_one_the_first_is_offered():
    assert offered(When.BEFORE_RUN, (QUICK, ROLLING), ()) == QUICK


def test_where_none_is_meant_for_the_occasion_it_is_any():
    assert offered(When.AFTER_RUN, (ROLLING,), ()) == ROLLING


def test_without_routines_nothing_is_offered():
    assert offered(When.ANY, (), ()) is None
