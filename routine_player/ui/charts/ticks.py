"""Where an axis says what: months, weeks or years on one of time, round numbers on others."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import Final

from routine_player.core.date_words import month_short, weekday_short
from routine_player.core.series.on_the_calendar import day_at, place_of_day, week_of
from routine_player.ui.charts.content import Tick

_LEAST_PX: Final = 52
_DAYS_OF = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.25}
_SHORT: Final = {"day": 1, "week": 7}
_DAY_MONTHS: Final = 12
_MOST_STEPS: Final = 4


def time_ticks(first: float, last: float, width_px: float) -> tuple[Tick, ...]:
    """Name days, weeks, months, quarters or years, whichever the width has room for.

    A name stands in the middle of what it names, as far as that is in view; a week goes by its
    Monday.
    """
    px_a_day = width_px / max(last - first, 1e-9)
    return tuple(_ticks(_step_of(px_a_day), first, last, px_a_day))


def time_edges(first: float, last: float, width_px: float) -> tuple[float, ...]:
    """Give where one ends and the next begins of what `time_ticks` names."""
    step = _step_of(width_px / max(last - first, 1e-9))
    places = (place_of_day(day) for day in _begins(step, first, last))
    return tuple(place for place in places if place >= first)


def round_ceiling(most: float) -> tuple[float, float]:
    """Give the top of an axis that holds `most`, and the step from tick to tick: 1 to 4 of them.

    Steps are 1, 2 or 5 of whole numbers, for there are no halves of sessions.
    """
    size = next(size for size in _sizes() if size * _MOST_STEPS >= most)
    return size * max(1, ceil(most / size)), size


def _sizes() -> Iterator[float]:
    power = 1.0
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def number_ticks(high: float, step: float) -> tuple[Tick, ...]:
    """Count from zero to the top of an axis."""
    count = int(high / step + 1e-9) + 1
    return tuple(Tick(at * step, f"{at * step:g}") for at in range(count))


def _step_of(px_a_day: float) -> str:
    roomy = (step for step, days in _DAYS_OF.items() if days * px_a_day >= _LEAST_PX)
    return next(roomy, "year")


def _ticks(step: str, first: float, last: float, px_a_day: float) -> Iterator[Tick]:
    for begins in _begins(step, first, last):
        left = max(first, place_of_day(begins))
        right = min(last, place_of_day(_next(step, begins)))
        is_named = step != "week" or place_of_day(begins) >= first
        if is_named and (right - left) * px_a_day >= _LEAST_PX / 2:
            yield Tick((left + right) / 2, _words(step, begins))


def _begins(step: str, first: float, last: float) -> Iterator[date]:
    begins = _begin_of(step, day_at(first))
    while place_of_day(begins) < last:
        yield begins
        begins = _next(step, begins)


def _begin_of(step: str, day: date) -> date:
    if step in _SHORT:
        return day_at(week_of(day)) if step == "week" else day
    month = {"month": day.month, "quarter": day.month - (day.month - 1) % 3, "year": 1}[step]
    return date(day.year, month, 1)


def _next(step: str, begins: date) -> date:
    if step in _SHORT:
        return begins + timedelta(days=_SHORT[step])
    months = begins.month - 1 + {"month": 1, "quarter": 3, "year": 12}[step]
    return date(begins.year + months // _DAY_MONTHS, months % _DAY_MONTHS + 1, 1)


def _words(step: str, day: date) -> str:
    if step == "year":
        return str(day.year)
    if step == "day":
        return f"{weekday_short(day.weekday())} {day.day}"
    if step == "week":
        return f"{day.day} {month_short(day.month)}"
    return f"{month_short(day.month)} {day.year}" if day.month == 1 else month_short(day.month)
