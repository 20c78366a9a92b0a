"""Runs, ratings and sessions on given days, for the series that charts are made of."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run
from routine_player.core.series.played import PlayedSession

FIRST = date(2026, 1, 5)  # a Monday


def at(day: int, hour: float = 9.0) -> Instant:
    """Give an hour of a day, counted from a Monday in January."""
    moment = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
    moment += timedelta(days=day, hours=hour)
    return Instant.of(round(moment.timestamp() * 1000), 0)


@pytest.fixture
def first() -> date:
    return FIRST


@pytest.fixture
def moment() -> Callable[..., Instant]:
    return at


@pytest.fixture
def run() -> Callable[..., Run]:
    def make(day: int, km: float | None = 5.0, **more: object) -> Run:
        return Run(at(day), 1800.0, None if km is None else km * 1000, **more)

    return make


@pytest.fixture
def rating() -> Callable[..., Rating]:
    def make(
        day: int, score: int, moment: RatingMoment = RatingMoment.AFTER_RUN, **more: object
    ) -> Rating:
        return Rating(moment, score, more.pop("at", at(day, 11.0)), **more)

    return make


@pytest.fixture
def session() -> Callable[..., PlayedSession]:
    def make(day: int, routine: str = "hips", **more: object) -> PlayedSession:
        values = {"active_s": 600.0, "steps_done": 8, "steps_planned": 9, **more}
        return PlayedSession(routine, routine.title(), at(day, 8.0), **values)

    return make
