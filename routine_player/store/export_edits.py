"""The log of edits in an export: what it holds has to be what its rows could have held.

Else an edit could not be taken back, or would leave a row that nobody can read.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

from routine_player.store.history_edits import JOINED, TABLES, UNSTORED, value_from

Database = sqlite3.Connection
Look = Callable[[str, bytes], object]

_FOR_GOOD: Final = {"uuid", "plan"}
"""Columns that nobody edits."""

_REFERENCES: Final[Mapping[str, str]] = {
    "run": "run",
    JOINED: "run",
    "session": "session",
    "shoes": "shoes",
    "rating": "pain_rating",
}
"""Fields that name a row, and the table it is in."""

_BY_MOMENT: Final = ("session", "run")
"""What a rating may be tied to depends on its moment; they are logged together, but read one by
one here."""


def strange_edit(
    db: Database,
    columns: Mapping[str, frozenset[str]],
    look: Look,
    errors: tuple[type[Exception], ...],
) -> str | None:
    """Give the field of the first edit that could never have been; None where all could be.

    `look` reads a row of a table by its uuid, and raises one of `errors` where it is none.
    """
    tables = {
        bytes(uuid): table
        for table in TABLES
        for (uuid,) in db.execute(f"SELECT uuid FROM {table}")  # noqa: S608 - names of ours
    }
    seen: set[tuple[str, str, str]] = set()
    query = "SELECT DISTINCT subject, field, was, became FROM change"
    for subject, field, *values in db.execute(query).fetchall():
        table = tables.get(bytes(subject))
        if table is None or not _is_edited(table, field, columns):
            return str(field)
        for value in values:
            if (table, field, value) not in seen:
                seen.add((table, field, value))
                try:
                    _try(db, (table, bytes(subject), field), json.loads(value), look)
                except errors:
                    return str(field)
    return None


def _is_edited(table: str, field: str, columns: Mapping[str, frozenset[str]]) -> bool:
    if field in UNSTORED:
        return table == "run"
    return field in columns[table] - _FOR_GOOD


def _try(
    db: Database, where: tuple[str, bytes, str], value: str | float | None, look: Look
) -> None:
    """Let a row hold a value for a moment, and look at it."""
    table, subject, field = where
    cell = value_from(field, value)
    if field in _REFERENCES and cell is not None:
        parent = _REFERENCES[field]
        query = f"SELECT 1 FROM {parent} WHERE uuid = ?"  # noqa: S608 - names of ours
        if db.execute(query, (cell,)).fetchone() is None:
            raise ValueError(field)
    is_new = field == "deleted" and cell is None
    if field in _REFERENCES or field in UNSTORED or is_new:
        return
    cells = dict.fromkeys(_BY_MOMENT) if (table, field) == ("pain_rating", "moment") else {}
    cells |= {field: cell}
    places = ", ".join(f"{name} = ?" for name in cells)
    db.execute("SAVEPOINT edit")
    try:
        db.execute(
            f"UPDATE {table} SET {places} WHERE uuid = ?",  # noqa: S608 - names of ours
            (*cells.values(), subject),
        )
        look(table, subject)
    finally:
        db.execute("ROLLBACK TO edit")
        db.execute("RELEASE edit")
