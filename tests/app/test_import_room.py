"""Runs out of files, dropped on the window: worker, progress, stop, report, and one undo."""

import gc
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from routine_player.core.run import Activity

_POINT = '<trkpt lat="48.{at:05}" lon="9.1"><ele>300</ele><time>{time}</time></trkpt>'


def gpx(day, sport="running"):
    points = "".join(
        _POINT.format(at=minute * 150, time=f"2026-02-{day:02}T07:{minute:02}:00Z")
        for minute in range(40)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><type>{sport}</type><trkseg>{points}</trkseg></trk></gpx>"
    )


@pytest.fixture
def files(tmp_path):
    """A folder with two runs, a ride, and a file that is none."""
    folder = tmp_path / "watch"
    folder.mkdir()
    for day in (1, 2):
        (folder / f"run-{day}.gpx").write_text(gpx(day))
    (folder / "ride.gpx").write_text(gpx(3, "cycling"))
    (folder / "broken.gpx").write_text("<gpx")
    return folder


@pytest.fixture
def drop():
    """Drop files on the window; tell whether it took them."""

    def dropped(window, *paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, button, plain)
        enter.ignore()
        window.dragEnterEvent(enter)
        if enter.isAccepted():
            window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, plain))
        return enter.isAccepted()

    return dropped


def diary_of(rooms):
    return rooms._desk.history.diary


def wait_for_report(rooms, qtbot):
    def is_there():
        importer = rooms._diary.importer
        return importer.sheet.is_open and not importer.is_busy

    qtbot.waitUntil(is_there, timeout=20_000)
    return rooms._diary.importer.sheet


def test_a_first_drop_builds_what_imports_only_after_it_has_returned(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files)
    assert "importer" not in rooms._diary.__dict__
    wait_for_report(rooms, qtbot)
    assert len(diary_of(rooms).runs()) == 2


def test_what_is_dropped_while_that_is_built_is_no_second_import(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files / "run-1.gpx")
    drop(rooms.window, files / "run-2.gpx")
    wait_for_report(rooms, qtbot)
    assert len(diary_of(rooms).runs()) == 1


def test_dropped_files_are_taken_with_a_reason_for_each_that_is_not(open_app, files, drop, qtbot):
    rooms = open_app()
    assert drop(rooms.window, files)
    sheet = wait_for_report(rooms, qtbot)
    assert len(diary_of(rooms).runs()) == 2
    text = sheet.report_text
    assert "1 could not be taken\nbroken.gpx: " in text
    assert "2 taken\nrun-1.gpx\nrun-2.gpx" in text
    assert "ride.gpx: it is a ride, not a run" in text
    assert sheet.accessibleName() == "2 taken, 0 joined, 1 failed"


def test_a_whole_import_is_taken_back_at_once(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files)
    wait_for_report(rooms, qtbot)._undo.click()
    assert not diary_of(rooms).runs()


def test_other_sports_are_taken_when_that_is_asked_for(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files)
    wait_for_report(rooms, qtbot)._every_sport.click()
    sheet = wait_for_report(rooms, qtbot)
    assert {one.run.activity for one in diary_of(rooms).runs()} == {Activity.RUN, Activity.BIKE}
    assert "it is in your log already" in sheet.report_text


def test_importing_twice_changes_nothing(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files)
    wait_for_report(rooms, qtbot)
    rooms._diary.importer.sheet.close_sheet()
    before = diary_of(rooms).runs()
    drop(rooms.window, files)
    sheet = wait_for_report(rooms, qtbot)
    assert diary_of(rooms).runs() == before
    assert sheet._undo.isHidden()


def test_runs_that_were_deleted_come_back_when_that_is_asked_for(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files)
    wait_for_report(rooms, qtbot).close_sheet()
    first = diary_of(rooms).runs()[0].run.id
    diary_of(rooms).delete(first, rooms._desk.clock.instant())
    drop(rooms.window, files)
    sheet = wait_for_report(rooms, qtbot)
    assert "you deleted it from your log" in sheet.report_text
    assert sheet._deleted.label == "Take back the 1 you deleted"
    sheet._deleted.click()
    assert wait_for_report(rooms, qtbot)._deleted.isHidden()
    assert first in {one.run.id for one in diary_of(rooms).runs()}


def test_an_import_that_was_taken_back_can_be_done_again(open_app, files, drop, qtbot):
    rooms = open_app()
    drop(rooms.window, files)
    wait_for_report(rooms, qtbot)._undo.click()
    drop(rooms.window, files)
    sheet = wait_for_report(rooms, qtbot)
    assert sheet.accessibleName() == "2 taken, 0 joined, 1 failed"
    assert len(diary_of(rooms).runs()) == 2


def test_an_import_that_is_stopped_says_so_and_keeps_what_it_has(open_app, files, qtbot):
    rooms = open_app()
    room = rooms._diary.importer
    room.take([files])
    assert room.sheet.is_busy
    room.sheet.close_sheet()  # as Esc does
    assert room.sheet.is_open
    sheet = wait_for_report(rooms, qtbot)
    assert sheet.accessibleName().startswith("Stopped: ")


def test_the_window_is_not_looked_through_for_garbage_while_files_are_read(open_app, files, qtbot):
    rooms = open_app()
    rooms._diary.importer.take([files])
    assert gc.get_freeze_count() > 0
    wait_for_report(rooms, qtbot)
    assert gc.get_freeze_count() == 0
    rooms._diary.importer.take([files])
    rooms._diary.importer.close()
    assert gc.get_freeze_count() == 0


def test_closing_the_window_ends_an_import(open_app, files):
    rooms = open_app()
    rooms._diary.importer.take([files])
    rooms._diary.importer.close()
    assert not rooms._diary.importer.is_busy


def test_closing_it_before_the_report_stands_there_is_no_harm(open_app, files, qtbot):
    rooms = open_app()
    room = rooms._diary.importer
    room.take([files / "run-1.gpx"])
    with qtbot.waitSignal(room._importing.ended, timeout=20_000):
        pass
    room.close()
    qtbot.wait(20)
    assert not room.is_busy
    assert not room.sheet.report_text
    assert len(diary_of(rooms).runs()) == 1


def test_nothing_is_taken_while_a_session_has_the_window(open_app, files, drop):
    rooms = open_app()
    rooms._show_advice()
    assert not drop(rooms.window, files)


def test_text_that_is_dragged_is_no_file(open_app, drop):
    rooms = open_app()
    assert not drop(rooms.window)


def test_the_page_leads_to_the_sheet(open_app, monkeypatch, files, qtbot):
    from routine_player.app import import_room

    rooms = open_app()
    rooms.window.show_page("log-run")
    rooms.window.page_widget("log-run")._head._import.click()
    qtbot.waitUntil(lambda: rooms._diary.importer.sheet.is_open)
    sheet = rooms._diary.importer.sheet
    chosen = [str(files / "run-1.gpx")]
    dialog = import_room.QFileDialog
    monkeypatch.setattr(dialog, "getOpenFileNames", lambda *_: (chosen, ""))
    monkeypatch.setattr(dialog, "getExistingDirectory", lambda *_: "")
    sheet._folder.click()
    assert not rooms._diary.importer.is_busy
    sheet._files.click()
    wait_for_report(rooms, qtbot)
    assert len(diary_of(rooms).runs()) == 1


def test_a_long_list_is_stored_in_parts_and_told_whole(open_app, tmp_path, qtbot):
    head = (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence\n"
    )
    line = 'Running,2026-01-{day:02} 08:00:00,false,Run,"5.{day:02}",300,00:30:00,140,150,160'
    lines = [line.format(day=day) for day in range(1, 21)]
    path = tmp_path / "Activities.csv"
    path.write_text(head + "\n".join(lines) + "\n")
    rooms = open_app()
    rooms._diary.importer.take([path])
    sheet = wait_for_report(rooms, qtbot)
    assert len(diary_of(rooms).runs()) == 20
    assert "20 taken" in sheet.report_text
    sheet._undo.click()
    assert not diary_of(rooms).runs()


def strava(count):
    head = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
    head += "Elapsed Time,Distance\n"
    day = date(2014, 1, 1)
    lines = (
        f'{10000 + at},"{(day + timedelta(days=at)):%b %d, %Y}, 6:00:00 AM",Run,Run,,1800,5.{at:04}'
        for at in range(count)
    )
    return head + "\n".join(lines) + "\n"


def test_a_long_list_that_is_stopped_keeps_whole_parts_and_goes_on_later(
    open_app, tmp_path, monkeypatch, qtbot
):
    from routine_player.app import importing

    path = tmp_path / "activities.csv"
    path.write_text(strava(400))
    rooms = open_app()
    room = rooms._diary.importer
    store, parts = importing.store, []

    def store_and_stop(*told, **how):
        parts.append(told)
        if len(parts) == 3:
            room.cancel()
        return store(*told, **how)

    monkeypatch.setattr(importing, "store", store_and_stop)
    room.take([path])
    sheet = wait_for_report(rooms, qtbot)
    assert len(diary_of(rooms).runs(-1)) == 12
    assert sheet.accessibleName() == "Stopped: 12 taken, 0 joined"
    sheet.close_sheet()
    room.take([path])
    assert wait_for_report(rooms, qtbot).accessibleName() == "388 taken, 0 joined"
    assert len(diary_of(rooms).runs(-1)) == 400


def test_how_far_it_is_is_told_ten_times_a_second_at_the_most(
    open_app, tmp_path, monkeypatch, qtbot
):
    folder = tmp_path / "many"
    folder.mkdir()
    for day in range(1, 21):
        (folder / f"{day}.gpx").write_text(gpx(day))
    rooms = open_app()
    room = rooms._diary.importer
    monkeypatch.setattr(rooms._desk.clock, "monotonic", lambda: 7.0)
    room.take([folder])
    told = []
    room._importing.progressed.connect(lambda *now: told.append(now))
    wait_for_report(rooms, qtbot)
    assert told == [(0, 20)]


def test_pages_show_what_is_new_once_and_after_the_report(
    open_app, files, drop, monkeypatch, qtbot
):
    rooms = open_app()
    order = []
    sheet = rooms._diary.importer.sheet
    show = sheet.show_report
    monkeypatch.setattr(sheet, "show_report", lambda report: (order.append("report"), show(report)))
    rooms._desk.history_changed.connect(lambda: order.append("pages"))
    drop(rooms.window, files)
    qtbot.waitUntil(lambda: "pages" in order, timeout=20_000)
    assert order == ["report", "pages"]


def test_what_the_history_cannot_take_is_told(open_app, files, monkeypatch, qtbot):
    from routine_player.app import importing
    from routine_player.store.history_errors import HistoryWriteError

    def refuse(*_, **__):
        raise HistoryWriteError("The disk is full.")

    monkeypatch.setattr(importing, "store", refuse)
    rooms = open_app()
    rooms._diary.importer.take([files / "run-1.gpx"])
    assert "run-1.gpx: The disk is full." in wait_for_report(rooms, qtbot).report_text
