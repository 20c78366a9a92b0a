"""Everything out as tables and JSON, and back in, in a worker that can be stopped."""

import csv
import json

import pytest

from routine_player.app import data_room
from routine_player.core.run import Run


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


def test_another_history_is_taken_in_and_nothing_is_doubled(logged, choose, tmp_path, qtbot):
    rooms = logged()
    desk = rooms._desk
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(desk.history.diary.export_lines(desk.clock.instant())))
    before = desk.history.diary.runs()
    new = Run(desk.clock.instant().after(-60), 30.0)
    desk.history.diary.put_run(new, desk.clock.instant())
    choose(path)
    settings_of(rooms).merge_wished.emit()
    sheet = finish(rooms, qtbot)
    assert "was taken in" in sheet.words
    assert {one.run.id for one in desk.history.diary.runs()} == {
        new.id,
        *(one.run.id for one in before),
    }


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
    assert "no text" in finish(rooms, qtbot).words


def test_what_was_logged_meanwhile_is_not_lost(logged, choose, tmp_path, qtbot):
    rooms = logged()
    desk = rooms._desk
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(desk.history.diary.export_lines(desk.clock.instant())))
    choose(path)
    settings_of(rooms).merge_wished.emit()
    desk.history.diary.put_run(Run(desk.clock.instant(), 30.0), desk.clock.instant())
    assert "meanwhile" in finish(rooms, qtbot).words
    assert len(desk.history.diary.runs()) == 3


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
