"""Runs in the history, and where they come from: SQL in and out, values beyond.

Writing happens inside a transaction of the caller's.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date

from routine_player.core.run import FormFocus, LoggedRun, Run, RunId, Source
from routine_player.store.history_cells import Cells, columns_of
from routine_player.store.history_changes import Cell, Saying
from routine_player.store.history_diary_codes import ACTIVITIES, RUN_KINDS, SOURCES, SURFACES
from routine_player.store.history_edits import json_words, put_row
from routine_player.store.history_errors import HistoryDamagedError, damaged_text

Database = sqlite3.Connection


def put_run(db: Database, run: Run, saying: Saying) -> None:
    """Store a run, or write down how it differs from what is stored of it."""
    put_row(db, "run", run.id, cells_of(run), saying)


def add_source(db: Database, run: RunId, source: Source) -> None:
    """Note that a place told of a run; noting it twice changes nothing."""
    db.execute(
        "INSERT INTO run_source VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (run.bytes, SOURCES.number(source.kind), source.digest, source.file),
    )


def run_of_source(db: Database, digest: bytes) -> RunId | None:
    """Give the run that a file or line told of when it was read before, a deleted one last."""
    query = """
        SELECT run FROM run_source JOIN run ON run.uuid = run_source.run
        WHERE digest = ? ORDER BY deleted, run.id LIMIT 1
    """
    for row in db.execute(query, (digest,)):
        return Cells(row).uuid("run")
    return None


def is_deleted(db: Database, run_id: RunId) -> bool:
    """Tell whether a run that was stored is hidden."""
    query = "SELECT 1 FROM run WHERE uuid = ? AND deleted"
    return db.execute(query, (run_id.bytes,)).fetchone() is not None


def files_of(db: Database, run_id: RunId) -> frozenset[str]:
    """Give the names of the files that told of a run."""
    query = "SELECT * FROM run_source WHERE run = ?"
    return frozenset(Cells(row).text("file") for row in db.execute(query, (run_id.bytes,)))


def runs(db: Database, limit: int, offset: int) -> tuple[LoggedRun, ...]:
    """The last runs, newest first; a limit of -1 gives all."""
    query = "SELECT * FROM run WHERE NOT deleted ORDER BY started_ms DESC, id DESC LIMIT ? OFFSET ?"
    return _logged(db, db.execute(query, (limit, offset)).fetchall())


def runs_between(db: Database, first: date, last: date) -> tuple[LoggedRun, ...]:
    """The runs of some days, both ends too, newest first."""
    query = """
        SELECT * FROM run WHERE NOT deleted AND started_date BETWEEN ? AND ?
        ORDER BY started_ms DESC, id DESC
    """
    return _logged(db, db.execute(query, (first.isoformat(), last.isoformat())).fetchall())


def runs_around(db: Database, first_ms: int, last_ms: int) -> tuple[Run, ...]:
    """The runs that begin between two moments of UTC, both ends too, oldest first."""
    query = "SELECT * FROM run WHERE NOT deleted AND started_ms BETWEEN ? AND ? ORDER BY started_ms"
    return tuple(map(run_of, map(Cells, db.execute(query, (first_ms, last_ms)))))


def run(db: Database, run_id: RunId) -> LoggedRun | None:
    """One run, a deleted one too; None for one that was never stored."""
    rows = db.execute("SELECT * FROM run WHERE uuid = ?", (run_id.bytes,)).fetchall()
    return next(iter(_logged(db, rows)), None)


def _logged(db: Database, rows: Iterable[sqlite3.Row]) -> tuple[LoggedRun, ...]:
    return tuple(LoggedRun(each, _sources(db, each.id)) for each in map(run_of, map(Cells, rows)))


def _sources(db: Database, run_id: RunId) -> tuple[Source, ...]:
    query = "SELECT * FROM run_source WHERE run = ? ORDER BY kind, digest"
    return tuple(
        Source(row.word("kind", SOURCES), row.text("file"), row.blob("digest"))
        for row in map(Cells, db.execute(query, (run_id.bytes,)))
    )


def cells_of(run: Run) -> dict[str, Cell]:
    """Give a run as the cells of its row."""
    started = zip(
        ("started_ms", "started_offset_s", "started_zone", "started_date"),
        columns_of(run.started),
        strict=True,
    )
    return {
        "activity": ACTIVITIES.number(run.activity),
        "kind": None if run.kind is None else RUN_KINDS.number(run.kind),
        **dict(started),
        "duration_ms": _ms(run.duration_s),
        "elapsed_ms": _ms(run.elapsed_s),
        "distance_m": _float(run.distance_m),
        "climb_m": _float(run.climb_m),
        "cadence_spm": _float(run.cadence_spm),
        "surface": None if run.surface is None else SURFACES.number(run.surface),
        "shoes": None if run.shoes is None else run.shoes.bytes,
        "focus": json_words(tuple(run.focus)),
        "tags": json_words(run.tags),
        "note": run.note,
    }


def run_of(row: Cells) -> Run:
    """Read a run; HistoryDamagedError for what is none."""
    try:
        return Run(
            id=row.uuid("uuid"),
            started=row.instant("started"),
            activity=row.word("activity", ACTIVITIES),
            kind=row.word_or_none("kind", RUN_KINDS),
            duration_s=row.seconds_or_none("duration_ms"),
            elapsed_s=row.seconds_or_none("elapsed_ms"),
            distance_m=row.number_or_none("distance_m"),
            climb_m=row.number_or_none("climb_m"),
            cadence_spm=row.number_or_none("cadence_spm"),
            surface=row.word_or_none("surface", SURFACES),
            shoes=row.uuid_or_none("shoes"),
            focus=tuple(map(FormFocus, row.words("focus"))),
            tags=row.words("tags"),
            note=row.text("note"),
        )
    except ValueError as error:
        raise HistoryDamagedError(damaged_text()) from error


def _ms(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds * 1000)


def _float(number: float | None) -> float | None:
    return None if number is None else float(number)
