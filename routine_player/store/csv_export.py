"""The history as tables that spreadsheets open: a file each for sessions, runs, ratings and so on.

A cell that a spreadsheet would take for a formula is written as text.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

from routine_player.store.diary_json import (
    check_values,
    day_values,
    rating_values,
    run_values,
    shoes_values,
)
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryExportError
from routine_player.store.session_summary import SessionSummary
from routine_player.store.sync import sync_file, sync_names

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, for some spreadsheets in the wide letters of East Asia too."""
_PART: Final = ".part"

_COLUMNS: Final[Mapping[str, Sequence[str]]] = {
    "sessions": (
        "id", "routine", "started_at", "outcome", "steps_done", "steps_planned", "active_s",
        "speed", "run", "name", "pain_before", "pain_after", "effort", "note",
    ),
    "runs": (
        "id", "start_utc", "start_local", "distance_m", "duration_s", "elapsed_s", "cadence_spm",
        "climb_m", "kind", "run_kind", "surface", "shoes", "focus", "tags", "note", "source",
        "files",
    ),
    "ratings": (
        "id", "moment", "score", "at_utc", "at_local", "sites", "qualities", "onset_min",
        "course", "spread", "numbness", "medication", "note", "session", "run",
    ),
    "shoes": ("id", "name", "worn_m", "earlier_m", "since", "retired", "note"),
    "days": ("day", "hours_sat", "sleep_h", "lifting", "tags", "medication", "note"),
    "red_flags": ("id", "at_utc", "at_local", "answers", "urgency", "rating"),
}  # fmt: skip
"""The columns of each table, which stand in its first line also where it has no row."""


def export_csv(
    history: History, folder: Path, step: Callable[[], None] = lambda: None
) -> Sequence[Path]:
    """Write the tables into a folder, in the place of those of earlier; gives the files.

    `step` is called for each row; what it raises ends it, and nothing is written then.

    HistoryExportError where there is no room: then those of earlier are as they were. Errors of
    History where it cannot be read.
    """
    parts: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in _tables(history).items():
            parts.append(folder / f"{name}.csv{_PART}")
            _write(parts[-1], _COLUMNS[name], _each(rows, step))
        files = [part.with_name(part.name.removesuffix(_PART)) for part in parts]
        for part, file in zip(parts, files, strict=True):
            part.replace(file)
        sync_names(folder)
    except OSError as error:
        raise HistoryExportError.because(error) from error
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return files


def safe_cell(value: object) -> object:
    """Give a cell as a spreadsheet may have it: what begins like a formula gets a quote before it.

    Numbers stay numbers, and lists become one line.
    """
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, list):
        value = "; ".join(map(str, cast("list[object]", value)))
    if isinstance(value, str) and value.startswith(_FORMULAS):
        return f"'{value}"
    return value


def _tables(history: History) -> Mapping[str, Iterator[dict[str, Any]]]:
    diary = history.diary
    return {
        "sessions": map(_session, history.sessions(limit=-1)),
        "runs": (_run(run_values(logged)) for logged in diary.runs(limit=-1)),
        "ratings": map(rating_values, diary.ratings(limit=-1)),
        "shoes": map(shoes_values, diary.shoes()),
        "days": map(day_values, diary.days(date.min, date.max)),
        "red_flags": map(check_values, diary.checks()),
    }


def _session(session: SessionSummary) -> dict[str, Any]:
    return session.as_json() | {
        "name": session.routine_name,
        "pain_before": session.pain_before,
        "pain_after": session.pain_after,
        "effort": None if session.effort is None else session.effort.value,
        "note": session.note,
    }


def _run(values: dict[str, Any]) -> dict[str, Any]:
    sources = [one["file"] or one["kind"] for one in values.pop("sources")]
    return values | {"files": sources}


def _each(rows: Iterable[dict[str, Any]], step: Callable[[], None]) -> Iterator[dict[str, Any]]:
    for row in rows:
        step()
        yield row


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    # The mark at the start tells spreadsheets that it is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([safe_cell(row[name]) for name in columns] for row in rows)
    sync_file(path)
