"""Connections to the file of the history, and to copies of it."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from routine_player.store.history_errors import (
    Fault,
    HistoryBackupError,
    HistoryDamagedError,
    damaged_text,
    fault_of,
    plain_errors,
)

COMPANIONS = ("-wal", "-shm", "-journal")
"""Files beside the history that belong to it."""

_LOG_PAGES = 64  # some 15 commits

_COPIED_AT_ONCE = 64  # pages: whoever waits for the history meanwhile waits for as long

_PAUSE_S = 0.002  # while a commit is being written

_PATIENCE_S = 0.3  # a process that is just closing is done by then


def connect(path: Path) -> sqlite3.Connection:
    """Open the history as its one owner, and make the file where there is none.

    The lock goes away with the process, however it dies.
    """
    # Copies are made by workers; for everything else there is one thread, see `History`.
    db = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
    try:
        _take_over(db)
    except sqlite3.OperationalError as error:
        db.close()
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            # These questions are always right: it is the file that is not.
            raise HistoryDamagedError(damaged_text()) from error
        raise
    except BaseException:
        db.close()
        raise
    return _prepared(db)


def _take_over(db: sqlite3.Connection) -> None:
    # Before WAL, so that no shared memory is used: its locks could outlive a process.
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    # A byte that goes bad in the log takes all commits after it along: it is kept short.
    db.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("BEGIN IMMEDIATE")  # takes the lock, and fails where nothing can be written
    db.execute("ROLLBACK")


def refuse_strange_log(path: Path) -> None:
    """See that the commits beside a file are of that file: SQLite would mix any into it.

    HistoryDamagedError where they are not, or hold damage; neither file is changed. As long as
    this looks, nobody else becomes the owner; SQLite's BUSY where somebody is.
    """
    before = stamp_in(path)
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE_S)) as db:
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            is_whole = not quick_faults(db)
            after = _stamp_or_none(db)
    finally:
        with suppress(OSError):
            path.with_name(path.name + "-shm").unlink(missing_ok=True)
    if not is_whole or (before is not None and _identity_of(before) != _identity_of(after)):
        raise HistoryDamagedError(damaged_text())


def connect_to_nothing() -> sqlite3.Connection:
    """Open a history that lives as long as the process."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))


def connect_to_copy_in_memory(path: Path) -> sqlite3.Connection:
    """Open what a file holds without writing to it or beside it."""
    db = connect_to_nothing()
    try:
        _fill(db, path)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def reading(path: Path) -> Generator[sqlite3.Connection]:
    """Read a file that nobody writes, such as a backup; nothing is made beside it."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as db:
        yield _prepared(db)


@contextmanager
def transaction(db: sqlite3.Connection) -> Generator[None]:
    """Commit all that is done inside, or none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk may have ended it already
            with suppress(sqlite3.DatabaseError):  # what went wrong first is to be told
                db.execute("ROLLBACK")
        raise


def copy_into(db: sqlite3.Connection, path: Path) -> None:
    """Copy a history into a new file that needs no others beside it, in any thread.

    It is copied some pages at a time, and what is committed meanwhile is in the copy too.
    HistoryBackupError where there is no room, HistoryDamagedError where it cannot be read.
    """
    with (
        plain_errors(HistoryBackupError),
        closing(sqlite3.connect(path, isolation_level=None)) as copy,
    ):
        copy.execute("PRAGMA synchronous = OFF")  # it is synced once, whole
        db.backup(copy, pages=_COPIED_AT_ONCE, sleep=_PAUSE_S)
        copy.execute("PRAGMA journal_mode = DELETE")


def quick_faults(db: sqlite3.Connection) -> tuple[str, ...]:
    """Look for damage, and give SQLite's words for what is found."""
    return _faults(db, "PRAGMA quick_check(20)")


def all_faults(path: Path) -> tuple[str, ...]:
    """Look through every page and index of a copy, and give SQLite's words for what is found."""
    try:
        with reading(path) as db:
            return _faults(db, "PRAGMA integrity_check(20)")
    except sqlite3.DatabaseError as error:
        return (str(error),)


def stamp_of(db: sqlite3.Connection) -> str:
    """Give what is another after each commit, and another in each history."""
    identity, revision = db.execute("SELECT identity, revision FROM state").fetchone()
    return f"{bytes(identity).hex()}-{revision}"


def renew_identity(path: Path) -> None:
    """Make a copy a history of its own, whose stamps are never those of another."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE state SET identity = randomblob(16)")


def stamp_in(path: Path) -> str | None:
    """Give the stamp of a file, what stands beside it left out; None where it has none."""
    try:
        with reading(path) as db:
            return _stamp_or_none(db)
    except sqlite3.DatabaseError:
        return None


def _stamp_or_none(db: sqlite3.Connection) -> str | None:
    try:
        return stamp_of(db)
    except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError):
        return None


def _identity_of(stamp: str | None) -> str:
    """Give the part of a stamp that stays the same in one history."""
    return (stamp or "").partition("-")[0]


def _faults(db: sqlite3.Connection, question: str) -> tuple[str, ...]:
    try:
        found = [str(row[0]) for row in db.execute(question)]
        loose = [f"no parent: {tuple(row)}" for row in db.execute("PRAGMA foreign_key_check")]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        # A disk that does not answer, or a mistake of ours, is no damage: nothing is set aside.
        if fault_of(error) is not Fault.DAMAGE:
            raise
        return (str(error),)
    return tuple(line for line in found + loose if line != "ok")


def _prepared(db: sqlite3.Connection) -> sqlite3.Connection:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _fill(db: sqlite3.Connection, path: Path) -> None:
    """Read a file in a folder that cannot be written to, with what its owner had left in -wal."""
    # Few starts come here, and all would wait for these.
    import shutil
    from tempfile import TemporaryDirectory

    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            for ending in ("", *COMPANIONS):
                original = path.with_name(path.name + ending)
                if original.exists():
                    shutil.copyfile(original, copy.with_name(copy.name + ending))
            with closing(connect(copy)) as source:
                source.backup(db)
    except OSError:  # nowhere to copy it to: all but the last commits can be read in place
        with reading(path) as source:
            source.backup(db)
