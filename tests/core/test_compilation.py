from pathlib import Path
from typing import Any

import pytest

from routine_player.core.choices import Side, Sides
from routine_player.core.compilation import compile_timeline, replace_step
from routine_player.core.routine import (
    Continuous,
    CountedReps,
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
from routine_player.core.timeline import Phase, PhaseKind, RepCycle, Timeline

REFERENCE = Path(__file__).parents[1] / "reference" / "hip-flexor-and-psoas-reset.phases.txt"
PREPARE, SWITCH, WORK, REST = PhaseKind


def compiled(*items: Item, prepare_s: float | None = None) -> Timeline:
    return compile_timeline(Routine("test", "Test", items, default_prepare_s=prepare_s))


def shape(timeline: Timeline) -> list[tuple[PhaseKind, float | None]]:
    return [(phase.kind, phase.duration_s) for phase in timeline.phases]


def sides(timeline: Timeline) -> list[tuple[PhaseKind, Side | None]]:
    return [(phase.kind, phase.side) for phase in timeline.phases]


def hold(exercise: Any, hold_s: float = 30.0, **options: Any) -> Step:
    return Step(exercise, (Hold(hold_s),), **options)


def as_text(timeline: Timeline) -> str:
    """Write the phases as the reference has them."""
    lines = ["at      phase     lasts  reps  side   step"]
    at = 0.0
    for phase in timeline.phases:
        lines.append(f"{clock(at)}   {line_of(timeline, phase)}".rstrip())
        at += phase.estimate_s
    return "\n".join([*lines, f"{clock(at)}   end", ""])


def clock(seconds: float) -> str:
    return "{:02.0f}:{:02.0f}".format(*divmod(seconds, 60))


def line_of(timeline: Timeline, phase: Phase) -> str:
    planned = timeline.steps[phase.step_index]
    lasts = "Done" if phase.duration_s is None else f"{phase.duration_s:g} s"
    side = "both" if phase.alternates else phase.side or ""
    of = f"{planned.index + 1:>2} {planned.step.exercise.slug}, set {phase.set_number}"
    told = [f"{of} of {len(planned.step.sets)}"]
    if planned.round_count > 1:
        told.append(f"round {planned.round_number} of {planned.round_count}")
    if phase.cycle:
        told.append(f"each rep {phase.cycle.in_s:g}-{phase.cycle.hold_s:g}-{phase.cycle.out_s:g}")
    if phase.changes_level:
        told.append("changes level")
    if phase.duration_s is None:
        told.append(f"about {phase.estimate_s:g} s")
    reps = phase.rep_count or ""
    return f"{phase.kind:<8}{lasts:>7}{reps:>6}  {side:<5} {', '.join(told)}"


def test_the_example_of_the_format_is_laid_out_phase_by_phase(example: Routine) -> None:
    assert as_text(compile_timeline(example)) == REFERENCE.read_text(encoding="utf-8")


def test_couch_to_5k_week_two_is_exactly_twenty_minutes(library: Any) -> None:
    run, walk = hold(library.run, 90.0), hold(library.walk, 120.0)
    week = compiled(Repeat(5, (run, walk)), run, hold(library.walk, 60.0))
    assert shape(week) == [(WORK, 90.0), (WORK, 120.0)] * 5 + [(WORK, 90.0), (WORK, 60.0)]
    assert week.duration_s == 1200.0


def test_the_right_side_may_begin(library: Any) -> None:
    routine = Routine("test", "Test", (hold(library.stretch, sides=Sides.BOTH),))
    timeline = compile_timeline(routine, Side.RIGHT)
    assert sides(timeline) == [
        (PREPARE, Side.RIGHT),
        (WORK, Side.RIGHT),
        (SWITCH, Side.LEFT),
        (WORK, Side.LEFT),
    ]
    assert timeline.first_side is Side.RIGHT


@pytest.mark.parametrize(
    ("asked", "side"), [(Sides.LEFT, Side.LEFT), (Sides.RIGHT, Side.RIGHT), (Sides.NONE, None)]
)
def test_a_step_for_one_side_works_that_side_alone(
    library: Any, asked: Sides, side: Side | None
) -> None:
    assert sides(compiled(hold(library.stretch, sides=asked))) == [(PREPARE, side), (WORK, side)]


def test_without_a_rest_each_set_gets_a_prepare_and_a_new_side_a_switch(library: Any) -> None:
    two_sets = (Hold(30.0),) * 2
    assert sides(compiled(Step(library.stretch, two_sets, Sides.BOTH))) == [
        (PREPARE, Side.LEFT),
        (WORK, Side.LEFT),
        (SWITCH, Side.RIGHT),
        (WORK, Side.RIGHT),
        (SWITCH, Side.LEFT),
        (WORK, Side.LEFT),
        (SWITCH, Side.RIGHT),
        (WORK, Side.RIGHT),
    ]
    one_side = compiled(Step(library.stretch, two_sets, Sides.LEFT))
    assert [phase.kind for phase in one_side.phases] == [PREPARE, WORK, PREPARE, WORK]


def test_a_rest_between_sets_leads_straight_into_work(library: Any) -> None:
    timeline = compiled(Step(library.plank, (Hold(20.0),) * 2, rest_s=15.0))
    assert shape(timeline) == [(PREPARE, 5.0), (WORK, 20.0), (REST, 15.0), (WORK, 20.0)]
    assert [phase.set_number for phase in timeline.phases] == [1, 1, 2, 2]


class TestLengthOfPrepare:
    def lengths(self, timeline: Timeline) -> list[float | None]:
        return [phase.duration_s for phase in timeline.phases if phase.kind is PREPARE]

    def test_is_five_seconds_where_nothing_is_said(self, library: Any) -> None:
        assert self.lengths(compiled(hold(library.plank))) == [5.0]

    def test_is_what_the_routine_says(self, library: Any) -> None:
        assert self.lengths(compiled(hold(library.plank), prepare_s=7.0)) == [7.0]

    @pytest.mark.parametrize("default_s", [None, 0.0, 7.0, 20.0])
    def test_is_ten_seconds_when_one_gets_down_whatever_the_routine_says(
        self, library: Any, default_s: float | None
    ) -> None:
        timeline = compiled(hold(library.squat), hold(library.plank), prepare_s=default_s)
        assert self.lengths(timeline)[-1] == 10.0
        assert [phase.changes_level for phase in timeline.phases][-2:] == [True, False]

    def test_is_the_steps_own_before_all(self, library: Any) -> None:
        timeline = compiled(hold(library.squat), hold(library.plank, prepare_s=3.0), prepare_s=7.0)
        assert self.lengths(timeline) == [7.0, 3.0]

    def test_ten_seconds_are_for_the_first_prepare_of_the_step_alone(self, library: Any) -> None:
        step = Step(library.stretch, (Hold(30.0),) * 2, Sides.BOTH)
        timeline = compiled(hold(library.squat), step)
        ready = [phase.duration_s for phase in timeline.phases[2:] if phase.kind is not WORK]
        assert ready == [10.0, 5.0, 5.0, 5.0]

    def test_of_a_switch_is_the_steps_own(self, library: Any) -> None:
        timeline = compiled(hold(library.stretch, sides=Sides.BOTH, prepare_s=8.0))
        assert [phase.duration_s for phase in timeline.phases] == [8.0, 30.0, 8.0, 30.0]

    def test_is_usual_from_one_position_on_the_floor_to_another(self, library: Any) -> None:
        timeline = compiled(hold(library.plank), hold(library.bridge))
        assert self.lengths(timeline) == [5.0, 5.0]

    def test_a_made_up_exercise_passes_on_the_level_it_found(self, library: Any) -> None:
        timeline = compiled(hold(library.squat), hold(library.made_up), hold(library.plank))
        assert self.lengths(timeline) == [5.0, 5.0, 10.0]

    def test_the_first_step_never_changes_level(self, library: Any) -> None:
        timeline = compiled(hold(library.made_up), hold(library.hyper))
        assert self.lengths(timeline) == [5.0, 5.0]

    def test_walking_and_running_have_none_even_from_the_floor(self, library: Any) -> None:
        timeline = compiled(hold(library.plank), hold(library.run), hold(library.walk))
        assert shape(timeline)[2:] == [(WORK, 30.0), (WORK, 30.0)]

    def test_running_has_one_where_the_step_says_so(self, library: Any) -> None:
        assert shape(compiled(hold(library.run, prepare_s=4.0))) == [(PREPARE, 4.0), (WORK, 30.0)]

    def test_of_nothing_is_no_phase(self, library: Any) -> None:
        step = Step(library.stretch, (Hold(30.0),), Sides.BOTH, prepare_s=0.0)
        assert shape(compiled(step)) == [(WORK, 30.0), (WORK, 30.0)]


class TestRestOfItsOwn:
    def test_replaces_a_prepare_that_is_no_longer(self, library: Any) -> None:
        timeline = compiled(hold(library.plank), Rest(5.0), hold(library.plank))
        assert shape(timeline)[2:] == [(REST, 5.0), (WORK, 30.0)]

    def test_stands_beside_a_longer_prepare(self, library: Any) -> None:
        timeline = compiled(hold(library.squat), Rest(9.0), hold(library.plank))
        assert shape(timeline)[2:] == [(REST, 9.0), (PREPARE, 10.0), (WORK, 30.0)]
        assert [phase.changes_level for phase in timeline.phases[2:]] == [True, True, False]

    def test_rests_in_a_row_count_together(self, library: Any) -> None:
        timeline = compiled(Rest(3.0), Rest(2.0), hold(library.plank))
        assert shape(timeline) == [(REST, 3.0), (REST, 2.0), (WORK, 30.0)]

    def test_belongs_to_the_step_that_follows(self, library: Any) -> None:
        step = hold(library.stretch, sides=Sides.BOTH)
        rest = compiled(hold(library.plank), Rest(20.0), step).phases[2]
        assert (rest.step_index, rest.set_number, rest.side) == (1, 1, Side.LEFT)

    def test_before_a_run_is_over_when_the_next_prepare_comes(self, library: Any) -> None:
        timeline = compiled(Rest(20.0), hold(library.run), hold(library.squat))
        assert shape(timeline)[2:] == [(PREPARE, 5.0), (WORK, 30.0)]

    def test_at_the_end_belongs_to_the_last_step(self, library: Any) -> None:
        timeline = compiled(hold(library.plank), Rest(20.0), Rest(10.0))
        assert shape(timeline)[2:] == [(REST, 20.0), (REST, 10.0)]
        assert {phase.step_index for phase in timeline.phases} == {0}

    def test_of_nothing_is_no_phase(self, library: Any) -> None:
        assert shape(compiled(Rest(0.0), hold(library.run))) == [(WORK, 30.0)]

    def test_alone_is_no_session(self) -> None:
        timeline = compiled(Rest(20.0))
        assert (timeline.steps, timeline.phases) == ((), ())


def test_a_rest_stands_between_rounds_only(library: Any) -> None:
    timeline = compiled(Repeat(3, (hold(library.squat),), rest_s=20.0))
    assert shape(timeline) == [
        (PREPARE, 5.0),
        (WORK, 30.0),
        (REST, 20.0),
        (WORK, 30.0),
        (REST, 20.0),
        (WORK, 30.0),
    ]
    rounds = [(planned.index, planned.round_number) for planned in timeline.steps]
    assert rounds == [(0, 1), (1, 2), (2, 3)]


def test_a_step_counts_the_rounds_of_the_innermost_repeat(library: Any) -> None:
    inner = Repeat(2, (hold(library.run),))
    timeline = compiled(Repeat(3, (inner, hold(library.walk))))
    rounds = [(planned.round_number, planned.round_count) for planned in timeline.steps]
    assert rounds == [(1, 2), (2, 2), (1, 3), (1, 2), (2, 2), (2, 3), (1, 2), (2, 2), (3, 3)]


def test_a_step_outside_of_repeats_is_round_one_of_one(library: Any) -> None:
    (planned,) = compiled(hold(library.run)).steps
    assert (planned.round_number, planned.round_count) == (1, 1)


def test_pauses_may_be_shorter_than_a_second(library: Any) -> None:
    step = Step(library.plank, (Hold(20.0),) * 2, rest_s=0.5, prepare_s=0.25)
    assert shape(compiled(step)) == [(PREPARE, 0.25), (WORK, 20.0), (REST, 0.5), (WORK, 20.0)]


@pytest.mark.parametrize(
    ("dose", "duration_s", "reps", "cycle"),
    [
        (Hold(30.0), 30.0, 0, None),
        (Continuous(45.0), 45.0, 0, None),
        (HeldReps(5, 10.0, 1.5), 65.0, 5, RepCycle(1.5, 10.0, 1.5)),
        (PacedReps(12, Tempo(2.0, 1.0, 2.0)), 60.0, 12, RepCycle(2.0, 1.0, 2.0)),
        (CountedReps(10), None, 10, None),
    ],
)
def test_each_dose_becomes_time(
    library: Any, dose: Any, duration_s: float | None, reps: int, cycle: RepCycle | None
) -> None:
    work = compiled(Step(library.bridge, (dose,))).phases[-1]
    assert (work.duration_s, work.rep_count, work.cycle) == (duration_s, reps, cycle)


def test_alternating_reps_are_one_work_with_a_rep_a_side(library: Any) -> None:
    work = compiled(Step(library.bird_dog, (HeldReps(5, 10.0, 2.0),), Sides.ALTERNATE)).phases[-1]
    assert (work.rep_count, work.duration_s, work.alternates) == (10, 140.0, True)
    assert [work.rep_side(number) for number in (1, 2, 3)] == [Side.LEFT, Side.RIGHT, Side.LEFT]


@pytest.mark.parametrize("dose", [Hold(30.0), PacedReps(6, Tempo(2.0, 1.0, 2.0))])
def test_a_self_paced_step_waits_for_done_whatever_the_dose(library: Any, dose: Any) -> None:
    work = compiled(Step(library.bridge, (dose,), self_paced=True)).phases[-1]
    assert (work.duration_s, work.estimate_s, work.cycle) == (None, 30.0, None)


def test_phases_are_numbered_in_order(example: Routine) -> None:
    phases = compile_timeline(example).phases
    assert [phase.index for phase in phases] == list(range(len(phases)))


def test_more_than_a_session_may_be_is_refused(library: Any) -> None:
    too_long = Repeat(200, (Repeat(200, (hold(library.run, 1.0),)),))
    with pytest.raises(ValueError, match="longer than a session may be"):
        compiled(too_long)


class TestReplacingAStep:
    def test_puts_the_new_steps_phases_in_the_place_of_the_old(self, library: Any) -> None:
        old = compiled(hold(library.bridge), hold(library.plank), hold(library.stretch))
        new = replace_step(old, 1, Step(library.tilt, (Hold(20.0),)))
        assert [lasts for _, lasts in shape(new)] == [5.0, 30.0, 5.0, 20.0, 5.0, 30.0]
        assert [planned.step.exercise.slug for planned in new.steps] == [
            "glute-bridge",
            "pelvic-tilt",
            "half-kneeling-hip-flexor-stretch",
        ]
        assert [phase.index for phase in new.phases] == list(range(6))
        assert new.phases[:2] == old.phases[:2]

    def test_starts_with_a_prepare_where_a_rest_had_stood_in_for_it(self, library: Any) -> None:
        old = compiled(hold(library.bridge), Rest(30.0), hold(library.plank))
        new = replace_step(old, 1, hold(library.tilt))
        assert shape(new)[2:] == [(PREPARE, 5.0), (WORK, 30.0)]

    def test_gives_time_to_get_there_from_the_old_exercise_and_on_from_the_new(
        self, library: Any
    ) -> None:
        old = compiled(hold(library.bridge), hold(library.squat), hold(library.made_up))
        old = compiled(*(one.step for one in old.steps), Rest(4.0), hold(library.squat))
        new = replace_step(old, 1, hold(library.plank))
        assert shape(new)[2:] == [
            (PREPARE, 10.0),
            (WORK, 30.0),
            (PREPARE, 5.0),
            (WORK, 30.0),
            (REST, 4.0),
            (PREPARE, 10.0),
            (WORK, 30.0),
        ]

    def test_begins_with_the_side_that_was_at_work(self, library: Any) -> None:
        step = hold(library.stretch, sides=Sides.BOTH)
        new = replace_step(compiled(step, step), 0, step, Side.RIGHT)
        work = [phase.side for phase in new.phases if phase.kind is WORK]
        assert work == [Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT]

    def test_keeps_the_rest_that_ends_the_routine(self, library: Any) -> None:
        old = compiled(hold(library.bridge), Rest(20.0), Rest(10.0))
        new = replace_step(old, 0, hold(library.tilt))
        assert shape(new) == [(PREPARE, 5.0), (WORK, 30.0), (REST, 20.0), (REST, 10.0)]

    @pytest.mark.parametrize("index", [0, 1, 2, 4, 8])
    def test_with_itself_changes_nothing(self, example: Routine, index: int) -> None:
        timeline = compile_timeline(example)
        assert replace_step(timeline, index, timeline.steps[index].step) == timeline
