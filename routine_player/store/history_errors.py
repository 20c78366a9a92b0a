"""What can go wrong with the history, in words for the person it happens to."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from enum import Enum, auto
from typing import ClassVar, Self

from routine_player.core.language import tr


class HistoryError(Exception):
    """The history cannot do what was asked; the text says why in plain words."""

    sentence: ClassVar[str] = "{reason}"

    @classmethod
    def because(cls, error: Exception) -> Self:
        """Build the error for what the disk said."""
        return cls(tr(cls.sentence, reason=reason_of(error)))


class HistoryInUseError(HistoryError):
    """Another process owns the history."""


class HistoryTooNewError(HistoryError):
    """A newer version of the program wrote the history."""


class HistoryWriteError(HistoryError):
    """It could not be saved: nothing of it was. The same may be tried again later."""

    sentence = "This is not saved yet: {reason}."


class HistoryUnsavedError(HistoryError):
    """The history cannot be opened for writing."""

    sentence = "Nothing you do is saved: {reason}."


class HistoryBackupError(HistoryError):
    """No copy could be made; the history itself is as it was."""

    sentence = "No backup was made: {reason}."


class HistoryExportError(HistoryError):
    """The history could not be written as text."""

    sentence = "Your history was not exported: {reason}."


class HistoryRestoreError(HistoryError):
    """No other file could be put in the place of the history."""

    sentence = "Nothing was restored: {reason}."


class HistoryReadError(HistoryError):
    """The disk did not give it back."""

    sentence = "Your history can't be read: {reason}."


class HistoryDamagedError(HistoryError):
    """The file does not hold what was written into it."""


class Fault(Enum):
    """What an error of SQLite's comes from."""

    IN_USE = auto()
    DAMAGE = auto()
    DISK = auto()
    BUG = auto()


_FAULTS = {
    sqlite3.SQLITE_BUSY: Fault.IN_USE,
    sqlite3.SQLITE_LOCKED: Fault.IN_USE,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGE,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGE,
    sqlite3.SQLITE_FULL: Fault.DISK,
    sqlite3.SQLITE_IOERR: Fault.DISK,
    sqlite3.SQLITE_READONLY: Fault.DISK,
    sqlite3.SQLITE_CANTOPEN: Fault.DISK,
    sqlite3.SQLITE_PERM: Fault.DISK,
}
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk reports an error, or is full",
    sqlite3.SQLITE_READONLY: "the folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
    sqlite3.SQLITE_PERM: "permission is denied",
}


def fault_of(error: Exception) -> Fault:
    """Tell what an error that came out of sqlite3 comes from."""
    if isinstance(error, UnicodeDecodeError):
        return Fault.DAMAGE
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Text that is not UTF-8 is an OperationalError without a code; misuse is of other kinds.
        return Fault.DAMAGE if isinstance(error, sqlite3.OperationalError) else Fault.BUG
    return _FAULTS.get(code & 0xFF, Fault.BUG)


def reason_of(error: Exception) -> str:
    """Say in a few words why the disk refused."""
    if isinstance(error, IsADirectoryError):
        return tr("a folder is where the file should be")
    if isinstance(error, OSError) and error.strerror:
        return _begun_small(error.strerror)
    if isinstance(error, HistoryError):
        return _begun_small(str(error)).rstrip(".")
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR) & 0xFF
    return tr(_REASONS.get(code, _REASONS[sqlite3.SQLITE_IOERR]))


def _begun_small(text: str) -> str:
    return text[:1].lower() + text[1:]


@contextmanager
def plain_errors(disk_error: type[HistoryError]) -> Generator[None]:
    """Turn what SQLite raises into the errors above; faults of the disk become `disk_error`.

    Our own mistakes pass as they are.
    """
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        told = _told(error, disk_error)
        if told is None:
            raise
        raise told from error


def _told(error: Exception, disk_error: type[HistoryError]) -> HistoryError | None:
    match fault_of(error):
        case Fault.IN_USE:
            return HistoryInUseError(in_use_text())
        case Fault.DAMAGE:
            return HistoryDamagedError(damaged_text())
        case Fault.DISK:
            return disk_error.because(error)
        case _:
            return None


def in_use_text() -> str:
    """What to tell a person whose history another process owns."""
    return tr("Your history is in use by another Routine Player. Close that one first.")


def damaged_text() -> str:
    """What to tell a person whose history holds what was never written."""
    return tr("Your history is damaged.")


def damaged_backup_text() -> str:
    """What to tell a person who chose a backup that holds what was never written."""
    return tr("This backup is damaged. Choose another one.")


def too_new_text(version: int, newest: int) -> str:
    """What to tell a person whose history is of format `version`, where `newest` is known."""
    return tr(
        "Your history was written by a newer Routine Player (format {version}; this one knows "
        "{newest}). Update the program to open it.",
        version=version,
        newest=newest,
    )
