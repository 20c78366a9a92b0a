import errno
import gzip
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from routine_player.core.entry import Effort, Entry, PainMoment, SessionOutcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan
from routine_player.store.backups import Backup, back_up
from routine_player.store.export import export, is_export_due
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryDamagedError, HistoryExportError
from routine_player.store.history_export import FORMAT
from routine_player.store.history_values import NewSession, PainRating
from routine_player.store.paths import Places

Begin = Callable[..., NewSession]
Make = Callable[..., Entry]

NOTE = "=cmd() @home\nwarm room 🏃"


@pytest.fixture
def backup(
    history: History, places: Places, noon: Instant, new_session: Begin, step_ended: Make
) -> Backup:
    """A backup with a session that has everything, and one that is open."""
    session = history.begin(new_session())
    lines = [
        step_ended(0, slug="plank", name="Plank"),
        step_ended(1, 61.5, works_done=0, attempt=2),
    ]
    history.append(session, lines)
    history.rate(session, PainRating(PainMoment.DURING, 6, noon, ("hip-left",), 1))
    history.finish(session, SessionOutcome.STOPPED, noon.after(70.0), 60.0)
    history.set_effort(session, Effort.TOO_MUCH, noon)
    history.set_note(session, NOTE, noon)
    history.delete(session, noon)
    history.begin(new_session(routine="demo"))
    made = back_up(history, places.backups, noon)
    assert made is not None
    return made


def _read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_an_export_says_everything_of_every_session(
    backup: Backup, places: Places, noon: Instant, plan: Plan
):
    path = export(backup, places.exports, noon)
    assert path == places.exports / "history-2026-03-28.jsonl.gz"
    head, session, other, pain, *edits = _read(path)
    moment = {
        "_ms": noon.utc_ms,
        "_offset_s": 3600,
        "_zone": "Europe/Berlin",
        "_date": "2026-03-28",
    }
    started = {f"started{name}": value for name, value in moment.items()}
    ended = {f"ended{name}": value for name, value in moment.items()}
    assert head == {"format": FORMAT, "exported_at": "2026-03-28T12:00:00+01:00", "lines": 6}
    assert session.items() >= (started | ended | {"ended_ms": noon.utc_ms + 70_000}).items()
    assert session["started_at"] == "2026-03-28T12:00:00+01:00"
    assert (session["table"], session["routine"], session["routine_name"]) == (
        "session",
        "core",
        "Core",
    )
    assert (session["outcome"], session["effort"]) == ("stopped", "too much")
    assert (session["note"], session["deleted"]) == (NOTE, 1)
    assert (session["planned_ms"], session["active_ms"], session["speed"]) == (180_000, 60_000, 1.0)
    assert session["plan"] == json.loads(plan.text)
    assert session["log"] == [
        {
            "what": "step-ended",
            "after_s": 30.0,
            "session_s": 30.0,
            "step": 0,
            "outcome": "done",
            "works_done": 1,
            "works_planned": 1,
            "length_s": 30.0,
            "exercise": "plank",
            "name": "Plank",
        },
        {
            "what": "step-ended",
            "after_s": 61.5,
            "session_s": 61.5,
            "step": 1,
            "attempt": 2,
            "outcome": "done",
            "works_planned": 1,
            "length_s": 30.0,
        },
    ]
    assert (pain["table"], pain["moment"], pain["score"]) == ("pain_rating", "in-session", 6)
    assert (pain["sites"], pain["step"], pain["session"]) == (["hip-left"], 1, session["uuid"])
    assert pain.items() >= {f"rated{name}": value for name, value in moment.items()}.items()
    assert [(edit["table"], edit["field"]) for edit in edits] == [
        ("change", "effort"),
        ("change", "note"),
        ("change", "deleted"),
    ]
    assert (edits[1]["was"], edits[1]["became"]) == ("", NOTE)
    assert (other["routine"], "ended_ms" in other, other["outcome"]) == ("demo", False, "open")
    assert ("effort" in other, other["log"], other["deleted"]) == (False, [], 0)


def test_what_is_damaged_in_a_backup_leaves_the_rest_to_be_exported(
    backup: Backup, places: Places, noon: Instant
):
    with closing(sqlite3.connect(backup.path, isolation_level=None)) as db:
        db.execute("UPDATE change SET was = '{'")
        db.execute("UPDATE plan SET steps = '['")
        db.execute("UPDATE event SET kind = 99")
        db.execute("UPDATE session SET outcome = 99")
    _head, session, _other, _pain, *edits = _read(export(backup, places.exports, noon))
    assert session["plan"] is None
    assert [edit["was"] for edit in edits] == [None] * 3
    assert [line.get("what") for line in session["log"]] == [None] * 2
    assert (session["note"], session["outcome"]) == (NOTE, 99)


def test_an_export_is_due_once_a_day_as_the_person_sees_it(
    backup: Backup, places: Places, noon: Instant
):
    assert is_export_due(places.exports, noon)
    export(backup, places.exports, noon)
    assert not is_export_due(places.exports, noon.after(11 * 3600.0))
    assert is_export_due(places.exports, noon.after(12 * 3600.0))


def test_the_last_seven_exports_are_kept(backup: Backup, places: Places, noon: Instant):
    for day in range(9):
        export(backup, places.exports, noon.after(day * 86_400.0))
    (places.exports / "mine.txt").touch()
    export(backup, places.exports, noon.after(9 * 86_400.0))
    names = sorted(path.name for path in places.exports.iterdir())
    assert names[0] == "history-2026-03-31.jsonl.gz"
    assert len(names) == 7 + 1


def test_the_same_backup_gives_the_same_bytes(backup: Backup, places: Places, noon: Instant):
    first = export(backup, places.exports, noon).read_bytes()
    assert export(backup, places.exports, noon).read_bytes() == first


def test_a_disk_that_refuses_is_told_and_nothing_half_written_stays(
    backup: Backup, places: Places, noon: Instant, monkeypatch: pytest.MonkeyPatch
):
    def fail(_part: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("routine_player.store.export.sync_file", fail)
    with pytest.raises(HistoryExportError, match="not exported: no space left"):
        export(backup, places.exports, noon)
    assert list(places.exports.iterdir()) == []
    assert is_export_due(places.exports, noon)


def test_a_folder_that_cannot_be_made_is_told(backup: Backup, places: Places, noon: Instant):
    places.exports.write_text("in the way", encoding="utf-8")
    with pytest.raises(HistoryExportError, match="not exported: file exists"):
        export(backup, places.exports, noon)


def test_a_damaged_backup_is_told_and_nothing_half_written_stays(
    backup: Backup, places: Places, noon: Instant
):
    backup.path.write_bytes(b"SQLite format 3\0" + os.urandom(8192))
    with pytest.raises(HistoryDamagedError):
        export(backup, places.exports, noon)
    assert list(places.exports.iterdir()) == []
