"""Reads what charts are made of, the last year first, the rest piece by piece behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from routine_player.core.pain import Rating
from routine_player.core.run import Run
from routine_player.core.series.played import PlayedSession, PlayedStep
from routine_player.core.series.records import Records
from routine_player.store.history import History
from routine_player.store.session_summary import SessionId, SessionSummary

_FIRST_PIECE: Final = timedelta(days=400)  # a year, and what its first days look back to
_PIECE: Final = timedelta(days=120)  # about 20 ms for one who runs every day
_A_DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    runs: list[Run] = field(default_factory=list[Run])
    ratings: list[Rating] = field(default_factory=list[Rating])
    sessions: list[PlayedSession] = field(default_factory=list[PlayedSession])
    steps: dict[SessionId, Sequence[PlayedStep]] = field(
        default_factory=dict[SessionId, Sequence[PlayedStep]]
    )


def read_records(history: History, today: date) -> Iterator[Records | None]:
    """Give the records of the last year, None after each further piece, and at last all of them.

    Where there is no more than a year, all come at once; else those of the last year come without
    the steps of sessions, which the first charts do without. Errors are those of History.
    """
    begin = history.first_day() or today
    found = _Found()
    first = max(begin, today - _FIRST_PIECE)
    _read(history, found, first, date.max)  # a clock may have been ahead
    if first > begin:
        yield _records(history, found, today, first)
    _read_steps(history, found, first, date.max)
    while first > begin:
        yield None
        last = first - _A_DAY
        first = max(begin, last - _PIECE)
        _read(history, found, first, last)
        _read_steps(history, found, first, last)
    yield _records(history, found, today)


def _read(history: History, found: _Found, first: date, last: date) -> None:
    diary = history.diary
    found.runs.extend(logged.run for logged in diary.runs_between(first, last))
    found.ratings.extend(diary.ratings_between(first, last))
    sessions = history.sessions_between(first, last)
    found.sessions.extend(_played(one) for one in sessions if one.is_real)


def _read_steps(history: History, found: _Found, first: date, last: date) -> None:
    found.steps.update(history.steps_between(first, last))


def _records(history: History, found: _Found, today: date, first: date | None = None) -> Records:
    """Give what was read so far: all from `first` on, or all there is."""
    diary = history.diary
    return Records(
        today,
        tuple(found.runs),
        tuple(found.ratings),
        tuple(found.sessions),
        tuple(worn.shoes for worn in diary.shoes()),
        diary.days(first or date.min, today),
        dict(found.steps),
        is_whole=first is None,
    )


def _played(session: SessionSummary) -> PlayedSession:
    return PlayedSession(
        session.routine,
        session.routine_name,
        session.started,
        session.active_s,
        session.steps_done,
        session.steps_planned,
        session.when,
        session.run,
        session.id,
    )
