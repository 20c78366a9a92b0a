import errno
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from routine_player.core.instant import Instant
from routine_player.store import history_file
from routine_player.store.backups import (
    Backup,
    back_up,
    backups_in,
    is_backed_up,
    keep_copy,
    take_copy,
    thin_out,
    to_keep,
)
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryBackupError, HistoryDamagedError
from routine_player.store.history_values import NewSession
from routine_player.store.paths import Places

Begin = Callable[..., NewSession]

NOW = datetime(2026, 3, 28, 11, 0, tzinfo=UTC)  # noon in Berlin


def _sessions_in(backup: Backup) -> int:
    with history_file.reading(backup.path) as db:
        return int(db.execute("SELECT count(*) FROM session").fetchone()[0])


# Making one


def test_a_backup_is_one_whole_file_named_after_its_moment(
    history: History, places: Places, new_session: Begin, noon: Instant
):
    history.begin(new_session())
    backup = back_up(history, places.backups, noon)
    assert backup == Backup(places.backups / "history-20260328T110000000000Z.db", NOW)
    assert list(places.backups.iterdir()) == [backup.path]
    assert backups_in(places.backups) == (backup,)
    assert _sessions_in(backup) == 1
    assert history_file.all_faults(backup.path) == ()
    assert list(places.backups.iterdir()) == [backup.path]  # reading it made no files beside it


def test_nothing_is_backed_up_twice(
    history: History, places: Places, new_session: Begin, noon: Instant
):
    first = back_up(history, places.backups, noon)
    assert is_backed_up(history.stamp, places.backups)
    assert back_up(history, places.backups, noon.after(60.0)) is None
    history.begin(new_session())
    assert not is_backed_up(history.stamp, places.backups)
    second = back_up(history, places.backups, noon.after(120.0))
    assert backups_in(places.backups) == (second, first)


def test_what_is_kept_in_memory_alone_is_not_backed_up(tmp_path: Path, noon: Instant) -> None:
    home = tmp_path / "a file"
    home.touch()
    unsaved = History.open(Places(home), noon)
    assert back_up(unsaved, tmp_path / "backups", noon) is None
    assert not (tmp_path / "backups").exists()
    unsaved.close()


def test_a_backup_of_the_same_moment_does_not_take_the_place_of_another(
    history: History, places: Places, new_session: Begin, noon: Instant
) -> None:
    first = back_up(history, places.backups, noon)
    history.begin(new_session())
    second = back_up(history, places.backups, noon)
    assert backups_in(places.backups) == (second, first)


def test_a_backup_of_another_history_with_as_many_commits_is_not_taken_for_this_one(
    history: History, places: Places, tmp_path: Path, noon: Instant
):
    other = History.open(Places(tmp_path / "other"), noon)
    back_up(other, places.backups, noon)
    assert not is_backed_up(history.stamp, places.backups)
    other.close()


def test_a_newest_backup_that_cannot_be_read_is_no_backup(
    history: History, places: Places, noon: Instant
):
    back_up(history, places.backups, noon)
    later = places.backups / "history-20260328T120000000000Z.db"
    later.write_bytes(b"SQLite format 3\0" + bytes(200))
    assert not is_backed_up(history.stamp, places.backups)
    later.write_bytes(b"")
    assert not is_backed_up(history.stamp, places.backups)


def test_other_files_in_the_folder_are_no_backups(places: Places):
    places.backups.mkdir(parents=True)
    for name in ("history-old.db", "history-20260328T110000000000Z.db.part", "notes.txt"):
        (places.backups / name).touch()
    assert backups_in(places.backups) == ()


def test_a_folder_that_is_not_there_holds_no_backups(places: Places):
    assert backups_in(places.backups) == ()


def test_a_copy_that_is_not_sound_is_no_backup_and_nothing_is_thrown_away(
    history: History, places: Places, new_session: Begin, noon: Instant
):
    old = back_up(history, places.backups, noon.after(-365 * 86_400.0))
    history.begin(new_session())
    part = take_copy(history.copy_to, places.backups, noon)
    damaged = bytearray(part.read_bytes())
    damaged[4096 * 2 : 4096 * 6] = os.urandom(4096 * 4)
    part.write_bytes(damaged)
    with pytest.raises(HistoryDamagedError):
        keep_copy(part, noon)
    assert list(places.backups.iterdir()) == [old.path] if old else False


def test_a_copy_that_is_gone_is_no_backup(history: History, places: Places, noon: Instant):
    part = take_copy(history.copy_to, places.backups, noon)
    part.unlink()
    with pytest.raises(HistoryDamagedError):
        keep_copy(part, noon)
    assert backups_in(places.backups) == ()


def test_a_copy_that_a_dead_process_left_or_another_makes_now_is_in_nobodys_way(
    history: History, places: Places, noon: Instant
):
    places.backups.mkdir(parents=True)
    other = places.backups / "history-20260328T110000000000Z.db.part"
    other.write_text("half", encoding="utf-8")
    backup = back_up(history, places.backups, noon)
    assert backup is not None
    assert other.read_text(encoding="utf-8") == "half"
    assert backups_in(places.backups) == (backup,)
    thin_out(places.backups, noon.after(3700.0))
    assert list(places.backups.iterdir()) == [backup.path]


def test_a_folder_that_cannot_be_made_is_told(history: History, places: Places, noon: Instant):
    places.backups.write_text("in the way", encoding="utf-8")
    with pytest.raises(HistoryBackupError, match="No backup was made: file exists"):
        back_up(history, places.backups, noon)


def test_a_disk_that_fills_up_while_copying_leaves_no_half_copy(
    history: History, places: Places, noon: Instant, monkeypatch: pytest.MonkeyPatch
):
    def fail(_part: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("routine_player.store.backups.sync_file", fail)
    with pytest.raises(HistoryBackupError, match="No backup was made: no space left"):
        back_up(history, places.backups, noon)
    assert list(places.backups.iterdir()) == []


def test_a_copy_that_sqlite_cannot_write_is_told_and_left_nowhere(
    history: History, places: Places, noon: Instant
):
    blocked = places.backups / "history-20260328T110000000000Z.db.part-journal"
    blocked.mkdir(parents=True)  # SQLite wants to make a file of this name
    with pytest.raises(HistoryBackupError, match="No backup was made"):
        back_up(history, places.backups, noon)
    assert list(places.backups.iterdir()) == [blocked]


# Keeping and throwing away


def test_old_backups_are_thinned_out_with_each_new_one(
    history: History, places: Places, noon: Instant
):
    places.backups.mkdir(parents=True)
    for day in range(1, 800):
        taken = NOW - timedelta(days=day)
        (places.backups / taken.strftime("history-%Y%m%dT%H%M%S%fZ.db")).touch()
    back_up(history, places.backups, noon)
    assert len(backups_in(places.backups)) == 3 + 12 + 10 + 9


def test_nothing_is_thrown_away_while_a_restore_is_open(
    history: History, places: Places, noon: Instant
):
    places.backups.mkdir(parents=True)
    for day in range(1, 800):
        taken = NOW - timedelta(days=day)
        (places.backups / taken.strftime("history-%Y%m%dT%H%M%S%fZ.db")).touch()
    back_up(history, places.backups, noon, thin=False)
    assert len(backups_in(places.backups)) == 800


def test_copies_that_nobody_finished_are_thrown_away_after_an_hour(places: Places, noon: Instant):
    places.backups.mkdir(parents=True)
    recent = places.backups / "history-20260328T103000000000Z.db.part"
    names = ("history-20260328T090000000000Z.db.part", "history-mine.db.part")
    for path in (recent, *(places.backups / name for name in names)):
        path.touch()
    thin_out(places.backups, noon)
    assert {path.name for path in places.backups.iterdir()} == {recent.name, names[1]}


def test_all_of_two_days_is_kept():
    taken = {NOW - timedelta(hours=hours) for hours in range(49)}
    assert to_keep(taken, NOW) == taken


def test_of_each_older_day_the_last_backup_is_kept():
    days = [NOW - timedelta(days=day) for day in range(4, 10)]
    earlier = [day - timedelta(hours=3) for day in days]
    assert to_keep([*days, *earlier], NOW) == set(days)


def test_after_the_days_come_weeks_and_then_months() -> None:
    taken = {NOW - timedelta(days=day) for day in range(800)}
    kept = to_keep(taken, NOW)
    older = {moment for moment in kept if (NOW - moment).days > 14}
    sundays = {moment for moment in older if moment.isoweekday() == 7}
    ends_of_months = {moment for moment in older if (moment + timedelta(days=1)).day == 1}
    assert len(kept) - len(older) == 15
    assert older == sundays | ends_of_months
    assert len(older) == 10 + 9
    assert min(older) == min(ends_of_months)
    assert (NOW - min(older)).days > 270


def test_a_backup_from_the_future_is_kept_because_the_clock_was_wrong():
    taken = [NOW + timedelta(days=400), NOW + timedelta(days=400, hours=1)]
    assert to_keep(taken, NOW) == set(taken)


def test_sparse_backups_are_all_kept_for_long():
    taken = {NOW - timedelta(days=30 * month) for month in range(12)}
    assert to_keep(taken, NOW) == taken


def test_a_backup_that_was_once_thrown_away_is_never_missed_later():
    """Thinning out day by day ends with what is kept when all are looked at at once."""
    rng = random.Random(7)
    held: set[datetime] = set()
    every: set[datetime] = set()
    for day in range(500):
        moment = NOW + timedelta(days=day, minutes=rng.randrange(600))
        held.add(moment)
        every.add(moment)
        held = to_keep(held, moment)
    newest = max(every)
    recent = {moment for moment in to_keep(every, newest) if newest - moment < timedelta(days=14)}
    assert recent <= held
    assert len(held) >= 2 + 12 + 10 + 9
    assert newest - min(held) > timedelta(days=270)


def test_of_a_history_that_was_closed_no_backup_is_made(
    history: History, places: Places, noon: Instant
):
    history.close()
    assert history.is_closed
    with pytest.raises(HistoryBackupError, match=r"No backup was made: .*it was closed"):
        take_copy(history.copy_to, places.backups, noon)
    assert backups_in(places.backups) == ()
