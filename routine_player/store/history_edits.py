"""Rows that people edit: nothing is overwritten without a line that says what was there before.

Whatever is changed at once is one edit, and each edit can be taken back, at any later time; taking
it back is an edit of its own. Each function runs inside a transaction of the caller's.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.store.history_cells import Cells
from routine_player.store.history_changes import (
    Cell,
    SaidBy,
    Saying,
    UnknownSubjectError,
    after_what_was_said,
    log_change,
    note_change,
)
from routine_player.store.history_errors import HistoryDamagedError, damaged_text
from routine_player.store.history_rows import columns_of

Database = sqlite3.Connection

TABLES: Final = ("run", "pain_rating", "session", "shoes", "day", "red_flag_check")
"""The tables whose rows are edited; a uuid stands in one of them only."""

JOINED: Final = "joined"
"""Says in the log of a run which other one it was joined with; no column, so it is in no row."""

HEARD: Final = "heard"
"""Says in the log of a run when and how long it was by a device that it was joined with."""

UNSTORED: Final = frozenset({JOINED, HEARD})
"""Fields of the log that are no columns."""

_REFERENCES: Final = {"run", "session", "shoes", "rating", JOINED}
"""Fields that hold the uuid of another row."""

_LAST_WORD_FIRST: Final = "ORDER BY changed_ms DESC, edit DESC, became DESC"
"""The order of the log in which two computers that know the same agree: lines that came with a
merge stand behind those that were there, whenever they were said."""

HOLDS: Final = """
    said.undoes IS NULL AND NOT EXISTS (
        SELECT 1 FROM change AS undoing WHERE undoing.undoes = said.edit AND NOT EXISTS (
            SELECT 1 FROM change AS redoing WHERE redoing.undoes = undoing.edit
        )
    )
"""
"""Asks of a line of the log, `said`, whether it takes nothing back and was not taken back."""

_TOGETHER: Final[Mapping[str, Sequence[tuple[str, ...]]]] = {
    "run": [("started_ms", "started_offset_s", "started_zone", "started_date")],
    "session": [("run", "run_by_hand")],
    "pain_rating": [
        ("rated_ms", "rated_offset_s", "rated_zone", "rated_date"),
        ("moment", "session", "run", "run_by_hand"),
    ],
    "red_flag_check": [("asked_ms", "asked_offset_s", "asked_zone", "asked_date")],
}
"""Columns that mean something only together.

Where two computers edited one row, the last word is taken cell by cell: the hour of one must not
meet the date of the other.
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: some `fields` of a row were changed, all at once.

    A row that was new has the field "deleted" among them. `undoes` is the edit it took back.
    """

    id: UUID
    subject: UUID
    fields: tuple[str, ...]
    at: Instant
    undoes: UUID | None


def put_row(
    db: Database, table: str, uuid: UUID, cells: Mapping[str, Cell], saying: Saying
) -> None:
    """Store a row, or write down how it differs from what is stored; a new one is not deleted."""
    stored = row_of(db, table, uuid)
    if stored is not None:
        set_cells(db, table, uuid, cells, saying)
        return
    columns = ["uuid", *cells, "deleted"]
    places = ", ".join("?" * len(columns))
    db.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608 - names of ours
        (uuid.bytes, *cells.values(), 0),
    )
    log_change(db, uuid, "deleted", (None, 0), saying)


def set_cells(
    db: Database, table: str, uuid: UUID, cells: Mapping[str, Cell], saying: Saying
) -> None:
    """Change some cells of a row, and write down what they were; UnknownSubjectError for no row."""
    row = row_of(db, table, uuid)
    if row is None:
        raise UnknownSubjectError(uuid)
    changed = {name: cell for name, cell in cells.items() if row[name] != cell}
    if changed:
        said = after_what_was_said(db, uuid, saying)
        for name in _with_what_belongs_to_them(table, changed):
            note_change(db, uuid, name, (row[name], cells.get(name, row[name])), said)
        places = ", ".join(f"{name} = ?" for name in changed)
        db.execute(
            f"UPDATE {table} SET {places} WHERE uuid = ?",  # noqa: S608 - names of ours
            (*changed.values(), uuid.bytes),
        )


def _with_what_belongs_to_them(table: str, names: Iterable[str]) -> tuple[str, ...]:
    """Give columns with those that are to be in the log with them, each once."""
    found: dict[str, None] = {}
    for name in names:
        groups = (group for group in _TOGETHER.get(table, ()) if name in group)
        found |= dict.fromkeys(next(groups, (name,)))
    return tuple(found)


def row_of(db: Database, table: str, uuid: UUID) -> sqlite3.Row | None:
    """Give a row by its uuid, a deleted one too."""
    found = db.execute(f"SELECT * FROM {table} WHERE uuid = ?", (uuid.bytes,))  # noqa: S608 - of ours
    row: sqlite3.Row | None = found.fetchone()
    return row


def is_stored(db: Database, uuid: UUID) -> bool:
    """Tell whether a row of any table has this uuid."""
    return any(row_of(db, table, uuid) is not None for table in TABLES)


def table_of(db: Database, uuid: UUID) -> str:
    """Find the table that a row is in; UnknownSubjectError where it is in none."""
    for table in TABLES:
        if row_of(db, table, uuid) is not None:
            return table
    raise UnknownSubjectError(uuid)


def undo(db: Database, edit: UUID, saying: Saying) -> frozenset[tuple[str, UUID]]:
    """Take an edit back, whatever came after it; what it added is hidden, not destroyed.

    Gives the rows that it was of, each with its table.
    """
    rows = db.execute("SELECT * FROM change WHERE edit = ? ORDER BY id DESC", (edit.bytes,))
    changes = [Cells(row) for row in rows.fetchall()]
    if not changes:
        raise UnknownSubjectError(edit)
    before: dict[UUID, dict[str, Cell]] = {}
    for change in changes:  # the last one first: what was there at first stays
        name = change.text("field")
        before.setdefault(change.uuid("subject"), {})[name] = _before(change, name)
    return frozenset(
        (_put_back(db, subject, cells, saying), subject) for subject, cells in before.items()
    )


def _put_back(db: Database, subject: UUID, cells: dict[str, Cell], saying: Saying) -> str:
    """Set the cells of a row to what they were; gives its table."""
    table = table_of(db, subject)
    stored = {name: cell for name, cell in cells.items() if name not in UNSTORED}
    if not stored.keys() <= columns_of(db, table):
        raise HistoryDamagedError(damaged_text())
    set_cells(db, table, subject, stored, saying)
    for name in cells.keys() - stored.keys():
        line = last_word(db, subject, name)
        was = None if line is None else said_last(line)
        note_change(db, subject, name, (was, cells[name]), after_what_was_said(db, subject, saying))
    return table


def last_word(db: Database, subject: UUID, field: str) -> Cells | None:
    """Give the line of the log that speaks last of a field; None where none does."""
    query = f"SELECT * FROM change WHERE subject = ? AND field = ? {_LAST_WORD_FIRST} LIMIT 1"  # noqa: S608 - an order of ours
    row = db.execute(query, (subject.bytes, field)).fetchone()
    return None if row is None else Cells(row)


def said_last(line: Cells) -> Cell:
    """Give what a field became by a line of the log."""
    return value_from(line.text("field"), line.edited("became"))


def is_known(db: Database, edit: UUID) -> bool:
    """Tell whether an edit changed anything."""
    found = db.execute("SELECT 1 FROM change WHERE edit = ? LIMIT 1", (edit.bytes,))
    return found.fetchone() is not None


def is_import_undone(db: Database, subject: UUID) -> bool:
    """Tell whether a hidden row is hidden because that is undone which brought it.

    One that somebody deleted is not, also where the deleting was undone and done again.
    """
    last = last_word(db, subject, "deleted")
    if last is None or not last.has("undoes"):
        return False
    query = """
        SELECT 1 FROM change
        WHERE edit = ? AND subject = ? AND field = 'deleted' AND undoes IS NULL AND became = 0
    """
    found = db.execute(query, (last.blob("undoes"), subject.bytes))
    return found.fetchone() is not None


def fields_undone(db: Database, subject: UUID) -> frozenset[str]:
    """Give the fields of a row whose last change took an earlier one back."""
    query = f"SELECT field, undoes FROM change WHERE subject = ? {_LAST_WORD_FIRST}"  # noqa: S608 - an order of ours
    undoes: dict[str, bool] = {}
    for row in map(Cells, db.execute(query, (subject.bytes,))):
        undoes.setdefault(row.text("field"), row.has("undoes"))
    return frozenset(field for field, is_undone in undoes.items() if is_undone)


def last_edit(db: Database) -> Edit | None:
    """Give the last edit of a person's that is not taken back, made on whichever computer."""
    query = f"""
        SELECT edit FROM change AS said WHERE said_by = :person AND edit IS NOT NULL AND {HOLDS}
        ORDER BY changed_ms DESC, id DESC LIMIT 1
    """  # noqa: S608 - ours
    for row in db.execute(query, {"person": SaidBy.PERSON}):
        return edit_of(db, Cells(row).uuid("edit"))
    return None


def rows_of(db: Database, edit: UUID) -> dict[str, int]:
    """Count the rows that an edit was of, by table."""
    query = "SELECT DISTINCT subject FROM change WHERE edit = ?"
    subjects = [Cells(row).uuid("subject") for row in db.execute(query, (edit.bytes,)).fetchall()]
    return dict(Counter(table_of(db, subject) for subject in subjects))


def edits(db: Database, subject: UUID) -> tuple[Edit, ...]:
    """Give the edits of one row, oldest first."""
    query = "SELECT edit FROM change WHERE subject = ? AND edit IS NOT NULL GROUP BY edit"
    rows = db.execute(query + " ORDER BY min(id)", (subject.bytes,)).fetchall()
    return tuple(edit_of(db, Cells(row).uuid("edit")) for row in rows)


def edit_of(db: Database, edit: UUID) -> Edit:
    """Give an edit that is known to be there."""
    query = "SELECT * FROM change WHERE edit = ? ORDER BY id"
    changes = [Cells(row) for row in db.execute(query, (edit.bytes,))]
    last = changes[-1]
    return Edit(
        edit,
        last.uuid("subject"),
        tuple(change.text("field") for change in changes),
        last.instant("changed"),
        last.uuid("undoes") if last.has("undoes") else None,
    )


def _before(change: Cells, name: str) -> Cell:
    was = change.edited("was")
    if name == "deleted" and was is None:
        return 1
    return value_from(name, was)


def value_from(name: str, value: str | float | None) -> Cell:
    """Give the cell of a column out of what the log of edits keeps."""
    if name not in _REFERENCES or value is None:
        return value
    try:
        return bytes.fromhex(str(value))
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error


def json_words(words: tuple[str, ...]) -> str:
    """Give a list of words as it stands in a cell."""
    return json.dumps(list(words), ensure_ascii=False)
