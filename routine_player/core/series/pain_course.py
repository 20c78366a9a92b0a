"""Pain over time: every rating a dot, and the median of the last seven where it means something."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from routine_player.core.pain import OF_A_RUN, Rating, RatingMoment
from routine_player.core.run import Run, RunId
from routine_player.core.series.on_the_calendar import place_of, place_of_day
from routine_player.core.series.trailing import BREAK_DAYS, Measured, Piece, trailing_medians

BAND: Final = 1.0
"""The band goes as far above the median and below it: a change that matters is 2 points."""


class Told(StrEnum):
    """What a series of ratings speaks of."""

    WORST_IN_RUN = "worst-in-run"
    AFTER_RUN = "after-run"
    NEXT_MORNING = "next-morning"
    OTHERWISE = "otherwise"  # around sessions, and days without a run


@dataclass(frozen=True, slots=True)
class PainPoint:
    """A rating at its place in time, with the run it speaks of, if that is known."""

    place: float
    day: date
    rating: Rating
    run: Run | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A time without a rating, between two points. `ran` says that there were runs in it."""

    first: float
    last: float
    days: int
    ran: bool


def pain_points(
    ratings: Iterable[Rating], runs: Mapping[RunId, Run], told: Told
) -> tuple[PainPoint, ...]:
    """Give the ratings of one kind in the order of time.

    What was said of a run stands at its start, so that pain and distance stand above each other;
    what was said the next morning stands where it was said.
    """
    points = [_point(rating, runs) for rating in ratings if _speaks_of(rating, told)]
    return tuple(sorted(points, key=lambda point: point.place))


def median_pieces(points: Sequence[PainPoint]) -> tuple[Piece, ...]:
    """Give the median of the last seven, in pieces between breaks; none under 20 points."""
    return trailing_medians(
        [Measured(point.place, point.day, float(point.rating.score)) for point in points]
    )


def breaks(points: Sequence[PainPoint], runs: Iterable[Run], today: date) -> tuple[Break, ...]:
    """Give the times of more than 21 days between two ratings, and from the last one to today."""
    run_days = {run.started.local_date for run in runs}
    rated = {point.day for point in points}
    ends = [(point.day, point.place) for point in points]
    if points and today > points[-1].day:
        ends.append((today, place_of_day(today) + 1.0))
    found: list[Break] = []
    for (before, first), (after, last) in pairwise(ends):
        days = (after - before).days
        if days > BREAK_DAYS:
            ran = any(before < day <= after for day in run_days - rated)
            found.append(Break(first, last, days, ran))
    return tuple(found)


def _speaks_of(rating: Rating, told: Told) -> bool:
    if told is Told.OTHERWISE:
        return rating.moment not in OF_A_RUN
    return rating.moment.value == told.value


def _point(rating: Rating, runs: Mapping[RunId, Run]) -> PainPoint:
    run = None if rating.run is None else runs.get(rating.run)
    is_own = run is None or rating.moment is RatingMoment.NEXT_MORNING
    at = rating.at if is_own or run is None else run.started
    return PainPoint(place_of(at), at.local_date, rating, run)
