"""How much time a chart looks at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from routine_player.core.date_words import days_words
from routine_player.core.series.on_the_calendar import place_of_day, week_of
from routine_player.core.series.pain_course import PainPoint


class Length(StrEnum):
    """The lengths that can be chosen."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


_DAYS: Final = {Length.MONTH: 31, Length.QUARTER: 92, Length.YEAR: 366}


@dataclass(frozen=True, slots=True)
class Span:
    """Days that a chart looks at, both ends too."""

    first: date
    last: date

    @classmethod
    def until(cls, today: date, length: Length, begin: date) -> "Span":
        """Give the time up to today; all of it goes back to `begin`."""
        days = _DAYS.get(length)
        return cls(begin if days is None else today - timedelta(days=days - 1), today)

    @property
    def places(self) -> tuple[float, float]:
        """Where it begins and ends on an axis of time. Its last week is whole: it has a bar."""
        return place_of_day(self.first), week_of(self.last) + 7.0

    @property
    def words(self) -> str:
        """Say it: `23 Aug 2026 to 22 Nov 2026`."""
        return days_words(self.first, self.last)

    def of(self, points: Iterable[PainPoint]) -> list[PainPoint]:
        """Give the ratings that lie in it."""
        return [point for point in points if self.holds(point.day)]

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last
