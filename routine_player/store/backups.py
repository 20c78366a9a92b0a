"""Copies of the history: made whole or not at all, and thinned out with age."""

from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from routine_player.core.instant import Instant
from routine_player.store.history_errors import (
    HistoryBackupError,
    HistoryDamagedError,
    damaged_text,
)
from routine_player.store.history_file import all_faults, stamp_in
from routine_player.store.sync import sync_file, sync_names

_NAME = "history-%Y%m%dT%H%M%S%fZ.db"
_PART = ".part"
_ABANDONED = timedelta(hours=1)
_ALL_OF = timedelta(days=2)
_RULES: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (12, lambda taken: taken.date()),
    (10, lambda taken: taken.isocalendar()[:2]),
    (9, lambda taken: (taken.year, taken.month)),
)


class Copyable(Protocol):
    """What backups are made of; see `History`."""

    @property
    def saved(self) -> bool: ...

    @property
    def stamp(self) -> str: ...

    def copy_to(self, path: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of the history, as it was at `taken` (UTC)."""

    path: Path
    taken: datetime


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """All backups, newest first; files of other names are none."""
    found = (_backup_at(path) for path in folder.glob("history-*.db"))
    backups = [backup for backup in found if backup is not None]
    return tuple(sorted(backups, key=lambda backup: backup.taken, reverse=True))


def back_up(history: Copyable, folder: Path, now: Instant, *, thin: bool = True) -> Backup | None:
    """Make a backup unless the newest one holds the same, or the history is not saved itself.

    HistoryBackupError where there is no room for it, HistoryDamagedError where the copy is not
    sound: then no backup is made, and none is thrown away. None is thrown away without `thin`.
    """
    if not history.saved or is_backed_up(history.stamp, folder):
        return None
    part = take_copy(history.copy_to, folder, now)
    return keep_copy(part, now, thin=thin)


def is_backed_up(stamp: str, folder: Path) -> bool:
    """Whether the newest backup holds all that a history of this stamp does."""
    newest = backups_in(folder)[:1]
    return any(stamp_in(backup.path) == stamp for backup in newest)


def take_copy(copy_to: Callable[[Path], None], folder: Path, now: Instant) -> Path:
    """The quick half, in the thread that owns the history: a copy that nobody has looked at."""
    part = folder / (_utc(now).strftime(_NAME) + _PART)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = _claimed(folder, _utc(now))
        copy_to(part)
    except (HistoryBackupError, HistoryDamagedError):
        _forget(part)
        raise
    except OSError as error:
        _forget(part)
        raise HistoryBackupError.because(error) from error
    return part


def _claimed(folder: Path, taken: datetime) -> Path:
    """Make an empty file of a free name: no backup takes the place of another, nor a copy's."""
    while True:
        path = folder / taken.strftime(_NAME)
        with suppress(FileExistsError):
            if not path.exists():
                part = path.with_name(path.name + _PART)
                part.touch(exist_ok=False)
                return part
        taken += timedelta(microseconds=1)


def keep_copy(part: Path, now: Instant, *, thin: bool = True) -> Backup:
    """The slow half, in any thread: check the copy, make it a backup, throw away what is old."""
    path = part.with_name(part.name.removesuffix(_PART))
    if all_faults(part):
        _forget(part)
        raise HistoryDamagedError(damaged_text())
    try:
        sync_file(part)
        part.replace(path)
        sync_names(part.parent)
    except OSError as error:
        _forget(part)
        raise HistoryBackupError.because(error) from error
    if thin:
        thin_out(part.parent, now)
    return Backup(path, _taken(path.name))


def thin_out(folder: Path, now: Instant) -> None:
    """Throw away the backups that no rule keeps, and copies that were never finished."""
    backups = backups_in(folder)
    kept = to_keep((backup.taken for backup in backups), _utc(now))
    for backup in backups:
        if backup.taken not in kept:
            _forget(backup.path)
    for path in folder.glob(f"history-*{_PART}"):
        part = _backup_at(path.with_name(path.name.removesuffix(_PART)))
        if part is not None and _utc(now) - part.taken > _ABANDONED:
            _forget(path)


def to_keep(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """Choose: all of two days, then the last of 12 more days, 10 more weeks, 9 more months.

    What lies in the future, because a clock was wrong, is kept.
    """
    newest_first = sorted(taken, reverse=True)
    kept = {moment for moment in newest_first if now - moment <= _ALL_OF}
    for count, period in _RULES:
        last_of = {period(moment): moment for moment in reversed(newest_first)}
        more = [moment for moment in last_of.values() if moment not in kept]
        kept.update(sorted(more, reverse=True)[:count])
    return kept


def _utc(at: Instant) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at.utc_ms)


def _taken(name: str) -> datetime:
    return datetime.strptime(name, _NAME).replace(tzinfo=UTC)


def _backup_at(path: Path) -> Backup | None:
    try:
        return Backup(path, _taken(path.name))
    except ValueError:
        return None


def _forget(path: Path) -> None:
    with suppress(OSError):  # it is tried again with the next backup
        path.unlink(missing_ok=True)
