"""Everything out as tables and JSON, and back in, in a worker that can be stopped."""

import csv
import json
from contextlib import closing

import pytest

from routine_player.app import data_deeds, data_room, settling
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run
from routine_player.store.backups import back_up, backups_in
from routine_player.store.history import History
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_file import stamp_in
from routine_player.store.paths import Places
from routine_player.ui.settings.folder_rows import backup_title


@pytest.fixture
def logged(open_app, clock):
    """Open the app on a history of two runs."""

    def opened(count=2):
        rooms = open_app()
        now = clock.instant()
        for number in range(count):
            run = Run(now.after(-86_400 * (number + 1)), 1800.0, 5000.0, note="=1+1")
            rooms._desk.history.diary.put_run(run, now)
        return rooms

    return opened


@pytest.fixture
def choose(monkeypatch):
    """Let the dialogs of the system answer with a path."""

    def answer(path):
        dialog = data_room.QFileDialog
        monkeypatch.setattr(dialog, "getExistingDirectory", lambda *_: str(path or ""))
        monkeypatch.setattr(dialog, "getSaveFileName", lambda *_: (str(path or ""), ""))
        monkeypatch.setattr(dialog, "getOpenFileName", lambda *_: (str(path or ""), ""))

    return answer


@pytest.fixture
def elsewhere(tmp_path, clock):
    """Write an export of another computer that knows one run more."""

    def write(path, rooms=None):
        now = clock.instant()
        other = History.open(Places(tmp_path / "elsewhere"), now)
        if rooms is not None:
            other.diary.merge_lines(rooms._desk.history.diary.export_lines(now))
        run = Run(now.after(-9 * 86_400), 30.0, note="elsewhere")
        other.diary.put_run(run, now)
        path.write_text("\n".join(other.diary.export_lines(now)), encoding="utf-8")
        other.close()
        return run

    return write


def finish(rooms, qtbot):
    qtbot.waitUntil(lambda: not rooms._diary.data.is_busy, timeout=20_000)
    return rooms._diary.data.sheet


def settings_of(rooms):
    rooms.window.show_page("settings")
    return rooms.window.page_widget("settings")


def test_tables_are_written_for_spreadsheets(logged, choose, tmp_path, qtbot):
    rooms = logged()
    choose(tmp_path)
    settings_of(rooms).tables_wished.emit()
    sheet = finish(rooms, qtbot)
    assert "6 tables" in sheet.words
    path = tmp_path / "routine-player-2026-03-04" / "runs.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["note"] for row in rows] == ["'=1+1", "'=1+1"]


def test_what_is_written_as_json_makes_the_same_history_elsewhere(
    logged, choose, tmp_path, qtbot, clock
):
    rooms = logged()
    before = rooms._desk.history.diary.runs()
    path = tmp_path / "all.jsonl"
    choose(path)
    settings_of(rooms).lines_wished.emit()
    assert str(path) in finish(rooms, qtbot).words
    assert json.loads(path.read_text().splitlines()[0])["format"]
    for one in before:
        rooms._desk.history.diary.delete(one.run.id, clock.instant())
    settings_of(rooms).merge_wished.emit()
    finish(rooms, qtbot)
    assert rooms._desk.history.diary.runs() == ()  # deleting was said later, and stays


def test_another_history_is_taken_in_and_nothing_is_doubled(
    logged, choose, elsewhere, tmp_path, qtbot
):
    rooms = logged()
    desk = rooms._desk
    path = tmp_path / "all.jsonl"
    theirs = elsewhere(path, rooms)
    before = desk.history.diary.runs()
    new = Run(desk.clock.instant().after(-60), 30.0)
    desk.history.diary.put_run(new, desk.clock.instant())
    choose(path)
    settings_of(rooms).merge_wished.emit()
    sheet = finish(rooms, qtbot)
    assert "all.jsonl was taken in. New: 1 run." in sheet.words
    assert {one.run.id for one in desk.history.diary.runs()} == {
        new.id,
        theirs.id,
        *(one.run.id for one in before),
    }
    settings_of(rooms).merge_wished.emit()
    assert "already" in finish(rooms, qtbot).words


def test_a_merge_can_be_gone_back_from(logged, choose, elsewhere, tmp_path, qtbot):
    rooms = logged()
    desk = rooms._desk
    path = tmp_path / "all.jsonl"
    elsewhere(path)
    choose(path)
    before = desk.history.diary.runs()
    settings_of(rooms).merge_wished.emit()
    words = finish(rooms, qtbot).words
    assert len(desk.history.diary.runs()) == 3
    newest = backups_in(desk.places.backups)[0]
    assert f"restore the backup of {backup_title(newest, to_the_second=True)}" in words
    settings_of(rooms).restore_wished.emit(newest)
    sheet = finish(rooms, qtbot)
    assert sheet.accessibleName() == "Done"
    assert desk.history.diary.runs() == before
    assert list(desk.places.set_aside.glob("history-*.db"))


def test_what_was_there_before_a_restore_is_a_backup(logged, qtbot):
    rooms = logged()
    desk = rooms._desk
    first = back_up(desk.history, desk.places.backups, desk.clock.instant())
    desk.history.diary.put_run(Run(desk.clock.instant(), 30.0), desk.clock.instant())
    settings_of(rooms).restore_wished.emit(first)
    finish(rooms, qtbot)
    assert len(desk.history.diary.runs()) == 2
    newest = backups_in(desk.places.backups)[0]
    assert newest != first
    settings_of(rooms).restore_wished.emit(newest)
    finish(rooms, qtbot)
    assert len(desk.history.diary.runs()) == 3


def test_a_damaged_backup_is_refused_and_nothing_changes(logged, qtbot):
    rooms = logged()
    desk = rooms._desk
    backup = back_up(desk.history, desk.places.backups, desk.clock.instant())
    backup.path.write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    settings_of(rooms).restore_wished.emit(backup)
    sheet = finish(rooms, qtbot)
    assert "This backup is damaged" in sheet.words
    assert len(desk.history.diary.runs()) == 2


def test_a_disk_that_refuses_a_restore_leaves_a_history_that_works(logged, qtbot):
    rooms = logged()
    rooms.settle_in(None)
    desk = rooms._desk
    qtbot.waitUntil(lambda: bool(backups_in(desk.places.backups)), timeout=20_000)
    backup, *_ = backups_in(desk.places.backups)
    desk.places.set_aside.write_text("in the way", encoding="utf-8")
    settings_of(rooms).restore_wished.emit(backup)
    assert "Nothing was restored" in finish(rooms, qtbot).words
    assert len(desk.history.diary.runs()) == 2
    assert not list(desk.places.data.glob("*.restored"))


def test_what_is_logged_is_backed_up_once_it_is_calm_and_at_the_end(logged, qtbot, monkeypatch):
    monkeypatch.setattr(settling, "CALM_MS", 0)
    rooms = logged(0)
    rooms.settle_in(None)
    desk = rooms._desk
    now = desk.clock.instant()

    def newest():
        return [stamp_in(backup.path) for backup in backups_in(desk.places.backups)][:1]

    desk.write(lambda: desk.history.diary.put_run(Run(now, 30.0), now))
    qtbot.waitUntil(lambda: newest() == [desk.history.stamp], timeout=20_000)
    with qtbot.waitSignal(desk.backups_changed, timeout=20_000):
        desk.write(lambda: desk.history.diary.put_run(Run(now.after(-9000.0), 30.0), now))
    desk.history.diary.put_run(Run(now.after(-90_000.0), 30.0), now)  # nobody was told of it
    rooms._settling.close()
    assert newest() == [desk.history.stamp]


def test_a_mistake_of_ours_ends_the_work_and_is_reported(
    logged, choose, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(data_deeds, "export_csv", lambda *_: 1 // 0)
    rooms = logged()
    rooms.settle_in(None)
    choose(tmp_path)
    settings_of(rooms).tables_wished.emit()
    assert "Nothing was changed" in finish(rooms, qtbot).words
    qtbot.waitUntil(lambda: "ZeroDivisionError" in rooms._settling._report, timeout=20_000)


def test_a_file_that_is_no_export_changes_nothing(logged, choose, tmp_path, qtbot):
    rooms = logged()
    path = tmp_path / "cat.json"
    path.write_text("{}")
    choose(path)
    settings_of(rooms).merge_wished.emit()
    sheet = finish(rooms, qtbot)
    assert sheet.accessibleName() == "That did not work"
    assert len(rooms._desk.history.diary.runs()) == 2


def test_a_file_that_is_no_text_is_told(logged, choose, tmp_path, qtbot):
    rooms = logged()
    path = tmp_path / "cat.jpg"
    path.write_bytes(b"\xff\xfe\x00")
    choose(path)
    settings_of(rooms).merge_wished.emit()
    assert "no text in UTF-8" in finish(rooms, qtbot).words


def test_what_was_logged_meanwhile_is_not_lost(logged, choose, elsewhere, tmp_path, qtbot):
    rooms = logged()
    desk = rooms._desk
    path = tmp_path / "all.jsonl"
    elsewhere(path)
    choose(path)
    settings_of(rooms).merge_wished.emit()
    rooms._diary.data._work._worker.join()  # the window has not heard of its end yet
    desk.history.diary.put_run(Run(desk.clock.instant(), 30.0), desk.clock.instant())
    assert "meanwhile" in finish(rooms, qtbot).words
    assert len(desk.history.diary.runs()) == 3
    assert not list(desk.places.data.glob("*.restored"))


def test_work_that_is_stopped_leaves_no_file(logged, choose, tmp_path, qtbot):
    rooms = logged()
    choose(tmp_path / "all.jsonl")
    page = settings_of(rooms)
    page.lines_wished.emit()
    rooms._diary.data._work._progress.stop()
    rooms._diary.data.sheet.close_sheet()
    sheet = finish(rooms, qtbot)
    assert sheet.is_open
    assert not list(tmp_path.glob("*.part"))


def test_nothing_happens_where_nothing_is_chosen(logged, choose):
    rooms = logged()
    choose(None)
    page = settings_of(rooms)
    for wish in (page.tables_wished, page.lines_wished, page.merge_wished):
        wish.emit()
    assert not rooms._diary.data.is_busy
    assert not rooms._diary.data.sheet.is_open


def test_closing_the_window_ends_the_work(logged, choose, tmp_path):
    rooms = logged()
    choose(tmp_path / "all.jsonl")
    settings_of(rooms).lines_wished.emit()
    rooms._diary.data.close()
    assert not rooms._diary.data.is_busy


def test_what_was_said_last_can_be_taken_back_after_a_restart(open_app, clock):
    rooms = open_app()
    now = clock.instant()
    run = Run(now, 1800.0, 5000.0)
    rating = Rating(RatingMoment.AFTER_RUN, 4, now, run=run.id)
    with closing(rooms._desk.history) as history:
        history.diary.put_entry(DiaryEntry(run, (rating,)), now)
    rooms._desk.replace_history(History.open(rooms._desk.places, now))
    diary = rooms._desk.history.diary
    page = settings_of(rooms)
    assert page._data_rows._last_edit.startswith("1 run, 1 pain rating, on ")
    page.undo_wished.emit()
    assert diary.runs() == ()
    assert diary.ratings() == ()
    assert page._data_rows._last_edit == ""
    page.undo_wished.emit()  # nothing is left to take back
    rooms.window.undo()
    assert [logged.run for logged in diary.runs()] == [run]
    assert page._data_rows._last_edit.startswith("1 run")
