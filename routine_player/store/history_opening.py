"""How the history is opened, whatever is found where it should be."""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from routine_player.core.instant import Instant
from routine_player.store import history_file, history_schema
from routine_player.store.history_errors import (
    HistoryBackupError,
    HistoryDamagedError,
    HistoryUnsavedError,
    plain_errors,
)
from routine_player.store.paths import MIGRATIONS, Places
from routine_player.store.set_aside import set_aside

if TYPE_CHECKING:
    from routine_player.store.backups import Backup


@dataclass(frozen=True, slots=True)
class Opening:
    """An open history, and how it came about.

    `unsaved_reason` says why nothing that is written lasts, empty where it does. `set_aside` is
    where a damaged file was put, and `restorable` what may be restored in place of a file that
    was damaged or is gone.
    """

    db: sqlite3.Connection
    unsaved_reason: str = ""
    set_aside: Path | None = None
    restorable: "tuple[Backup, ...]" = ()


def open_file(places: Places, now: Instant, migrations: Path = MIGRATIONS) -> Opening:
    """Open the history for writing, or say why not; see `History.open`."""
    try:
        return _open_or_set_aside(places, now, migrations)
    except (OSError, HistoryBackupError) as error:
        return _unsaved(places, migrations, HistoryUnsavedError.because(error))
    except HistoryUnsavedError as error:
        return _unsaved(places, migrations, error)


def _open_or_set_aside(places: Places, now: Instant, migrations: Path) -> Opening:
    places.data.mkdir(parents=True, exist_ok=True)
    if not places.history.exists() and not _has_log(places):
        db = _open_sound(places, now, migrations)
        return Opening(db, restorable=_restorable(places))
    places.history.touch()
    if not _was_emptied(places):
        with suppress(HistoryDamagedError):
            return Opening(_open_sound(places, now, migrations))
    kept = set_aside(places.history, places.set_aside, history_file.COMPANIONS)
    db = _open_sound(places, now, migrations)
    return Opening(db, set_aside=kept, restorable=_restorable(places))


def _was_emptied(places: Places) -> bool:
    """Whether a file without a byte stands where there was a history; SQLite would take it as new.

    Without signs of one it is a first start that was cut off.
    """
    if places.history.stat().st_size > 0:
        return False
    return bool(_restorable(places)) or _has_log(places)


def _restorable(places: Places) -> "tuple[Backup, ...]":
    if not places.backups.is_dir():  # a first start, which has nothing to load for them
        return ()
    from routine_player.store.backups import backups_in

    return backups_in(places.backups)


def _has_log(places: Places) -> bool:
    """Whether commits stand beside the file: SQLite would throw them away if that is empty."""
    log = places.history.with_name(places.history.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _open_sound(places: Places, now: Instant, migrations: Path) -> sqlite3.Connection:
    """Open a file of ours, in the newest format; it is closed again where it is not sound."""
    if places.history.exists():
        history_schema.look_at(places.history, migrations)
    with plain_errors(HistoryUnsavedError):
        if _has_log(places):
            # Only a process that died leaves a log, so few starts pay for this look.
            history_file.refuse_strange_log(places.history)
        db = history_file.connect(places.history)
        try:
            version = history_schema.version_of(db, migrations)
            if 0 < version < history_schema.newest_version(migrations):
                from routine_player.store.backups import keep_copy, take_copy

                part = take_copy(partial(history_file.copy_into, db), places.backups, now)
                keep_copy(part, now, thin=False)
            history_schema.bring_up_to_date(db, migrations)
        except BaseException:
            db.close()
            raise
    return db


def _unsaved(places: Places, migrations: Path, why: HistoryUnsavedError) -> Opening:
    """Show what can be read, and keep what is written in memory."""
    if places.history.is_file():
        with suppress(HistoryDamagedError, HistoryUnsavedError):
            return Opening(_copy_in_memory(places.history, migrations), str(why))
    db = history_file.connect_to_nothing()
    history_schema.bring_up_to_date(db, migrations)
    return Opening(db, str(why))


def _copy_in_memory(path: Path, migrations: Path) -> sqlite3.Connection:
    with plain_errors(HistoryUnsavedError):
        db = history_file.connect_to_copy_in_memory(path)
        try:
            history_schema.bring_up_to_date(db, migrations)
        except BaseException:
            db.close()
            raise
    return db
