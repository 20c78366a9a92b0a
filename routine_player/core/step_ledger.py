"""What has become of each step: attempts, what was done of it, how it ended."""

import copy
from collections.abc import Mapping

from routine_player.core.events import Outcome, StepEnded, StepStarted
from routine_player.core.microseconds import to_s
from routine_player.core.step_progress import StepProgress, StepStatus
from routine_player.core.timeline import Phase, PhaseKind, PlannedStep

_STATUS = {
    Outcome.DONE: StepStatus.DONE,
    Outcome.SKIPPED: StepStatus.SKIPPED,
    Outcome.STOPPED: StepStatus.SKIPPED,
    Outcome.HURT: StepStatus.HURT,
}
_LEAST_SEGMENT_S = 1.0


def past_progress(outcome: Outcome | None, planned_s: float) -> StepProgress:
    """Give the segment of a step in a session that is over; None for one that was never reached.

    However short the step was planned, its segment can be seen.
    """
    status = StepStatus.COMING if outcome is None else _STATUS[outcome]
    return StepProgress(status, float(outcome is Outcome.DONE), max(planned_s, _LEAST_SEGMENT_S))


class StepLedger:
    """Counts for the step that runs, and keeps how the others ended.

    `attempt` is that with which `first_step` begins; `earlier` is how steps ended before a session
    that goes on where another was cut off.
    """

    def __init__(self, first_step: int, attempt: int, earlier: Mapping[int, Outcome]) -> None:
        self.is_open = False
        self._attempts = {first_step: attempt - 1}
        self._ended = {
            step: (_STATUS[outcome], float(outcome is Outcome.DONE))
            for step, outcome in earlier.items()
        }
        self._works_done = 0
        self._active_us = 0

    def twin(self) -> "StepLedger":
        """Give a ledger that goes its own way from here."""
        twin = copy.copy(self)
        twin._attempts = dict(self._attempts)  # noqa: SLF001 - its own class
        twin._ended = dict(self._ended)  # noqa: SLF001 - its own class
        return twin

    def begin(self, planned: PlannedStep, at_us: int) -> StepStarted:
        """Open a step, for the first time or again; it and all after it are still to be played."""
        attempt = self._attempts.get(planned.index, 0) + 1
        self._attempts[planned.index] = attempt
        self._ended = {step: end for step, end in self._ended.items() if step < planned.index}
        self.is_open = True
        self._works_done = 0
        self._active_us = 0
        return StepStarted(to_s(at_us), planned, attempt)

    def count(self, phase: Phase, outcome: Outcome, active_us: int) -> None:
        """Add a phase that ended to the open step."""
        self._active_us += active_us
        if phase.kind is PhaseKind.WORK and outcome is Outcome.DONE:
            self._works_done += 1

    def end(
        self, planned: PlannedStep, works_planned: int, outcome: Outcome, at_us: int
    ) -> StepEnded:
        """Close the open step."""
        self.is_open = False
        self._ended[planned.index] = (_STATUS[outcome], self._works_done / works_planned)
        return StepEnded(
            at=to_s(at_us),
            planned=planned,
            attempt=self._attempts[planned.index],
            outcome=outcome,
            works_done=self._works_done,
            works_planned=works_planned,
            active_s=to_s(self._active_us),
        )

    def ended(self, step_index: int) -> tuple[StepStatus, float]:
        """Give how a step that is not open ended, and what was done of it."""
        return self._ended.get(step_index, (StepStatus.COMING, 0.0))
