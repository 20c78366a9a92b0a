"""Records that nobody has, the same each time, for an empty history: what charts will look like."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from routine_player.core.choices import When
from routine_player.core.day import DayFactors
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Course, Rating, RatingMoment
from routine_player.core.run import Run, RunKind, Surface
from routine_player.core.series.played import PlayedSession, PlayedStep
from routine_player.core.series.records import Records
from routine_player.core.shoes import Shoes

_SEED: Final = 20
_DAYS: Final = 190
_PAUSE: Final = range(96, 125)  # days ago
_NEW_SHOES: Final = 150
_NEW_ROUTINE: Final = 88
_SITES: Final = ("lower-back-left", "lower-back-middle", "lower-back-right", "buttock-left")
_EXERCISES: Final = ("Glute bridge", "Bird-dog", "Side plank", "Hip-flexor stretch", "Dead bug")


def example_records(today: date) -> Records:
    """Make half a year up to `today`: some runs a week, a pause, new shoes, another routine."""
    return _Example(today).records()


class _Example:
    def __init__(self, today: date) -> None:
        self._today = today
        self._chance = random.Random(_SEED)  # noqa: S311 - made-up data, the same each time
        self._number = 0
        self._old, self._new = (
            Shoes(tr("Old pair"), id=self._id()),
            Shoes(tr("New pair"), id=self._id()),
        )
        self._runs: list[Run] = []
        self._ratings: list[Rating] = []
        self._sessions: list[PlayedSession] = []
        self._days: list[DayFactors] = []
        self._steps: dict[UUID, tuple[PlayedStep, ...]] = {}

    def records(self) -> Records:
        for days_ago in range(_DAYS, -1, -1):
            if days_ago not in _PAUSE and self._happens(0.36):
                self._fill(self._today - timedelta(days=days_ago), days_ago)
        return Records(
            self._today,
            self._runs,
            self._ratings,
            self._sessions,
            (self._old, self._new),
            self._days,
            self._steps,
            is_example=True,
        )

    def _fill(self, day: date, days_ago: int) -> None:
        run = self._run(day, days_ago)
        self._runs.append(run)
        if self._happens(0.6):
            self._play(day, 7, When.BEFORE_RUN, tr("Ten-minute warm-up"), run)
        if days_ago <= _NEW_ROUTINE and self._happens(0.7):
            self._play(day, 10, When.AFTER_RUN, tr("Hip-flexor reset"), run)
        self._ratings.extend(self._rate(run, days_ago))
        if self._happens(0.5):
            sat_h = float(self._chance.randrange(2, 11))
            self._days.append(DayFactors(day, sat_h, round(self._chance.gauss(7.2, 0.7), 1)))

    def _run(self, day: date, days_ago: int) -> Run:
        kind = self._chance.choice((RunKind.EASY, RunKind.EASY, RunKind.LONG, RunKind.TEMPO))
        usual_m = 9000.0 if kind is RunKind.LONG else 5500.0
        distance_m = max(2000.0, round(self._chance.gauss(usual_m, 1100.0), -1))
        return Run(
            _at(day, 8),
            round(distance_m / self._chance.uniform(2.5, 3.1)),
            distance_m,
            kind=kind,
            cadence_spm=float(round(self._chance.gauss(166 - days_ago / 40, 3))),
            surface=self._chance.choice((Surface.ROAD, Surface.TRAIL)),
            shoes=(self._new if days_ago < _NEW_SHOES else self._old).id,
            id=self._id(),
        )

    def _play(self, day: date, hour: int, when: When, name: str, run: Run) -> None:
        steps = tuple(
            PlayedStep(exercise, exercise, Outcome.DONE if self._happens(0.93) else Outcome.SKIPPED)
            for exercise in _EXERCISES
        )
        done = sum(step.outcome is Outcome.DONE for step in steps)
        active_s = self._chance.uniform(480, 780)
        session = PlayedSession(
            name, name, _at(day, hour), active_s, done, len(steps), when, run.id, self._id()
        )
        self._sessions.append(session)
        self._steps[session.id] = steps

    def _rate(self, run: Run, days_ago: int) -> Iterator[Rating]:
        usual = 2.2 + 2.0 * days_ago / _DAYS
        for moment, hours, more in (
            (RatingMoment.WORST_IN_RUN, 1.0, 0.9),
            (RatingMoment.AFTER_RUN, 1.1, 0.0),
            (RatingMoment.NEXT_MORNING, 23.0, -0.6),
        ):
            score = max(0, min(10, round(self._chance.gauss(usual + more, 1.1))))
            yield Rating(
                moment,
                score,
                run.started.after(hours * 3600),
                (self._chance.choice(_SITES),),
                course=self._chance.choice((Course.EASED, Course.SAME)),
                run=run.id,
                id=self._id(),
            )

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _id(self) -> UUID:
        self._number += 1
        return UUID(int=self._number)


def _at(day: date, hour: int) -> Instant:
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Instant.of(round(at.timestamp() * 1000), 0)
