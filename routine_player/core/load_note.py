"""A run far longer than any of the last 30 days, and distance by the week.

The figures are hazard ratios of an overuse injury from Frandsen 2025 (British Journal of Sports
Medicine, 5,205 runners), against runs of at most 10 % over the longest of the 30 days before. No
relation was found for the ratio of one week to the next, and back pain was not what was studied.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from routine_player.core.language import tr
from routine_player.core.run import Activity, Run

LOOK_BACK_DAYS: Final = 30
MARKED_OVER: Final = 1.1
"""A run is marked when it is more than this times the longest one before it."""

_HAZARDS: Final = ((2.0, 2.28), (1.3, 1.52), (MARKED_OVER, 1.64))  # above this share, highest first
_DAY_MS: Final = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class LoadNote:
    """How much longer a run was than the longest before it, `longest_m`; `share` is 1 for equal."""

    longest_m: float
    share: float
    hazard_ratio: float

    @property
    def words(self) -> str:
        """What the study found, and what it does not say."""
        return tr(
            "{percent} % longer than your longest run of the last 30 days. In a study of 5,205 "
            "runners such a run went with {ratio:g} times the risk of an overuse injury "
            "(Frandsen 2025). It did not look at back pain.",
            percent=round((self.share - 1) * 100),
            ratio=self.hazard_ratio,
        )


def load_note(run: Run, runs: Iterable[Run]) -> LoadNote | None:
    """Give the note for a run, among `runs`; None where it was not much longer than others.

    Without another run in the 30 days before there is nothing to hold it against, and no note.
    """
    from_ms = run.started.utc_ms - LOOK_BACK_DAYS * _DAY_MS
    longest_m = max(
        (
            other.distance_m
            for other in runs
            if other.distance_m
            and other.activity is Activity.RUN
            and from_ms <= other.started.utc_ms < run.started.utc_ms
        ),
        default=None,
    )
    if longest_m is None or not run.distance_m or run.activity is not Activity.RUN:
        return None
    share = run.distance_m / longest_m
    for above, hazard_ratio in _HAZARDS:
        if share > above:
            return LoadNote(longest_m, share, hazard_ratio)
    return None


@dataclass(frozen=True, slots=True)
class Week:
    """The distance run in the week that begins on `first`, and how many runs it came from."""

    first: date
    distance_m: float
    runs: int
    change_m: float | None
    """Against the week before; None for the first week."""


def weeks_of(runs: Iterable[Run]) -> Sequence[Week]:
    """Add up runs by weeks, with weeks of none between them; weeks begin on Monday."""
    metres: dict[date, float] = {}
    counts: dict[date, int] = {}
    for run in runs:
        if run.activity is Activity.RUN:
            day = run.started.local_date
            first = day - timedelta(days=day.weekday())
            metres[first] = metres.get(first, 0.0) + (run.distance_m or 0.0)
            counts[first] = counts.get(first, 0) + 1
    return _without_gaps(metres, counts)


def _without_gaps(metres: dict[date, float], counts: dict[date, int]) -> Sequence[Week]:
    weeks: list[Week] = []
    if metres:
        first, last = min(metres), max(metres)
        while first <= last:
            here_m = metres.get(first, 0.0)
            change_m = here_m - weeks[-1].distance_m if weeks else None
            weeks.append(Week(first, here_m, counts.get(first, 0), change_m))
            first += timedelta(days=7)
    return weeks
