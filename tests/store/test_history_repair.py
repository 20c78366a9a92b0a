import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.instant import Instant
from routine_player.store import history_repair
from routine_player.store.backups import Backup, back_up, backups_in
from routine_player.store.history import History
from routine_player.store.history_errors import (
    HistoryBackupError,
    HistoryDamagedError,
    HistoryRestoreError,
)
from routine_player.store.history_repair import (
    make_ready,
    replace_damaged,
    restore_backup,
    take_place,
)
from routine_player.store.history_values import NewSession
from routine_player.store.paths import Places

Begin = Callable[..., NewSession]


@pytest.fixture
def backup(history: History, places: Places, noon: Instant, new_session: Begin) -> Backup:
    """A backup with one session, of a history that has a second one since."""
    history.begin(new_session())
    made = back_up(history, places.backups, noon)
    history.begin(new_session())
    assert made is not None
    return made


def test_restoring_brings_back_what_was_and_keeps_what_is(
    history: History, places: Places, backup: Backup, noon: Instant
):
    restored = restore_backup(history, backup, places, noon.after(60.0))
    assert len(restored.sessions()) == 1
    assert restored.saved
    assert restored.check() == ()
    assert len(list(places.set_aside.iterdir())) == 1
    newest = backups_in(places.backups)[0]
    again = restore_backup(restored, newest, places, noon.after(120.0))
    assert len(again.sessions()) == 2
    again.close()


def test_nothing_but_the_history_stands_where_it_was_after_a_restore(
    history: History, places: Places, backup: Backup, noon: Instant
):
    restore_backup(history, backup, places, noon).close()
    files = [path.name for path in places.data.iterdir() if path.is_file()]
    assert files == ["history.db"]


def test_a_restored_history_is_backed_up_however_its_commits_are_counted(
    history: History, places: Places, backup: Backup, noon: Instant, new_session: Begin
):
    restored = restore_backup(history, backup, places, noon.after(60.0))
    restored.begin(new_session())  # as many commits as the one before the restore
    assert back_up(restored, places.backups, noon.after(120.0)) is not None
    restored.close()


def test_a_damaged_backup_is_refused_and_nothing_changes(
    history: History, places: Places, backup: Backup, noon: Instant
):
    backup.path.write_bytes(os.urandom(20_000))
    with pytest.raises(HistoryDamagedError, match="backup is damaged"):
        restore_backup(history, backup, places, noon)
    assert len(history.sessions()) == 2


def test_without_room_for_a_backup_of_what_is_there_nothing_is_restored(
    history: History, places: Places, backup: Backup, noon: Instant, tmp_path: Path
):
    kept = Backup(tmp_path / "kept.db", backup.taken)
    backup.path.rename(kept.path)
    places.backups.rmdir()
    places.backups.write_text("in the way", encoding="utf-8")
    with pytest.raises(HistoryBackupError):
        restore_backup(history, kept, places, noon)
    assert len(history.sessions()) == 2
    assert not list(places.data.glob("*.restored"))


def test_a_history_that_is_damaged_itself_can_be_restored(
    history: History, places: Places, backup: Backup, noon: Instant
):
    def damaged(_path: Path) -> None:
        raise HistoryDamagedError("Your history is damaged.")

    history.copy_to = damaged  # type: ignore[method-assign]
    restored = restore_backup(history, backup, places, noon)
    assert len(restored.sessions()) == 1
    restored.close()


def test_a_history_whose_file_is_gone_can_be_restored(
    history: History, places: Places, backup: Backup, noon: Instant
):
    places.history.unlink()
    restored = restore_backup(history, backup, places, noon)
    assert len(restored.sessions()) == 1
    restored.close()


def test_a_disk_that_refuses_leaves_the_history_as_it_was(
    history: History,
    places: Places,
    backup: Backup,
    noon: Instant,
    monkeypatch: pytest.MonkeyPatch,
):
    def refuse(*_values: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(history_repair.shutil, "copyfile", refuse)
    with pytest.raises(HistoryRestoreError, match="Nothing was restored: no space left"):
        restore_backup(history, backup, places, noon)
    assert len(history.sessions()) == 2
    assert not list(places.data.glob("*.restored"))


def test_a_disk_that_refuses_at_the_very_last_leaves_the_history_as_it_was(
    history: History, places: Places, backup: Backup, noon: Instant
):
    ready = make_ready(backup.path, places)
    ready.unlink()  # it cannot be moved then
    with pytest.raises(HistoryRestoreError, match="Nothing was restored"):
        take_place(history, ready, places, noon)
    as_it_was = History.open(places, noon)
    assert len(as_it_was.sessions()) == 2
    assert as_it_was.set_aside is None
    as_it_was.close()


def test_a_history_that_cannot_be_set_aside_stays_where_it_is(
    history: History, places: Places, backup: Backup, noon: Instant
):
    ready = make_ready(backup.path, places)
    places.set_aside.write_text("in the way", encoding="utf-8")
    with pytest.raises(HistoryRestoreError, match="Nothing was restored"):
        take_place(history, ready, places, noon)
    as_it_was = History.open(places, noon)
    assert len(as_it_was.sessions()) == 2
    as_it_was.close()


def test_a_history_in_which_damage_is_found_makes_place_for_a_fresh_one(
    history: History, places: Places, backup: Backup, noon: Instant
):
    fresh = replace_damaged(history, places, noon)
    assert fresh.sessions() == ()
    assert fresh.set_aside == places.set_aside / "history-1.db"
    assert fresh.restorable == (backup,)
    assert fresh.was_damaged
    restored = restore_backup(fresh, fresh.restorable[0], places, noon.after(60.0))
    assert len(restored.sessions()) == 1
    restored.close()


def test_a_damaged_history_that_cannot_be_moved_is_told(
    history: History, places: Places, noon: Instant
):
    places.set_aside.write_text("in the way", encoding="utf-8")
    with pytest.raises(HistoryRestoreError, match="Nothing was restored: file exists"):
        replace_damaged(history, places, noon)
    History.open(places, noon).close()
