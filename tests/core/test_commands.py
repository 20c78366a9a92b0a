"""What each command does, in each state and on the first, a middle and the last step."""

from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.choices import Side, Sides
from routine_player.core.events import Outcome
from routine_player.core.routine import (
    CountedReps,
    HeldReps,
    Hold,
    PacedReps,
    Rest,
    Step,
    Tempo,
)
from routine_player.core.session import Command, IllegalCommandError, State
from routine_player.core.timeline import PhaseKind

STEPS = {"first": 0, "middle": 1, "last": 2}
on_each_step = pytest.mark.parametrize("place", STEPS)


@pytest.fixture
def player(play: Any, library: Any) -> Any:
    """Three steps of prepare 5, work 20, rest 10, work 20: four phases each."""
    exercises = (library.bridge, library.plank, library.tilt)
    return play(*(Step(exercise, (Hold(20.0),) * 2, rest_s=10.0) for exercise in exercises))


def first_phase(place: str) -> int:
    return 4 * STEPS[place]


def names(told: list[Any]) -> list[str]:
    return [type(event).__name__ for event in told]


def ended_steps(told: list[Any]) -> list[tuple[int, Outcome, int, int]]:
    return [
        (one.planned.index, one.outcome, one.works_done, one.attempt)
        for one in told
        if isinstance(one, events.StepEnded)
    ]


class TestPause:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_keeps_the_time_that_was_left(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        left_s = player.left_s()
        told = player.command(Command.PAUSE)
        assert told == [events.SessionPaused(player.now)]
        assert player.pass_s(500.0) == []
        assert (player.session.state, player.left_s()) == (State.PAUSED, left_s)

    def test_leaves_active_time_where_it_was(self, player: Any) -> None:
        player.play_to(1, 2.0)
        player.command(Command.PAUSE)
        player.pass_s(500.0)
        assert player.session.active_s(player.now) == 7.0

    def test_in_the_three_two_one_goes_back_to_pause(self, player: Any) -> None:
        player.play_to(1, 2.0)
        player.command(Command.PAUSE)
        player.command(Command.RESUME)
        player.pass_s(2.0)
        assert player.command(Command.PAUSE) == [events.SessionPaused(player.now)]
        assert player.pass_s(10.0) == []
        assert player.left_s() == 18.0

    def test_is_meant_for_the_phase_that_the_clock_has_reached(self, player: Any) -> None:
        player.play_to(0, 4.0)
        player.now += 1.5
        told = player.command(Command.PAUSE)
        assert names(told) == ["PhaseEnded", "PhaseStarted", "SessionPaused"]
        assert (player.session.phase.index, player.left_s()) == (1, 19.5)

    def test_comes_too_late_when_the_session_has_finished(self, player: Any) -> None:
        player.play_to(11, 19.0)
        player.now += 2.0
        assert names(player.command(Command.PAUSE)) == [
            "PhaseEnded",
            "StepEnded",
            "SessionFinished",
        ]


class TestResume:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_counts_three_and_goes_on_with_what_was_left(
        self, player: Any, place: str, phase: int
    ) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        left_s = player.left_s()
        player.command(Command.PAUSE)
        player.pass_s(60.0)
        running = player.session.phase
        at = player.now
        assert player.command(Command.RESUME) == [events.ResumeStarted(at, at + 3.0, running)]
        assert (player.session.state, player.left_s()) == (State.RESUMING, left_s)
        left = [player.session.resume_left_s(at + later_s) for later_s in (-1.0, 1.0, 9.0)]
        assert left == [3.0, 2.0, 0.0]
        told = player.pass_s(3.0)
        assert told == [events.SessionResumed(at + 3.0, counted_in=True)]
        assert (player.session.state, player.left_s()) == (State.RUNNING, left_s)
        assert player.session.resume_left_s(player.now) is None

    def test_the_three_two_one_is_not_active_time(self, player: Any) -> None:
        player.play_to(1, 2.0)
        player.command(Command.PAUSE)
        player.command(Command.RESUME)
        player.pass_s(4.0)
        assert player.session.active_s(player.now) == 8.0

    def test_needs_no_three_two_one_where_done_is_waited_for(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (CountedReps(10),)))
        player.play_to(1, 30.0)
        player.command(Command.PAUSE)
        player.pass_s(100.0)
        assert player.command(Command.RESUME) == [events.SessionResumed(player.now)]
        player.pass_s(5.0)
        assert player.session.elapsed_s(player.now) == 35.0

    def test_a_countdown_that_a_pause_broke_does_not_count_in(self, player: Any) -> None:
        player.play_to(0, 3.0)
        player.command(Command.PAUSE)
        player.command(Command.RESUME)
        started = [one for one in player.pass_s(5.0) if isinstance(one, events.PhaseStarted)]
        assert [one.counted_in for one in started] == [False]


class TestSkip:
    @on_each_step
    @pytest.mark.parametrize("phase", [0, 1, 3])
    def test_leaves_the_step(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        told = player.command(Command.SKIP)
        works_done = 1 if phase == 3 else 0
        assert ended_steps(told) == [(STEPS[place], Outcome.SKIPPED, works_done, 1)]
        assert told[0].outcome is Outcome.SKIPPED
        if place == "last":
            assert names(told) == ["PhaseEnded", "StepEnded", "SessionFinished"]
        else:
            assert names(told) == ["PhaseEnded", "StepEnded", "StepStarted", "PhaseStarted"]
            assert player.session.phase.index == first_phase(place) + 4
            assert player.left_s() == 5.0

    @on_each_step
    def test_of_a_rest_goes_on_to_what_follows_it(self, player: Any, place: str) -> None:
        player.play_to(first_phase(place) + 2, 4.0)
        told = player.command(Command.SKIP)
        assert names(told) == ["PhaseEnded", "PhaseStarted"]
        assert (told[0].outcome, told[0].active_s) == (Outcome.SKIPPED, 4.0)
        assert player.session.phase.index == first_phase(place) + 3

    def test_of_the_rest_before_a_step_leaves_the_step_to_be_done(
        self, play: Any, library: Any
    ) -> None:
        player = play(Rest(30.0), Step(library.plank, (Hold(20.0),)))
        player.command(Command.START)
        assert names(player.command(Command.SKIP)) == ["PhaseEnded", "PhaseStarted"]
        assert player.session.phase.kind is PhaseKind.WORK

    def test_of_the_rest_at_the_end_finishes(self, play: Any, library: Any) -> None:
        player = play(Step(library.plank, (Hold(20.0),)), Rest(30.0))
        player.play_to(2)
        assert names(player.command(Command.SKIP)) == ["PhaseEnded", "SessionFinished"]

    def test_of_the_last_step_does_not_stay_for_the_rest_at_the_end(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.plank, (Hold(20.0),)), Rest(30.0))
        player.play_to(1)
        assert names(player.command(Command.SKIP))[-1] == "SessionFinished"

    def test_while_paused_stays_paused(self, player: Any) -> None:
        player.play_to(1, 4.0)
        player.command(Command.PAUSE)
        told = player.command(Command.SKIP)
        assert told[-1] == events.PhaseStarted(player.now, player.session.phase, paused=True)
        assert player.session.state is State.PAUSED
        assert player.pass_s(60.0) == []
        assert player.left_s() == 5.0

    def test_while_paused_on_the_last_step_finishes(self, player: Any) -> None:
        player.play_to(8)
        player.command(Command.PAUSE)
        player.command(Command.SKIP)
        assert player.session.state is State.FINISHED

    def test_to_reps_while_paused_tells_the_first_rep_when_it_begins(
        self, play: Any, library: Any
    ) -> None:
        reps = Step(library.bridge, (PacedReps(2, Tempo(2.0, 1.0, 2.0)),), prepare_s=0.0)
        player = play(Step(library.plank, (Hold(20.0),)), reps)
        player.command(Command.START)
        player.command(Command.PAUSE)
        player.command(Command.SKIP)
        player.command(Command.EXTEND)
        player.command(Command.RESUME)
        assert names(player.pass_s(3.0)) == ["SessionResumed", "RepStarted"]

    @pytest.mark.parametrize("command", [Command.SKIP, Command.DONE, Command.EXTEND])
    def test_and_its_like_are_ignored_when_the_phase_was_over_first(
        self, player: Any, command: Command
    ) -> None:
        player.play_to(0, 4.0)
        player.now += 1.0
        assert names(player.command(command)) == ["PhaseEnded", "PhaseStarted"]
        assert player.left_s() == 20.0


class TestRestart:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_begins_the_step_again(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        told = player.command(Command.RESTART)
        assert names(told) == ["PhaseEnded", "StepStarted", "PhaseStarted"]
        assert (told[0].outcome, told[1].attempt) == (Outcome.SKIPPED, 2)
        assert (player.session.phase.index, player.left_s()) == (first_phase(place), 5.0)

    def test_work_done_before_does_not_count_twice(self, player: Any) -> None:
        player.play_to(3)
        player.command(Command.RESTART)
        told = player.pass_s(55.0)
        assert ended_steps(told) == [(0, Outcome.DONE, 2, 2)]
        assert [one.active_s for one in told if isinstance(one, events.StepEnded)] == [55.0]

    def test_again_within_two_seconds_begins_the_step_before(self, player: Any) -> None:
        player.play_to(9)
        player.command(Command.RESTART)
        player.pass_s(2.0)
        player.command(Command.RESTART)
        assert player.session.phase.index == 4
        player.pass_s(2.0)
        player.command(Command.RESTART)
        assert player.session.phase.index == 0

    def test_again_after_two_seconds_begins_the_same_step(self, player: Any) -> None:
        player.play_to(5)
        player.command(Command.RESTART)
        player.pass_s(2.001)
        player.command(Command.RESTART)
        assert player.session.phase.index == 4

    def test_again_may_be_later_where_time_goes_faster(self, play: Any, library: Any) -> None:
        steps = (Step(library.plank, (Hold(60.0),)), Step(library.bridge, (Hold(60.0),)))
        player = play(*steps, again_within_s=40.0)
        player.play_to(3)
        player.command(Command.RESTART)
        player.pass_s(39.0)
        player.command(Command.RESTART)
        assert player.session.phase.index == 0

    def test_is_ignored_when_the_step_was_over_first(self, player: Any) -> None:
        player.play_to(3, 19.0)
        player.now += 1.0
        told = player.command(Command.RESTART)
        assert ended_steps(told) == [(0, Outcome.DONE, 2, 1)]
        assert player.session.phase.index == 4

    def test_goes_with_the_next_phase_of_the_same_step(self, player: Any) -> None:
        player.play_to(4, 4.0)
        player.now += 1.5
        told = player.command(Command.RESTART)
        assert names(told)[:2] == ["PhaseEnded", "PhaseStarted"]
        assert (player.session.phase.index, player.left_s()) == (4, 5.0)

    def test_in_the_rest_at_the_end_begins_the_last_step_again(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.plank, (Hold(20.0),)), Rest(30.0))
        player.play_to(2)
        told = player.command(Command.RESTART)
        assert names(told) == ["PhaseEnded", "StepStarted", "PhaseStarted"]
        assert ended_steps(player.pass_s(25.0)) == [(0, Outcome.DONE, 1, 2)]

    def test_while_paused_stays_paused(self, player: Any) -> None:
        player.play_to(3)
        player.command(Command.PAUSE)
        player.command(Command.RESTART)
        assert (player.session.state, player.session.phase.index) == (State.PAUSED, 0)


class TestBack:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_begins_the_step_before(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        told = player.command(Command.BACK)
        assert names(told) == ["PhaseEnded", "StepStarted", "PhaseStarted"]
        before = max(0, STEPS[place] - 1)
        assert (told[1].planned.index, told[1].attempt) == (before, 2)
        assert (player.session.phase.index, player.left_s()) == (4 * before, 5.0)

    def test_leaves_the_step_it_came_from_to_be_played_again(self, player: Any) -> None:
        player.play_to(5)
        player.command(Command.BACK)
        told = player.pass_s(55.0)
        assert ended_steps(told) == [(0, Outcome.DONE, 2, 2)]
        started = [one for one in told if isinstance(one, events.StepStarted)]
        assert [(one.planned.index, one.attempt) for one in started] == [(1, 2)]

    def test_in_the_three_two_one_runs_at_once(self, player: Any) -> None:
        player.play_to(5)
        player.command(Command.PAUSE)
        player.command(Command.RESUME)
        player.command(Command.BACK)
        assert (player.session.state, player.session.phase.index) == (State.RUNNING, 0)


class TestExtend:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_adds_ten_seconds(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        left_s = player.left_s()
        (told,) = player.command(Command.EXTEND)
        assert (told.phase.index, told.by_s) == (first_phase(place) + phase, 10.0)
        assert player.left_s() == left_s + 10.0
        assert player.session.phase == told.phase
        assert (told.phase.duration_s, told.phase.rep_count) == (left_s + 11.25, 0)

    def test_lets_the_countdown_come_again(self, player: Any) -> None:
        player.play_to(0, 4.0)
        player.command(Command.EXTEND)
        (countdown,) = (
            one for one in player.pass_s(11.0) if isinstance(one, events.CountdownStarted)
        )
        assert (countdown.at, countdown.ends_at) == (12.0, 15.0)
        assert player.session.phase.index == 1

    def test_moves_half_of_the_work_but_tells_it_once(self, player: Any) -> None:
        player.play_to(1, 9.0)
        player.command(Command.EXTEND)
        assert names(player.pass_s(6.0)) == ["HalfwayReached"]
        player.command(Command.EXTEND)
        assert names(player.pass_s(24.0)) == ["TenSecondsLeft", "CountdownStarted"]

    def test_is_for_the_phase_that_runs_alone(self, player: Any) -> None:
        player.play_to(1)
        player.command(Command.EXTEND)
        player.command(Command.RESTART)
        player.pass_s(5.0)
        assert player.left_s() == 20.0

    def test_while_paused_makes_what_is_left_longer(self, player: Any) -> None:
        player.play_to(1, 5.0)
        player.command(Command.PAUSE)
        player.command(Command.EXTEND)
        assert player.left_s() == 25.0
        player.command(Command.RESUME)
        assert names(player.pass_s(28.0))[1:] == [
            "HalfwayReached",
            "TenSecondsLeft",
            "CountdownStarted",
            "PhaseEnded",
            "PhaseStarted",
        ]

    def test_is_refused_where_the_phase_would_last_more_than_four_hours(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.run, (Hold(4 * 3600.0 - 10.0),)))
        player.command(Command.START)
        player.command(Command.EXTEND)
        assert player.left_s() == 4 * 3600.0
        assert not player.session.allows(Command.EXTEND)
        assert player.session.allows(Command.SHORTEN)

    @pytest.mark.parametrize(
        ("tempo", "reps"),
        [
            (Tempo(2.0, 1.0, 2.0), 2),
            (Tempo(2.0, 0.0, 2.0), 3),  # two and a half: up
            (Tempo(4.0, 3.0, 4.0), 1),
            (Tempo(20.0, 1.0, 20.0), 1),
            (Tempo(0.5, 0.0, 0.5), 10),
        ],
    )
    def test_adds_whole_reps_to_reps(
        self, play: Any, library: Any, tempo: Tempo, reps: int
    ) -> None:
        player = play(Step(library.bridge, (PacedReps(5, tempo),)))
        player.play_to(1, 1.0)
        (told,) = player.command(Command.EXTEND)
        assert (told.by_s, told.phase.rep_count) == (reps * tempo.rep_s, 5 + reps)
        player.pass_s(1000.0)
        started = [one for one in player.heard if isinstance(one, events.RepStarted)]
        assert [one.number for one in started] == list(range(1, 6 + reps))

    @pytest.mark.parametrize("into_s", [5.0, 7.0, 8.0])
    def test_tells_no_part_of_a_rep_twice(self, play: Any, library: Any, into_s: float) -> None:
        player = play(Step(library.bridge, (PacedReps(5, Tempo(2.0, 1.0, 2.0)),)))
        player.play_to(1, into_s)
        assert names(player.command(Command.EXTEND)) == ["PhaseExtended"]

    @pytest.mark.parametrize(("hold_s", "pairs"), [(10.0, 1), (3.0, 1), (1.0, 2), (0.5, 2)])
    def test_adds_as_many_reps_to_either_side(
        self, play: Any, library: Any, hold_s: float, pairs: int
    ) -> None:
        step = Step(library.bird_dog, (HeldReps(3, hold_s, 1.0),), Sides.ALTERNATE)
        player = play(step)
        player.play_to(1, 1.0)
        player.command(Command.EXTEND)
        assert player.session.phase.rep_count == 6 + 2 * pairs


class TestShorten:
    @on_each_step
    @pytest.mark.parametrize("phase", [1, 3])
    def test_takes_ten_seconds(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        (told,) = player.command(Command.SHORTEN)
        assert told.by_s == -10.0
        assert player.left_s() == 8.75

    @pytest.mark.parametrize("into_s", [10.0, 12.5, 19.5])
    @on_each_step
    def test_with_no_more_left_ends_the_phase_as_done(
        self, player: Any, place: str, into_s: float
    ) -> None:
        player.play_to(first_phase(place) + 1, into_s)
        extended, ended, *_ = player.command(Command.SHORTEN)
        assert extended.by_s == into_s - 20.0
        assert (ended.outcome, ended.active_s) == (Outcome.DONE, into_s)
        assert player.session.phase.index == first_phase(place) + 2

    def test_of_the_last_work_finishes_the_session(self, player: Any) -> None:
        player.play_to(11, 15.0)
        told = player.command(Command.SHORTEN)
        assert ended_steps(told) == [(2, Outcome.DONE, 2, 1)]
        assert player.session.state is State.FINISHED

    def test_while_paused_may_end_the_phase_and_stays_paused(self, player: Any) -> None:
        player.play_to(1, 15.0)
        player.command(Command.PAUSE)
        player.command(Command.SHORTEN)
        assert (player.session.state, player.session.phase.index) == (State.PAUSED, 2)

    def test_drops_marks_that_lie_behind(self, player: Any) -> None:
        player.play_to(1, 2.0)
        player.command(Command.EXTEND)
        player.pass_s(11.0)
        player.command(Command.SHORTEN)
        assert names(player.pass_s(6.9)) == ["CountdownStarted"]

    def test_to_the_countdown_exactly_starts_it(self, player: Any) -> None:
        player.play_to(1, 7.0)
        told = player.command(Command.SHORTEN)
        assert names(told) == ["PhaseExtended", "CountdownStarted"]

    def test_takes_whole_reps_and_keeps_the_one_that_runs(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (PacedReps(5, Tempo(2.0, 1.0, 2.0)),)))
        player.play_to(1, 6.0)
        player.command(Command.SHORTEN)
        assert player.session.phase.rep_count == 3
        assert names(player.pass_s(1.0)) == ["RepHeld"]
        assert player.session.rep(player.now).number == 2


class TestDone:
    @on_each_step
    @pytest.mark.parametrize("phase", [0, 2])
    def test_ends_a_prepare_or_a_rest_early(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        told = player.command(Command.DONE)
        assert names(told) == ["PhaseEnded", "PhaseStarted"]
        assert told[0].outcome is Outcome.DONE
        assert not told[1].counted_in
        assert player.session.phase.index == first_phase(place) + phase + 1

    def test_ends_a_switch_early(self, play: Any, library: Any) -> None:
        player = play(Step(library.stretch, (Hold(20.0),), Sides.BOTH))
        player.play_to(2, 1.0)
        player.command(Command.DONE)
        assert (player.session.phase.index, player.session.phase.side) == (3, Side.RIGHT)

    @pytest.mark.parametrize("dose", [Hold(20.0), PacedReps(5, Tempo(2.0, 1.0, 2.0))])
    def test_is_refused_in_timed_work(self, play: Any, library: Any, dose: Any) -> None:
        player = play(Step(library.plank, (dose,)))
        player.play_to(1)
        assert not player.session.allows(Command.DONE)
        with pytest.raises(IllegalCommandError, match=r"done does not go with .* running"):
            player.command(Command.DONE)

    def test_tells_the_first_rep_of_the_work_it_leads_to(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (PacedReps(2, Tempo(2.0, 1.0, 2.0)),)))
        player.command(Command.START)
        assert names(player.command(Command.DONE)) == ["PhaseEnded", "PhaseStarted", "RepStarted"]


class TestSwitchSide:
    @pytest.fixture
    def player(self, play: Any, library: Any) -> Any:
        """Prepare left, work, switch right, work, rest, work left, switch right, work."""
        return play(
            Step(library.stretch, (Hold(20.0),) * 2, Sides.BOTH, rest_s=10.0),
            Step(library.plank, (Hold(20.0),)),
        )

    def works(self, player: Any) -> list[Side]:
        phases = player.session.timeline.phases[:8]
        return [phase.side for phase in phases if phase.kind is PhaseKind.WORK]

    def test_in_the_prepare_exchanges_the_sides_and_takes_no_time(self, player: Any) -> None:
        player.play_to(0, 2.0)
        (told,) = player.command(Command.SWITCH_SIDE)
        assert told == events.SideSwitched(2.0, player.session.phase)
        assert (player.session.phase.side, player.left_s()) == (Side.RIGHT, 3.0)
        assert self.works(player) == [Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT]

    def test_in_work_begins_it_again_with_the_other_side(self, player: Any) -> None:
        player.play_to(1, 12.0)
        player.command(Command.SWITCH_SIDE)
        assert (player.session.phase.side, player.left_s()) == (Side.RIGHT, 20.0)
        assert player.session.active_s(player.now) == 17.0
        told = player.pass_s(20.0)
        assert names(told)[0] == "HalfwayReached"
        (ended,) = (one for one in told if isinstance(one, events.PhaseEnded))
        assert (ended.phase.side, ended.active_s) == (Side.RIGHT, 32.0)
        assert player.session.phase.side is Side.LEFT

    def test_on_the_last_side_of_a_set_just_turns_it(self, player: Any) -> None:
        player.play_to(3, 12.0)
        player.command(Command.SWITCH_SIDE)
        assert self.works(player) == [Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT]

    def test_of_a_switch_makes_it_a_prepare_for_the_same_side(self, player: Any) -> None:
        player.play_to(2, 1.0)
        player.command(Command.SWITCH_SIDE)
        phase = player.session.phase
        assert (phase.kind, phase.side) == (PhaseKind.PREPARE, Side.LEFT)

    def test_keeps_a_phase_as_long_as_it_was_made(self, player: Any) -> None:
        player.play_to(0)
        player.command(Command.EXTEND)
        player.pass_s(10.0)
        player.command(Command.SWITCH_SIDE)
        assert player.left_s() == 5.0
        player.pass_s(5.0)
        player.command(Command.EXTEND)
        player.pass_s(2.0)
        player.command(Command.SWITCH_SIDE)
        assert player.left_s() == 30.0

    def test_while_paused_stays_paused(self, player: Any) -> None:
        player.play_to(1, 12.0)
        player.command(Command.PAUSE)
        player.command(Command.SWITCH_SIDE)
        player.pass_s(5.0)
        assert (player.session.state, player.left_s()) == (State.PAUSED, 20.0)
        assert player.session.active_s(player.now) == 17.0

    def test_of_alternating_reps_begins_them_with_the_other_side(
        self, play: Any, library: Any
    ) -> None:
        step = Step(library.bird_dog, (HeldReps(2, 2.0, 1.0),), Sides.ALTERNATE)
        player = play(step)
        player.play_to(1, 5.0)
        told = player.command(Command.SWITCH_SIDE)
        assert [(one.number, one.side) for one in told[1:]] == [(1, Side.RIGHT)]

    @pytest.mark.parametrize("phase", [4, 9])
    def test_is_refused_in_a_rest_and_where_there_are_no_sides(
        self, player: Any, phase: int
    ) -> None:
        player.play_to(phase)
        assert not player.session.allows(Command.SWITCH_SIDE)

    def test_is_undone_when_the_step_is_begun_again_no_more_than_asked(self, player: Any) -> None:
        player.play_to(1)
        player.command(Command.SWITCH_SIDE)
        player.command(Command.RESTART)
        assert player.session.phase.side is Side.RIGHT


class TestHurt:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_stops_the_clock_at_once(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        left_s = player.left_s()
        planned = player.session.planned
        assert player.command(Command.HURT) == [events.PainReported(player.now, planned)]
        assert player.pass_s(500.0) == []
        assert (player.session.state, player.left_s()) == (State.HURTING, left_s)

    @pytest.mark.parametrize("state", [State.PAUSED, State.RESUMING, State.INTERRUPTED])
    def test_may_be_said_while_the_clock_stands(self, player: Any, state: State) -> None:
        player.play_to(1, 4.0)
        if state is State.INTERRUPTED:
            player.interrupt(60.0)
        else:
            player.command(Command.PAUSE)
        if state is State.RESUMING:
            player.command(Command.RESUME)
        player.command(Command.HURT)
        assert (player.session.state, player.left_s()) == (State.HURTING, 16.0)

    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_then_next_leaves_the_step(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        player.command(Command.HURT)
        player.pass_s(30.0)
        told = player.command(Command.NEXT)
        assert (told[0].outcome, told[0].active_s) == (Outcome.HURT, 1.25)
        works_done = 1 if phase >= 2 else 0
        assert ended_steps(told) == [(STEPS[place], Outcome.HURT, works_done, 1)]
        if place == "last":
            assert player.session.state is State.FINISHED
        else:
            assert player.session.state is State.RUNNING
            assert (player.session.phase.index, player.left_s()) == (first_phase(place) + 4, 5.0)

    def test_then_go_on_counts_three_and_takes_up_what_was_left(self, player: Any) -> None:
        player.play_to(1, 4.0)
        player.command(Command.HURT)
        player.pass_s(30.0)
        assert names(player.command(Command.GO_ON)) == ["ResumeStarted"]
        player.pass_s(3.0)
        assert (player.session.state, player.left_s()) == (State.RUNNING, 16.0)

    def test_then_go_on_waits_for_done_again(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (CountedReps(10),)))
        player.play_to(1)
        player.command(Command.HURT)
        assert names(player.command(Command.GO_ON)) == ["SessionResumed"]
        assert player.session.state is State.RUNNING

    def test_then_stop_keeps_that_it_hurt(self, player: Any) -> None:
        player.play_to(1, 4.0)
        player.command(Command.HURT)
        told = player.command(Command.STOP)
        assert ended_steps(told) == [(0, Outcome.HURT, 0, 1)]
        assert told[-1] == events.SessionStopped(player.now, 9.0)

    @on_each_step
    def test_then_easier_puts_a_gentler_step_in_its_place(
        self, player: Any, library: Any, place: str
    ) -> None:
        player.play_to(first_phase(place) + 1, 4.0)
        player.command(Command.HURT)
        easier = Step(library.squat, (Hold(15.0),))
        told = player.take_easier(easier)
        assert names(told) == [
            "PhaseEnded",
            "StepEnded",
            "StepReplaced",
            "StepStarted",
            "PhaseStarted",
        ]
        assert ended_steps(told) == [(STEPS[place], Outcome.HURT, 0, 1)]
        assert (told[3].planned.step, told[3].attempt) == (easier, 2)
        assert player.session.state is State.RUNNING
        assert (player.session.planned.step, player.left_s()) == (easier, 10.0)
        told = player.pass_s(25.0)
        assert ended_steps(told) == [(STEPS[place], Outcome.DONE, 1, 2)]

    def test_then_easier_begins_with_the_side_that_was_at_work(
        self, play: Any, library: Any
    ) -> None:
        step = Step(library.stretch, (Hold(20.0),), Sides.BOTH)
        player = play(step)
        player.play_to(3)
        player.command(Command.HURT)
        player.take_easier(step)
        assert player.session.phase.side is Side.RIGHT

    def test_then_easier_tells_a_first_rep_that_begins_at_once(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.plank, (Hold(20.0),)))
        player.play_to(1)
        player.command(Command.HURT)
        reps = Step(library.bridge, (PacedReps(2, Tempo(2.0, 1.0, 2.0)),), prepare_s=0.0)
        assert names(player.take_easier(reps))[-1] == "RepStarted"

    def test_easier_takes_a_step(self, player: Any, library: Any) -> None:
        player.play_to(1)
        with pytest.raises(IllegalCommandError):
            player.take_easier(Step(library.tilt, (Hold(15.0),)))
        player.command(Command.HURT)
        assert player.session.allows(Command.EASIER)
        with pytest.raises(IllegalCommandError):
            player.command(Command.EASIER)

    def test_in_the_rest_at_the_end_the_step_stays_done(self, play: Any, library: Any) -> None:
        player = play(Step(library.plank, (Hold(20.0),)), Rest(30.0))
        player.play_to(2)
        player.command(Command.HURT)
        told = player.command(Command.NEXT)
        assert names(told) == ["PhaseEnded", "SessionFinished"]

    def test_is_heard_even_when_the_phase_was_over_first(self, player: Any) -> None:
        player.play_to(0, 4.0)
        player.now += 2.0
        assert names(player.command(Command.HURT))[-1] == "PainReported"


class TestInterruption:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_stops_at_what_was_left_and_completes_nothing(
        self, player: Any, place: str, phase: int
    ) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        left_s, active_s = player.left_s(), player.session.active_s(player.now)
        at = player.now
        assert player.interrupt(8 * 3600.0) == [events.SessionInterrupted(at, 8 * 3600.0)]
        assert player.pass_s(100.0) == []
        assert (player.session.state, player.left_s()) == (State.INTERRUPTED, left_s)
        assert player.session.active_s(player.now) == active_s

    def test_first_tells_what_was_due_before_it(self, player: Any) -> None:
        player.play_to(0, 1.0)
        player.now += 1.5
        assert names(player.interrupt(60.0)) == ["CountdownStarted", "SessionInterrupted"]

    def test_of_the_three_two_one_keeps_what_was_left(self, player: Any) -> None:
        player.play_to(1, 4.0)
        player.command(Command.PAUSE)
        player.command(Command.RESUME)
        player.pass_s(1.0)
        player.interrupt(60.0)
        assert (player.session.state, player.left_s()) == (State.INTERRUPTED, 16.0)

    def test_of_a_wait_for_done_stops_its_time_too(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (CountedReps(10),)))
        player.play_to(1, 20.0)
        player.interrupt(600.0)
        assert player.session.elapsed_s(player.now) == 20.0
        assert names(player.command(Command.CONTINUE)) == ["SessionResumed"]

    @pytest.mark.parametrize(
        "commands",
        [
            [],
            [Command.START, Command.PAUSE],
            [Command.START, Command.HURT],
            [Command.START, Command.STOP],
        ],
    )
    def test_is_nothing_where_nothing_ran(self, player: Any, commands: list[Command]) -> None:
        for command in commands:
            player.command(command)
        state = player.session.state
        assert player.interrupt(600.0) == []
        assert player.session.state is state

    def test_then_continue_takes_up_what_was_left(self, player: Any) -> None:
        player.play_to(1, 4.0)
        player.interrupt(600.0)
        assert names(player.command(Command.CONTINUE)) == ["ResumeStarted"]
        player.pass_s(3.0)
        assert player.left_s() == 16.0

    def test_then_redo_begins_the_phase_again(self, player: Any) -> None:
        player.play_to(1, 12.0)
        player.interrupt(600.0)
        assert names(player.command(Command.REDO)) == ["ResumeStarted"]
        assert player.left_s() == 20.0
        told = player.pass_s(23.0)
        assert names(told)[:2] == ["SessionResumed", "HalfwayReached"]
        (ended,) = (one for one in told if isinstance(one, events.PhaseEnded))
        assert ended.active_s == 32.0

    def test_then_redo_of_a_longer_phase_tells_all_of_it(self, player: Any) -> None:
        player.play_to(1, 12.0)
        player.command(Command.EXTEND)
        player.pass_s(5.0)
        player.interrupt(600.0)
        player.command(Command.REDO)
        assert names(player.pass_s(33.0))[1:4] == [
            "HalfwayReached",
            "TenSecondsLeft",
            "CountdownStarted",
        ]

    def test_then_redo_tells_halfway_again_even_if_time_is_added(self, player: Any) -> None:
        player.play_to(1, 12.0)
        player.interrupt(600.0)
        player.command(Command.REDO)
        player.pass_s(4.0)
        player.command(Command.EXTEND)
        assert names(player.pass_s(14.0)) == ["HalfwayReached"]

    @on_each_step
    def test_then_skip_runs_on_with_the_next_step(self, player: Any, place: str) -> None:
        player.play_to(first_phase(place) + 1, 4.0)
        player.interrupt(600.0)
        told = player.command(Command.SKIP)
        assert ended_steps(told) == [(STEPS[place], Outcome.SKIPPED, 0, 1)]
        finished = place == "last"
        assert player.session.state is (State.FINISHED if finished else State.RUNNING)

    def test_then_skip_of_a_rest_runs_on_with_what_follows(self, player: Any) -> None:
        player.play_to(2, 4.0)
        player.interrupt(600.0)
        player.command(Command.SKIP)
        assert (player.session.state, player.session.phase.index) == (State.RUNNING, 3)


class TestStop:
    @on_each_step
    @pytest.mark.parametrize("phase", range(4))
    def test_keeps_what_was_done(self, player: Any, place: str, phase: int) -> None:
        player.play_to(first_phase(place) + phase, 1.25)
        active_s = player.session.active_s(player.now)
        told = player.command(Command.STOP)
        assert names(told) == ["PhaseEnded", "StepEnded", "SessionStopped"]
        works_done = 1 if phase >= 2 else 0
        assert ended_steps(told) == [(STEPS[place], Outcome.STOPPED, works_done, 1)]
        assert told[-1] == events.SessionStopped(player.now, active_s)
        assert player.session.active_s(player.now + 60.0) == active_s
        assert player.session.elapsed_s(player.now + 60.0) == 1.25
        assert player.session.state is State.STOPPED

    def test_before_the_start_there_is_nothing_to_tell(self, player: Any) -> None:
        assert player.command(Command.STOP) == []
        assert player.session.state is State.STOPPED

    def test_in_the_rest_at_the_end_the_step_stays_done(self, play: Any, library: Any) -> None:
        player = play(Step(library.plank, (Hold(20.0),)), Rest(30.0))
        player.play_to(2, 1.0)
        assert names(player.command(Command.STOP)) == ["PhaseEnded", "SessionStopped"]
