import pytest

from routine_player.core.choices import When
from routine_player.core.instant import Instant
from routine_player.core.offering import Candidate, PastPlay, occasion, offered

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
