"""Two histories become one: what is in both is the same by its uuid, and merging again is nothing.

Where both know a row and differ, the log of edits tells who spoke last. Each function runs inside a
transaction of the caller's.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from routine_player.core.events import Outcome
from routine_player.core.language import tr
from routine_player.store.history_codes import KINDS, OUTCOMES
from routine_player.store.history_edits import value_from
from routine_player.store.history_errors import HistoryReadError
from routine_player.store.history_export import FORMAT, word_of
from routine_player.store.history_file import connect_to_nothing
from routine_player.store.history_rows import TABLES, cells_of, columns_of, put_cells
from routine_player.store.history_schema import bring_up_to_date
from routine_player.store.history_ties import retie_all

Database = sqlite3.Connection

_SUBJECTS = ("shoes", "run", "session", "pain_rating", "day", "red_flag_check")
_ENDING = ("outcome", "active_ms", "ended_ms", "ended_offset_s", "ended_zone", "ended_date")
_OF_THIS_FILE = {"id", "plan"}


_PUT_EVENT = """
    INSERT INTO event (
        session, seq, kind, at_ms, after_ms, step, attempt, outcome, works_done, works_planned,
        length_ms, exercise
    ) VALUES (
        :session, :seq, :kind, :at_ms, :after_ms, :step, :attempt, :outcome, :works_done,
        :works_planned, :length_ms, :exercise
    )
"""


class NoExportError(HistoryReadError):
    """A file is no export of a history, or a damaged one; the text says so."""


def merge_lines(db: Database, lines: Iterable[str], migrations: Path) -> None:
    """Take in an export; NoExportError for what is none, and then nothing is taken."""
    with closing(connect_to_nothing()) as other:
        bring_up_to_date(other, migrations)
        other.execute("PRAGMA foreign_keys = OFF")  # rows may come before those they speak of
        _read_lines(other, lines)
        if other.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise NoExportError(tr("this export is damaged"))
        merge(db, other)


def merge(db: Database, other: Database) -> None:
    """Take in all of another history of the newest format."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    _merge_changes(db, other)
    for table in _SUBJECTS:
        for row in other.execute(f"SELECT * FROM {table} ORDER BY id"):  # noqa: S608 - names of ours
            _merge_row(db, other, table, row)
    for row in other.execute("SELECT * FROM run_source"):
        db.execute("INSERT OR IGNORE INTO run_source VALUES (?, ?, ?, ?)", tuple(row))
    retie_all(db)


def _merge_changes(db: Database, other: Database) -> None:
    names = sorted(columns_of(db, "change"))
    same = " AND ".join(f"{name} IS ?" for name in names)
    for row in other.execute("SELECT * FROM change ORDER BY id"):
        cells = {name: row[name] for name in names}
        known = db.execute(
            f"SELECT 1 FROM change WHERE subject = ? AND {same}",  # noqa: S608 - names of ours
            (row["subject"], *cells.values()),
        ).fetchone()
        if known is None:
            put_cells(db, "change", cells)


def _merge_row(db: Database, other: Database, table: str, row: sqlite3.Row) -> None:
    ours = db.execute(
        f"SELECT * FROM {table} WHERE uuid = ?",  # noqa: S608 - names of ours
        (row["uuid"],),
    ).fetchone()
    cells = {name: row[name] for name in columns_of(db, table) - _OF_THIS_FILE}
    if ours is None:
        if table == "session":
            cells["plan"] = _plan_in(db, other, row["plan"])
        put_cells(db, table, cells)
    else:
        cells = _said_last(db, ours, cells)
        if table == "session" and _length(other, row["id"]) > _length(db, ours["id"]):
            cells |= {name: row[name] for name in _ENDING}
        places = ", ".join(f"{name} = ?" for name in cells)
        db.execute(
            f"UPDATE {table} SET {places} WHERE uuid = ?",  # noqa: S608 - names of ours
            (*cells.values(), row["uuid"]),
        )
    if table == "session":
        _copy_log(db, other, row)


def _said_last(db: Database, ours: sqlite3.Row, theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Give the cells of a row that both have, as they were last said; else ours."""
    cells: dict[str, Any] = {}
    for name, cell in theirs.items():
        cells[name] = ours[name]
        if ours[name] != cell:
            said = db.execute(
                """
                SELECT became FROM change WHERE subject = ? AND field = ?
                ORDER BY changed_ms DESC, id DESC LIMIT 1
                """,
                (ours["uuid"], name),
            ).fetchone()
            cells[name] = ours[name] if said is None else value_from(name, json.loads(said[0]))
    return cells


def _length(db: Database, session: int) -> int:
    return int(db.execute("SELECT count(*) FROM event WHERE session = ?", (session,)).fetchone()[0])


def _plan_in(db: Database, other: Database, plan: int) -> int:
    row = other.execute("SELECT * FROM plan WHERE id = ?", (plan,)).fetchone()
    return _plan_key(db, row["steps"], row["step_count"])


def _plan_key(db: Database, steps: str, count: int) -> int:
    from hashlib import blake2b

    digest = blake2b(steps.encode(), digest_size=16).digest()
    db.execute(
        "INSERT INTO plan (digest, steps, step_count) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (digest, steps, count),
    )
    return int(db.execute("SELECT id FROM plan WHERE digest = ?", (digest,)).fetchone()[0])


def _exercise_key(db: Database, slug: str, name: str) -> int:
    db.execute(
        "INSERT INTO exercise (slug, name) VALUES (?, ?) ON CONFLICT DO NOTHING", (slug, name)
    )
    found = db.execute("SELECT id FROM exercise WHERE slug = ? AND name = ?", (slug, name))
    return int(found.fetchone()[0])


def _copy_log(db: Database, other: Database, session: sqlite3.Row) -> None:
    """Copy the lines of a session that we lack: a log only ever grows at its end."""
    key = db.execute("SELECT id FROM session WHERE uuid = ?", (session["uuid"],)).fetchone()[0]
    lines = other.execute(
        """
        SELECT event.*, slug, name FROM event LEFT JOIN exercise ON exercise.id = event.exercise
        WHERE session = ? AND seq > ? ORDER BY seq
        """,
        (session["id"], _length(db, key)),
    ).fetchall()
    events: list[dict[str, Any]] = []
    for line in lines:
        event = dict(line) | {"session": key}
        if line["slug"] is not None:
            event["exercise"] = _exercise_key(db, line["slug"], line["name"])
        events.append(event)
    db.executemany(_PUT_EVENT, events)


# Reading an export


def _read_lines(db: Database, lines: Iterable[str]) -> None:
    try:
        found = iter(lines)
        head = json.loads(next(found, "null"))
        if not isinstance(head, dict) or cast("dict[str, Any]", head).get("format") != FORMAT:
            raise NoExportError(tr("this is no export of a history, or of an old version"))
        for line in found:
            values: dict[str, Any] = json.loads(line)
            table = values.pop("table")
            if table == "session":
                _put_session(db, values)
            else:
                _put_row(db, table, values)
    except (ValueError, TypeError, KeyError, AttributeError, sqlite3.Error) as error:
        raise NoExportError(tr("this export is damaged")) from error


def _put_row(db: Database, table: str, values: dict[str, Any]) -> None:
    if table not in TABLES or not values.keys() <= columns_of(db, table):
        raise ValueError(f"there is no table {table} of {sorted(values)}")
    put_cells(db, table, cells_of(table, values))


def _put_session(db: Database, values: dict[str, Any]) -> None:
    plan, log = values.pop("plan"), values.pop("log")
    del values["started_at"]
    if not values.keys() <= columns_of(db, "session"):
        raise ValueError("unknown columns of a session")
    steps = json.dumps(plan, ensure_ascii=False, separators=(",", ":"))
    cells = cells_of("session", values) | {"plan": _plan_key(db, steps, len(plan))}
    put_cells(db, "session", cells)
    key = db.execute("SELECT last_insert_rowid()").fetchone()[0]
    events = [{"session": key, "seq": seq} | _event(db, line) for seq, line in enumerate(log, 1)]
    db.executemany(_PUT_EVENT, events)


def _event(db: Database, line: Mapping[str, Any]) -> dict[str, Any]:
    cells = {name: line.get(name) for name in ("step", "attempt", "works_done", "works_planned")}
    outcome = line.get("outcome")
    length_s = line.get("length_s")
    exercise = None
    if "exercise" in line:
        exercise = _exercise_key(db, line["exercise"], line["name"])
    return cells | {
        "kind": _KIND_BY_WORD[line["what"]],
        "at_ms": round(line["session_s"] * 1000),
        "after_ms": round(line["after_s"] * 1000),
        "outcome": None if outcome is None else OUTCOMES.number(Outcome(outcome)),
        "length_ms": None if length_s is None else round(length_s * 1000),
        "exercise": exercise,
    }


_KIND_BY_WORD = {word_of(kind): number for number, kind in KINDS.words.items()}
