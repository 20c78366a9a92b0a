"""What a history holds, as far as charts are made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from routine_player.core.day import DayFactors
from routine_player.core.pain import Rating
from routine_player.core.run import Activity, Run, RunId
from routine_player.core.series.on_the_calendar import place_of_day
from routine_player.core.series.played import PlayedSession, PlayedStep
from routine_player.core.shoes import Shoes


@dataclass(frozen=True)
class Records:
    """Everything up to `today`, each kind in any order.

    `steps` holds the steps of sessions by the session's id. `is_whole` is False as long as older
    days are still being read. `is_example` is for made-up ones, which a chart has to say of itself.
    """

    today: date
    runs: Sequence[Run] = ()
    ratings: Sequence[Rating] = ()
    sessions: Sequence[PlayedSession] = ()
    shoes: Sequence[Shoes] = ()
    days: Sequence[DayFactors] = ()
    steps: Mapping[UUID, Sequence[PlayedStep]] = field(
        default_factory=dict[UUID, Sequence[PlayedStep]]
    )
    is_whole: bool = True
    is_example: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that a chart could show."""
        return not (self.runs or self.ratings or self.sessions)

    @cached_property
    def run_by_id(self) -> Mapping[RunId, Run]:
        return {run.id: run for run in self.runs}

    @cached_property
    def real_runs(self) -> Sequence[Run]:
        """Runs alone, no walks, rides or swims, in the order of time."""
        runs = [run for run in self.runs if run.activity is Activity.RUN]
        return sorted(runs, key=lambda run: run.started.utc_ms)

    @cached_property
    def sessions_of(self) -> Mapping[RunId, Sequence[PlayedSession]]:
        """The sessions that belong to each run."""
        found: dict[RunId, list[PlayedSession]] = {}
        for session in self.sessions:
            if session.run is not None:
                found.setdefault(session.run, []).append(session)
        return found

    @cached_property
    def day_by_date(self) -> Mapping[date, DayFactors]:
        return {day.day: day for day in self.days}

    @cached_property
    def first(self) -> float:
        """The place of the first day on which anything was written down."""
        days = [run.started.local_date for run in self.runs]
        days += [rating.at.local_date for rating in self.ratings]
        days += [session.day for session in self.sessions]
        return place_of_day(min(days, default=self.today))

    @property
    def last(self) -> float:
        """The place at which today ends."""
        return place_of_day(self.today) + 1.0
