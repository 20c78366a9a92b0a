"""Questions to the history about more than lists show: SQL in, values out."""

from collections.abc import Mapping
from datetime import date

from routine_player.core.entry import Entry
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan, plan_from
from routine_player.store.history_cells import Cells, instant_of
from routine_player.store.history_codes import KINDS, MOMENTS, OUTCOMES
from routine_player.store.history_errors import HistoryDamagedError, damaged_text
from routine_player.store.history_steps import left_off, past_steps
from routine_player.store.history_summaries import SUMMARIES, Database, rows_of, summary_of
from routine_player.store.history_values import (
    Change,
    Day,
    PainRating,
    PastSession,
    Played,
    Unfinished,
)
from routine_player.store.session_summary import SessionId


def past_session(db: Database, session: SessionId) -> PastSession | None:
    """One session whole, a deleted one too; None for one that was never stored."""
    for row in rows_of(db, SUMMARIES + "WHERE uuid = :uuid", uuid=session.bytes):
        return _past(db, row)
    return None


def unfinished(db: Database) -> Unfinished | None:
    """The session that was begun last and never ended."""
    query = SUMMARIES + ("WHERE outcome = :open AND NOT deleted ORDER BY session.id DESC LIMIT 1")
    for row in rows_of(db, query):
        return left_off(_past(db, row))
    return None


def days(db: Database, first: date, last: date) -> tuple[Day, ...]:
    """The days on which anything was done or said, in order.

    Pain of a session counts for the day of that session, other pain for the day it was said on.
    """
    rows = rows_of(db, _DAYS, first=first.isoformat(), last=last.isoformat())
    return tuple(
        Day(
            row.day("day"),
            row.whole("sessions"),
            row.whole("trials"),
            row.seconds("active_ms"),
            row.whole_or_none("worst_pain"),
            row.whole("runs"),
        )
        for row in rows
    )


_DAYS = """
    SELECT day, sum(sessions) AS sessions, sum(trials) AS trials, sum(active_ms) AS active_ms,
        max(score) AS worst_pain, sum(runs) AS runs
    FROM (
        SELECT started_date AS day, speed = 1.0 AS sessions, speed <> 1.0 AS trials,
            (speed = 1.0) * active_ms AS active_ms, NULL AS score, 0 AS runs
        FROM session WHERE NOT deleted AND started_date BETWEEN :first AND :last
        UNION ALL
        SELECT started_date, 0, 0, 0, score, 0 FROM pain_rating
        JOIN session ON session.uuid = pain_rating.session
        WHERE NOT session.deleted AND speed = 1.0 AND NOT pain_rating.deleted
            AND started_date BETWEEN :first AND :last
        UNION ALL
        SELECT rated_date, 0, 0, 0, score, 0 FROM pain_rating
        WHERE session IS NULL AND NOT deleted AND rated_date BETWEEN :first AND :last
        UNION ALL
        SELECT started_date, 0, 0, 0, NULL, 1 FROM run
        WHERE NOT deleted AND started_date BETWEEN :first AND :last
    )
    GROUP BY day ORDER BY day
"""


def played(db: Database) -> Mapping[str, Played]:
    """Every routine that was ever begun, by slug."""
    # SQLite takes the other columns from the row that max() came from.
    query = """
        SELECT routine, sum(outcome = :finished) AS times, max(id),
            started_ms, started_offset_s, started_zone, started_date
        FROM session WHERE NOT deleted GROUP BY routine
    """
    return {
        row.text("routine"): Played(row.whole("times"), row.instant("started"))
        for row in rows_of(db, query)
    }


def changes(db: Database, subject: SessionId) -> tuple[Change, ...]:
    """What was edited of a session, its pain ratings too, oldest first."""
    query = """
        SELECT * FROM change WHERE subject = :uuid OR subject IN (
            SELECT uuid FROM pain_rating WHERE session = :uuid
        ) ORDER BY id
    """
    return tuple(
        Change(row.text("field"), row.edited("was"), row.edited("became"), row.instant("changed"))
        for row in rows_of(db, query, uuid=subject.bytes)
    )


def _past(db: Database, row: Cells) -> PastSession:
    summary = summary_of(row)
    key = row.whole("id")
    plan = _plan(db, row.whole("plan"))
    entries = _entries(db, key, summary.started)
    return PastSession(summary, plan, past_steps(plan, entries), entries, _ratings(db, summary.id))


def _plan(db: Database, key: int) -> Plan:
    for row in rows_of(db, "SELECT steps FROM plan WHERE id = :id", id=key):
        try:
            return plan_from(row.text("steps"))
        except ValueError as error:
            raise HistoryDamagedError(damaged_text()) from error
    raise HistoryDamagedError(damaged_text())


def _entries(db: Database, session: int, started: Instant) -> tuple[Entry, ...]:
    query = """
        SELECT event.*, exercise.slug, exercise.name
        FROM event LEFT JOIN exercise ON exercise.id = event.exercise
        WHERE session = :session ORDER BY seq
    """
    return tuple(_entry(row, started) for row in rows_of(db, query, session=session))


def _entry(row: Cells, started: Instant) -> Entry:
    utc_ms = started.utc_ms + row.whole("after_ms")
    return Entry(
        kind=row.word("kind", KINDS),
        at=instant_of(utc_ms, started.offset_s, started.zone),
        at_s=row.seconds("at_ms"),
        step_index=row.whole_or_none("step"),
        attempt=row.whole_or("attempt", 1),
        outcome=row.word_or_none("outcome", OUTCOMES),
        works_done=row.whole_or("works_done", 0),
        works_planned=row.whole_or("works_planned", 0),
        length_s=row.seconds("length_ms"),
        slug=row.text_or("slug", ""),
        name=row.text_or("name", ""),
    )


def _ratings(db: Database, session: SessionId) -> tuple[PainRating, ...]:
    query = "SELECT * FROM pain_rating WHERE session = :session AND NOT deleted ORDER BY id"
    return tuple(_rating(row) for row in rows_of(db, query, session=session.bytes))


def _rating(row: Cells) -> PainRating:
    try:
        return PainRating(
            id=row.uuid("uuid"),
            moment=row.word("moment", MOMENTS),
            score=row.whole("score"),
            at=row.instant("rated"),
            sites=row.words("sites"),
            step_index=row.whole_or_none("step"),
        )
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error
