"""What each command does to a session, once it is known to be allowed: the deeds of the table."""

import copy
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from routine_player.core import events
from routine_player.core.compilation import replace_step
from routine_player.core.events import Event, Outcome
from routine_player.core.microseconds import from_s, to_s
from routine_player.core.phase_run import PhaseRun
from routine_player.core.routine import Step
from routine_player.core.sides import exchange_sides
from routine_player.core.step_ledger import StepLedger
from routine_player.core.table_of_contents import TableOfContents
from routine_player.core.timeline import PhaseKind, Timeline

RESUME_S: Final = 3.0
"""The 3-2-1 between a pause and what was left."""


class State(StrEnum):
    """What a session is doing. Phases that wait for Done are `RUNNING`, without an end."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    RESUMING = "resuming"  # 3-2-1, outside active time
    INTERRUPTED = "interrupted"  # the computer slept: redo, continue or skip?
    HURTING = "hurting"  # it hurts: easier, next, or go on?
    FINISHED = "finished"
    STOPPED = "stopped"


class Playback:
    """A session's memory and its deeds. `Session` is the door to it and decides what is allowed.

    All times are microseconds of the session's clock. Deeds add to `told`.
    """

    def __init__(
        self,
        timeline: Timeline,
        first_step: int,
        attempt: int,
        earlier: Mapping[int, Outcome],
        again_within_s: float,
    ) -> None:
        self.timeline = timeline
        self.contents = TableOfContents(timeline)
        self.state = State.READY
        self.run = PhaseRun(timeline.phases[self.contents.first_phase(first_step)])
        self.ledger = StepLedger(first_step, attempt, earlier)
        self.told: list[Event] = []
        self.resumes_at_us = 0
        self._ended_us = 0
        self._again_within_us = from_s(again_within_s)
        self._restarted_at_us: int | None = None

    def twin(self) -> "Playback":
        """Give a playback that goes its own way from here."""
        twin = copy.copy(self)
        twin.run = self.run.twin()
        twin.ledger = self.ledger.twin()
        twin.told = []
        return twin

    # What the clock does

    @property
    def due_us(self) -> int | None:
        """When something happens next if nobody commands anything.

        The clock of the phase runs in `RUNNING` alone, so that elsewhere it has nothing due.
        """
        return self.resumes_at_us if self.state is State.RESUMING else self.run.due_us

    def catch_up(self, now_us: int) -> None:
        """Tell all that was due up to `now_us`, each with its true time."""
        while (due_us := self.due_us) is not None and due_us <= now_us:
            if self.state is State.RESUMING:
                self._run_on(due_us, counted_in=True)
            elif (event := self.run.take_mark()) is not None:
                self.told.append(event)
            else:
                counted_in = self.run.counted_in
                self._leave_phase(due_us, Outcome.DONE)
                self._play(self.run.phase.index + 1, due_us, counted_in=counted_in)

    def interrupt(self, at_us: int, gap_s: float) -> None:
        """Stop where the computer fell asleep, if anything was running."""
        if self.state in {State.RUNNING, State.RESUMING}:
            self.run.hold(at_us)
            self.state = State.INTERRUPTED
            self.told.append(events.SessionInterrupted(to_s(at_us), gap_s))

    def active_us(self, now_us: int) -> int:
        """All time that ran, pauses and the 3-2-1 after them left out."""
        return self._ended_us + (0 if self.run.is_over else self.run.active_us(now_us))

    # What may be asked before a command

    @property
    def may_stretch(self) -> bool:
        """Whether the phase has an end that can be moved."""
        return not self.run.waits_for_done

    @property
    def may_extend(self) -> bool:
        """Whether the end can be moved and the phase stays within what a phase may last."""
        return self.may_stretch and self.run.has_room

    @property
    def may_be_done(self) -> bool:
        """Whether the person says when it is over: all but timed work."""
        return self.run.waits_for_done or self.run.phase.kind is not PhaseKind.WORK

    @property
    def may_switch(self) -> bool:
        """Whether a side is at work, or about to be."""
        return self.run.phase.side is not None and self.run.phase.kind is not PhaseKind.REST

    # What commands do

    def start(self, at_us: int) -> None:
        self.told.append(events.SessionStarted(to_s(at_us)))
        self.state = State.RUNNING
        self._enter_step(self.run.phase.step_index, at_us)

    def pause(self, at_us: int) -> None:
        self.run.hold(at_us)
        self.state = State.PAUSED
        self.told.append(events.SessionPaused(to_s(at_us)))

    def resume(self, at_us: int) -> None:
        """Go on with what was left: after a 3-2-1, or at once where Done is waited for."""
        if self.run.waits_for_done:
            self._run_on(at_us, counted_in=False)
            return
        self.state = State.RESUMING
        self.resumes_at_us = at_us + from_s(RESUME_S)
        self.told.append(
            events.ResumeStarted(to_s(at_us), to_s(self.resumes_at_us), self.run.phase)
        )

    def redo(self, at_us: int) -> None:
        """Go on with the phase from its start."""
        self.run.begin_again(at_us)
        self.resume(at_us)

    def skip(self, at_us: int) -> None:
        """Leave a rest, or else the step, and stay paused if it was so."""
        phase = self.run.phase
        self._leave_phase(at_us, Outcome.SKIPPED)
        self._run_unless_paused()
        if phase.kind is PhaseKind.REST:
            self._play(phase.index + 1, at_us)
        else:
            self._end_step(at_us, Outcome.SKIPPED)
            self._play(self.contents.first_phase(phase.step_index + 1), at_us)

    def restart(self, at_us: int) -> None:
        """Begin the step again; asked again right after, begin the step before it."""
        last_us = self._restarted_at_us
        self._restarted_at_us = at_us
        if last_us is not None and at_us - last_us <= self._again_within_us:
            self.go_back(at_us)
        else:
            self._replay(self.run.phase.step_index, at_us)

    def go_back(self, at_us: int) -> None:
        """Begin the step before this one, or the first again."""
        self._replay(max(0, self.run.phase.step_index - 1), at_us)

    def extend(self, at_us: int) -> None:
        self._stretch(self.run.stretch_us, at_us)

    def shorten(self, at_us: int) -> None:
        """Take time off; with no more than that left, the phase is done."""
        left_us = self.run.left_us(at_us)
        if left_us is None or left_us > self.run.stretch_us:
            self._stretch(-self.run.stretch_us, at_us)
        else:
            self.told.append(events.PhaseExtended(to_s(at_us), self.run.phase, -to_s(left_us)))
            self.finish_phase(at_us)

    def finish_phase(self, at_us: int) -> None:
        """End the phase as done, before its time if it has one."""
        self._leave_phase(at_us, Outcome.DONE)
        self._play(self.run.phase.index + 1, at_us)

    def switch_side(self, at_us: int) -> None:
        """Let the other side work: now what is left of the set changes sides."""
        self._adopt(exchange_sides(self.timeline, self.run.phase.index))
        self.run.turn(self.timeline.phases[self.run.phase.index], at_us)
        self.told.append(events.SideSwitched(to_s(at_us), self.run.phase))

    def stop_for_pain(self, at_us: int) -> None:
        self.run.hold(at_us)
        self.state = State.HURTING
        planned = self.timeline.steps[self.run.phase.step_index]
        self.told.append(events.PainReported(to_s(at_us), planned))

    def leave_hurting_step(self, at_us: int) -> None:
        """End the step that hurt and go on to the next."""
        self._leave_phase(at_us, Outcome.HURT)
        self._end_step(at_us, Outcome.HURT)
        self.state = State.RUNNING
        self._play(self.contents.first_phase(self.run.phase.step_index + 1), at_us)

    def take_easier(self, step: Step, at_us: int) -> None:
        """End the step that hurt and begin `step` in its place, with the side that was at work."""
        phase = self.run.phase
        self._leave_phase(at_us, Outcome.HURT)
        self._end_step(at_us, Outcome.HURT)
        self._adopt(replace_step(self.timeline, phase.step_index, step, phase.side))
        planned = self.timeline.steps[phase.step_index]
        self.told.append(events.StepReplaced(to_s(at_us), planned))
        self.state = State.RUNNING
        self._enter_step(phase.step_index, at_us)

    def stop(self, at_us: int) -> None:
        """End the session here. Before it began there is nothing to tell."""
        was = self.state
        self.state = State.STOPPED
        if was is not State.READY:
            outcome = Outcome.HURT if was is State.HURTING else Outcome.STOPPED
            self._leave_phase(at_us, outcome)
            self._end_step(at_us, outcome)
            self.told.append(events.SessionStopped(to_s(at_us), to_s(self._ended_us)))

    # How phases and steps follow one another

    def _play(self, index: int, at_us: int, *, counted_in: bool = False) -> None:
        """Go on to a phase that follows; after the last one the session is finished."""
        if index == len(self.timeline.phases):
            self.state = State.FINISHED
            self.told.append(events.SessionFinished(to_s(at_us), to_s(self._ended_us)))
        elif self.timeline.phases[index].step_index != self.run.phase.step_index:
            step_index = self.timeline.phases[index].step_index
            self._enter_step(step_index, at_us, counted_in=counted_in)
        else:
            self._enter_phase(index, at_us, counted_in=counted_in)

    def _enter_step(self, step_index: int, at_us: int, *, counted_in: bool = False) -> None:
        self.told.append(self.ledger.begin(self.timeline.steps[step_index], at_us))
        self._enter_phase(self.contents.first_phase(step_index), at_us, counted_in=counted_in)

    def _enter_phase(self, index: int, at_us: int, *, counted_in: bool) -> None:
        self.run = PhaseRun(self.timeline.phases[index])
        is_running = self.state is State.RUNNING
        if is_running:
            self.run.go(at_us)
        self.told.append(
            events.PhaseStarted(
                to_s(at_us), self.run.phase, counted_in=counted_in, paused=not is_running
            )
        )

    def _leave_phase(self, at_us: int, outcome: Outcome) -> None:
        run = self.run
        run.hold(at_us)
        run.is_over = True
        active_us = run.active_us(at_us)
        self._ended_us += active_us
        self.ledger.count(run.phase, outcome, active_us)
        self.told.append(events.PhaseEnded(to_s(at_us), run.phase, outcome, to_s(active_us)))
        if outcome is Outcome.DONE and self.contents.completes_step(run.phase):
            self._end_step(at_us, Outcome.DONE)

    def _end_step(self, at_us: int, outcome: Outcome) -> None:
        """Close the step, unless it is done and only the rest at the end of all was left."""
        if self.ledger.is_open:
            planned = self.timeline.steps[self.run.phase.step_index]
            works = self.contents.works_in(planned.index)
            self.told.append(self.ledger.end(planned, works, outcome, at_us))

    def _replay(self, step_index: int, at_us: int) -> None:
        self._leave_phase(at_us, Outcome.SKIPPED)
        self._run_unless_paused()
        self._enter_step(step_index, at_us)

    def _run_unless_paused(self) -> None:
        if self.state is not State.PAUSED:
            self.state = State.RUNNING

    def _run_on(self, at_us: int, *, counted_in: bool) -> None:
        self.state = State.RUNNING
        self.run.go(at_us)
        self.told.append(events.SessionResumed(to_s(at_us), counted_in=counted_in))

    def _stretch(self, by_us: int, at_us: int) -> None:
        self.run.stretch(by_us, at_us)
        self.told.append(events.PhaseExtended(to_s(at_us), self.run.phase, to_s(by_us)))

    def _adopt(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.contents = TableOfContents(timeline)
