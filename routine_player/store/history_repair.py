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
    HistoryRestoreError,
    damaged_backup_text,
    plain_errors,
)
from routine_player.store.history_opening import open_file
from routine_player.store.paths import Places
from routine_player.store.set_aside import set_aside
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
    is not sound, HistoryBackupError where no backup can be made of what is there: nothing changed
    then. HistoryRestoreError where the disk refuses: the old one is closed, and `History.open`
    opens it as it was.
    """
    if history_file.all_faults(backup.path):
        raise HistoryDamagedError(damaged_backup_text())
    with suppress(HistoryDamagedError):  # then the file that is set aside is all there is
        back_up(history, places.backups, now, thin=False)
    history.close()
    ready = places.history.with_name(places.history.name + ".restored")
    try:
        _copy_as_another(backup.path, ready)
        _clear_the_place(places)
        ready.replace(places.history)
        sync_names(places.data)
    except OSError as error:
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
