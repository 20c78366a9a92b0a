from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.core.choices import Position, Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.limits import MAX_PHASES, MAX_TOTAL_S, Measure, is_too_much, measure
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    Item,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    Tempo,
)

seconds = st.integers(0, 40).map(lambda quarters: quarters / 4)
reps = st.integers(1, 5)
doses = st.one_of(
    st.builds(Hold, seconds),
    st.builds(Continuous, seconds),
    st.builds(HeldReps, reps, seconds, seconds),
    st.builds(PacedReps, reps, st.builds(Tempo, seconds, seconds, seconds)),
    st.builds(CountedReps, reps),
)
exercises = st.sampled_from([None, *Position]).map(lambda one: Exercise("it", "It", one))
steps = st.builds(
    Step,
    exercise=exercises,
    sets=st.lists(doses, min_size=1, max_size=3).map(tuple),
    sides=st.sampled_from(Sides),
    prepare_s=st.none() | seconds,
    rest_s=st.just(0.0) | seconds,
    self_paced=st.booleans(),
)
items = st.recursive(
    steps | st.builds(Rest, seconds),
    lambda inner: st.builds(
        Repeat, st.integers(1, 3), st.lists(inner, min_size=1, max_size=3).map(tuple), seconds
    ),
    max_leaves=6,
)
routines = st.lists(items, max_size=4).map(tuple)


@given(routines, st.none() | seconds)
def test_a_routine_measures_what_it_is_laid_out_to_unless_that_is_refused(
    items: tuple[Item, ...], default_prepare_s: float | None
) -> None:
    routine = Routine("it", "It", items, default_prepare_s=default_prepare_s)
    measured = measure(items, default_prepare_s)
    assert is_too_much(items, default_prepare_s) is measured.is_too_much
    if measured.is_too_much:
        with pytest.raises(ValueError, match="longer than a session may be"):
            compile_timeline(routine)
    else:
        timeline = compile_timeline(routine)
        assert measured == Measure(len(timeline.phases), timeline.duration_s)


@given(routines, st.none() | seconds)
def test_a_rough_look_never_lets_through_what_is_too_much(
    items: tuple[Item, ...], default_prepare_s: float | None
) -> None:
    rounds = 1 + int(MAX_TOTAL_S / max(1.0, measure(items, default_prepare_s).seconds))
    for times in (rounds // 4, rounds // 2, rounds - 1, rounds, rounds + 1):
        repeated = (Repeat(max(1, times), items),)
        exactly = measure(repeated, default_prepare_s).is_too_much
        assert is_too_much(repeated, default_prepare_s) is exactly


def test_repeats_in_repeats_are_multiplied_not_walked_through(library: Any) -> None:
    step = Step(library.run, (Hold(1.0),))
    items: tuple[Item, ...] = (step,)
    for _ in range(20):
        items = (Repeat(200, items),)
    assert measure(items).phases == 200**20
    assert measure(items).is_too_much


def test_a_made_up_step_in_repeats_is_counted_once_for_each_way_into_it(library: Any) -> None:
    items: tuple[Item, ...] = (Step(library.squat, (Hold(1.0),)),)
    for _ in range(20):
        items = (Repeat(2, (Rest(1.0), *items, Rest(2.0)), rest_s=3.0),)
    assert measure(items).phases > 2**20


@pytest.mark.parametrize(
    ("phases", "seconds", "too_much"),
    [
        (MAX_PHASES, 1.0, False),
        (MAX_PHASES + 1, 1.0, True),
        (1, MAX_TOTAL_S, False),
        (1, MAX_TOTAL_S + 0.5, True),
    ],
)
def test_the_limits_themselves_are_allowed(phases: int, seconds: float, *, too_much: bool) -> None:
    assert Measure(phases, seconds).is_too_much is too_much


def just(items: tuple[Item, ...]) -> bool:
    """Whether a routine is allowed, and would not be if it were any longer."""
    measured = measure(items)
    assert measured.phases == MAX_PHASES or measured.seconds == MAX_TOTAL_S
    longer = (*items, Step(Exercise("it", "It", Position.RUNNING), (Hold(0.25),)))
    return not is_too_much(items) and is_too_much(longer)


def test_a_routine_may_be_as_long_as_a_session_and_no_longer() -> None:
    run = Exercise("it", "It", Position.RUNNING)
    assert just((Repeat(2, (Step(run, (Hold(4 * 3600.0),)),)),))


def test_a_routine_may_have_as_many_phases_as_a_session_and_no_more() -> None:
    run = Exercise("it", "It", Position.RUNNING)
    assert just((Repeat(50, (Repeat(100, (Step(run, (Hold(1.0),)),)),)),))
