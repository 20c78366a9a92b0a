"""Two histories become one: what is in both is the same by its uuid, and merging again is nothing.

Where both know a row and differ, the log of edits tells who spoke last; of what was never spoken of
again, what says something stays. What comes out follows from what both know and from nothing else,
so the order in which histories are merged is all the same. Each function runs inside a transaction
of the caller's.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from routine_player.store.export_reading import read_export
from routine_player.store.history_edits import last_word, said_last
from routine_player.store.history_file import connect_to_nothing
from routine_player.store.history_joins import join_same_runs
from routine_player.store.history_rows import columns_of, put_cells
from routine_player.store.history_schema import bring_up_to_date
from routine_player.store.history_ties import retie_all
from routine_player.store.history_writing import plan_key
from routine_player.store.session_logs import ENDING, take_log, their_log_counts

Database = sqlite3.Connection

_SUBJECTS: Final = ("shoes", "run", "session", "pain_rating", "day", "red_flag_check")
_OF_THIS_FILE: Final = {"id", "plan"}
_EMPTY: Final = (None, "", "[]")
_TIE: Final = ("run",)
"""What changed where the other history ties a row to another run, be it but until ties are found
anew."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: `new` rows by table, and rows of ours that `changed`.

    `settled` are rows that both had edited, each without knowing of the other: the last word
    stays, and the log keeps both. `joined` are runs that both knew under two ids, `edits` lines
    that are new in the log.
    """

    new: Mapping[str, int]
    changed: int
    settled: int
    joined: int
    edits: int

    @property
    def is_nothing(self) -> bool:
        return not (any(self.new.values()) or self.changed or self.joined or self.edits)


@dataclass(frozen=True, slots=True)
class _Edits:
    """Which field of which row only we have edited, and which only they have."""

    ours: frozenset[tuple[bytes, str]]
    theirs: frozenset[tuple[bytes, str]]
    count: int

    def is_settled(self, uuid: bytes, names: Iterable[str]) -> bool:
        return any((uuid, name) in self.ours & self.theirs for name in names)


def merge_lines(
    db: Database,
    lines: Iterable[str],
    migrations: Path,
    told: tuple[Callable[[], None], Callable[[], None]],
) -> Merged:
    """Take in an export; NoExportError for what is none, and then nothing is taken.

    The first of those that are told is called for each row that is looked at, the second once all
    lines are read; what they raise ends the merge.
    """
    with closing(connect_to_nothing()) as other:
        bring_up_to_date(other, migrations)
        step, read = told
        read_export(other, lines)
        read()
        return merge(db, other, step)


def merge(db: Database, other: Database, step: Callable[[], None]) -> Merged:
    """Take in all of another history of the newest format."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    ours, theirs = _runs(db), _runs(other)
    edits = _merge_changes(db, other)
    new: Counter[str] = Counter()
    touched: list[tuple[str, sqlite3.Row]] = []
    changed = settled = 0
    for table in _SUBJECTS:
        for row in other.execute(f"SELECT * FROM {table} ORDER BY id"):  # noqa: S608 - names of ours
            step()
            stored = _row(db, table, row["uuid"])
            if stored is None:
                _add_row(db, other, table, row)
                new[table] += 1
                continue
            names = _settle_row(db, other, table, (stored, row))
            if names == _TIE:
                touched.append((table, stored))
            else:
                changed += bool(names)
            settled += edits.is_settled(row["uuid"], _differing(stored, row))
    _merge_sources(db, other)
    joined = join_same_runs(db, ours - theirs, theirs - ours)
    step()
    retie_all(db)
    changed += sum(_tie_of(db, table, row["uuid"]) != row["run"] for table, row in touched)
    return Merged(new, changed, settled, joined, edits.count)


def _runs(db: Database) -> frozenset[UUID]:
    return frozenset(UUID(bytes=uuid) for (uuid,) in db.execute("SELECT uuid FROM run"))


def _merge_changes(db: Database, other: Database) -> _Edits:
    names = sorted(columns_of(db, "change"))
    query = f"SELECT {', '.join(names)} FROM change ORDER BY id"  # noqa: S608 - names of ours
    ours = {tuple(row) for row in db.execute(query)}
    theirs = {tuple(row): dict(row) for row in other.execute(query)}
    lacking = [cells for key, cells in theirs.items() if key not in ours]
    for cells in lacking:
        put_cells(db, "change", cells)
    subject, field = names.index("subject"), names.index("field")
    return _Edits(
        frozenset((row[subject], row[field]) for row in ours - theirs.keys()),
        frozenset((cells["subject"], cells["field"]) for cells in lacking),
        len(lacking),
    )


def _row(db: Database, table: str, uuid: bytes) -> sqlite3.Row | None:
    found = db.execute(f"SELECT * FROM {table} WHERE uuid = ?", (uuid,))  # noqa: S608 - names of ours
    row: sqlite3.Row | None = found.fetchone()
    return row


def _tie_of(db: Database, table: str, uuid: bytes) -> bytes | None:
    query = f"SELECT run FROM {table} WHERE uuid = ?"  # noqa: S608 - names of ours
    run: bytes | None = db.execute(query, (uuid,)).fetchone()[0]
    return run


def _add_row(db: Database, other: Database, table: str, row: sqlite3.Row) -> None:
    cells = {name: row[name] for name in columns_of(db, table) - {"id"}}
    if table == "session":
        plan = other.execute("SELECT * FROM plan WHERE id = ?", (row["plan"],)).fetchone()
        cells["plan"] = plan_key(db, plan["steps"], plan["step_count"])
    put_cells(db, table, cells)
    if table == "session":
        take_log(db, other, row["uuid"])


def _differing(ours: sqlite3.Row, theirs: sqlite3.Row) -> list[str]:
    return [
        name
        for name in ours.keys()  # noqa: SIM118 - a row holds values, not names
        if name not in _OF_THIS_FILE and ours[name] != theirs[name]
    ]


def _settle_row(
    db: Database, other: Database, table: str, rows: tuple[sqlite3.Row, sqlite3.Row]
) -> tuple[str, ...]:
    """Let a row that both have be what was last said of it; gives the columns that changed."""
    ours, theirs = rows
    cells = {name: _settled(db, name, rows) for name in _differing(ours, theirs)}
    log: tuple[str, ...] = ()
    if table == "session":
        winner = ours
        if their_log_counts(db, other, ours["uuid"]):
            winner, log = theirs, ("log",)
            take_log(db, other, ours["uuid"])
        cells |= {name: winner[name] for name in ENDING}
    changed = {name: cell for name, cell in cells.items() if ours[name] != cell}
    if changed:
        places = ", ".join(f"{name} = ?" for name in changed)
        db.execute(
            f"UPDATE {table} SET {places} WHERE uuid = ?",  # noqa: S608 - names of ours
            (*changed.values(), ours["uuid"]),
        )
    return (*changed, *log)


def _settled(db: Database, name: str, rows: tuple[sqlite3.Row, sqlite3.Row]) -> Any:
    """Give a cell as it was last said; of one that nobody spoke of, the one that says something."""
    ours, theirs = rows
    said = last_word(db, UUID(bytes=ours["uuid"]), name)
    if said is not None:
        return said_last(said)
    return max((ours[name], theirs[name]), key=_weight)


def _weight(cell: Any) -> tuple[bool, bool, Any]:
    """Put cells of one column in an order that is the same everywhere, empty ones first."""
    return cell not in _EMPTY, cell is not None, "" if cell is None else cell


def _merge_sources(db: Database, other: Database) -> None:
    for row in other.execute("SELECT * FROM run_source"):
        db.execute(
            """
            INSERT INTO run_source VALUES (?, ?, ?, ?)
            ON CONFLICT (run, kind, digest) DO UPDATE SET file = min(file, excluded.file)
            """,
            (row["run"], row["kind"], row["digest"], row["file"]),
        )
