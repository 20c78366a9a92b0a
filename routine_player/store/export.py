"""The history as text, once a day: for people and programs that know nothing of this one.

A gzipped file with one JSON object a line; the first says what it is, each other is a session with
its log, or a row of what was said beside sessions.
"""

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from routine_player.core.instant import Instant
from routine_player.store import history_export, history_file, history_rows
from routine_player.store.backups import Backup
from routine_player.store.history_errors import HistoryExportError, HistoryReadError, plain_errors
from routine_player.store.sync import sync_file, sync_names

_KEPT = 7


def is_export_due(folder: Path, now: Instant) -> bool:
    """Whether there is none of today yet."""
    return not _path(folder, now).exists()


def export(backup: Backup, folder: Path, now: Instant) -> Path:
    """Write the sessions of a backup as text, deleted ones too, and throw away the oldest files.

    It reads the backup alone, so it may run in any thread. HistoryExportError where there is no
    room, HistoryDamagedError or HistoryReadError where the backup cannot be read.
    """
    path = _path(folder, now)
    part = path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with plain_errors(HistoryReadError), part.open("wb") as file:
            _write(file, backup, now)
        sync_file(part)
        part.replace(path)
        sync_names(folder)
    except OSError as error:
        raise HistoryExportError.because(error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    for old in sorted(folder.glob("history-????-??-??.jsonl.gz"), reverse=True)[_KEPT:]:
        with suppress(OSError):  # it is tried again tomorrow
            old.unlink()
    return path


def _path(folder: Path, now: Instant) -> Path:
    return folder / f"history-{now.local_date.isoformat()}.jsonl.gz"


def _write(file: IO[bytes], backup: Backup, now: Instant) -> None:
    with (
        gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=now.utc_ms // 1000) as packed,
        history_file.reading(backup.path) as db,
    ):
        for line in export_lines(db, now):
            packed.write(line.encode() + b"\n")


def _count(db: sqlite3.Connection) -> int:
    """How many lines follow the first: a file that was cut off is told by it."""
    counts = (f"(SELECT count(*) FROM {table})" for table in ("session", *history_rows.TABLES))  # noqa: S608 - names of ours
    return int(db.execute(f"SELECT {' + '.join(counts)}").fetchone()[0])


def export_lines(db: sqlite3.Connection, now: Instant) -> Iterator[str]:
    """Give everything that a history holds, line by line; `Diary.merge_lines` takes it in."""
    head = {"format": history_export.FORMAT, "exported_at": now.iso(), "lines": _count(db)}
    yield json.dumps(head)
    yield from history_export.session_lines(db)
    yield from history_rows.row_lines(db)
