"""Questions to the history: SQL in, values out."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date

from routine_player.core.entry import Entry, EntryKind, PainMoment, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan, plan_from
from routine_player.store.history_cells import Cells, instant_of
from routine_player.store.history_codes import (
    EFFORTS,
    KINDS,
    MOMENTS,
    OUTCOMES,
    SESSION_OUTCOMES,
    WHENS,
)
from routine_player.store.history_errors import HistoryDamagedError, damaged_text
from routine_player.store.history_steps import left_off, past_steps
from routine_player.store.history_values import (
    Change,
    Day,
    PainRating,
    PastSession,
    Played,
    SessionId,
    SessionSummary,
    Unfinished,
)

_CODES = {
    "done": OUTCOMES.number(Outcome.DONE),
    "step_started": KINDS.number(EntryKind.STEP_STARTED),
    "step_ended": KINDS.number(EntryKind.STEP_ENDED),
    "open": SESSION_OUTCOMES.number(SessionOutcome.OPEN),
    "finished": SESSION_OUTCOMES.number(SessionOutcome.FINISHED),
    "before": MOMENTS.number(PainMoment.BEFORE),
    "after": MOMENTS.number(PainMoment.AFTER),
}

_SUMMARIES = """
    SELECT session.*, plan.step_count,
        (
            SELECT count(DISTINCT step) FROM event
            WHERE session = session.id AND kind = :step_ended AND outcome = :done
        ) AS steps_done,
        (
            SELECT coalesce(sum(length_ms), 0) FROM event
            WHERE session = session.id AND kind IN (:step_started, :step_ended)
        ) AS so_far_ms,
        (
            SELECT score FROM pain_rating
            WHERE session = session.uuid AND moment = :before AND deleted = 0
        ) AS pain_before,
        (
            SELECT score FROM pain_rating
            WHERE session = session.uuid AND moment = :after AND deleted = 0
        ) AS pain_after
    FROM session LEFT JOIN plan ON plan.id = session.plan
"""

Database = sqlite3.Connection


def summaries(db: Database, limit: int, offset: int) -> tuple[SessionSummary, ...]:
    """The last sessions, newest first: in the order they were played, whatever clocks said."""
    query = _SUMMARIES + "WHERE NOT deleted ORDER BY session.id DESC LIMIT :limit OFFSET :offset"
    return tuple(_summary(row) for row in _rows(db, query, limit=limit, offset=offset))


def summaries_between(db: Database, first: date, last: date) -> tuple[SessionSummary, ...]:
    """The sessions of some days, both ends too, newest first."""
    query = _SUMMARIES + (
        "WHERE NOT deleted AND started_date BETWEEN :first AND :last ORDER BY session.id DESC"
    )
    days = {"first": first.isoformat(), "last": last.isoformat()}
    return tuple(_summary(row) for row in _rows(db, query, **days))


def past_session(db: Database, session: SessionId) -> PastSession | None:
    """One session whole, a deleted one too; None for one that was never stored."""
    for row in _rows(db, _SUMMARIES + "WHERE uuid = :uuid", uuid=session.bytes):
        return _past(db, row)
    return None


def unfinished(db: Database) -> Unfinished | None:
    """The session that was begun last and never ended."""
    query = _SUMMARIES + ("WHERE outcome = :open AND NOT deleted ORDER BY session.id DESC LIMIT 1")
    for row in _rows(db, query):
        return left_off(_past(db, row))
    return None


def days(db: Database, first: date, last: date) -> tuple[Day, ...]:
    """The days on which anything was done or said, in order.

    Pain of a session counts for the day of that session, other pain for the day it was said on.
    """
    rows = _rows(db, _DAYS, first=first.isoformat(), last=last.isoformat())
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
        for row in _rows(db, query)
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
        for row in _rows(db, query, uuid=subject.bytes)
    )


def _rows(db: Database, query: str, **values: object) -> Iterator[Cells]:
    return map(Cells, db.execute(query, _CODES | values))


def _summary(row: Cells) -> SessionSummary:
    is_open = row.word("outcome", SESSION_OUTCOMES) is SessionOutcome.OPEN
    return SessionSummary(
        id=row.uuid("uuid"),
        routine=row.text("routine"),
        routine_name=row.text("routine_name"),
        started=row.instant("started"),
        ended=row.instant_or_none("ended"),
        outcome=row.word("outcome", SESSION_OUTCOMES),
        steps_done=row.whole("steps_done"),
        steps_planned=row.whole("step_count"),
        planned_s=row.seconds("planned_ms"),
        active_s=row.seconds("so_far_ms" if is_open else "active_ms"),
        speed=row.number("speed"),
        pain_before=row.whole_or_none("pain_before"),
        pain_after=row.whole_or_none("pain_after"),
        effort=row.word_or_none("effort", EFFORTS),
        note=row.text("note"),
        when=row.word_or_none("routine_when", WHENS),
        run=row.uuid_or_none("run"),
    )


def _past(db: Database, row: Cells) -> PastSession:
    summary = _summary(row)
    key = row.whole("id")
    plan = _plan(db, row.whole("plan"))
    entries = _entries(db, key, summary.started)
    return PastSession(summary, plan, past_steps(plan, entries), entries, _ratings(db, summary.id))


def _plan(db: Database, key: int) -> Plan:
    for row in _rows(db, "SELECT steps FROM plan WHERE id = :id", id=key):
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
    return tuple(_entry(row, started) for row in _rows(db, query, session=session))


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
    return tuple(_rating(row) for row in _rows(db, query, session=session.bytes))


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
