from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.core.instant import Instant
from routine_player.core.load_note import load_note
from routine_player.core.run import Run
from routine_player.core.series.running import against_longest

DAY_MS = 24 * 3600 * 1000


def test_a_first_run_has_nothing_to_be_held_against(run):
    (found,) = against_longest([run(0, 5)])
    assert found.longest_m is None
    assert found.note is None


def test_a_run_far_over_the_longest_of_thirty_days_is_marked(run):
    found = against_longest([run(0, 8), run(3, 5), run(20, 9.5)])
    assert [one.longest_m for one in found] == [None, 8000.0, 8000.0]
    assert found[1].note is None
    assert found[2].note is not None


def test_a_run_of_thirty_one_days_ago_no_longer_counts(run):
    assert against_longest([run(0, 20), run(10, 5), run(31, 5)])[-1].longest_m == 5000.0


def test_a_run_without_a_distance_is_left_out(run):
    assert against_longest([run(0, None)]) == ()


@given(st.lists(st.tuples(st.integers(0, 120), st.integers(1, 30)), max_size=40))
def test_every_run_is_held_against_what_the_note_itself_would_find(told: Sequence[tuple[int, int]]):
    runs = [Run(Instant.of(day * DAY_MS, 0), 60.0, km * 1000.0) for day, km in sorted(told)]
    for one in against_longest(runs):
        assert one.note == load_note(one.run, runs)


def test_the_longest_is_found_among_many_equal_ones(run):
    found = against_longest([run(day, 10) for day in range(40)])
    assert {one.longest_m for one in found[1:]} == {10_000.0}
    assert found[0].run.distance_m == pytest.approx(10_000)


def test_two_runs_that_began_at_one_moment_are_held_against_those_before_both(run):
    found = against_longest([run(0, 5), run(1, 8), run(1, 9)])
    assert [one.longest_m for one in found] == [None, 5000.0, 5000.0]
