"""What became of a session, folded out of its events: the same live and from a log."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from routine_player.core.events import (
    Event,
    Outcome,
    PhaseEnded,
    SessionFinished,
    SessionStarted,
    SessionStopped,
    StepEnded,
    StepStarted,
)


class SessionEnd(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"  # it broke off: nothing says that it ended


@dataclass(frozen=True, slots=True)
class StepRecord:
    """How a step ended: one of its attempts, with that attempt's exercise and time.

    It is the latest attempt that ended, unless an earlier one was done and the latest was not:
    what was done stays done, and no step is done more than once. `started_at` is in seconds of the
    session's clock.
    """

    step_index: int
    slug: str
    name: str
    outcome: Outcome
    works_done: int
    works_planned: int
    active_s: float
    attempt: int
    started_at: float


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session so far. `steps` are those that ended, in the order of the routine.

    `active_s` is all time that ran, steps that were begun again included each time. `started_at`
    is None before the start.
    """

    steps_planned: int
    steps: tuple[StepRecord, ...] = ()
    active_s: float = 0.0
    started_at: float | None = None
    ended_at: float | None = None
    end: SessionEnd = SessionEnd.INTERRUPTED

    @property
    def steps_done(self) -> int:
        return sum(step.outcome is Outcome.DONE for step in self.steps)


class Recorder:
    """Folds events into a record as they come.

    `record` may be that of a session which is gone on with.
    """

    def __init__(self, record: SessionRecord) -> None:
        self._record = record
        self._step_started_at = 0.0

    @property
    def record(self) -> SessionRecord:
        """What became of the session so far."""
        return self._record

    def add(self, told: Iterable[Event]) -> None:
        """Take in events, in the order in which they were told."""
        for event in told:
            self._record = self._after(event)

    def _after(self, event: Event) -> SessionRecord:
        record = self._record
        match event:
            case SessionStarted(at=at) if record.started_at is None:
                record = replace(record, started_at=at)
            case StepStarted(at=at):
                self._step_started_at = at
            case StepEnded():
                record = replace(record, steps=_with(record.steps, self._step_record(event)))
            case PhaseEnded(active_s=active_s):
                record = replace(record, active_s=record.active_s + active_s)
            case SessionFinished(at=at):
                record = replace(record, ended_at=at, end=SessionEnd.FINISHED)
            case SessionStopped(at=at):
                record = replace(record, ended_at=at, end=SessionEnd.STOPPED)
            case _:
                pass
        return record

    def _step_record(self, event: StepEnded) -> StepRecord:
        step = event.planned.step
        return StepRecord(
            step_index=event.planned.index,
            slug=step.exercise.slug,
            name=step.name,
            outcome=event.outcome,
            works_done=event.works_done,
            works_planned=event.works_planned,
            active_s=event.active_s,
            attempt=event.attempt,
            started_at=self._step_started_at,
        )


def record_of(told: Iterable[Event], steps_planned: int) -> SessionRecord:
    """Fold all events of a session, as one that is read from a log."""
    recorder = Recorder(SessionRecord(steps_planned))
    recorder.add(told)
    return recorder.record


def _with(steps: tuple[StepRecord, ...], new: StepRecord) -> tuple[StepRecord, ...]:
    kept = {step.step_index: step for step in steps}
    old = kept.get(new.step_index)
    if old is None or old.outcome is not Outcome.DONE or new.outcome is Outcome.DONE:
        kept[new.step_index] = new
    return tuple(kept[index] for index in sorted(kept))
