"""Tying sessions and ratings to runs in the history; what a person said of a tie stays.

Each function runs inside a transaction of the caller's. What the program ties by itself follows
from clocks, and is found again whenever a run comes or goes: it is no edit, and not logged.
"""

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.core.pain import RatingMoment
from routine_player.core.run import Run, RunId
from routine_player.core.ties import SessionSpan, run_of_rating, run_of_session
from routine_player.store.history_cells import Cells
from routine_player.store.history_changes import Saying
from routine_player.store.history_codes import WHENS
from routine_player.store.history_diary_codes import RATING_MOMENTS
from routine_player.store.history_edits import set_cells
from routine_player.store.history_runs import runs_around

Database = sqlite3.Connection

_HOUR_MS = 3600 * 1000
_REACH_MS = 48 * _HOUR_MS
"""No tie reaches further: the morning after a run is the furthest one."""


def tie_session(db: Database, session: UUID, run: RunId | None, saying: Saying) -> None:
    """Say by hand which run a session belongs to, or that it belongs to none."""
    cells = {"run": None if run is None else run.bytes, "run_by_hand": 1}
    set_cells(db, "session", session, cells, saying)


def tie_rating(db: Database, rating: UUID, run: RunId | None, saying: Saying) -> None:
    """Say by hand which run a rating belongs to, or that it belongs to none."""
    cells = {"run": None if run is None else run.bytes, "run_by_hand": 1}
    set_cells(db, "pain_rating", rating, cells, saying)


def retie_around(db: Database, at: Instant) -> None:
    """Find again the ties of what was done or said within two days of a moment."""
    _retie(db, at.utc_ms - _REACH_MS, at.utc_ms + _REACH_MS)


def retie_around_each(db: Database, moments: Iterable[Instant]) -> None:
    """Do so for many moments; what is near to several of them is looked at once."""
    first_ms = last_ms = None
    for at_ms in sorted({moment.utc_ms for moment in moments}):
        if first_ms is None or last_ms is None:
            first_ms, last_ms = at_ms, at_ms
        elif at_ms - last_ms <= 2 * _REACH_MS:
            last_ms = at_ms
        else:
            _retie(db, first_ms - _REACH_MS, last_ms + _REACH_MS)
            first_ms, last_ms = at_ms, at_ms
    if first_ms is not None and last_ms is not None:
        _retie(db, first_ms - _REACH_MS, last_ms + _REACH_MS)


def retie_all(db: Database) -> None:
    """Find all ties again."""
    first, last = -(2**62), 2**62
    _retie(db, first, last)


def _retie(db: Database, first_ms: int, last_ms: int) -> None:
    sessions = [(row, _span(row)) for row in _loose(db, "session", "started_ms", first_ms, last_ms)]
    ended_ms = max((span.ended.utc_ms for _, span in sessions), default=last_ms)
    runs = runs_around(db, first_ms - _REACH_MS, max(last_ms, ended_ms) + _REACH_MS)
    starts_ms = [run.started.utc_ms for run in runs]

    def near(from_ms: int, to_ms: int) -> Sequence[Run]:
        return runs[bisect_left(starts_ms, from_ms) : bisect_right(starts_ms, to_ms)]

    for row, span in sessions:
        around = near(span.started.utc_ms - _REACH_MS, span.ended.utc_ms + _REACH_MS)
        _note(db, "session", row, run_of_session(span, around))
    for row in _loose(db, "pain_rating", "rated_ms", first_ms, last_ms):
        moment, at = row.word("moment", RATING_MOMENTS), row.instant("rated")
        if moment in _OF_RUNS:
            before = near(at.utc_ms - _REACH_MS, at.utc_ms)
            _note(db, "pain_rating", row, run_of_rating(moment, at, before))


_OF_RUNS = {RatingMoment.WORST_IN_RUN, RatingMoment.AFTER_RUN, RatingMoment.NEXT_MORNING}


def _loose(db: Database, table: str, column: str, first_ms: int, last_ms: int) -> list[Cells]:
    """Give the rows whose tie no person has spoken of."""
    query = f"SELECT * FROM {table} WHERE NOT run_by_hand AND {column} BETWEEN ? AND ?"  # noqa: S608 - names of ours
    return list(map(Cells, db.execute(query, (first_ms, last_ms))))


def _span(row: Cells) -> SessionSpan:
    started = row.instant("started")
    ended = row.instant_or_none("ended") or started
    is_real = row.number("speed") == 1.0
    return SessionSpan(row.word_or_none("routine_when", WHENS) if is_real else None, started, ended)


def _note(db: Database, table: str, row: Cells, run: RunId | None) -> None:
    if run != row.uuid_or_none("run"):
        db.execute(
            f"UPDATE {table} SET run = ? WHERE uuid = ?",  # noqa: S608 - names of ours
            (None if run is None else run.bytes, row.uuid("uuid").bytes),
        )
