from typing import Any

import pytest

from routine_player.core.choices import Side, Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.routine import (
    HeldReps,
    Hold,
    Rest,
    Routine,
    Step,
)
from routine_player.core.sides import exchange_sides
from routine_player.core.timeline import PhaseKind, Timeline

L, R = Side.LEFT, Side.RIGHT
PREPARE, SWITCH, WORK, REST = PhaseKind


@pytest.fixture
def both_sides(library: Any) -> Timeline:
    """Two sets without a rest: prepare, switch, switch, switch, each before its work."""
    step = Step(library.stretch, (Hold(30.0),) * 2, Sides.BOTH)
    plank = Step(library.plank, (Hold(30.0),))
    return compile_timeline(Routine("test", "Test", (plank, step, step)))


def plan(timeline: Timeline) -> list[tuple[PhaseKind, Side | None]]:
    return [(phase.kind, phase.side) for phase in timeline.phases[2:10]]


@pytest.mark.parametrize("index", [2, 3])
def test_sides_change_places_while_the_other_is_still_to_come(
    both_sides: Timeline, index: int
) -> None:
    assert plan(exchange_sides(both_sides, index)) == [
        (PREPARE, R),
        (WORK, R),
        (SWITCH, L),
        (WORK, L),
        (PREPARE, L),
        (WORK, L),
        (SWITCH, R),
        (WORK, R),
    ]


@pytest.mark.parametrize("index", [4, 5])
def test_the_last_side_of_a_set_just_becomes_the_other(both_sides: Timeline, index: int) -> None:
    assert plan(exchange_sides(both_sides, index)) == [
        (PREPARE, L),
        (WORK, L),
        (PREPARE, L),
        (WORK, L),
        (PREPARE, L),
        (WORK, L),
        (SWITCH, R),
        (WORK, R),
    ]


@pytest.mark.parametrize("index", range(2, 10))
def test_exchanging_twice_changes_nothing(both_sides: Timeline, index: int) -> None:
    assert exchange_sides(exchange_sides(both_sides, index), index) == both_sides


def test_other_steps_and_sets_keep_their_sides(both_sides: Timeline) -> None:
    turned = exchange_sides(both_sides, 7)
    assert turned.phases[:6] == both_sides.phases[:6]
    assert turned.phases[10:] == both_sides.phases[10:]


def test_alternating_reps_begin_with_the_other_side(library: Any) -> None:
    step = Step(library.bird_dog, (HeldReps(2, 5.0, 1.0),), Sides.ALTERNATE)
    timeline = exchange_sides(compile_timeline(Routine("test", "Test", (step,))), 1)
    assert [timeline.phases[1].rep_side(number) for number in (1, 2)] == [R, L]


def test_a_rest_that_led_to_the_work_turns_with_it(library: Any) -> None:
    step = Step(library.stretch, (Hold(30.0),), Sides.BOTH)
    timeline = compile_timeline(Routine("test", "Test", (Rest(20.0), step)))
    turned = exchange_sides(timeline, 1)
    assert [(phase.kind, phase.side) for phase in turned.phases] == [
        (REST, R),
        (WORK, R),
        (SWITCH, L),
        (WORK, L),
    ]


def test_the_rest_at_the_end_of_all_belongs_to_the_set_that_it_follows(library: Any) -> None:
    step = Step(library.stretch, (Hold(30.0),), Sides.LEFT)
    timeline = compile_timeline(Routine("test", "Test", (step, Rest(20.0))))
    assert [phase.side for phase in exchange_sides(timeline, 0).phases] == [R, R, R]


def test_a_phase_without_a_side_stays_without(library: Any) -> None:
    timeline = compile_timeline(Routine("test", "Test", (Step(library.plank, (Hold(30.0),)),)))
    assert exchange_sides(timeline, 1) == timeline
