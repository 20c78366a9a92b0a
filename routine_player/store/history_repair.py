"""Putting another file in the place of the history: a fresh one, or a backup."""

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from routine_player.core.instant import Instant
from routine_player.store import history_file
from routine_player.store.backups import Backup, back_up
from routine_player.store.history import History
from routine_player.store.history_errors import (
    HistoryDamagedError,
    HistoryError,
    HistoryRestoreError,
    damaged_backup_text,
    plain_errors,
)
from routine_player.store.history_opening import open_file
from routine_player.store.paths import Places
from routine_player.store.set_aside import bring_back, set_aside
from routine_player.store.sync import sync_file, sync_names


def replace_damaged(history: History, places: Places, now: Instant) -> History:
    """Set aside a history that `check` found damage in, and give a fresh one in its place.

    The old one is closed. HistoryRestoreError where the file cannot be moved: `History.open`
    then opens it as it was.
    """
    history.close()
    try:
        kept = _clear_the_place(places)
    except OSError as error:
        raise HistoryRestoreError.because(error) from error
    return History(replace(open_file(places, now), set_aside=kept))


def restore_backup(history: History, backup: Backup, places: Places, now: Instant) -> History:
    """Put a backup in the place of the history, and give it opened.

    What was there is backed up, and its file is set aside. HistoryDamagedError for a backup that
    is not sound, HistoryBackupError where no backup can be made of what is there,
    HistoryRestoreError where the disk refuses: nothing changed then. A HistoryRestoreError of
    `take_place` is another matter.
    """
    ready = make_ready(backup.path, places)
    try:
        with suppress(HistoryDamagedError):  # then the file that is set aside is all there is
            back_up(history, places.backups, now, thin=False)
    except HistoryError:
        ready.unlink(missing_ok=True)
        raise
    return take_place(history, ready, places, now)


def make_ready(path: Path, places: Places) -> Path:
    """The slow half, in any thread: look through a history, and lay a copy beside the one in use.

    HistoryDamagedError for one that is not sound, HistoryRestoreError where there is no room.
    """
    if history_file.all_faults(path):
        raise HistoryDamagedError(damaged_backup_text())
    ready = places.history.with_name(places.history.name + ".restored")
    try:
        _copy_as_another(path, ready)
    except OSError as error:
        with suppress(OSError):
            ready.unlink(missing_ok=True)
        raise HistoryRestoreError.because(error) from error
    return ready


def take_place(history: History, ready: Path, places: Places, now: Instant) -> History:
    """The quick half, in the thread that owns the history: put what was made ready in its place.

    HistoryRestoreError where the disk refuses: the old one is closed, and `History.open` opens it
    as it was.
    """
    history.close()
    kept: Path | None = None
    try:
        kept = _clear_the_place(places)
        ready.replace(places.history)
        sync_names(places.data)
    except OSError as error:
        if kept is not None and not places.history.exists():
            bring_back(kept, places.history, history_file.COMPANIONS)
        raise HistoryRestoreError.because(error) from error
    return History.open(places, now)


def _clear_the_place(places: Places) -> Path:
    """Set the history aside; a log without it too, which would else become part of the next."""
    places.history.touch()
    return set_aside(places.history, places.set_aside, history_file.COMPANIONS)


def _copy_as_another(backup: Path, new: Path) -> None:
    """Copy a backup; from here on it is a history of its own, however its commits are counted."""
    new.unlink(missing_ok=True)
    shutil.copyfile(backup, new)
    with plain_errors(HistoryRestoreError):
        history_file.renew_identity(new)
    sync_file(new)
