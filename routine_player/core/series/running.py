"""Runs: each against the longest of the 30 days before it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from routine_player.core.load_note import LOOK_BACK_DAYS, LoadNote, load_note
from routine_player.core.run import Run

_DAY_MS: Final = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class RunAgainst:
    """A run, the longest run of the 30 days before it, and what is to be said of the two."""

    run: Run
    longest_m: float | None
    note: LoadNote | None


def against_longest(runs: Sequence[Run]) -> tuple[RunAgainst, ...]:
    """Hold each run whose distance is known against those before it; runs come by time."""
    longest: deque[Run] = deque()  # each one longer than all that came after it
    beside: list[Run] = []  # began at the same moment, so that neither is before the other
    found: list[RunAgainst] = []
    for run in runs:
        if not run.distance_m:
            continue
        if beside and beside[0].started.utc_ms < run.started.utc_ms:
            for one in beside:
                _keep(longest, one)
            beside.clear()
        beside.append(run)
        while longest and longest[0].started.utc_ms < run.started.utc_ms - LOOK_BACK_DAYS * _DAY_MS:
            longest.popleft()
        before = longest[0] if longest else None
        note = None if before is None else load_note(run, (before,))
        found.append(RunAgainst(run, None if before is None else before.distance_m, note))
    return tuple(found)


def _keep(longest: deque[Run], run: Run) -> None:
    while longest and (longest[-1].distance_m or 0.0) <= (run.distance_m or 0.0):
        longest.pop()
    longest.append(run)
