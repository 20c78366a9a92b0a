"""The history as text, once a day: for people and programs that know nothing of this one.

A gzipped file with one JSON object a line; the first says what it is, each other is a session.
"""

import gzip
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from routine_player.core.entry import Entry
from routine_player.core.instant import Instant
from routine_player.store import history_file, history_reading
from routine_player.store.backups import Backup
from routine_player.store.history_errors import HistoryExportError, HistoryReadError, plain_errors
from routine_player.store.history_values import Change, PainRating, PastSession
from routine_player.store.sync import sync_file, sync_names

FORMAT = "routine-player history 1"

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
    with gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=now.utc_ms // 1000) as packed:
        for line in _lines(backup, now):
            packed.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _lines(backup: Backup, now: Instant) -> Iterator[dict[str, Any]]:
    yield {"format": FORMAT, "exported": _instant(now)}
    with history_file.reading(backup.path) as db:
        for past, is_deleted in history_reading.past_sessions(db):
            edits = history_reading.changes(db, past.summary.id)
            yield _session(past) | {"deleted": is_deleted, "edits": [_edit(edit) for edit in edits]}


def _session(past: PastSession) -> dict[str, Any]:
    summary = past.summary
    return {
        "id": str(summary.id),
        "routine": summary.routine,
        "routine_name": summary.routine_name,
        "started": _instant(summary.started),
        "ended": None if summary.ended is None else _instant(summary.ended),
        "outcome": summary.outcome.value,
        "planned_s": summary.planned_s,
        "active_s": summary.active_s,
        "speed": summary.speed,
        "effort": None if summary.effort is None else summary.effort.value,
        "note": summary.note,
        "plan": json.loads(past.plan.text),
        "log": [_log_line(entry) for entry in past.entries],
        "pain": [_rating(rating) for rating in past.ratings],
    }


def _log_line(entry: Entry) -> dict[str, Any]:
    line = {
        "what": entry.kind.name.lower().replace("_", "-"),
        "at": entry.at.iso(),
        "session_s": entry.at_s,
        "step": entry.step_index,
        "attempt": entry.attempt,
        "outcome": None if entry.outcome is None else entry.outcome.value,
        "works_done": entry.works_done or None,
        "works_planned": entry.works_planned or None,
        "length_s": entry.length_s or None,
        "exercise": entry.slug or None,
        "name": entry.name or None,
    }
    return {key: value for key, value in line.items() if value is not None}


def _rating(rating: PainRating) -> dict[str, Any]:
    return {
        "id": str(rating.id),
        "moment": rating.moment.value,
        "score": rating.score,
        "sites": list(rating.sites),
        "step": rating.step_index,
        "rated": _instant(rating.at),
    }


def _edit(change: Change) -> dict[str, Any]:
    return {
        "field": change.field,
        "was": change.was,
        "became": change.became,
        "at": _instant(change.at),
    }


def _instant(at: Instant) -> dict[str, Any]:
    return {"local": at.iso(), "zone": at.zone, "day": at.local_date.isoformat()}
