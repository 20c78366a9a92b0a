import errno
import os
import sqlite3
from contextlib import closing

import pytest

from routine_player.store.history_errors import (
    Fault,
    HistoryDamagedError,
    HistoryError,
    HistoryInUseError,
    HistoryReadError,
    HistoryWriteError,
    fault_of,
    plain_errors,
    reason_of,
)


def _error(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    error = kind("as SQLite says it")
    error.sqlite_errorcode = code
    return error


def _raised(error: Exception) -> None:
    with plain_errors(HistoryWriteError):
        raise error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, HistoryInUseError),
        (sqlite3.SQLITE_LOCKED, HistoryInUseError),
        (sqlite3.SQLITE_CORRUPT, HistoryDamagedError),
        (sqlite3.SQLITE_CORRUPT_INDEX, HistoryDamagedError),
        (sqlite3.SQLITE_NOTADB, HistoryDamagedError),
        (sqlite3.SQLITE_FULL, HistoryWriteError),
        (sqlite3.SQLITE_IOERR_WRITE, HistoryWriteError),
        (sqlite3.SQLITE_IOERR_FSYNC, HistoryWriteError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, HistoryWriteError),
        (sqlite3.SQLITE_CANTOPEN, HistoryWriteError),
        (sqlite3.SQLITE_PERM, HistoryWriteError),
    ],
)
def test_each_fault_of_the_disk_has_an_error_in_plain_words(
    code: int, expected: type[HistoryError]
):
    with pytest.raises(expected) as caught:
        _raised(_error(code))
    assert "SQLite" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_full_disk_is_named():
    with pytest.raises(HistoryWriteError) as caught:
        _raised(_error(sqlite3.SQLITE_FULL))
    assert str(caught.value) == "This is not saved yet: the disk is full."


def test_a_fault_while_reading_is_told_as_such():
    with pytest.raises(HistoryReadError, match="can't be read"), plain_errors(HistoryReadError):
        raise _error(sqlite3.SQLITE_IOERR_READ)


@pytest.mark.parametrize(
    "error",
    [
        _error(sqlite3.SQLITE_ERROR),
        _error(sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.IntegrityError),
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
    ],
)
def test_our_own_mistakes_pass_as_they_are(error: sqlite3.Error):
    assert fault_of(error) is Fault.BUG
    with pytest.raises(type(error), match=str(error)):
        _raised(error)


def test_text_that_is_not_utf_8_is_damage():
    with (
        closing(sqlite3.connect(":memory:")) as db,
        pytest.raises(HistoryDamagedError),
        plain_errors(HistoryReadError),
    ):
        db.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()


def test_words_of_sqlite_that_are_not_utf_8_are_damage():
    with pytest.raises(HistoryDamagedError):
        _raised(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"))


def test_the_reason_of_an_error_of_the_system_is_its_own():
    assert reason_of(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))).startswith("no space left")
    assert reason_of(OSError("without a number")) == "the disk reports an error, or is full"


def test_a_reason_inside_another_stands_in_its_sentence():
    inner = HistoryWriteError.because(_error(sqlite3.SQLITE_FULL))
    assert str(HistoryReadError.because(inner)) == (
        "Your history can't be read: this is not saved yet: the disk is full."
    )
