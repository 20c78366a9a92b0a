"""The lines of a session that two histories know: which log counts, and how it goes over."""

import sqlite3
from typing import Any, Final

from routine_player.core.entry import SessionOutcome
from routine_player.store.export_reading import put_events
from routine_player.store.history_codes import SESSION_OUTCOMES
from routine_player.store.history_writing import exercise_key

Database = sqlite3.Connection

ENDING: Final = (
    "outcome",
    "active_ms",
    "ended_ms",
    "ended_offset_s",
    "ended_zone",
    "ended_date",
)
"""Columns that say how a session ended: they go with its log."""

_OPEN: Final = SESSION_OUTCOMES.number(SessionOutcome.OPEN)


def their_log_counts(db: Database, other: Database, session: bytes) -> bool:
    """Whether what another history knows of a session that both have goes before what we know.

    A log only ever grows at its end, so the longer one knows more; of two of the same length the
    one that came to its end. Where a session went on in two places, one of them has to count.
    """
    return _weight(other, session) > _weight(db, session)


def take_log(db: Database, other: Database, session: bytes) -> None:
    """Let a session have the log it has in another history."""
    key = _key(db, session)
    db.execute("DELETE FROM event WHERE session = ?", (key,))
    events: list[dict[str, Any]] = []
    for line in _lines(other, session):
        events.append(dict(line) | {"session": key})
        if line["slug"] is not None:
            events[-1]["exercise"] = exercise_key(db, line["slug"], line["name"])
    put_events(db, events)


def _weight(db: Database, session: bytes) -> tuple[int, bool, tuple[Any, ...], tuple[Any, ...]]:
    """Put logs in an order that is the same everywhere."""
    query = f"SELECT {', '.join(ENDING)} FROM session WHERE uuid = ?"  # noqa: S608 - names of ours
    ending = tuple(db.execute(query, (session,)).fetchone())
    count = "SELECT count(*), coalesce(sum(after_ms), 0), coalesce(sum(at_ms), 0) FROM event"
    lines, *sums = db.execute(f"{count} WHERE session = ?", (_key(db, session),)).fetchone()
    known = tuple((cell is not None, 0 if cell is None else cell) for cell in ending)
    return lines, ending[0] != _OPEN, tuple(sums), known


def _key(db: Database, session: bytes) -> int:
    return int(db.execute("SELECT id FROM session WHERE uuid = ?", (session,)).fetchone()[0])


def _lines(db: Database, session: bytes) -> list[sqlite3.Row]:
    query = """
        SELECT event.*, slug, name FROM event LEFT JOIN exercise ON exercise.id = event.exercise
        WHERE session = ? ORDER BY seq
    """
    return db.execute(query, (_key(db, session),)).fetchall()
