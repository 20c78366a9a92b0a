"""Moments as places on a time axis: whole days since the year 1, and the part of the day passed."""

from datetime import date
from math import floor
from typing import Final

from routine_player.core.instant import Instant

_DAY_S: Final = 24 * 60 * 60


def place_of(instant: Instant) -> float:
    """Give the place of a moment, in days, on the calendar that the person saw."""
    local = instant.local
    passed_s = local.hour * 3600 + local.minute * 60 + local.second
    return instant.local_date.toordinal() + passed_s / _DAY_S


def place_of_day(day: date) -> float:
    """Give the place at which a day begins."""
    return float(day.toordinal())


def week_of(day: date) -> float:
    """Give the place at which the week of a day begins, on a Monday."""
    return place_of_day(day) - day.weekday()


def day_at(place: float) -> date:
    """Give the day that a place lies in; the first or last there is for places beyond."""
    return date.fromordinal(min(max(floor(place), 1), date.max.toordinal()))
