"""Turns what happens in a session into the lines of its log."""

from collections.abc import Iterable
from dataclasses import replace

from routine_player.core.entry import Entry, EntryKind
from routine_player.core.events import (
    Event,
    PainReported,
    PhaseEnded,
    PhaseExtended,
    SessionInterrupted,
    SessionPaused,
    SessionResumed,
    SideSwitched,
    StepEnded,
    StepReplaced,
    StepStarted,
)
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan
from routine_player.core.timeline import PlannedStep


class SessionLog:
    """Writes the log of one session, or of what is left of one that is gone on with.

    `speed` is how many times faster than life it is played.
    """

    def __init__(self, plan: Plan, speed: float = 1.0) -> None:
        self._plan = plan
        self._speed = speed
        self._unwritten_s = 0.0  # active time that no line tells of yet

    def lines_for(self, told: Iterable[Event], now_s: float, now: Instant) -> tuple[Entry, ...]:
        """Give the lines that events are worth, often none.

        The events come in the order in which they were told; `now` is the moment at which the
        session's clock says `now_s`, at which they were noticed.
        """
        lines: list[Entry] = []
        for event in told:
            line = self._line(event, self.moment(event.at, now_s, now))
            if line is not None:
                lines.append(line)
        return tuple(lines)

    def moment(self, at_s: float, now_s: float, now: Instant) -> Instant:
        """When it was `at_s` on the session's clock, which says `now_s` at `now`."""
        return now.after((at_s - now_s) / self._speed)

    def _line(self, event: Event, at: Instant) -> Entry | None:
        match event:
            case PhaseEnded(active_s=active_s):
                self._unwritten_s += active_s
                return None
            case StepStarted(planned=planned):
                given_up_s, self._unwritten_s = self._unwritten_s, 0.0
                return Entry(
                    EntryKind.STEP_STARTED,
                    at,
                    event.at,
                    planned.index,
                    attempt=event.attempt,
                    length_s=given_up_s,
                )
            case StepEnded():
                self._unwritten_s -= event.active_s
                return self._named(_end_of_step(event, at), event.planned)
            case StepReplaced(planned=planned):
                line = Entry(EntryKind.STEP_REPLACED, at, event.at, planned.index)
                return self._named(line, planned)
            case _:
                return _plain_line(event, at)

    def _named(self, line: Entry, planned: PlannedStep) -> Entry:
        """Say which exercise was played, where it is not the one of the plan."""
        step, meant = planned.step, self._plan.steps[planned.index]
        if (step.exercise.slug, step.name) == (meant.slug, meant.name):
            return line
        return replace(line, slug=step.exercise.slug, name=step.name)


def _end_of_step(event: StepEnded, at: Instant) -> Entry:
    return Entry(
        EntryKind.STEP_ENDED,
        at,
        event.at,
        event.planned.index,
        attempt=event.attempt,
        outcome=event.outcome,
        works_done=event.works_done,
        works_planned=event.works_planned,
        length_s=event.active_s,
    )


def _plain_line(event: Event, at: Instant) -> Entry | None:
    match event:
        case PhaseExtended(phase=phase, by_s=by_s):
            return Entry(EntryKind.EXTENDED, at, event.at, phase.step_index, length_s=by_s)
        case SideSwitched(phase=phase):
            return Entry(EntryKind.SIDE_SWITCHED, at, event.at, phase.step_index)
        case PainReported(planned=planned):
            return Entry(EntryKind.HURT, at, event.at, planned.index)
        case SessionInterrupted(gap_s=gap_s):
            return Entry(EntryKind.INTERRUPTED, at, event.at, length_s=gap_s)
        case SessionPaused() | SessionResumed():
            return Entry(_PLAIN[type(event)], at, event.at)
        case _:
            return None


_PLAIN = {SessionPaused: EntryKind.PAUSED, SessionResumed: EntryKind.RESUMED}
