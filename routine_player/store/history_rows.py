"""Rows of the history as JSON lines and back, told apart by uuid: for export, import and merging.

Sessions are written by `history_export`, with their log; everything else is here, each row with
the names of its columns, words in the place of numbers that stand for them.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, Final

from routine_player.store.history_codes import EFFORTS, SESSION_OUTCOMES, WHENS, Codes
from routine_player.store.history_diary_codes import (
    ACTIVITIES,
    COURSES,
    RATING_MOMENTS,
    RUN_KINDS,
    SOURCES,
    SPREADS,
    SURFACES,
)

Database = sqlite3.Connection

TABLES: Final = ("shoes", "run", "run_source", "pain_rating", "day", "red_flag_check", "change")
"""All tables but those of sessions, parents first."""

WORDS: Final[Mapping[str, Mapping[str, Codes[Any]]]] = {
    "session": {"outcome": SESSION_OUTCOMES, "effort": EFFORTS, "routine_when": WHENS},
    "run": {"activity": ACTIVITIES, "kind": RUN_KINDS, "surface": SURFACES},
    "run_source": {"kind": SOURCES},
    "pain_rating": {"moment": RATING_MOMENTS, "course": COURSES, "spread": SPREADS},
}

_JSON: Final = {"focus", "tags", "sites", "qualities", "answers", "was", "became"}
_ASCII: Final = {"was", "became", "answers"}  # as they are written in the first place
_BLOBS: Final = {"uuid", "run", "session", "shoes", "rating", "digest", "subject", "edit", "undoes"}


def row_lines(db: Database) -> Iterator[str]:
    """Give every row beside sessions as a line of JSON, deleted ones too, oldest first."""
    for table in TABLES:
        order = "run, kind, digest" if table == "run_source" else "id"
        for row in db.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 - names of ours
            yield json.dumps({"table": table} | values_of(table, row), ensure_ascii=False)


def values_of(table: str, row: sqlite3.Row) -> dict[str, Any]:
    """Give a row as JSON has it, without what is NULL and the number it has in this file."""
    return {
        name: _value(table, name, row[name])
        for name in row.keys()  # noqa: SIM118 - a row holds values, not names
        if name != "id" and row[name] is not None
    }


def cells_of(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the cells of a row out of JSON; ValueError for what none can be."""
    return {name: _cell(table, name, value) for name, value in values.items()}


def put_cells(db: Database, table: str, cells: Mapping[str, Any]) -> None:
    """Store a row that is not there yet."""
    names, places = ", ".join(cells), ", ".join("?" * len(cells))
    db.execute(
        f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608 - see columns_of
        tuple(cells.values()),
    )


def columns_of(db: Database, table: str) -> frozenset[str]:
    """Give the names of a table's columns, the number of a row in its file left out."""
    rows = db.execute(f"PRAGMA table_info({table})")
    return frozenset(str(row["name"]) for row in rows) - {"id"}


def _value(table: str, name: str, cell: Any) -> Any:
    codes = WORDS.get(table, {}).get(name)
    if codes is not None:
        word = codes.words.get(cell)
        return cell if word is None else word.value
    if isinstance(cell, bytes):
        return cell.hex()
    if name not in _JSON:
        return cell
    try:
        return json.loads(cell)
    except ValueError:
        return None


def _cell(table: str, name: str, value: Any) -> Any:
    codes = WORDS.get(table, {}).get(name)
    if codes is not None:
        by_word = {word.value: number for number, word in codes.words.items()}
        return by_word.get(value, value)
    if name in _JSON:
        return json.dumps(value, ensure_ascii=name in _ASCII)
    if name in _BLOBS and value is not None:
        return bytes.fromhex(value)
    return value
