"""Shoes and days in the history: SQL in and out, values beyond.

Writing happens inside a transaction of the caller's.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from routine_player.core.day import DayFactors
from routine_player.core.shoes import Shoes, WornShoes
from routine_player.store.history_cells import Cells
from routine_player.store.history_changes import Cell, Saying
from routine_player.store.history_edits import json_words, put_row, row_of, set_cells
from routine_player.store.history_errors import HistoryDamagedError, damaged_text

Database = sqlite3.Connection

_NOTHING_SAID: Final[Mapping[str, Cell]] = {"tags": "[]", "medication": "", "note": ""}


def put_shoes(db: Database, shoes: Shoes, saying: Saying) -> None:
    """Store shoes, or write down how they differ from what is stored of them."""
    cells: dict[str, Cell] = {
        "name": shoes.name,
        "earlier_m": float(shoes.earlier_m),
        "since": None if shoes.since is None else shoes.since.isoformat(),
        "retired": None if shoes.retired is None else shoes.retired.isoformat(),
        "note": shoes.note,
    }
    put_row(db, "shoes", shoes.id, cells, saying)


def all_shoes(db: Database) -> tuple[WornShoes, ...]:
    """All shoes in the order they were added, with how far they were run in."""
    query = """
        SELECT *, earlier_m + coalesce(
            (SELECT sum(distance_m) FROM run WHERE run.shoes = shoes.uuid AND NOT run.deleted), 0.0
        ) AS worn_m
        FROM shoes WHERE NOT deleted ORDER BY id
    """
    return tuple(map(_worn, map(Cells, db.execute(query))))


def put_day(db: Database, day: DayFactors, saying: Saying) -> None:
    """Store what a day was like, or write down how it differs; a deleted one is there again.

    A day has the same uuid on two computers, so each word about it is in the log: what one says
    of it and what the other says come together.
    """
    cells: dict[str, Cell] = {
        "day": day.day.isoformat(),
        "hours_sat": None if day.hours_sat is None else float(day.hours_sat),
        "sleep_h": None if day.sleep_h is None else float(day.sleep_h),
        "lifting": None if day.lifting is None else int(day.lifting),
        "tags": json_words(day.tags),
        "medication": day.medication,
        "note": day.note,
    }
    if row_of(db, "day", day.id) is None:
        put_row(db, "day", day.id, {"day": day.day.isoformat()} | _NOTHING_SAID, saying)
    set_cells(db, "day", day.id, cells | {"deleted": 0}, saying)


def days_between(db: Database, first: date, last: date) -> tuple[DayFactors, ...]:
    """The days that anything was said of, in order, both ends too."""
    query = "SELECT * FROM day WHERE NOT deleted AND day BETWEEN ? AND ? ORDER BY day"
    return _days(db.execute(query, (first.isoformat(), last.isoformat())))


def tags_used(db: Database) -> tuple[str, ...]:
    """Every tag that was ever given to a day or a run, the one used most first."""
    query = """
        SELECT value AS tag FROM (
            SELECT value FROM day, json_each(day.tags) WHERE NOT deleted
            UNION ALL SELECT value FROM run, json_each(run.tags) WHERE NOT deleted
        ) GROUP BY value ORDER BY count(*) DESC, value
    """
    return tuple(row.text("tag") for row in map(Cells, db.execute(query)))


def _worn(row: Cells) -> WornShoes:
    return WornShoes(shoes_of(row), row.number("worn_m"))


def shoes_of(row: Cells) -> Shoes:
    """Read shoes; HistoryDamagedError for what is none."""
    try:
        return Shoes(
            row.text("name"),
            row.number("earlier_m"),
            row.day_or_none("since"),
            row.day_or_none("retired"),
            row.text("note"),
            row.uuid("uuid"),
        )
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error


def _days(rows: Iterable[sqlite3.Row]) -> tuple[DayFactors, ...]:
    try:
        return tuple(map(day_of, map(Cells, rows)))
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error


def day_of(row: Cells) -> DayFactors:
    """Read a day; ValueError or HistoryDamagedError for what is none."""
    return DayFactors(
        row.day("day"),
        row.number_or_none("hours_sat"),
        row.number_or_none("sleep_h"),
        row.flag_or_none("lifting"),
        row.words("tags"),
        row.text("medication"),
        row.text("note"),
    )
