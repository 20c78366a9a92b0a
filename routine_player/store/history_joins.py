"""Runs that two histories know under two ids become one, as with an import from two devices.

Which of two stays, when it was said and under which edit follows from the runs alone: whoever
merges, and in whichever order, comes to the same. The other one is hidden, what was said of it goes
to the one that stays, and the edit can be undone; then they are never joined again. Where more than
two that are alike were told of by different histories, each is joined with the nearest that is
there by then. Each function runs inside a transaction of the caller's.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from routine_player.core.instant import Instant
from routine_player.core.run import Run, RunId
from routine_player.core.same_run import STARTS_WITHIN_MS, is_same_run
from routine_player.store.history_cells import Cells
from routine_player.store.history_changes import Cell, SaidBy, Saying, note_change
from routine_player.store.history_edits import JOINED, is_known, last_word, said_last
from routine_player.store.history_runs import run_of, runs_around

Database = sqlite3.Connection

REACH_MS: Final = 10 * STARTS_WITHIN_MS
"""So far from its start others may have told of a run: of one after another, each near the last."""

_JOINS: Final = UUID("0f7a5c1e-9b0c-5d0e-8a7d-5b7c3f6f2d10")
_FILLED: Final = (
    "kind",
    "duration_ms",
    "elapsed_ms",
    "distance_m",
    "climb_m",
    "cadence_spm",
    "surface",
    "shoes",
    "focus",
    "tags",
    "note",
)
"""What a run takes from one it is joined with, where nobody said it of the run itself."""

_EMPTY: Final = (None, "", "[]")


@dataclass(frozen=True, slots=True)
class Part:
    """A run that was joined with another, which stands for it; undoing `edit` parts them."""

    edit: UUID
    run: Run


@dataclass(frozen=True, slots=True)
class _Join:
    """A run that is hidden, and the one that stands for it, since `at_ms`."""

    hidden: RunId
    stays: RunId
    at_ms: int

    @property
    def edit(self) -> UUID:
        return uuid5(_JOINS, f"{self.hidden} {self.stays}")

    def saying(self, at_ms: int) -> Saying:
        return Saying(Instant.of(at_ms, 0, "UTC"), SaidBy.PROGRAM, edit=self.edit)


def join_same_runs(db: Database, ours: Iterable[RunId], theirs: Iterable[RunId]) -> int:
    """Join runs that only one of two histories knew with those that only the other did.

    Runs that came out of the same file are joined wherever they are. Gives how many were joined.
    """
    found = _from_one_file(db) + _alike(db, frozenset(ours), frozenset(theirs))
    count = 0
    for one, other in found:
        count += _join(db, one, other)
    for join in _joins(db):
        _move(db, join)
    _fill(db)
    return count


def parts_of(db: Database, run_id: RunId) -> tuple[Part, ...]:
    """Give the runs that one stands for, beside itself, in the order they began."""
    query = """
        SELECT * FROM run WHERE deleted AND (
            started_ms BETWEEN :first AND :last OR uuid IN (
                SELECT other.run FROM run_source AS one JOIN run_source AS other USING (digest)
                WHERE one.run = :run AND length(digest) > 0
            )
        ) ORDER BY started_ms, id
    """
    row = db.execute("SELECT started_ms FROM run WHERE uuid = ?", (run_id.bytes,)).fetchone()
    if row is None:
        return ()
    reach = {"first": row[0] - REACH_MS, "last": row[0] + REACH_MS}
    rows = db.execute(query, {"run": run_id.bytes, **reach}).fetchall()
    parts = (_part_in(db, run_id, run_of(each)) for each in map(Cells, rows))
    return tuple(part for part in parts if part is not None)


def _part_in(db: Database, stays: RunId, hidden: Run) -> Part | None:
    line = last_word(db, hidden.id, JOINED)
    if line is not None and said_last(line) == stays.bytes:
        return Part(line.uuid("edit"), hidden)
    return None


def _from_one_file(db: Database) -> list[tuple[RunId, RunId]]:
    query = """
        SELECT DISTINCT one.run AS one, other.run AS other
        FROM run_source AS one JOIN run_source AS other USING (digest)
        WHERE one.run < other.run AND length(digest) > 0 ORDER BY one.run, other.run
    """
    return [(row.uuid("one"), row.uuid("other")) for row in map(Cells, db.execute(query))]


def _alike(
    db: Database, ours: frozenset[RunId], theirs: frozenset[RunId]
) -> list[tuple[RunId, RunId]]:
    """Pair runs of two histories, the nearest in time first, each of them once."""
    pairs: list[tuple[int, RunId, RunId]] = []
    for run_id in theirs:
        row = db.execute("SELECT started_ms FROM run WHERE uuid = ?", (run_id.bytes,)).fetchone()
        near = runs_around(db, row[0] - STARTS_WITHIN_MS, row[0] + STARTS_WITHIN_MS)
        run = next((one for one in near if one.id == run_id), None)
        for one in near:
            if run is not None and one.id in ours and is_same_run(one, run):
                apart_ms = abs(one.started.utc_ms - run.started.utc_ms)
                first, second = sorted((one.id, run.id))
                pairs.append((apart_ms, first, second))
    paired: set[RunId] = set()
    chosen: list[tuple[RunId, RunId]] = []
    for _, one, other in sorted(pairs):
        if not {one, other} & paired:
            paired |= {one, other}
            chosen.append((one, other))
    return chosen


def _join(db: Database, one: RunId, other: RunId) -> bool:
    """Hide one of two runs; False where one is hidden already, or a person parted them."""
    stays, hidden = sorted((one, other), key=lambda run: (_begun_ms(db, run), run))
    join = _Join(hidden, stays, max(_begun_ms(db, hidden), _begun_ms(db, stays)) + 1)
    deleted = (_cell(db, "run", hidden, "deleted"), _cell(db, "run", stays, "deleted"))
    if any(deleted) or is_known(db, join.edit):
        return False
    note_change(db, hidden, JOINED, (None, stays.bytes), join.saying(join.at_ms))
    _say(db, "run", hidden, {"deleted": 1}, join)
    return True


def _joins(db: Database) -> list[_Join]:
    """Give all that are joined, each with the run that stands for it at last."""
    latest: dict[RunId, tuple[RunId, int]] = {}
    query = "SELECT * FROM change WHERE field = ? ORDER BY changed_ms, edit"
    for row in map(Cells, db.execute(query, (JOINED,)).fetchall()):
        hidden, into = row.uuid("subject"), row.edited("became")
        latest.pop(hidden, None)
        if into is not None and _cell(db, "run", hidden, "deleted"):
            latest[hidden] = UUID(hex=str(into)), row.whole("changed_ms")
    joins: list[_Join] = []
    for hidden, (into, at_ms) in sorted(latest.items()):
        stays, seen = into, {hidden}
        while stays in latest and stays not in seen:
            seen.add(stays)
            stays = latest[stays][0]
        joins.append(_Join(hidden, stays, at_ms))
    return joins


def _move(db: Database, join: _Join) -> None:
    """Let the run that stays have the files, the ratings and the sessions of the hidden one."""
    share_sources(db, join.hidden, join.stays)
    for table in ("pain_rating", "session"):
        query = f"SELECT uuid FROM {table} WHERE run = ? AND run_by_hand"  # noqa: S608 - names of ours
        rows = db.execute(query, (join.hidden.bytes,)).fetchall()
        for row in map(Cells, rows):
            cells: dict[str, Cell] = {"run": join.stays.bytes, "run_by_hand": 1}
            _say(db, table, row.uuid("uuid"), cells, join)
        db.execute(
            f"UPDATE {table} SET run = ? WHERE run = ?",  # noqa: S608 - names of ours
            (join.stays.bytes, join.hidden.bytes),
        )


def share_sources(db: Database, hidden: RunId, stays: RunId) -> None:
    """Let a run have been told of by all that told of another one."""
    query = """
        INSERT INTO run_source SELECT ?, kind, digest, file FROM run_source
        WHERE run = ? AND true ON CONFLICT DO NOTHING
    """
    db.execute(query, (stays.bytes, hidden.bytes))


def _fill(db: Database) -> None:
    """Give runs what they lack and those have that they stand for."""
    hidden_in: dict[RunId, list[_Join]] = {}
    for join in _joins(db):
        hidden_in.setdefault(join.stays, []).append(join)
    for stays, joins in hidden_in.items():
        edits = {join.edit for join in joins}
        in_order = sorted(joins, key=lambda join: (_begun_ms(db, join.hidden), join.hidden))
        for name in _FILLED:
            said_by = _last_edit_of(db, stays, name)
            is_empty = _cell(db, "run", stays, name) in _EMPTY
            if said_by in edits or (said_by is None and is_empty):
                _fill_one(db, name, in_order)


def _fill_one(db: Database, name: str, joins: Iterable[_Join]) -> None:
    for join in joins:
        cell = _cell(db, "run", join.hidden, name)
        if cell not in _EMPTY:
            if cell != _cell(db, "run", join.stays, name):
                _say(db, "run", join.stays, {name: cell}, join)
            return


def _say(db: Database, table: str, uuid: UUID, cells: Mapping[str, Cell], join: _Join) -> None:
    """Change cells as of the moment of a join, or right after the last word about them."""
    latest = max(_said_ms(db, uuid, name) for name in cells)
    saying = join.saying(max(join.at_ms, latest + 1))
    for name, cell in cells.items():
        note_change(db, uuid, name, (_cell(db, table, uuid, name), cell), saying)
        db.execute(
            f"UPDATE {table} SET {name} = ? WHERE uuid = ?",  # noqa: S608 - names of ours
            (cell, uuid.bytes),
        )


def _cell(db: Database, table: str, uuid: UUID, name: str) -> Cell:
    query = f"SELECT {name} FROM {table} WHERE uuid = ?"  # noqa: S608 - names of ours
    cell: Cell = db.execute(query, (uuid.bytes,)).fetchone()[0]
    return cell


def _begun_ms(db: Database, run: RunId) -> int:
    """When a run was first spoken of: the same in each history that knows it."""
    query = "SELECT min(changed_ms) FROM change WHERE subject = ?"
    first_ms: int | None = db.execute(query, (run.bytes,)).fetchone()[0]
    return 0 if first_ms is None else first_ms


def _said_ms(db: Database, subject: UUID, name: str) -> int:
    query = "SELECT max(changed_ms) FROM change WHERE subject = ? AND field = ?"
    last_ms: int | None = db.execute(query, (subject.bytes, name)).fetchone()[0]
    return -(2**62) if last_ms is None else last_ms


def _last_edit_of(db: Database, subject: UUID, name: str) -> UUID | None:
    line = last_word(db, subject, name)
    return None if line is None else line.uuid_or_none("edit") or _JOINS
