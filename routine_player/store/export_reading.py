"""An export is read line by line into a history of its own; a mistake is told with its line.

Nothing is believed: each row has to be one that this program could have written, or a file that
somebody edited would damage the history that it is taken into.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, cast

from routine_player.core.language import tr
from routine_player.core.outcome import Outcome
from routine_player.core.plan import plan_from
from routine_player.store import history_days, history_ratings, history_runs
from routine_player.store.export_edits import strange_edit
from routine_player.store.history_cells import Cells, instant_of
from routine_player.store.history_changes import SaidBy
from routine_player.store.history_codes import KINDS, OUTCOMES
from routine_player.store.history_diary_codes import SOURCES
from routine_player.store.history_edits import value_from
from routine_player.store.history_errors import HistoryDamagedError, HistoryReadError
from routine_player.store.history_export import FORMAT, word_of
from routine_player.store.history_rows import TABLES, cells_of, columns_of, put_cells
from routine_player.store.history_summaries import summary_of
from routine_player.store.history_writing import exercise_key, plan_key

Database = sqlite3.Connection

_MANY: Final = 15_000_000
"""Characters in a line, at most: a session of a whole day has some 100,000."""

_NAMES: Final[Mapping[str, str]] = {
    "session": "session",
    "shoes": "pair of shoes",
    "run": "run",
    "run_source": "source of a run",
    "pain_rating": "pain rating",
    "day": "day",
    "red_flag_check": "answer about red flags",
    "change": "line in the log of edits",
}
_KIND_BY_WORD: Final = {word_of(kind): number for number, kind in KINDS.words.items()}
_FAMILY, _VERSION = FORMAT.rsplit(" ", 1)
_UNFIT: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    sqlite3.Error,
    HistoryDamagedError,
)

_LATER_S: Final = 366 * 24 * 3600.0

_PUT_EVENT = """
    INSERT INTO event (
        session, seq, kind, at_ms, after_ms, step, attempt, outcome, works_done, works_planned,
        length_ms, exercise
    ) VALUES (
        :session, :seq, :kind, :at_ms, :after_ms, :step, :attempt, :outcome, :works_done,
        :works_planned, :length_ms, :exercise
    )
"""


_SESSION: Final = """
    SELECT *, 0 AS steps_done, 0 AS step_count, 0 AS so_far_ms,
        NULL AS pain_before, NULL AS pain_after
    FROM session WHERE id = ?
"""


class NoExportError(HistoryReadError):
    """A file is no export of a history, or a damaged one; the text says where, and why."""


def read_export(db: Database, lines: Iterable[str]) -> None:
    """Read an export into an empty history; NoExportError for what is none, or not whole."""
    db.execute("PRAGMA foreign_keys = OFF")  # rows may come before those they speak of
    found = iter(lines)
    promised = _lines_promised(_json(1, next(found, "null").removeprefix("\ufeff")))
    columns = {table: columns_of(db, table) for table in _NAMES}
    count = 0
    for number, line in enumerate(found, start=2):
        if line.strip():
            count += 1
            _read_line(db, number, line, columns)
    if promised is not None and count != promised:
        raise NoExportError(
            tr("This export is cut off, or was edited: {expected} lines were expected after the "
               "first, and there are {found}.", expected=promised, found=count)
        )  # fmt: skip
    _refuse_loose_rows(db)
    _refuse_strange_edits(db, columns)


def put_events(db: Database, events: Iterable[Mapping[str, Any]]) -> None:
    """Store lines of a session's log, their columns by name."""
    db.executemany(_PUT_EVENT, events)


def _lines_promised(head: object) -> int | None:
    """Read the first line: what a file says of itself, and how many lines follow if it says so."""
    values = cast("dict[str, Any]", head) if isinstance(head, dict) else {}
    family, _, version = str(values.get("format", "")).rpartition(" ")
    if family != _FAMILY or not version.isdecimal():
        raise NoExportError(
            tr("This is no export of a history: the first line was expected to be "
               '{{"format": "{format}", ...}}.', format=FORMAT)
        )  # fmt: skip
    if int(version) > int(_VERSION):
        raise NoExportError(
            tr("A newer Routine Player wrote this export (format {version}; this one knows "
               "{newest}). Update the program to take it in.", version=version, newest=_VERSION)
        )  # fmt: skip
    if version != _VERSION:
        raise NoExportError(tr("This export is of an old version, which can't be taken in."))
    promised = values.get("lines")
    return promised if isinstance(promised, int) else None


def _json(number: int, line: str) -> object:
    if len(line) > _MANY:
        raise _damaged(number, tr("it is longer than any row can be"))
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        if number == 1:
            return None
        raise _damaged(number, tr("it is no JSON, or was cut off")) from error


def _read_line(db: Database, number: int, line: str, columns: Mapping[str, frozenset[str]]) -> None:
    values = _json(number, line)
    table = cast("dict[str, Any]", values).get("table") if isinstance(values, dict) else None
    if not isinstance(table, str) or table not in _NAMES:
        expected = ", ".join(("session", *TABLES))
        raise _damaged(number, tr('"table" was expected to be one of {names}', names=expected))
    row = dict(cast("dict[str, Any]", values))
    del row["table"]
    try:
        if table == "session":
            _put_session(db, row, columns[table])
        else:
            _put_row(db, table, row, columns[table])
    except _UNFIT as error:
        what = tr(_NAMES[table])
        raise _damaged(number, tr("it is not what a {what} is", what=what), error) from error


def _put_row(db: Database, table: str, row: dict[str, Any], columns: frozenset[str]) -> None:
    _refuse_unknown(row, columns)
    put_cells(db, table, cells_of(table, row))
    if table == "run_source":
        SOURCES.word(cells_of(table, row)["kind"])
        return
    _look(db, table, db.execute("SELECT last_insert_rowid()").fetchone()[0])


def _look(db: Database, table: str, key: int) -> None:
    """Read a row that is stored, and raise what is wrong with it."""
    query = _SESSION if table == "session" else f"SELECT * FROM {table} WHERE id = ?"  # noqa: S608 - names of ours
    _READ[table](Cells(db.execute(query, (key,)).fetchone()))


def _put_session(db: Database, row: dict[str, Any], columns: frozenset[str]) -> None:
    plan, log = row.pop("plan"), row.pop("log")
    del row["started_at"]
    _refuse_unknown(row, columns)
    steps = json.dumps(plan, ensure_ascii=False, separators=(",", ":"))
    changes = db.total_changes
    cells = cells_of("session", row) | {"plan": plan_key(db, steps, len(plan))}
    if db.total_changes > changes:  # most sessions have the plan of an earlier one
        plan_from(steps)
    put_cells(db, "session", cells)
    key = db.execute("SELECT last_insert_rowid()").fetchone()[0]
    events = [{"session": key, "seq": seq} | _event(db, line) for seq, line in enumerate(log, 1)]
    put_events(db, events)
    started = summary_of(Cells(db.execute(_SESSION, (key,)).fetchone())).started
    moments = [event["after_ms"] for event in events] or [0]
    for after_ms in (min(moments), max(moments)):
        instant_of(started.utc_ms + after_ms, started.offset_s, started.zone)


def _refuse_unknown(row: Mapping[str, Any], columns: frozenset[str]) -> None:
    unknown = sorted(row.keys() - columns)
    if unknown:
        raise ValueError(tr("'{name}' is unknown", name=unknown[0]))


def _event(db: Database, line: Mapping[str, Any]) -> dict[str, Any]:
    cells = {name: line.get(name) for name in ("step", "attempt", "works_done", "works_planned")}
    outcome = line.get("outcome")
    length_s = line.get("length_s")
    exercise = None
    if "exercise" in line:
        exercise = exercise_key(db, line["exercise"], line["name"])
    return cells | {
        "kind": _KIND_BY_WORD[line["what"]],
        "at_ms": round(line["session_s"] * 1000),
        "after_ms": round(line["after_s"] * 1000),
        "outcome": None if outcome is None else OUTCOMES.number(Outcome(outcome)),
        "length_ms": None if length_s is None else round(length_s * 1000),
        "exercise": exercise,
    }


def _read_day(row: Cells) -> None:
    if history_days.day_of(row).id != row.uuid("uuid"):
        raise ValueError(tr("its uuid is not the one of its date"))


def _read_change(row: Cells) -> None:
    row.instant("changed").after(_LATER_S)  # what is said next is later than this
    SaidBy(row.whole("said_by"))
    for name in ("was", "became"):
        value_from(row.text("field"), row.edited(name))


_READ: Final[Mapping[str, Callable[[Cells], object]]] = {
    "session": summary_of,
    "shoes": history_days.shoes_of,
    "run": history_runs.run_of,
    "pain_rating": history_ratings.rating_of,
    "day": _read_day,
    "red_flag_check": history_ratings.check_of,
    "change": _read_change,
}


def _refuse_loose_rows(db: Database) -> None:
    for row in db.execute("PRAGMA foreign_key_check"):
        raise NoExportError(
            tr("This export is not whole: a {what} speaks of a {parent} that is not in it.",
               what=tr(_NAMES.get(row["table"], "row")),
               parent=tr(_NAMES.get(row["parent"], "row")))
        )  # fmt: skip


def _refuse_strange_edits(db: Database, columns: Mapping[str, frozenset[str]]) -> None:
    """See that each edit is of a column that its row has, and of what it could hold."""

    def look(table: str, uuid: bytes) -> None:
        query = f"SELECT id FROM {table} WHERE uuid = ?"  # noqa: S608 - names of ours
        _look(db, table, db.execute(query, (uuid,)).fetchone()[0])

    field = strange_edit(db, columns, look, _UNFIT)
    if field is not None:
        raise NoExportError(
            tr("This export is not whole: an edit speaks of '{field}' of a row that is not in it, "
               "or that can't be so.", field=field)
        )  # fmt: skip


def _damaged(number: int, why: str, error: Exception | None = None) -> NoExportError:
    return NoExportError(
        tr("Line {number} of this export is damaged: {why}{hint}. Nothing was taken in.",
           number=number, why=why, hint=_hint(error))
    )  # fmt: skip


def _hint(error: Exception | None) -> str:
    if error is None or isinstance(error, HistoryDamagedError | TypeError | AttributeError):
        return ""  # their words speak of something else, or to programmers
    if isinstance(error, KeyError):
        return f" ({tr('{name} is missing, or unknown', name=error)})"
    return f" ({error})"
