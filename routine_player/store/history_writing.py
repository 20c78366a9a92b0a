"""What is put into the history. Each function runs inside a transaction of the caller's."""

import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from routine_player.core.entry import Effort, Entry, EntryKind, PainMoment, SessionOutcome
from routine_player.core.instant import Instant
from routine_player.store.history_cells import columns_of, instant_of
from routine_player.store.history_changes import (
    SaidBy,
    Saying,
    UnknownSubjectError,
    log_change,
)
from routine_player.store.history_codes import (
    EFFORTS,
    KINDS,
    MOMENTS,
    OUTCOMES,
    SESSION_OUTCOMES,
    WHENS,
)

if TYPE_CHECKING:
    from routine_player.store.history_values import NewSession, PainRating, RatingId
    from routine_player.store.session_summary import SessionId

_OPEN = SESSION_OUTCOMES.number(SessionOutcome.OPEN)
_INTERRUPTED = SESSION_OUTCOMES.number(SessionOutcome.INTERRUPTED)

Database = sqlite3.Connection

_RATED = ("rated_ms", "rated_offset_s", "rated_zone", "rated_date")


def count_commit(db: Database) -> None:
    """Make the stamp of the history another: part of each transaction."""
    db.execute("UPDATE state SET revision = revision + 1")


def add_session(db: Database, new: "NewSession") -> None:
    """Begin a session; sessions that were left open are over. Storing one twice changes nothing."""
    for row in db.execute("SELECT * FROM session WHERE outcome = ?", (_OPEN,)).fetchall():
        if row["uuid"] != new.id.bytes:
            _interrupt(db, row, new.started)
    plan = plan_key(db, new.plan.text, len(new.plan.steps))
    db.execute(
        """
        INSERT INTO session (
            uuid, routine, routine_name, plan, planned_ms, speed,
            started_ms, started_offset_s, started_zone, started_date,
            outcome, routine_when, active_ms, note, deleted
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', 0)
        ON CONFLICT (uuid) DO NOTHING
        """,
        (
            new.id.bytes,
            new.routine,
            new.routine_name,
            plan,
            _ms(new.planned_s),
            new.speed,
            *columns_of(new.started),
            _OPEN,
            None if new.when is None else WHENS.number(new.when),
        ),
    )


def add_entries(db: Database, session: "SessionId", entries: Iterable[Entry]) -> None:
    """Put lines at the end of a session's log."""
    row = _session(db, session)
    last = db.execute(
        "SELECT coalesce(max(seq), 0) FROM event WHERE session = ?", (row["id"],)
    ).fetchone()[0]
    db.executemany(
        """
        INSERT INTO event (
            session, seq, kind, at_ms, after_ms, step, attempt, outcome, works_done,
            works_planned, length_ms, exercise
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (row["id"], seq, *_entry_cells(db, entry, row["started_ms"]))
            for seq, entry in enumerate(entries, start=last + 1)
        ],
    )


def end_session(
    db: Database, session: "SessionId", outcome: SessionOutcome, ended: Instant, active_s: float
) -> None:
    """Write down how a session ended; `active_s` is all of it, parts before a resume too."""
    _end(db, _session(db, session)["id"], outcome, ended, active_s)


def interrupt(db: Database, session: "SessionId", at: Instant) -> None:
    """End a session whose process died, at the last moment it is known to have been played."""
    _interrupt(db, _session(db, session), at)


def edit_effort(db: Database, session: "SessionId", effort: Effort | None, at: Instant) -> None:
    """Say how hard a session was; None takes it back."""
    number = None if effort is None else EFFORTS.number(effort)
    was = _session(db, session)["effort"]
    db.execute("UPDATE session SET effort = ? WHERE uuid = ?", (number, session.bytes))
    log_change(db, session, "effort", (was, number), Saying(at))


def edit_note(db: Database, session: "SessionId", note: str, at: Instant) -> None:
    """Write the note of a session; empty takes it away."""
    was = _session(db, session)["note"]
    db.execute("UPDATE session SET note = ? WHERE uuid = ?", (note, session.bytes))
    log_change(db, session, "note", (was, note), Saying(at))


def edit_deleted(db: Database, session: "SessionId", deleted: bool, at: Instant) -> None:  # noqa: FBT001 - the value of a column
    """Delete a session, or take that back: it is hidden, not destroyed."""
    was = _session(db, session)["deleted"]
    db.execute("UPDATE session SET deleted = ? WHERE uuid = ?", (int(deleted), session.bytes))
    log_change(db, session, "deleted", (was, int(deleted)), Saying(at))


def put_rating(db: Database, session: "SessionId", rating: "PainRating") -> "RatingId":
    """Store a rating. Before and after a session there is one: a second one edits the first."""
    _session(db, session)
    if rating.moment is not PainMoment.DURING:
        for row in db.execute(
            "SELECT * FROM pain_rating WHERE session = ? AND moment = ? AND NOT deleted",
            (session.bytes, MOMENTS.number(rating.moment)),
        ).fetchall():
            return _rerate(db, row, rating)
    db.execute(
        """
        INSERT INTO pain_rating (
            uuid, session, moment, score, sites, step, qualities, medication, note, run_by_hand,
            rated_ms, rated_offset_s, rated_zone, rated_date, deleted
        ) VALUES (?, ?, ?, ?, ?, ?, '[]', '', '', 0, ?, ?, ?, ?, 0)
        """,
        (
            rating.id.bytes,
            session.bytes,
            MOMENTS.number(rating.moment),
            rating.score,
            json.dumps(sorted(rating.sites)),
            rating.step_index,
            *columns_of(rating.at),
        ),
    )
    return rating.id


def withdraw_rating(db: Database, rating: "RatingId", at: Instant) -> None:
    """Take a rating back: it is hidden, not destroyed."""
    cursor = db.execute("UPDATE pain_rating SET deleted = 1 WHERE uuid = ?", (rating.bytes,))
    if cursor.rowcount != 1:
        raise UnknownSubjectError(rating)
    log_change(db, rating, "deleted", (0, 1), Saying(at))


def _interrupt(db: Database, row: sqlite3.Row, at: Instant) -> None:
    last_ms, active_ms = db.execute(
        """
        SELECT coalesce(max(after_ms), 0), coalesce(sum(length_ms) FILTER (WHERE kind IN (?, ?)), 0)
        FROM event WHERE session = ?
        """,
        (
            KINDS.number(EntryKind.STEP_STARTED),
            KINDS.number(EntryKind.STEP_ENDED),
            row["id"],
        ),
    ).fetchone()
    ended = instant_of(row["started_ms"] + last_ms, row["started_offset_s"], row["started_zone"])
    _end(db, row["id"], SessionOutcome.INTERRUPTED, ended, active_ms / 1000)
    said = Saying(at, SaidBy.PROGRAM)
    log_change(db, UUID(bytes=row["uuid"]), "outcome", (_OPEN, _INTERRUPTED), said)


def _end(db: Database, key: int, outcome: SessionOutcome, ended: Instant, active_s: float) -> None:
    db.execute(
        """
        UPDATE session SET outcome = ?, active_ms = ?,
            ended_ms = ?, ended_offset_s = ?, ended_zone = ?, ended_date = ?
        WHERE id = ?
        """,
        (SESSION_OUTCOMES.number(outcome), _ms(active_s), *columns_of(ended), key),
    )


def _rerate(db: Database, row: sqlite3.Row, rating: "PainRating") -> "RatingId":
    """Edit a rating; where it hurts is what was said last, and stays if nothing is said of it."""
    from routine_player.store.history_edits import set_cells  # few sessions come here

    stored = UUID(bytes=row["uuid"])
    sites = json.dumps(sorted(rating.sites)) if rating.sites else row["sites"]
    rated = zip(_RATED, columns_of(rating.at), strict=True)
    cells = {"score": rating.score, "sites": sites, **dict(rated)}
    if (row["score"], row["sites"]) != (rating.score, sites):
        set_cells(db, "pain_rating", stored, cells, Saying(rating.at))
    return stored


def plan_key(db: Database, steps: str, count: int) -> int:
    """Store what a session was to be, unless it is there; gives its number in this file."""
    from hashlib import blake2b  # not needed, so not waited for, before a session begins

    digest = blake2b(steps.encode(), digest_size=16).digest()
    db.execute(
        "INSERT INTO plan (digest, steps, step_count) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (digest, steps, count),
    )
    return _only(db, "SELECT id FROM plan WHERE digest = ?", digest)


def exercise_key(db: Database, slug: str, name: str) -> int:
    """Store an exercise that was done in place of a planned one, unless it is there."""
    db.execute(
        "INSERT INTO exercise (slug, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (slug, name)
    )
    return _only(db, "SELECT id FROM exercise WHERE slug = ? AND name = ?", slug, name)


def _only(db: Database, query: str, *values: object) -> int:
    return int(db.execute(query, values).fetchone()[0])


def _entry_cells(db: Database, entry: Entry, started_ms: int) -> tuple[object, ...]:
    """What is as usual is NULL, which takes no room."""
    return (
        KINDS.number(entry.kind),
        _ms(entry.at_s),
        entry.at.utc_ms - started_ms,
        entry.step_index,
        None if entry.attempt == 1 else entry.attempt,
        None if entry.outcome is None else OUTCOMES.number(entry.outcome),
        entry.works_done or None,
        entry.works_planned or None,
        _ms(entry.length_s) or None,
        exercise_key(db, entry.slug, entry.name) if entry.name else None,
    )


def _session(db: Database, session: "SessionId") -> sqlite3.Row:
    for row in db.execute("SELECT * FROM session WHERE uuid = ?", (session.bytes,)).fetchall():
        return row
    raise UnknownSubjectError(session)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
