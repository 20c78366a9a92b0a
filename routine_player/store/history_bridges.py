"""One run that several devices told of, in whichever order their files come.

Two devices may begin too far apart to be taken for one, and a third between them. So it is kept
when each said that the run began, and how long it was; and where a new telling is alike to two
stored runs, they become one. Each function runs inside a transaction of the caller's.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID, uuid5

from routine_player.core.instant import Instant
from routine_player.core.run import Run, RunId
from routine_player.core.same_run import is_same_run, joined
from routine_player.store import history_edits, history_runs
from routine_player.store.history_cells import Cells
from routine_player.store.history_changes import Cell, SaidBy, Saying, log_change
from routine_player.store.history_edits import HEARD, HOLDS, JOINED
from routine_player.store.history_joins import REACH_MS, share_sources

Database = sqlite3.Connection

_FIELDS: Final = {
    "started_ms": "started",
    "duration_ms": "duration_s",
    "elapsed_ms": "elapsed_s",
}
"""What columns are called in a run, where they have another name there."""


def alike(db: Database, run: Run) -> Sequence[Run]:
    """Give the stored runs that this one is the same as, as anybody told of them, nearest first."""
    start_ms = run.started.utc_ms
    near: list[tuple[int, RunId, Run]] = []
    for stored in history_runs.runs_around(db, start_ms - REACH_MS, start_ms + REACH_MS):
        apart_ms = [
            abs(told.started.utc_ms - start_ms)
            for told in tellings(db, stored)
            if is_same_run(told, run)
        ]
        if apart_ms:
            near.append((min(apart_ms), stored.id, stored))
    return [stored for _, _, stored in sorted(near, key=lambda one: one[:2])]


def tellings(db: Database, run: Run) -> Iterator[Run]:
    """Give a stored run as it stands, and as each device told of it that was joined with it."""
    yield run
    query = f"SELECT became FROM change AS said WHERE subject = ? AND field = ? AND {HOLDS}"  # noqa: S608 - ours
    for row in map(Cells, db.execute(query, (run.id.bytes, HEARD)).fetchall()):
        told = _told(run, row.edited("became"))
        if told is not None:
            yield told


def note_telling(db: Database, into: RunId, told: Run, saying: Saying) -> None:
    """Keep what a device said of a run that it was joined with."""
    heard = json.dumps([told.started.utc_ms, told.distance_m, told.duration_s])
    log_change(db, into, HEARD, (None, heard), saying)


def is_heard(db: Database, stored: Run, run: Run) -> bool:
    """Tell whether a device that said so of a run is one of those that told of it."""
    return any(told.started.utc_ms == run.started.utc_ms for told in tellings(db, stored))


def join_stored(db: Database, stays: Run, others: Iterable[Run], saying: Saying) -> None:
    """Let a stored run stand for others too; each of these joins can be taken back by itself."""
    whole = stays
    for hidden in others:
        own = Saying(saying.at, SaidBy.PROGRAM, edit=_edit_of(saying.edit, hidden.id))
        whole = _both(db, whole, hidden)
        history_runs.put_run(db, whole, own)
        for told in tellings(db, hidden):
            note_telling(db, stays.id, told, own)
        log_change(db, hidden.id, JOINED, (None, stays.id.bytes), own)
        history_edits.set_cells(db, "run", hidden.id, {"deleted": 1}, own)
        share_sources(db, hidden.id, stays.id)
        _move_what_was_tied_by_hand(db, hidden.id, stays.id, own)


def undo_joins(db: Database, edit: UUID, at: Instant) -> frozenset[tuple[str, UUID]]:
    """Take back what an import joined of stored runs; gives the rows, each with its table."""
    query = f"SELECT * FROM change AS said WHERE field = ? AND edit IS NOT NULL AND {HOLDS}"  # noqa: S608 - ours
    touched = frozenset[tuple[str, UUID]]()
    for row in map(Cells, db.execute(query, (JOINED,)).fetchall()):
        own = row.uuid("edit")
        if own == _edit_of(edit, row.uuid("subject")):
            touched |= history_edits.undo(db, own, Saying(at, SaidBy.PROGRAM, undoes=own))
    return touched


def _edit_of(imported: UUID, hidden: RunId) -> UUID:
    return uuid5(imported, f"joined {hidden}")


def _told(run: Run, heard: Cell) -> Run | None:
    """Give a run as a device told of it; None for what is no telling, as of a strange export."""
    try:
        at_ms, distance_m, duration_s = json.loads(str(heard))
        started = Instant.of(at_ms, run.started.offset_s, run.started.zone)
        return replace(run, started=started, distance_m=distance_m, duration_s=duration_s)
    except (ValueError, TypeError, OverflowError):
        return None


def _both(db: Database, stays: Run, hidden: Run) -> Run:
    """Put two runs together: what a person corrected is kept, and all notes, tags and aims."""
    corrected = _corrected(db, hidden.id) - _corrected(db, stays.id)
    notes = (*stays.note.splitlines(), *hidden.note.splitlines())
    kept: dict[str, Any] = {name: getattr(hidden, name) for name in corrected} | {
        "note": "\n".join(dict.fromkeys(notes)),
        "tags": tuple(dict.fromkeys((*stays.tags, *hidden.tags))),
        "focus": tuple(dict.fromkeys((*stays.focus, *hidden.focus))),
    }
    return replace(joined(stays, hidden), **kept)


def _corrected(db: Database, run: RunId) -> frozenset[str]:
    """Give the fields of a run that a person changed, and no file filled."""
    query = f"""
        SELECT DISTINCT field FROM change AS said
        WHERE subject = :run AND said_by = :person AND {HOLDS}
        AND edit NOT IN (SELECT edit FROM change WHERE subject = :run AND field = :heard)
    """  # noqa: S608 - ours
    values = {"run": run.bytes, "person": SaidBy.PERSON, "heard": HEARD}
    columns = [Cells(row).text("field") for row in db.execute(query, values)]
    names = {_FIELDS.get(name, name) for name in columns}
    return frozenset(names & Run.__dataclass_fields__.keys())


def _move_what_was_tied_by_hand(db: Database, hidden: RunId, stays: RunId, saying: Saying) -> None:
    for table in ("pain_rating", "session"):
        query = f"SELECT uuid FROM {table} WHERE run = ? AND run_by_hand"  # noqa: S608 - names of ours
        for row in map(Cells, db.execute(query, (hidden.bytes,)).fetchall()):
            history_edits.set_cells(db, table, row.uuid("uuid"), {"run": stays.bytes}, saying)
