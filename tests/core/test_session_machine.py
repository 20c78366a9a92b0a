"""Sessions that are commanded at random, interrupted, killed and gone on with."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from routine_player.core import events
from routine_player.core.choices import ExerciseSides, Position, Sides
from routine_player.core.compilation import compile_timeline
from routine_player.core.events import Event, Outcome
from routine_player.core.routine import (
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.session import Command, IllegalCommandError, Session, State
from routine_player.core.step_ledger import StepStatus

PLANK = Exercise("plank", "Plank", Position.PRONE)
STRETCH = Exercise("stretch", "Stretch", Position.HALF_KNEELING, ExerciseSides.PAIR)
RUN = Exercise("run", "Run", Position.RUNNING)
BRIDGE = Exercise("bridge", "Bridge", Position.SUPINE)
STEPS = (
    Step(STRETCH, (Hold(20.0),) * 2, Sides.BOTH, rest_s=8.0),
    Step(BRIDGE, (PacedReps(3, Tempo(1.5, 0.0, 2.25)),)),
    Step(STRETCH, (HeldReps(2, 5.0, 1.0),) * 2, Sides.ALTERNATE),
    Step(PLANK, (CountedReps(6),)),
    Step(RUN, (Hold(31.0),)),
    Step(BRIDGE, (Hold(3.3),), prepare_s=0.0),
)
ITEMS = st.recursive(
    st.sampled_from(STEPS) | st.builds(Rest, st.sampled_from([2.0, 7.5, 12.0])),
    lambda inner: st.builds(
        Repeat, st.integers(1, 2), st.lists(inner, min_size=1, max_size=2).map(tuple)
    ),
    max_leaves=4,
)
ROUTINES = st.lists(ITEMS, min_size=2, max_size=4).map(lambda items: (STEPS[0], *items))
# Stopping is tried in the end: after it there is nothing more to try.
COMMANDS = [command for command in Command if command not in {Command.EASIER, Command.STOP}]
OVER_OR_NOT_BEGUN = {State.READY, State.FINISHED, State.STOPPED}
PASSING = st.one_of(
    st.sampled_from([0.0, 1.0, 1.999, 2.0, 3.0, 10.0]),
    st.floats(0.0, 60.0),
    st.floats(0.0, 400.0),
)


class SessionMachine(RuleBasedStateMachine):
    """Holds for any session: what the notes on reliability ask of the engine."""

    @initialize(items=ROUTINES, start=st.sampled_from([0.0, 1234.5678901, 1e6 + 1 / 3]))
    def begin(self, items: Any, start: float) -> None:
        self.start = self.now = start
        self.timeline = compile_timeline(Routine("any", "Any", items))
        self.session = Session(self.timeline)
        self.heard: list[Event] = []
        self.heard_before_the_kill: list[Event] = []
        self.hear(self.session.handle(Command.START, start))

    def teardown(self) -> None:
        if self.session.allows(Command.STOP):
            self.hear(self.session.handle(Command.STOP, self.now))
            self.active_time_is_the_sum_of_what_ran()
            self.steps_and_phases_begin_before_they_end()

    def hear(self, told: list[Event]) -> None:
        self.heard += told

    def heard_since_the_kill(self) -> list[Event]:
        return self.heard[len(self.heard_before_the_kill) :]

    @rule(seconds=PASSING)
    def time_passes_in_one_go(self, seconds: float) -> None:
        self.now += seconds
        foreseen = self.session.foresee(self.now)
        told = self.session.advance(self.now)
        assert told == foreseen
        self.hear(told)

    @rule(seconds=PASSING)
    def time_passes_with_wake_ups(self, seconds: float) -> None:
        until = self.now + seconds
        while (due := self.session.deadline) is not None and due <= until:
            told = self.session.advance(due)
            assert told
            assert {one.at for one in told} == {due}
            self.hear(told)
        self.now = until
        self.hear(self.session.advance(until))

    @rule(data=st.data(), late_s=st.sampled_from([0.0, 0.0, 0.5, 7.0]))
    def something_is_commanded(self, data: Any, late_s: float) -> None:
        allowed = [one for one in COMMANDS if self.session.allows(one)]
        if allowed:
            self.now += late_s
            self.hear(self.session.handle(data.draw(st.sampled_from(allowed)), self.now))

    @rule(data=st.data())
    def something_is_refused(self, data: Any) -> None:
        session, now = self.session, self.now
        refused = [one for one in Command if not session.allows(one)]
        command = data.draw(st.sampled_from(refused))
        before = (session.state, session.phase, session.left_s(now), session.foresee(now + 60.0))
        with pytest.raises(IllegalCommandError):
            session.handle(command, now + 7.0)
        after = (session.state, session.phase, session.left_s(now), session.foresee(now + 60.0))
        assert after == before

    @rule(step=st.sampled_from(STEPS))
    @precondition(lambda self: self.session.allows(Command.EASIER))
    def an_easier_step_is_taken(self, step: Step) -> None:
        self.hear(self.session.take_easier(step, self.now))

    @rule(gap_s=st.floats(2.0, 1e5), seen_ago_s=st.sampled_from([0.0, 0.25]))
    def the_computer_sleeps(self, gap_s: float, seen_ago_s: float) -> None:
        before = self.session.state
        self.hear(self.session.interrupt(self.now - seen_ago_s, gap_s))
        if self.session.state is State.INTERRUPTED:
            assert self.session.deadline is None
        assert before is not State.RUNNING or self.session.state is not State.RUNNING
        self.now += gap_s

    @rule()
    @precondition(lambda self: self.session.state not in OVER_OR_NOT_BEGUN)
    def the_process_is_killed_and_gone_on_with(self) -> None:
        """The step that ran begins again; those before it are as they ended."""
        running = self.session.planned.index
        started = [one for one in self.heard if isinstance(one, events.StepStarted)]
        attempt = max(one.attempt for one in started if one.planned.index == running)
        earlier = {
            one.planned.index: one.outcome
            for one in self.heard
            if isinstance(one, events.StepEnded) and one.planned.index < running
        }
        self.heard_before_the_kill = list(self.heard)
        self.start = self.now
        self.session = Session(
            self.session.timeline, start_step=running, attempt=attempt + 1, earlier=earlier
        )
        self.hear(self.session.handle(Command.START, self.now))

    @invariant()
    def active_time_is_never_above_the_time_that_passed(self) -> None:
        assert self.session.active_s(self.now) <= self.now - self.start + 1e-6

    @invariant()
    def active_time_is_the_sum_of_what_ran(self) -> None:
        since = self.heard_since_the_kill()
        ended_s = sum(one.active_s for one in since if isinstance(one, events.PhaseEnded))
        running = self.session.active_s(self.now) - ended_s
        assert running >= -1e-6
        if self.session.state in {State.FINISHED, State.STOPPED}:
            assert abs(running) < 1e-6

    @invariant()
    def a_step_is_done_where_all_its_work_is(self) -> None:
        for one in self.heard:
            if isinstance(one, events.StepEnded):
                assert one.works_done <= one.works_planned
                assert (one.outcome is Outcome.DONE) == (one.works_done == one.works_planned)

    @invariant()
    def no_attempt_ends_twice(self) -> None:
        ended = [
            (one.planned.index, one.attempt)
            for one in self.heard_since_the_kill()
            if isinstance(one, events.StepEnded)
        ]
        assert len(set(ended)) == len(ended)

    @invariant()
    def events_come_in_order_and_not_before_their_time(self) -> None:
        ats = [one.at for one in self.heard]
        assert ats == sorted(ats)
        assert not ats or ats[-1] <= self.now + 1e-6

    @invariant()
    def steps_and_phases_begin_before_they_end(self) -> None:
        step: int | None = None
        phase: int | None = None
        for one in self.heard_since_the_kill():
            match one:
                case events.StepStarted():
                    assert phase is None
                    step = one.planned.index
                case events.StepEnded():
                    assert (step, phase) == (one.planned.index, None)
                    step = None
                case events.PhaseStarted():
                    assert phase is None
                    phase = one.phase.index
                case events.PhaseEnded():
                    assert phase == one.phase.index
                    phase = None
                case events.SessionFinished() | events.SessionStopped():
                    assert (step, phase) == (None, None)
                case _:
                    pass

    @invariant()
    def what_one_can_ask_makes_sense(self) -> None:
        session, now = self.session, self.now
        assert session.phase.index == session.timeline.phases[session.phase.index].index
        assert [one.index for one in session.timeline.phases] == list(
            range(len(session.timeline.phases))
        )
        left_s = session.left_s(now)
        assert left_s is None or left_s >= 0.0
        assert session.session_left_s(now) >= 0.0
        assert (session.deadline is None) or session.deadline > now - 1e-6
        assert (session.resume_left_s(now) is None) == (session.state is not State.RESUMING)
        bar = session.step_progress(now)
        assert all(0.0 <= one.fraction <= 1.0 for one in bar)
        running = sum(one.status is StepStatus.RUNNING for one in bar)
        assert running <= (session.state not in OVER_OR_NOT_BEGUN)
        rep = session.rep(now)
        assert rep is None or 1 <= rep.number <= session.phase.rep_count


TestSessionMachine = SessionMachine.TestCase
TestSessionMachine.settings = settings(max_examples=100, stateful_step_count=50)
