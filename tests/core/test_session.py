"""The plain course of a session, and what one can ask it."""

import math
from fractions import Fraction
from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.compilation import compile_timeline
from routine_player.core.events import Outcome
from routine_player.core.marks import RepNow, RepPart
from routine_player.core.routine import (
    CountedReps,
    Hold,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.session import Command, Session, State
from routine_player.core.step_ledger import StepProgress, StepStatus
from routine_player.core.timeline import PhaseKind


@pytest.fixture
def holds(library: Any) -> tuple[Step, Step]:
    """5 s to get ready and 20 s of work, then the same with 30 s."""
    return Step(library.bridge, (Hold(20.0),)), Step(library.plank, (Hold(30.0),))


def told(player: Any, kind: type) -> list[Any]:
    return [event for event in player.heard if isinstance(event, kind)]


def test_a_session_tells_all_that_happens_in_order(play: Any, library: Any) -> None:
    player = play(Step(library.bridge, (Hold(4.0),), prepare_s=2.0))
    player.command(Command.START)
    player.pass_s(6.0)
    ready, work = player.session.timeline.phases
    (planned,) = player.session.timeline.steps
    assert player.heard == [
        events.SessionStarted(0.0),
        events.StepStarted(0.0, planned, 1),
        events.PhaseStarted(0.0, ready),
        events.PhaseEnded(2.0, ready, Outcome.DONE, 2.0),
        events.PhaseStarted(2.0, work),
        events.CountdownStarted(3.0, work, 6.0),
        events.PhaseEnded(6.0, work, Outcome.DONE, 4.0),
        events.StepEnded(6.0, planned, 1, Outcome.DONE, 1, 1, 6.0),
        events.SessionFinished(6.0, 6.0),
    ]
    assert player.session.state is State.FINISHED


def test_nothing_happens_before_the_start(play: Any, holds: Any) -> None:
    player = play(*holds)
    assert player.pass_s(100.0) == []
    assert (player.session.state, player.session.deadline) == (State.READY, None)
    assert player.left_s() == 5.0
    assert player.session.session_left_s(player.now) == 60.0


def test_a_phase_tells_whether_a_countdown_led_into_it(play: Any, library: Any) -> None:
    player = play(Step(library.bridge, (Hold(30.0),), prepare_s=3.0), Step(library.run, (Hold(9),)))
    player.command(Command.START)
    player.pass_s(60.0)
    assert [one.counted_in for one in told(player, events.PhaseStarted)] == [False, False, True]


def test_a_late_wake_up_tells_everything_with_its_true_time(play: Any, example: Any) -> None:
    on_time = Session(compile_timeline(example))
    late = Session(compile_timeline(example))
    heard = on_time.handle(Command.START, 50.0)
    while (due := on_time.deadline) is not None:
        heard += on_time.advance(due)
    assert late.handle(Command.START, 50.0) + late.advance(9000.0) == heard
    assert [one.at for one in heard] == sorted(one.at for one in heard)


def test_a_phase_that_waits_lasts_until_done(play: Any, library: Any) -> None:
    player = play(Step(library.bridge, (CountedReps(10),)))
    player.play_to(1)
    assert player.session.deadline is None
    assert player.pass_s(300.0) == []
    assert player.left_s() is None
    assert player.session.elapsed_s(player.now) == 300.0
    ended = player.command(Command.DONE)[0]
    assert isinstance(ended, events.PhaseEnded)
    assert (ended.outcome, ended.active_s) == (Outcome.DONE, 300.0)
    assert player.session.state is State.FINISHED


def test_a_step_is_over_when_its_last_work_is_though_a_rest_follows(
    play: Any, library: Any
) -> None:
    player = play(Step(library.bridge, (Hold(10.0),)), Rest(20.0))
    player.play_to(2)
    (ended,) = told(player, events.StepEnded)
    assert (ended.at, ended.outcome, ended.active_s) == (15.0, Outcome.DONE, 15.0)
    player.pass_s(20.0)
    assert player.heard[-1] == events.SessionFinished(35.0, 35.0)
    assert told(player, events.StepEnded) == [ended]


class TestAnHour:
    """However long a session is and whenever it starts, its boundaries are exact."""

    def boundaries(self, session: Session, start: float) -> list[float]:
        heard = session.handle(Command.START, start)
        while (due := session.deadline) is not None:
            heard += session.advance(due)
        return [one.at for one in heard if isinstance(one, events.PhaseEnded)]

    def hour(self, library: Any, hold_s: float, rest_s: float, rounds: int) -> Any:
        step = Step(library.run, (Hold(hold_s),))
        return compile_timeline(Routine("hour", "Hour", (Repeat(rounds, (step,), rest_s),)))

    def test_of_quarter_seconds_ends_each_phase_at_the_sum(self, library: Any) -> None:
        timeline = self.hour(library, 30.25, 29.75, 60)
        lasts = [phase.estimate_s for phase in timeline.phases]
        sums = [math.fsum(lasts[: index + 1]) for index in range(len(lasts))]
        assert self.boundaries(Session(timeline), 0.0) == sums
        assert sums[-1] == 3600.0 - 29.75

    @pytest.mark.parametrize("start", ["0", "12345.678901", "4000000.25"])
    def test_of_tenths_ends_each_phase_at_the_nearest_number_there_is(
        self, library: Any, start: str
    ) -> None:
        timeline = self.hour(library, 30.1, 29.9, 60)
        exact = [
            float(Fraction(start) + Fraction(minutes * 600 + tenths, 10))
            for minutes in range(60)
            for tenths in (301, 600)
        ][:-1]
        assert self.boundaries(Session(timeline), float(start)) == exact

    def test_of_reps_starts_each_on_time(self, library: Any) -> None:
        reps = PacedReps(100, Tempo(1.1, 0.3, 0.7))
        timeline = compile_timeline(Routine("hour", "Hour", (Step(library.run, (reps,) * 17),)))
        session = Session(timeline)
        heard = session.handle(Command.START, 0.0)
        heard += session.advance(3600.0)
        starts = [one.at for one in heard if isinstance(one, events.RepStarted)]
        assert starts == [float(Fraction(21 * number, 10)) for number in range(1700)]
        assert heard[-1] == events.SessionFinished(3570.0, 3570.0)

    @pytest.mark.parametrize("start", [0.1, 1e5 + 1 / 3, 1e9 + 0.7])
    def test_never_stands_still_at_its_own_deadlines(self, example: Any, start: float) -> None:
        session = Session(compile_timeline(example))
        session.handle(Command.START, start)
        while (due := session.deadline) is not None:
            assert session.advance(due) != []
        assert session.left_s(start) is None


class TestTime:
    def test_does_not_run_backwards(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        player.command(Command.START)
        player.pass_s(2.0)
        (paused,) = player.session.handle(Command.PAUSE, 1.0)
        assert paused.at == 2.0
        assert player.left_s() == 3.0

    @pytest.mark.parametrize("now", [math.nan, math.inf])
    def test_that_is_no_number_is_refused_and_changes_nothing(
        self, play: Any, holds: Any, now: float
    ) -> None:
        player = play(*holds)
        player.command(Command.START)
        with pytest.raises((ValueError, OverflowError)):
            player.session.advance(now)
        assert player.session.advance(0.0) == []


class TestForeseeing:
    def test_tells_what_will_happen_and_changes_nothing(self, example: Any) -> None:
        session = Session(compile_timeline(example))
        session.handle(Command.START, 0.0)
        bar = session.step_progress(0.0)
        foreseen = tuple(session.foresee(400.0))
        assert tuple(session.foresee(400.0)) == foreseen
        assert session.deadline == 2.0
        assert session.step_progress(0.0) == bar
        assert tuple(session.advance(400.0)) == foreseen

    def test_stops_at_the_time_asked_for(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        player.command(Command.START)
        assert player.session.foresee(1.999) == []
        assert [type(one) for one in player.session.foresee(2.0)] == [events.CountdownStarted]

    def test_a_session_that_stands_still_has_no_future(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        assert player.session.foresee(100.0) == []
        player.command(Command.START)
        player.command(Command.PAUSE)
        assert player.session.foresee(100.0) == []

    def test_a_resume_is_foreseen_to_its_end(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        for command in (Command.START, Command.PAUSE, Command.RESUME):
            player.command(command)
        foreseen = player.session.foresee(100.0)
        assert foreseen[0] == events.SessionResumed(3.0, counted_in=True)
        assert player.sleep_through(100.0) == foreseen
        assert player.session.state is State.FINISHED


class TestAsking:
    def test_the_phase_and_its_step(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        player.play_to(3)
        assert player.session.phase.kind is PhaseKind.WORK
        assert player.session.planned.step == holds[1]

    def test_what_is_left_and_what_has_passed(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        player.play_to(1, 4.0)
        assert player.left_s() == 16.0
        assert player.session.elapsed_s(player.now) == 4.0
        assert player.session.active_s(player.now) == 9.0
        assert player.session.session_left_s(player.now) == 51.0

    def test_between_two_wake_ups_follows_the_clock_up_to_the_end_of_the_phase(
        self, play: Any, holds: Any
    ) -> None:
        session = play(*holds).session
        session.handle(Command.START, 10.0)
        assert [session.left_s(now) for now in (9.0, 12.0, 99.0)] == [5.0, 3.0, 0.0]

    def test_the_rep(self, play: Any, library: Any) -> None:
        player = play(Step(library.bridge, (PacedReps(12, Tempo(2.0, 1.0, 2.0)),)))
        player.play_to(1, 16.0)
        assert player.session.rep(player.now) == RepNow(4, None, RepPart.IN, 1.0, 0.2, 0.5)
        player.command(Command.PAUSE)
        assert player.session.rep(player.now + 60) == RepNow(4, None, RepPart.IN, 1.0, 0.2, 0.5)

    def test_a_phase_that_waits_is_thought_to_take_its_estimate_and_no_less_than_nothing(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.bridge, (CountedReps(10),)), Step(library.plank, (Hold(30.0),)))
        player.play_to(1, 30.0)
        assert player.session.session_left_s(player.now) == 10.0 + 35.0
        player.pass_s(30.0)
        assert player.session.session_left_s(player.now) == 35.0

    def test_nothing_is_left_of_a_session_that_is_finished(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        player.play_to(3, 30.0)
        assert player.session.session_left_s(player.now) == 0.0
        assert player.session.active_s(player.now + 100.0) == 60.0

    def test_nothing_is_left_of_a_session_whose_last_step_was_skipped(
        self, play: Any, holds: Any
    ) -> None:
        player = play(*holds)
        player.play_to(3, 10.0)
        player.command(Command.SKIP)
        assert player.session.session_left_s(player.now) == 0.0


class TestBar:
    def bar(self, player: Any) -> list[tuple[StepStatus, float]]:
        progress = player.session.step_progress(player.now)
        return [(one.status, one.fraction) for one in progress]

    def test_shows_each_step_with_its_length(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        assert player.session.step_progress(0.0) == (
            StepProgress(StepStatus.COMING, 0.0, 25.0),
            StepProgress(StepStatus.COMING, 0.0, 35.0),
        )

    def test_fills_as_time_passes(self, play: Any, holds: Any) -> None:
        player = play(*holds)
        player.play_to(1, 7.5)
        assert self.bar(player) == [(StepStatus.RUNNING, 0.5), (StepStatus.COMING, 0.0)]
        player.pass_s(12.5)
        assert self.bar(player) == [(StepStatus.DONE, 1.0), (StepStatus.RUNNING, 0.0)]
        player.pass_s(35.0)
        assert self.bar(player) == [(StepStatus.DONE, 1.0)] * 2

    def test_shows_what_was_skipped_and_what_hurt(self, play: Any, library: Any) -> None:
        two_sets = Step(library.plank, (Hold(20.0),) * 2, rest_s=10.0)
        player = play(two_sets, two_sets, two_sets)
        player.play_to(2)
        player.command(Command.SKIP)
        player.command(Command.SKIP)
        player.command(Command.SKIP)
        player.command(Command.HURT)
        player.command(Command.NEXT)
        assert self.bar(player) == [
            (StepStatus.SKIPPED, 0.5),
            (StepStatus.SKIPPED, 0.0),
            (StepStatus.HURT, 0.0),
        ]

    def test_shows_what_is_to_be_played_again_as_coming(self, play: Any, holds: Any) -> None:
        player = play(*holds, *holds)
        player.play_to(4)
        player.command(Command.BACK)
        player.command(Command.BACK)
        states = [status for status, _ in self.bar(player)]
        assert states == [StepStatus.RUNNING, *[StepStatus.COMING] * 3]

    def test_stays_within_a_phase_that_was_made_longer_or_waits(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.bridge, (CountedReps(10),), prepare_s=10.0))
        player.play_to(0, 5.0)
        player.command(Command.EXTEND)
        assert self.bar(player) == [(StepStatus.RUNNING, 0.05)]
        player.play_to(1, 400.0)
        assert self.bar(player) == [(StepStatus.RUNNING, 1.0)]

    def test_a_step_without_length_is_shown_without_a_fraction(
        self, play: Any, library: Any
    ) -> None:
        player = play(Step(library.run, (Hold(0.0),), self_paced=True))
        player.command(Command.START)
        assert self.bar(player) == [(StepStatus.RUNNING, 0.0)]


class TestGoingOnWhereItWasCutOff:
    def test_begins_with_the_step_that_was_running(self, play: Any, holds: Any) -> None:
        player = play(*holds, start_step=1, attempt=2, earlier={0: Outcome.DONE})
        player.command(Command.START)
        (started,) = told(player, events.StepStarted)
        assert (started.planned.index, started.attempt) == (1, 2)
        states = [(one.status, one.fraction) for one in player.session.step_progress(0.0)]
        assert states == [(StepStatus.DONE, 1.0), (StepStatus.RUNNING, 0.0)]

    def test_lets_one_go_back_to_what_was_done_before(self, play: Any, holds: Any) -> None:
        player = play(*holds, start_step=1, attempt=2, earlier={0: Outcome.SKIPPED})
        player.command(Command.START)
        skipped = player.session.step_progress(0.0)[0]
        assert (skipped.status, skipped.fraction) == (StepStatus.SKIPPED, 0.0)
        player.command(Command.BACK)
        started = told(player, events.StepStarted)[-1]
        assert (started.planned.index, started.attempt) == (0, 1)

    @pytest.mark.parametrize("start_step", [-1, 2])
    def test_at_a_step_that_is_not_there_is_refused(
        self, play: Any, holds: Any, start_step: int
    ) -> None:
        with pytest.raises(ValueError, match=f"no step {start_step} among 2"):
            play(*holds, start_step=start_step)

    def test_a_timeline_without_steps_is_no_session(self, play: Any) -> None:
        with pytest.raises(ValueError, match="no step 0 among 0"):
            play()
