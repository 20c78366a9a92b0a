"""Where things stand in a timeline, found once instead of at every question."""

from itertools import accumulate

from routine_player.core.microseconds import from_s
from routine_player.core.timeline import Phase, PhaseKind, Timeline


class TableOfContents:
    """Looks up steps and sums of a timeline that does not change."""

    def __init__(self, timeline: Timeline) -> None:
        self._phases = timeline.phases
        count = len(timeline.steps)
        self._first = [len(self._phases)] * (count + 1)
        self._last_work = [0] * count
        self._works = [0] * count
        for phase in reversed(self._phases):
            self._first[phase.step_index] = phase.index
        for phase in self._phases:
            if phase.kind is PhaseKind.WORK:
                self._last_work[phase.step_index] = phase.index
                self._works[phase.step_index] += 1
        estimates_us = (from_s(phase.estimate_s) for phase in self._phases)
        self._begins_us = list(accumulate(estimates_us, initial=0))

    def first_phase(self, step_index: int) -> int:
        """The index of the step's first phase; that of the end for the step after the last."""
        return self._first[step_index]

    def completes_step(self, phase: Phase) -> bool:
        """Whether the step is done once `phase` is: only a rest at the end of all may follow."""
        return self._last_work[phase.step_index] == phase.index

    def works_in(self, step_index: int) -> int:
        """How many sets and sides the step has."""
        return self._works[step_index]

    def estimate_us(self, from_phase: int, to_phase: int) -> int:
        """How long the phases from one index to before another are thought to take."""
        return self._begins_us[to_phase] - self._begins_us[from_phase]

    def step_us(self, step_index: int) -> int:
        """How long a step is thought to take."""
        return self.estimate_us(self._first[step_index], self._first[step_index + 1])

    def left_us(self, after_phase: int) -> int:
        """How long all that follows a phase is thought to take."""
        return self._begins_us[-1] - self._begins_us[after_phase + 1]
