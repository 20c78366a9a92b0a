"""Questions that lists ask the history: SQL in, sessions in short out."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Final

from routine_player.core.entry import EntryKind, PainMoment, SessionOutcome
from routine_player.core.offering import LastRun
from routine_player.core.outcome import Outcome
from routine_player.store.history_cells import Cells
from routine_player.store.history_codes import (
    A_RUN,
    EFFORTS,
    KINDS,
    MOMENTS,
    OUTCOMES,
    SESSION_OUTCOMES,
    WHENS,
)
from routine_player.store.session_summary import SessionSummary

_CODES = {
    "done": OUTCOMES.number(Outcome.DONE),
    "step_started": KINDS.number(EntryKind.STEP_STARTED),
    "step_ended": KINDS.number(EntryKind.STEP_ENDED),
    "open": SESSION_OUTCOMES.number(SessionOutcome.OPEN),
    "finished": SESSION_OUTCOMES.number(SessionOutcome.FINISHED),
    "run": A_RUN,
    "before": MOMENTS.number(PainMoment.BEFORE),
    "after": MOMENTS.number(PainMoment.AFTER),
}

SUMMARIES: Final = """
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
"""Every session in short; a condition may follow."""

Database = sqlite3.Connection


def summaries(db: Database, limit: int, offset: int) -> tuple[SessionSummary, ...]:
    """The last sessions, newest first: in the order they were played, whatever clocks said."""
    query = SUMMARIES + "WHERE NOT deleted ORDER BY session.id DESC LIMIT :limit OFFSET :offset"
    return tuple(summary_of(row) for row in rows_of(db, query, limit=limit, offset=offset))


def summaries_between(db: Database, first: date, last: date) -> tuple[SessionSummary, ...]:
    """The sessions of some days, both ends too, newest first."""
    query = SUMMARIES + (
        "WHERE NOT deleted AND started_date BETWEEN :first AND :last ORDER BY session.id DESC"
    )
    days = {"first": first.isoformat(), "last": last.isoformat()}
    return tuple(summary_of(row) for row in rows_of(db, query, **days))


def has_unfinished(db: Database) -> bool:
    """Whether a session was begun and never ended."""
    query = "SELECT 1 FROM session WHERE outcome = :open AND NOT deleted LIMIT 1"
    return any(True for _ in rows_of(db, query))


def last_run(db: Database, until_ms: int) -> LastRun | None:
    """When the last run was that began by a moment of UTC; rides and swims are none.

    Known from here, as all that Today would else load of runs can wait until there was one.
    """
    query = """
        SELECT uuid, started_ms,
            started_ms + coalesce(nullif(elapsed_ms, 0), duration_ms, 0) AS ended_ms
        FROM run WHERE activity = :run AND NOT deleted AND started_ms <= :until
        ORDER BY started_ms DESC LIMIT 1
    """
    for row in rows_of(db, query, until=until_ms):
        return LastRun(row.uuid("uuid"), row.whole("started_ms"), row.whole("ended_ms"))
    return None


def rows_of(db: Database, query: str, **values: object) -> Iterator[Cells]:
    """Ask; a query may name codes as `:done` or `:open` beside the values it is given."""
    return map(Cells, db.execute(query, _CODES | values))


def summary_of(row: Cells) -> SessionSummary:
    """Read a row of `SUMMARIES`."""
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
