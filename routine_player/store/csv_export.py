"""The history as tables that spreadsheets open: a file each for sessions, runs, ratings and so on.

A cell that a spreadsheet would take for a formula is written as text.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

from routine_player.store.diary_json import rating_values, run_values
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryExportError
from routine_player.store.sync import sync_file, sync_names

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
_PART: Final = ".part"


def export_csv(history: History, folder: Path) -> Sequence[Path]:
    """Write the tables into a folder, in the place of those of earlier; gives the files.

    HistoryExportError where there is no room: then those of earlier are as they were. Errors of
    History where it cannot be read.
    """
    tables = {name: list(rows) for name, rows in _tables(history).items()}
    parts: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in tables.items():
            parts.append(folder / f"{name}.csv{_PART}")
            _write(parts[-1], rows)
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
    days = diary.days(date.min, date.max)
    return {
        "sessions": (
            session.as_json()
            | {
                "name": session.routine_name,
                "pain_before": session.pain_before,
                "pain_after": session.pain_after,
                "note": session.note,
            }
            for session in history.sessions(limit=-1)
        ),
        "runs": (_run(run_values(logged)) for logged in diary.runs(limit=-1)),
        "ratings": (rating_values(rating) for rating in diary.ratings(limit=-1)),
        "shoes": (
            {
                "id": str(worn.shoes.id),
                "name": worn.shoes.name,
                "worn_m": round(worn.worn_m, 1),
                "since": worn.shoes.since,
                "retired": worn.shoes.retired,
                "note": worn.shoes.note,
            }
            for worn in diary.shoes()
        ),
        "days": (
            {
                "day": day.day,
                "hours_sat": day.hours_sat,
                "sleep_h": day.sleep_h,
                "lifting": day.lifting,
                "tags": list(day.tags),
                "medication": day.medication,
                "note": day.note,
            }
            for day in days
        ),
        "red_flags": (
            {"at_local": check.at.iso(), "answers": dict(check.answers)} for check in diary.checks()
        ),
    }


def _run(values: dict[str, Any]) -> dict[str, Any]:
    sources = [one["file"] or one["kind"] for one in values.pop("sources")]
    return values | {"files": sources}


def _write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    # The mark at the start tells spreadsheets that it is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for names in rows[:1]:
            writer.writerow(names)
        writer.writerows([safe_cell(value) for value in row.values()] for row in rows)
    sync_file(path)
