import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from routine_player.core.entry import Entry
from routine_player.core.instant import Instant
from routine_player.store import history_file, history_opening
from routine_player.store.backups import back_up, backups_in
from routine_player.store.history import History
from routine_player.store.history_errors import (
    HistoryInUseError,
    HistoryTooNewError,
)
from routine_player.store.history_opening import open_file
from routine_player.store.history_schema import APPLICATION_ID, checksum_of, newest_version
from routine_player.store.history_values import NewSession
from routine_player.store.paths import MIGRATIONS, Places

NEWEST = newest_version(MIGRATIONS)
NEXT = f"{NEWEST + 1:04}.sql"

Begin = Callable[..., NewSession]


@pytest.fixture
def filled(places: Places, noon: Instant, new_session: Begin) -> Places:
    """A home whose history has a session and is closed."""
    history = History.open(places, noon)
    history.begin(new_session())
    history.close()
    return places


def _edit(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def test_a_closed_history_is_one_file(filled: Places):
    assert [path.name for path in filled.data.iterdir()] == ["history.db"]


def test_a_second_opening_is_refused_while_the_first_lasts(filled: Places, noon: Instant):
    first = History.open(filled, noon)
    with pytest.raises(HistoryInUseError, match="in use"):
        History.open(filled, noon)
    first.close()
    History.open(filled, noon).close()


def test_a_second_process_is_refused_while_the_first_lasts(filled: Places, noon: Instant):
    first = History.open(filled, noon)
    script = (
        "import sys; from pathlib import Path;"
        "from routine_player.core.instant import Instant;"
        "from routine_player.store.history import History;"
        "from routine_player.store.history_errors import HistoryInUseError;"
        "from routine_player.store.paths import Places\n"
        "try: History.open(Places(Path(sys.argv[1])), Instant.of(0, 0))\n"
        "except HistoryInUseError: sys.exit(3)"
    )
    second = subprocess.run(
        [sys.executable, "-c", script, str(filled.data)], check=False, timeout=60
    )
    assert second.returncode == 3
    first.close()


def test_the_history_waits_for_the_disk_with_every_commit(filled: Places, noon: Instant):
    history = History.open(filled, noon)
    db = history._db
    assert db.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive"
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert db.execute("PRAGMA user_version").fetchone()[0] == NEWEST
    assert not filled.history.with_name("history.db-shm").exists()
    history.close()


def test_a_history_of_a_newer_version_is_refused_and_left_alone(filled: Places, noon: Instant):
    _edit(filled.history, f"PRAGMA user_version = {NEWEST + 1}")
    before = filled.history.read_bytes()
    with pytest.raises(HistoryTooNewError, match="newer Routine Player"):
        History.open(filled, noon)
    assert filled.history.read_bytes() == before


def test_an_empty_file_of_a_first_start_that_was_cut_off_is_just_used(
    places: Places, noon: Instant
):
    places.data.mkdir(parents=True)
    places.history.touch()
    history = History.open(places, noon)
    assert history.saved
    assert not history.was_damaged
    history.close()


def test_a_start_that_was_cut_off_before_the_first_table_is_just_gone_on_with(
    places: Places, noon: Instant
):
    places.data.mkdir(parents=True)
    history_file.connect(places.history).close()
    assert places.history.stat().st_size > 0
    history = History.open(places, noon)
    assert not history.was_damaged
    history.close()


# Damage


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE bookmark (url TEXT)",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 252006674",
        f"PRAGMA application_id = {APPLICATION_ID}",
    ],
)
def test_a_file_of_another_program_is_set_aside_untouched(
    places: Places, noon: Instant, statement: str
):
    places.data.mkdir(parents=True)
    _edit(places.history, statement)
    before = places.history.read_bytes()
    history = History.open(places, noon)
    assert history.set_aside == places.set_aside / "history-1.db"
    assert history.set_aside.read_bytes() == before
    assert history.was_damaged
    assert history.saved
    assert history.sessions() == ()
    history.close()


def test_text_in_the_place_of_the_history_is_set_aside_with_its_log(places: Places, noon: Instant):
    places.data.mkdir(parents=True)
    places.history.write_text("my running diary\n" * 400, encoding="utf-8")
    places.history.with_name("history.db-wal").write_text("a log", encoding="utf-8")
    history = History.open(places, noon)
    assert sorted(path.name for path in places.set_aside.iterdir()) == [
        "history-1.db",
        "history-1.db-wal",
    ]
    history.close()


def test_a_history_with_other_tables_is_set_aside(filled: Places, noon: Instant):
    _edit(filled.history, "ALTER TABLE session RENAME COLUMN note TO mote")
    history = History.open(filled, noon)
    assert history.set_aside is not None
    history.close()


def test_an_emptied_file_is_set_aside_where_there_are_backups(filled: Places, noon: Instant):
    history = History.open(filled, noon)
    backup = back_up(history, filled.backups, noon)
    history.close()
    filled.history.write_bytes(b"")
    history = History.open(filled, noon)
    assert history.set_aside is not None
    assert history.restorable == (backup,)
    history.close()


def test_an_emptied_file_with_a_log_beside_it_is_set_aside(filled: Places, noon: Instant):
    filled.history.write_bytes(b"")
    filled.history.with_name("history.db-wal").write_bytes(b"commits")
    history = History.open(filled, noon)
    assert history.set_aside is not None
    assert history.set_aside.with_name("history-1.db-wal").read_bytes() == b"commits"
    history.close()


def test_an_emptied_file_with_an_empty_log_is_a_first_start(places: Places, noon: Instant):
    places.data.mkdir(parents=True)
    places.history.touch()
    places.history.with_name("history.db-wal").touch()
    history = History.open(places, noon)
    assert history.set_aside is None
    history.close()


def test_a_file_that_is_gone_is_a_reason_to_offer_its_backups_once(filled: Places, noon: Instant):
    history = History.open(filled, noon)
    backup = back_up(history, filled.backups, noon)
    history.close()
    filled.history.unlink()
    history = History.open(filled, noon)
    assert (history.set_aside, history.restorable) == (None, (backup,))
    assert history.was_damaged
    history.close()
    history = History.open(filled, noon)
    assert history.restorable == ()
    history.close()


def test_a_log_without_its_file_is_set_aside_and_not_thrown_away(filled: Places, noon: Instant):
    filled.history.unlink()
    filled.history.with_name("history.db-wal").write_bytes(b"commits")
    history = History.open(filled, noon)
    assert history.set_aside is not None
    assert history.set_aside.with_name("history-1.db-wal").read_bytes() == b"commits"
    history.close()


@pytest.mark.parametrize("size", [1, 16, 99])
def test_a_file_cut_off_in_its_head_is_set_aside(filled: Places, noon: Instant, size: int):
    filled.history.write_bytes(filled.history.read_bytes()[:size])
    history = History.open(filled, noon)
    assert history.set_aside is not None
    history.close()


def test_a_file_of_another_program_whose_tables_are_all_in_its_log_is_set_aside(
    places: Places, noon: Instant
):
    places.data.mkdir(parents=True)
    elsewhere = places.data / "elsewhere.db"
    with closing(sqlite3.connect(elsewhere, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE bookmark (url TEXT)")
        for ending in ("", "-wal"):
            shutil.copyfile(f"{elsewhere}{ending}", f"{places.history}{ending}")
    history = History.open(places, noon)
    assert history.set_aside is not None
    history.close()


@pytest.mark.parametrize(
    ("at", "name"), [(47, "schema format"), (60, "our format"), (19, "journal")]
)
def test_a_number_in_the_head_that_cannot_be_is_damage(
    filled: Places, noon: Instant, at: int, name: str
):
    data = bytearray(filled.history.read_bytes())
    data[at] = 77
    filled.history.write_bytes(data)
    history = History.open(filled, noon)
    assert history.set_aside is not None, name
    history.close()


def _leave_log_of(history: History, places: Places) -> bytes:
    """Put the log of one history beside the file of another, as a careless copy does."""
    log = Path(history._db.execute("PRAGMA database_list").fetchone()[2] + "-wal").read_bytes()
    places.history.with_name("history.db-wal").write_bytes(log)
    return log


def test_a_log_of_another_history_is_set_aside_before_it_is_mixed_in(
    filled: Places, noon: Instant, new_session: Begin, tmp_path: Path
):
    other = History.open(Places(tmp_path / "other"), noon)
    other.begin(new_session())
    log = _leave_log_of(other, filled)
    other.close()
    before = filled.history.read_bytes()
    history = History.open(filled, noon)
    assert history.set_aside is not None
    assert history.set_aside.read_bytes() == before
    assert history.set_aside.with_name("history-1.db-wal").read_bytes() == log
    history.close()
    assert [path.name for path in filled.data.iterdir() if path.is_file()] == ["history.db"]


def test_a_log_beside_an_older_copy_of_its_file_loses_nothing(
    filled: Places, noon: Instant, new_session: Begin
):
    history = History.open(filled, noon)
    backup = back_up(history, filled.backups, noon)
    history.begin(new_session())
    log = filled.history.with_name("history.db-wal").read_bytes()
    history.close()
    assert backup is not None
    shutil.copyfile(backup.path, filled.history)
    filled.history.with_name("history.db-wal").write_bytes(log)
    history = History.open(filled, noon)
    assert not history.was_damaged
    assert len(history.sessions()) == 2
    assert history.check() == ()
    history.close()


def test_the_log_of_a_process_that_died_is_taken_in(
    filled: Places, noon: Instant, new_session: Begin
):
    history = History.open(filled, noon)
    history.begin(new_session())
    file, log = filled.history.read_bytes(), filled.history.with_name("history.db-wal").read_bytes()
    history.close()
    filled.history.write_bytes(file)
    filled.history.with_name("history.db-wal").write_bytes(log)
    history = History.open(filled, noon)
    assert not history.was_damaged
    assert len(history.sessions()) == 2
    assert not filled.history.with_name("history.db-shm").exists()
    history.close()


def test_the_log_of_an_owner_that_lives_is_left_alone(
    filled: Places, noon: Instant, new_session: Begin
):
    history = History.open(filled, noon)
    history.begin(new_session())
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        history_file.refuse_strange_log(filled.history)
    assert len(history.sessions()) == 2
    history.close()


def test_a_file_without_any_stamp_has_none(tmp_path: Path):
    _edit(tmp_path / "other.db", "CREATE TABLE state (identity BLOB, revision INTEGER)")
    assert history_file.stamp_in(tmp_path / "other.db") is None
    assert history_file.stamp_in(tmp_path / "none.db") is None


# Migrations


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The migrations of a version that has one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    script = (
        "-- Shoes; with one; two statements.\n"
        "CREATE TABLE shoe (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"
        "INSERT INTO shoe VALUES (1, 'old; blue');\n"
    )
    (folder / NEXT).write_text(script, encoding="utf-8")
    return folder


def test_an_older_history_is_copied_and_then_brought_up_to_date(
    filled: Places, noon: Instant, newer: Path
):
    opening = open_file(filled, noon, newer)
    history = History(opening)
    assert opening.db.execute("PRAGMA user_version").fetchone()[0] == NEWEST + 1
    assert opening.db.execute("SELECT name FROM shoe").fetchone()[0] == "old; blue"
    assert opening.db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert len(history.sessions()) == 1
    assert not history.was_damaged
    (backup,) = backups_in(filled.backups)
    with history_file.reading(backup.path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == NEWEST
    history.close()


def test_the_note_of_what_tables_a_new_history_has_is_up_to_date(history: History):
    noted = (MIGRATIONS / "tables.crc32").read_text(encoding="utf-8").strip()
    assert noted == checksum_of(history._db), "write this into tables.crc32"


def test_a_note_that_does_not_fit_only_costs_time(filled: Places, noon: Instant, tmp_path: Path):
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    (folder / "tables.crc32").write_text("0\n", encoding="utf-8")
    history = History(open_file(filled, noon, folder))
    assert len(history.sessions()) == 1
    assert not history.was_damaged
    history.close()


def test_a_new_history_is_not_backed_up_before_its_first_migration(
    places: Places, noon: Instant, newer: Path
):
    open_file(places, noon, newer).db.close()
    assert backups_in(places.backups) == ()


def test_a_migration_that_fails_leaves_the_history_as_it_was(
    filled: Places, noon: Instant, newer: Path
):
    script = "CREATE TABLE shoe (id INTEGER PRIMARY KEY);\nINSERT INTO boot VALUES (1);\n"
    (newer / NEXT).write_text(script, encoding="utf-8")
    with pytest.raises(sqlite3.OperationalError, match="no such table: boot"):
        open_file(filled, noon, newer)
    history = History.open(filled, noon)
    assert len(history.sessions()) == 1
    assert not history.was_damaged
    history.close()


def test_a_migration_that_leaves_rows_without_a_parent_is_not_kept(
    filled: Places, noon: Instant, newer: Path
):
    (newer / NEXT).write_text("DELETE FROM plan;\n-- the end\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match="1 rows without a parent"):
        open_file(filled, noon, newer)
    history = History.open(filled, noon)
    assert len(history.sessions()) == 1
    history.close()


def test_without_room_for_a_copy_an_older_history_is_not_changed(
    filled: Places, noon: Instant, newer: Path
):
    filled.backups.write_text("in the way", encoding="utf-8")
    before = filled.history.read_bytes()
    opening = open_file(filled, noon, newer)
    history = History(opening)
    assert not history.saved
    assert "Nothing you do is saved: no backup was made" in history.unsaved_reason
    assert len(history.sessions()) == 1  # shown from memory, in the new format
    history.close()
    assert filled.history.read_bytes() == before


# Where nothing can be written


def _refusing(_path: Path) -> sqlite3.Connection:
    """Open a file that is read-only, whoever asks: root may write to any other."""
    with closing(sqlite3.connect("file::memory:?mode=ro", uri=True)) as db:
        db.execute("PRAGMA query_only = ON")
        db.execute("CREATE TABLE refused (id)")
    raise AssertionError("a read-only database took a table")


@pytest.fixture
def read_only(filled: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    real = history_file.connect

    def connect(path: Path) -> sqlite3.Connection:
        return _refusing(path) if path == filled.history else real(path)

    monkeypatch.setattr(history_file, "connect", connect)
    return filled


def test_a_read_only_home_is_shown_and_written_to_in_memory(
    read_only: Places, noon: Instant, new_session: Begin, step_ended: Callable[..., Entry]
):
    before = read_only.history.read_bytes()
    history = History.open(read_only, noon)
    assert not history.saved
    assert history.unsaved_reason == "Nothing you do is saved: the folder is read-only."
    assert len(history.sessions()) == 1
    session = history.begin(new_session())
    history.append(session, [step_ended(0)])
    assert len(history.sessions()) == 2
    assert history.check() == ()
    history.close()
    assert read_only.history.read_bytes() == before
    assert [path.name for path in read_only.data.iterdir()] == ["history.db"]


def test_a_read_only_home_shows_what_a_dead_process_left_in_its_log(
    places: Places, noon: Instant, new_session: Begin, monkeypatch: pytest.MonkeyPatch
):
    history = History.open(places, noon)
    history.begin(new_session())
    dead = Places(places.data.with_name("dead"))
    dead.data.mkdir()
    for name in ("history.db", "history.db-wal"):
        shutil.copyfile(places.data / name, dead.data / name)
    history.close()
    real = history_file.connect
    monkeypatch.setattr(
        history_file, "connect", lambda path: (_refusing if path == dead.history else real)(path)
    )
    shown = History.open(dead, noon)
    assert len(shown.sessions()) == 1
    shown.close()


def test_without_any_room_a_read_only_history_is_read_in_place(
    read_only: Places, noon: Instant, monkeypatch: pytest.MonkeyPatch
):
    def no_room(**_options: object) -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", no_room)
    history = History.open(read_only, noon)
    assert not history.saved
    assert len(history.sessions()) == 1
    history.close()


def test_a_read_only_home_without_a_history_is_an_empty_one_in_memory(
    tmp_path: Path, noon: Instant, new_session: Begin
):
    home = tmp_path / "home"
    home.write_text("a file", encoding="utf-8")
    history = History.open(Places(home), noon)
    assert not history.saved
    assert history.unsaved_reason.startswith("Nothing you do is saved: ")
    history.begin(new_session())
    assert len(history.sessions()) == 1
    history.close()


def test_a_damaged_history_in_a_read_only_home_is_an_empty_one_in_memory(
    read_only: Places, noon: Instant
):
    read_only.history.write_bytes(os.urandom(9000))
    history = History.open(read_only, noon)
    assert not history.saved
    assert history.sessions() == ()
    history.close()


def test_a_history_with_other_tables_in_a_read_only_home_is_an_empty_one_in_memory(
    read_only: Places, noon: Instant
):
    _edit(read_only.history, "ALTER TABLE session RENAME COLUMN note TO mote")
    before = read_only.history.read_bytes()
    history = History.open(read_only, noon)
    assert not history.saved
    assert history.sessions() == ()
    assert read_only.history.read_bytes() == before
    history.close()


def test_a_history_of_a_newer_version_is_refused_in_a_read_only_home_too(
    read_only: Places, noon: Instant
):
    _edit(read_only.history, f"PRAGMA user_version = {NEWEST + 1}")
    with pytest.raises(HistoryTooNewError):
        History.open(read_only, noon)


def test_a_folder_in_the_place_of_the_file_is_told_and_left_alone(places: Places, noon: Instant):
    places.history.mkdir(parents=True)
    history = History.open(places, noon)
    assert not history.saved
    assert "a folder is where the file should be" in history.unsaved_reason
    history.close()
    assert places.history.is_dir()


def test_a_damaged_file_that_cannot_be_set_aside_is_left_alone(places: Places, noon: Instant):
    places.data.mkdir(parents=True)
    places.history.write_text("damaged\n" * 1000, encoding="utf-8")
    places.set_aside.write_text("in the way", encoding="utf-8")
    before = places.history.read_bytes()
    history = History.open(places, noon)
    assert not history.saved
    assert places.history.read_bytes() == before
    history.close()


def test_a_connection_that_fails_half_way_is_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    places = Places(tmp_path)

    def fail(*_values: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(history_opening.history_schema, "bring_up_to_date", fail)
    with pytest.raises(KeyboardInterrupt):
        open_file(places, Instant.of(0, 0))
    monkeypatch.undo()
    History.open(places, Instant.of(0, 0)).close()
