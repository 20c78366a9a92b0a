"""The format of the history: how old files become new ones, and whether a file is one of ours."""

import sqlite3
from binascii import crc32
from contextlib import closing
from pathlib import Path

from routine_player.store.history_errors import (
    HistoryDamagedError,
    HistoryTooNewError,
    damaged_text,
    too_new_text,
)
from routine_player.store.history_file import transaction

APPLICATION_ID = 1381002361  # "RPly", set by the first migration

_NO_VERSION = 1000  # no format will ever have this number or more

# https://www.sqlite.org/fileformat2.html#the_database_header
_HEAD = 100  # bytes
_TABLES, _VERSION, _APPLICATION_ID = 40, 60, 68  # where numbers of 4 bytes stand in it


def newest_version(migrations: Path) -> int:
    """The format that the last migration leads to; they are numbered from 1 without gaps."""
    return len(_scripts(migrations))


def look_at(path: Path, migrations: Path) -> None:
    """Read the head of a file before SQLite does, which would change a file of another's.

    The errors are those of `version_of`. A file without a byte passes as a new one.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head:
        if len(head) < _HEAD or not head.startswith(b"SQLite format 3\0"):
            raise HistoryDamagedError(damaged_text())
        tables, version, application_id = (
            int.from_bytes(head[at : at + 4]) for at in (_TABLES, _VERSION, _APPLICATION_ID)
        )
        _judge(application_id, version, migrations)
        if version == 0 and tables:
            raise HistoryDamagedError(damaged_text())


def version_of(db: sqlite3.Connection, migrations: Path) -> int:
    """Give the format of a file, 0 for a new one.

    HistoryDamagedError for a file of another program, HistoryTooNewError for one of a newer
    version of this one.
    """
    version = _pragma(db, "user_version")
    _judge(_pragma(db, "application_id"), version, migrations)
    if version == 0 and _schema(db):
        raise HistoryDamagedError(damaged_text())
    return version


def bring_up_to_date(db: sqlite3.Connection, migrations: Path) -> None:
    """Bring a file to the newest format, each step whole, in one transaction with its version.

    The errors are those of `version_of`; HistoryDamagedError too where its tables are not those
    of a new file.
    """
    version_of(db, migrations)
    _migrate(db, migrations)
    if checksum_of(db) == _noted_checksum(migrations):
        return
    # A newer SQLite may write the same tables down in other words.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        _migrate(fresh, migrations)
        if _schema(db) != _schema(fresh):
            raise HistoryDamagedError(damaged_text())


def checksum_of(db: sqlite3.Connection) -> str:
    """Give what is the same for the same tables; `tables.crc32` notes it of a new file.

    Making a new file to compare with takes 3 ms, and every start would wait for it.
    """
    rows = sorted(repr(row) for row in _schema(db))
    return f"{crc32(''.join(rows).encode()):08x}"


def _noted_checksum(migrations: Path) -> str:
    return (migrations / "tables.crc32").read_text(encoding="utf-8").strip()


def _migrate(db: sqlite3.Connection, migrations: Path) -> None:
    # A table that others refer to can only be rebuilt while nobody looks at the references.
    db.execute("PRAGMA foreign_keys = OFF")
    for number, script in enumerate(_scripts(migrations), start=1):
        if number > _pragma(db, "user_version"):
            _run(db, number, script.read_text(encoding="utf-8"))
    db.execute("PRAGMA foreign_keys = ON")


def _judge(application_id: int, version: int, migrations: Path) -> None:
    if application_id != (APPLICATION_ID if version else 0) or version >= _NO_VERSION:
        raise HistoryDamagedError(damaged_text())
    newest = newest_version(migrations)
    if version > newest:
        raise HistoryTooNewError(too_new_text(version, newest))


def _scripts(migrations: Path) -> list[Path]:
    return sorted(migrations.glob("[0-9][0-9][0-9][0-9].sql"))


def _run(db: sqlite3.Connection, number: int, script: str) -> None:
    with transaction(db):
        for statement in _statements(script):
            db.execute(statement)
        _refuse_loose_rows(db, number)
        db.execute(f"PRAGMA user_version = {number}")


def _refuse_loose_rows(db: sqlite3.Connection, number: int) -> None:
    loose = db.execute("PRAGMA foreign_key_check").fetchall()
    if loose:
        raise RuntimeError(f"migration {number} leaves {len(loose)} rows without a parent")


def _statements(script: str) -> list[str]:
    """Cut a script into its statements: executescript() would commit half-way."""
    statements: list[str] = []
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return statements


def _schema(db: sqlite3.Connection) -> set[tuple[object, ...]]:
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {tuple(row) for row in rows}


def _pragma(db: sqlite3.Connection, name: str) -> int:
    value = db.execute(f"PRAGMA {name}").fetchone()[0]
    return int(value)
