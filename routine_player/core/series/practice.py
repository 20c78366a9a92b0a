"""How it goes with the sessions: how many a week, how long of which kind, what was left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from routine_player.core.choices import When
from routine_player.core.events import Outcome
from routine_player.core.series.played import PlayedSession
from routine_player.core.series.records import Records


@dataclass(frozen=True, slots=True)
class PracticeWeek:
    """The sessions of the week that begins on `first`, in the order of time."""

    first: date
    sessions: Sequence[PlayedSession]

    @property
    def active_s(self) -> float:
        return sum(session.active_s for session in self.sessions)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An exercise that was skipped, the sessions in which it was, and in how many it was asked."""

    name: str
    sessions: Sequence[PlayedSession]
    asked: int


def practice_weeks(
    sessions: Iterable[PlayedSession], when: When | None = None
) -> tuple[PracticeWeek, ...]:
    """Put sessions into weeks from Monday on; of one kind where `when` says which."""
    weeks: dict[date, list[PlayedSession]] = {}
    for session in sorted(sessions, key=lambda session: session.started.utc_ms):
        if when is None or (session.when or When.ANY) is when:
            first = session.day - timedelta(days=session.day.weekday())
            weeks.setdefault(first, []).append(session)
    return tuple(PracticeWeek(first, weeks[first]) for first in sorted(weeks))


def skipped(records: Records, first: date, last: date) -> tuple[Skipped, ...]:
    """Give the exercises that were skipped on some days, both ends too, by name.

    An exercise that was skipped and later done in the same session was done.
    """
    names: dict[str, str] = {}
    asked: dict[str, int] = {}
    left_out: dict[str, list[PlayedSession]] = {}
    for session in sorted(records.sessions, key=lambda session: session.started.utc_ms):
        if first <= session.day <= last:
            outcomes: dict[str, set[Outcome | None]] = {}
            for step in records.steps.get(session.id, ()):
                outcomes.setdefault(step.exercise, set()).add(step.outcome)
                names[step.exercise] = step.name
            for exercise, found in outcomes.items():
                asked[exercise] = asked.get(exercise, 0) + 1
                if Outcome.SKIPPED in found and Outcome.DONE not in found:
                    left_out.setdefault(exercise, []).append(session)
    found = (Skipped(names[one], those, asked[one]) for one, those in left_out.items())
    return tuple(sorted(found, key=lambda one: one.name.casefold()))
