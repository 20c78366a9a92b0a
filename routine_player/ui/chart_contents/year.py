"""The year, day by day: the worst pain of each by colour, sessions as marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from routine_player.core.language import tr
from routine_player.core.series.records import Records
from routine_player.core.wording import number_words
from routine_player.ui.chart_contents.tips import Speech, run_line
from routine_player.ui.charts.content import Table


@dataclass(slots=True)
class _Found:
    """What was found of a day so far."""

    sessions: int = 0
    worst: int | None = None
    runs: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day: how many sessions, the worst pain of all ratings, and what was run, in words."""

    sessions: int
    worst: int | None
    runs: tuple[str, ...]

    @property
    def words(self) -> str:
        """Say all of it: `1 session, 8.1 km, easy, worst pain 4`."""
        words: list[str] = []
        if self.sessions:
            words.append(number_words(self.sessions, tr("session"), tr("sessions")))
        words.extend(self.runs)
        if self.worst is not None:
            words.append(tr("worst pain {score}", score=self.worst))
        return ", ".join(words)


def year_days(records: Records, speech: Speech) -> Mapping[date, YearDay]:
    """Give every day of which anything is told."""
    days: dict[date, _Found] = {}
    for session in records.sessions:
        days.setdefault(session.day, _Found()).sessions += 1
    for rating in records.ratings:
        found = days.setdefault(rating.at.local_date, _Found())
        found.worst = rating.score if found.worst is None else max(found.worst, rating.score)
    for run in records.runs:
        days.setdefault(run.started.local_date, _Found()).runs.append(run_line(run, speech))
    return {
        day: YearDay(found.sessions, found.worst, tuple(found.runs)) for day, found in days.items()
    }


def year_table(days: Mapping[date, YearDay]) -> Table:
    """Give the days in rows, newest first."""
    columns = (tr("Day"), tr("Worst pain"), tr("Sessions"), tr("Runs"))
    order = sorted(days, reverse=True)
    rows = [
        (day.isoformat(), days[day].worst, days[day].sessions, "; ".join(days[day].runs))
        for day in order
    ]
    return Table(columns, rows, order)
