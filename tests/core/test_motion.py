from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.core.compilation import compile_timeline
from routine_player.core.marks import RepPart
from routine_player.core.motion import (
    BREATH_S,
    Elapsed,
    FigureMoment,
    Manner,
    Rhythm,
    Stop,
    ease,
    figure_at,
    manner_of,
    stepped,
)
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    HeldReps,
    Hold,
    PacedReps,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.timeline import PhaseKind, RepCycle

LIFT = Rhythm((Stop(0.0, 1.0, 0.5), Stop(1.0, 2.0, 3.0)))
THREE = Rhythm((Stop(0.0, 1.0, 0.0), Stop(0.25, 1.0, 2.0), Stop(1.0, 3.0, 1.0)))
PASSED = Rhythm((Stop(0.0, 1.0, 0.0), Stop(0.25, 1.0, 0.0), Stop(1.0, 3.0, 0.0)))
MARCH = Rhythm((Stop(0.0, 0.5, 0.0), Stop(0.5, 0.5, 0.0)), loops=True)
PAUSING = Rhythm((Stop(0.0, 1.0, 0.0), Stop(0.25, 1.0, 2.0), Stop(0.75, 2.0, 0.0)), loops=True)
STATUE = Rhythm((Stop(0.0, 1.0, 1.0),))
CYCLE = RepCycle(2.0, 4.0, 1.0)


def in_rep(part, share, number=1, rep_share=0.0):
    return Elapsed(10.0, number, rep_share, part, share)


def held_after(rhythm, elapsed_s):
    return figure_at(rhythm, Manner.HELD, Elapsed(elapsed_s))


def free_after(rhythm, elapsed_s, *, alternates=False):
    return figure_at(rhythm, Manner.FREE, Elapsed(elapsed_s), alternates=alternates)


def timed(rhythm, part, share, **more):
    return figure_at(rhythm, Manner.TIMED, in_rep(part, share), cycle=CYCLE, **more)


@pytest.mark.parametrize(
    ("dose", "manner"),
    [
        (Hold(20.0), Manner.HELD),
        (PacedReps(3, Tempo(2, 1, 2)), Manner.TIMED),
        (HeldReps(3, 5.0, 2.0), Manner.TIMED),
        (Continuous(30.0), Manner.FREE),
        (CountedReps(5), Manner.FREE),
    ],
)
def test_each_dose_is_moved_in_its_own_manner(library, dose, manner):
    timeline = compile_timeline(Routine("one", "One", (Step(library.bridge, (dose,)),)))
    prepare, work = timeline.phases
    assert prepare.kind is PhaseKind.PREPARE
    assert manner_of(dose, prepare) is Manner.SHOWN
    assert manner_of(dose, work) is manner


def test_reps_at_ones_own_pace_move_at_the_movements_times(library):
    step = Step(library.bridge, (PacedReps(3, Tempo(2, 1, 2)),), self_paced=True)
    work = compile_timeline(Routine("one", "One", (step,))).phases[-1]
    assert manner_of(step.sets[0], work) is Manner.FREE


def test_moving_begins_and_ends_gently():
    assert [ease(share) for share in (-1.0, 0.0, 0.5, 1.0, 2.0)] == [0.0, 0.0, 0.5, 1.0, 1.0]
    assert ease(0.1) < 0.01
    assert ease(0.9) > 0.99


@given(st.floats(0, 1), st.floats(0, 1))
def test_moving_never_turns_round(one, other):
    assert ease(min(one, other)) <= ease(max(one, other))


def test_what_is_to_come_is_shown_in_the_hold_as_a_still():
    assert figure_at(LIFT, Manner.SHOWN, Elapsed(3.0)) == FigureMoment(1.0, is_still=True)


def test_a_hold_is_moved_into_once_and_breathed_in():
    assert held_after(LIFT, 0.0).progress == 0.0
    assert held_after(LIFT, 1.0).progress == pytest.approx(0.5)
    assert held_after(LIFT, 2.0) == FigureMoment(1.0, 0.0)
    assert held_after(LIFT, 2.0 + BREATH_S / 2) == FigureMoment(1.0, 1.0)
    assert held_after(LIFT, 2.0 + 10 * BREATH_S).breath == pytest.approx(0.0)


def test_a_stop_on_the_way_is_held_and_one_without_a_hold_is_passed():
    assert held_after(THREE, 1.0).progress == 0.25
    assert held_after(THREE, 2.9).progress == 0.25
    assert held_after(THREE, 4.5).progress == pytest.approx(0.625)
    assert held_after(THREE, 6.0).progress == 1.0
    assert held_after(PASSED, 1.0).progress == pytest.approx(ease(0.25))


@pytest.mark.parametrize(
    ("part", "share", "progress"),
    [
        (RepPart.IN, 0.0, 0.0),
        (RepPart.IN, 0.5, 0.5),
        (RepPart.HOLD, 0.0, 1.0),
        (RepPart.OUT, 0.0, 1.0),
        (RepPart.OUT, 0.5, 0.5),
        (RepPart.OUT, 1.0, 0.0),
    ],
)
def test_a_rep_is_moved_at_its_tempo(part, share, progress):
    assert timed(LIFT, part, share).progress == pytest.approx(progress)


def test_a_long_hold_in_a_rep_is_breathed_in_and_left_breathed_out():
    full = [timed(LIFT, RepPart.HOLD, share).breath for share in (0.0, 0.5, 1.0)]
    assert full == pytest.approx([0.0, 1.0, 0.0])
    five_s = RepCycle(2.0, 5.0, 1.0)
    end = figure_at(LIFT, Manner.TIMED, in_rep(RepPart.HOLD, 1.0), cycle=five_s)
    assert end.breath == pytest.approx(0.0)


def test_nobody_breathes_visibly_in_a_short_hold():
    short = RepCycle(2.0, 1.0, 2.0)
    at = figure_at(LIFT, Manner.TIMED, in_rep(RepPart.HOLD, 0.5), cycle=short)
    assert at == FigureMoment(1.0, 0.0)


def test_a_loop_goes_round_once_a_rep():
    at = Elapsed(1.0, 3, 0.25, RepPart.IN, 0.5)
    assert figure_at(MARCH, Manner.TIMED, at, cycle=CYCLE).progress == pytest.approx(0.25)


def test_a_loop_holds_one_rep_of_each_side_where_sides_alternate():
    def after(number):
        at = Elapsed(1.0, number, 0.5, RepPart.IN, 0.5)
        return figure_at(MARCH, Manner.TIMED, at, cycle=CYCLE, alternates=True).progress

    assert [after(1), after(2), after(3)] == pytest.approx([0.25, 0.75, 0.25])


def test_reps_that_are_not_timed_go_there_and_back_at_the_movements_own_times():
    # 2 s up, 3 s held, 2 s down, 0.5 s of rest at the start
    assert free_after(LIFT, 1.0).progress == pytest.approx(0.5)
    assert free_after(LIFT, 3.5) == FigureMoment(1.0, pytest.approx(1.0))
    assert free_after(LIFT, 6.0).progress == pytest.approx(0.5)
    assert free_after(LIFT, 7.25).progress == 0.0
    assert free_after(LIFT, 8.5).progress == pytest.approx(0.5)


def test_sides_take_turns_where_nobody_counts():
    others = [free_after(LIFT, at, alternates=True).is_other for at in (1.0, 3.0, 6.0, 8.5, 16.0)]
    assert others == [False, False, False, True, False]
    assert free_after(LIFT, 10.0, alternates=True).is_other


def test_a_loop_of_its_own_goes_on_and_on():
    assert [free_after(MARCH, at).progress for at in (0.0, 0.25, 1.75)] == [0.0, 0.25, 0.75]


def test_a_timed_manner_without_a_rep_is_free():
    assert figure_at(LIFT, Manner.TIMED, Elapsed(1.0)) == free_after(LIFT, 1.0)
    without = figure_at(LIFT, Manner.TIMED, in_rep(RepPart.IN, 0.5))
    assert without == free_after(LIFT, 10.0)


def test_a_loop_is_held_where_it_is_held_longest():
    assert PAUSING.held == 0.25
    assert held_after(PAUSING, 0.5).progress == pytest.approx(0.125)
    assert held_after(PAUSING, 20.0).progress == 0.25


def test_a_loop_without_a_pause_is_held_half_way():
    assert MARCH.held == 0.5
    assert held_after(MARCH, 0.25).progress == pytest.approx(0.25)
    assert held_after(MARCH, 0.5) == FigureMoment(0.5, 0.0)


def test_a_pose_without_a_movement_breathes():
    assert STATUE.way_s == 0.0
    assert held_after(STATUE, BREATH_S / 2) == FigureMoment(0.0, 1.0)
    assert free_after(STATUE, BREATH_S / 2) == FigureMoment(0.0, 1.0)
    assert timed(STATUE, RepPart.IN, 0.5).progress == 0.0


def test_a_movement_that_takes_no_time_is_at_its_end_at_once():
    sudden = Rhythm((Stop(0.0, 0.0, 0.0), Stop(1.0, 0.0, 0.0)))
    assert held_after(sudden, 0.0).progress == 1.0


def test_in_stills_the_figure_stands_at_the_start_or_in_the_hold():
    def still(rhythm, progress):
        return stepped(FigureMoment(progress, 0.5, is_other=True), rhythm)

    assert still(LIFT, 0.2) == FigureMoment(0.0, 0.0, is_other=True)
    assert still(LIFT, 0.6) == FigureMoment(1.0, 0.0, is_other=True)
    assert still(MARCH, 0.9).progress == 0.0
    assert still(MARCH, 0.6).progress == 0.5
    assert stepped(FigureMoment(1.0, is_still=True), LIFT).is_still


@given(st.lists(st.floats(0, 60), min_size=2, max_size=20), st.sampled_from([LIFT, THREE, MARCH]))
def test_wherever_time_is_the_figure_is_within_its_movement(times, rhythm):
    for at in sorted(times):
        for manner in (Manner.HELD, Manner.FREE):
            moment = figure_at(rhythm, manner, Elapsed(at))
            assert 0.0 <= moment.progress <= 1.0
            assert 0.0 <= moment.breath <= 1.0


def test_moving_has_no_jumps_within_a_rep():
    steps = [free_after(THREE, at / 100).progress for at in range(1300)]
    assert max(abs(after - before) for before, after in pairwise(steps)) < 0.02
