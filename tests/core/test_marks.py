from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.choices import Side, Sides
from routine_player.core.marks import RepNow, RepPart, rep_at
from routine_player.core.microseconds import from_s
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Dose,
    HeldReps,
    Hold,
    PacedReps,
    Step,
    Tempo,
)
from routine_player.core.session import Command

MARKS = (
    events.RepStarted,
    events.RepHeld,
    events.RepLowered,
    events.HalfwayReached,
    events.TenSecondsLeft,
    events.CountdownStarted,
)


def marks(play: Any, exercise: Any, dose: Dose, **options: Any) -> list[tuple[str, float]]:
    """The marks of one work that begins at 0."""
    player = play(Step(exercise, (dose,), prepare_s=0.0, **options))
    player.command(Command.START)
    player.pass_s(1000.0)
    return [(type(one).__name__, one.at) for one in player.heard if isinstance(one, MARKS)]


@pytest.mark.parametrize(
    ("hold_s", "expected"),
    [
        (3.75, []),
        (4.0, [("CountdownStarted", 1.0)]),
        (19.75, [("CountdownStarted", 16.75)]),
        (20.0, [("HalfwayReached", 10.0), ("CountdownStarted", 17.0)]),
        (29.75, [("HalfwayReached", 14.875), ("CountdownStarted", 26.75)]),
        (
            30.0,
            [("HalfwayReached", 15.0), ("TenSecondsLeft", 20.0), ("CountdownStarted", 27.0)],
        ),
    ],
)
@pytest.mark.parametrize("dose", [Hold, Continuous])
def test_work_is_told_halfway_ten_seconds_and_three_where_it_is_long_enough(
    play: Any, library: Any, dose: Any, hold_s: float, expected: list[tuple[str, float]]
) -> None:
    assert marks(play, library.plank, dose(hold_s)) == expected


def test_only_work_is_told_halfway(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(5.0),), prepare_s=40.0))
    player.command(Command.START)
    told = player.pass_s(39.0)
    assert [type(one) for one in told] == [events.CountdownStarted]


def test_a_countdown_says_when_it_ends(play: Any, library: Any) -> None:
    player = play(Step(library.plank, (Hold(30.0),)))
    player.command(Command.START)
    (told,) = player.pass_s(2.0)
    assert isinstance(told, events.CountdownStarted)
    assert (told.at, told.ends_at) == (2.0, 5.0)


def test_each_rep_is_told_up_held_and_down_and_nothing_counts_them_out(
    play: Any, library: Any
) -> None:
    assert marks(play, library.bridge, PacedReps(2, Tempo(2.0, 1.0, 1.5))) == [
        ("RepStarted", 0.0),
        ("RepHeld", 2.0),
        ("RepLowered", 3.0),
        ("RepStarted", 4.5),
        ("RepHeld", 6.5),
        ("RepLowered", 7.5),
    ]


def test_parts_of_a_rep_without_length_are_not_told(play: Any, library: Any) -> None:
    assert marks(play, library.bridge, PacedReps(1, Tempo(2.0, 0.0, 2.0))) == [
        ("RepStarted", 0.0),
        ("RepLowered", 2.0),
    ]
    assert marks(play, library.bridge, PacedReps(1, Tempo(2.0, 1.0, 0.0))) == [
        ("RepStarted", 0.0),
        ("RepHeld", 2.0),
    ]


def test_a_short_part_of_a_rep_is_told(play: Any, library: Any) -> None:
    assert marks(play, library.bridge, PacedReps(1, Tempo(0.5, 0.5, 0.5))) == [
        ("RepStarted", 0.0),
        ("RepHeld", 0.5),
        ("RepLowered", 1.0),
    ]


def test_a_mark_of_the_work_comes_after_that_of_the_rep_it_falls_on(
    play: Any, library: Any
) -> None:
    told = marks(play, library.bridge, HeldReps(2, 6.0, 2.0))
    at_half = [name for name, at in told if at == 10.0]
    assert at_half == ["RepStarted", "HalfwayReached"]


def test_reps_that_take_no_time_pass_as_one_phase_without_any(play: Any, library: Any) -> None:
    assert marks(play, library.bridge, PacedReps(3, Tempo(0.0, 0.0, 0.0))) == []


@pytest.mark.parametrize("dose", [CountedReps(10), Hold(30.0)])
def test_nothing_is_told_in_work_that_waits_for_done(play: Any, library: Any, dose: Any) -> None:
    assert marks(play, library.bridge, dose, self_paced=True) == []


def test_each_rep_names_its_side(play: Any, library: Any) -> None:
    step = Step(library.bird_dog, (HeldReps(2, 5.0, 1.0),), Sides.ALTERNATE)
    player = play(step)
    player.command(Command.START)
    player.pass_s(60.0)
    sides = [one.side for one in player.heard if isinstance(one, events.RepStarted)]
    assert sides == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]


@pytest.mark.parametrize(
    ("at_s", "rep"),
    [
        (0.0, RepNow(1, None, RepPart.IN, 2.0, 0.0, 0.0)),
        (0.5, RepNow(1, None, RepPart.IN, 1.5, 0.1, 0.25)),
        (2.0, RepNow(1, None, RepPart.HOLD, 1.0, 0.4, 0.0)),
        (4.0, RepNow(1, None, RepPart.OUT, 1.0, 0.8, 0.5)),
        (5.0, RepNow(2, None, RepPart.IN, 2.0, 0.0, 0.0)),
        (9.0, RepNow(2, None, RepPart.OUT, 1.0, 0.8, 0.5)),
        (10.0, RepNow(2, None, RepPart.OUT, 0.0, 1.0, 1.0)),
    ],
)
def test_a_moment_falls_into_a_part_of_a_rep(
    play: Any, library: Any, at_s: float, rep: RepNow
) -> None:
    session = play(Step(library.bridge, (PacedReps(2, Tempo(2.0, 1.0, 2.0)),))).session
    assert rep_at(session.timeline.phases[1], from_s(at_s)) == rep


def test_the_rep_that_is_under_way_has_its_side(play: Any, library: Any) -> None:
    step = Step(library.bird_dog, (HeldReps(2, 5.0, 1.0),), Sides.ALTERNATE)
    work = play(step).session.timeline.phases[1]
    reps = [rep_at(work, from_s(at_s)) for at_s in (0.0, 7.0, 14.0)]
    assert [rep and (rep.number, rep.side) for rep in reps] == [
        (1, Side.LEFT),
        (2, Side.RIGHT),
        (3, Side.LEFT),
    ]


def test_a_way_out_without_length_is_over_at_once(play: Any, library: Any) -> None:
    session = play(Step(library.bridge, (PacedReps(1, Tempo(2.0, 1.0, 0.0)),))).session
    rep = rep_at(session.timeline.phases[1], from_s(3.0))
    assert rep is not None
    assert (rep.part, rep.part_left_s, rep.part_progress) == (RepPart.OUT, 0.0, 1.0)


@pytest.mark.parametrize("dose", [Hold(30.0), CountedReps(10), PacedReps(3, Tempo(0.0, 0.0, 0.0))])
def test_there_is_no_rep_where_none_is_timed(play: Any, library: Any, dose: Any) -> None:
    session = play(Step(library.bridge, (dose,))).session
    assert rep_at(session.timeline.phases[1], 0) is None
