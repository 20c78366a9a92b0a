"""Where an axis says what: months, weeks or years on one of time, round numbers on others."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import Final

from routine_player.core.date_words import month_short, weekday_short
from routine_player.core.series.on_the_calendar import day_at, place_of_day
from routine_player.ui.charts.content import Tick

_LEAST_PX: Final = 52
_DAYS_OF = {"day": 1.0, "week": 7.0, "month": 30.4, "quarter": 91.3, "year": 365.25}
_DAY_MONTHS: Final = 12
_MOST_STEPS: Final = 4


def time_ticks(first: float, last: float, width_px: float) -> tuple[Tick, ...]:
    """Name days, weeks, months, quarters or years, whichever the width has room for.

    A name of a month or a year stands in its middle, as far as it is in view; one of a day or a
    week at its first.
    """
    px_a_day = width_px / max(last - first, 1e-9)
    for step, days in _DAYS_OF.items():
        if days * px_a_day >= _LEAST_PX or step == "year":
            return tuple(_ticks(step, first, last, px_a_day))
    return ()


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


def _ticks(step: str, first: float, last: float, px_a_day: float) -> Iterator[Tick]:
    if step in {"day", "week"}:
        yield from _starts(step, first, last)
        return
    begins = _begin_of(step, day_at(first))
    while place_of_day(begins) < last:
        ends = _next(step, begins)
        left, right = max(first, place_of_day(begins)), min(last, place_of_day(ends))
        if (right - left) * px_a_day >= _LEAST_PX / 2:
            yield Tick((left + right) / 2, _words(step, begins))
        begins = ends


def _starts(step: str, first: float, last: float) -> Iterator[Tick]:
    day = day_at(first)
    while place_of_day(day) < last:
        here = place_of_day(day)
        if here >= first and (step == "day" or day.weekday() == 0):
            yield Tick(here + (0.5 if step == "day" else 0.0), _words(step, day))
        day += timedelta(days=1)


def _begin_of(step: str, day: date) -> date:
    month = {"month": day.month, "quarter": day.month - (day.month - 1) % 3, "year": 1}[step]
    return date(day.year, month, 1)


def _next(step: str, begins: date) -> date:
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
