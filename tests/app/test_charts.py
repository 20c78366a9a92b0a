from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from routine_player.app.charts import ChartsRoom
from routine_player.app.history import HistoryRoom
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.run import Run
from routine_player.store.chart_reading import read_records
from routine_player.store.history_diary import DiaryEntry
from routine_player.store.history_errors import HistoryReadError
from routine_player.store.settings import Units
from routine_player.ui.charts.saving import ChartFile, FileKind
from routine_player.ui.views.history import HistoryView

TODAY = date(2026, 3, 4)
DAY_S = 86_400.0


@pytest.fixture
def desk(make_desk):
    return make_desk()


@pytest.fixture
def view(theme, desk, qtbot):
    view = HistoryView(theme)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def room(view, desk, qtbot):
    """The charts, all read."""
    view.charts_wished.connect(lambda: opened.append(ChartsRoom(view, desk)))
    opened = []
    view.show_charts()
    (room,) = opened
    qtbot.waitUntil(lambda: not room.is_reading)
    return room


def log_run(desk, days_ago, km=5.0):
    """Log a run with its pain, and give it."""
    at = desk.clock.instant().after(-days_ago * DAY_S)
    run = Run(at, 1800.0, km * 1000)
    rating = Rating(RatingMoment.AFTER_RUN, 4, at.after(1900), run=run.id)
    desk.write(lambda: desk.history.diary.put_entry(DiaryEntry(run, (rating,)), at))
    return run


def records_of(room):
    return room.panel._records


def test_an_empty_history_shows_an_example(room):
    assert records_of(room).is_example


def test_a_run_that_is_logged_is_in_the_charts(room, desk, qtbot):
    run = log_run(desk, 1)
    qtbot.waitUntil(lambda: not room.is_reading)
    assert [one.id for one in records_of(room).runs] == [run.id]
    assert not records_of(room).is_example


def test_what_changes_while_charts_are_not_seen_is_read_when_they_are(room, view, desk, qtbot):
    view.show_list()
    log_run(desk, 1)
    assert records_of(room).is_example
    view.show_charts()
    qtbot.waitUntil(lambda: not room.is_reading)
    assert len(records_of(room).runs) == 1


def test_miles_are_taken_from_the_settings(room, desk, qtbot):
    log_run(desk, 1)
    desk.change(units=Units.MILES)
    qtbot.waitUntil(lambda: not room.is_reading)
    assert room.panel.plots[0].chart.lanes[-1].title == "Weekly mi"


def test_a_day_of_the_charts_is_opened_among_the_days(room, view, qtbot):
    with qtbot.waitSignal(view.day_wished) as wished:
        room.panel.day_wished.emit(TODAY)
    assert wished.args == [TODAY]
    assert not view.shows_charts


def test_a_history_that_cannot_be_read_is_told(room, desk, monkeypatch, qtbot):
    def fail(*_):
        raise HistoryReadError("The disk is gone.")

    monkeypatch.setattr(type(desk.history), "first_day", fail)
    with qtbot.waitSignal(desk.failed) as failed:
        room.refresh()
    assert failed.args == ["The disk is gone."]
    assert not room.is_reading


def test_the_last_year_is_read_first_and_the_rest_behind_it(desk):
    new, old = log_run(desk, 10), log_run(desk, 900)
    found = list(read_records(desk.history, TODAY))
    first, *between, last = found
    assert [run.id for run in first.runs] == [new.id]
    assert not first.is_whole
    assert set(between) == {None}
    assert [run.id for run in last.runs] == [new.id, old.id]
    assert last.is_whole


def test_one_year_is_read_at_once(desk):
    log_run(desk, 10)
    (records,) = read_records(desk.history, TODAY)
    assert records.is_whole
    assert len(records.ratings) == 1


def test_a_chart_is_written_where_the_person_says(room, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(room.said) as said:
        room.panel.cards[0].wish_file(FileKind.SVG)
    assert said.args == ["Saved as mine.svg"]
    assert (tmp_path / "mine.svg").read_bytes().startswith(b"<?xml")


def test_a_name_that_gets_its_ending_replaces_no_other_file(room, tmp_path):
    (tmp_path / "mine.csv").write_text("theirs")
    room.save(ChartFile("a", FileKind.CSV, b"new"), tmp_path / "mine")
    assert (tmp_path / "mine.csv").read_text() == "theirs"
    assert (tmp_path / "mine 2.csv").read_bytes() == b"new"
    room.save(ChartFile("a", FileKind.CSV, b"newer"), tmp_path / "mine.csv")
    assert (tmp_path / "mine.csv").read_bytes() == b"newer"


def test_a_point_in_a_name_is_no_ending(room, tmp_path):
    room.save(ChartFile("a", FileKind.PNG, b"new"), tmp_path / "week 3.5")
    assert [path.name for path in tmp_path.glob("week*")] == ["week 3.5.png"]


def test_a_chart_that_cannot_be_written_whole_leaves_the_file_as_it_was(
    room, desk, tmp_path, monkeypatch, qtbot
):
    path = tmp_path / "a.csv"
    path.write_text("earlier")

    def write_half(self, content):
        with self.open("wb") as file:
            file.write(content[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_half)
    with qtbot.waitSignal(desk.failed):
        room.save(ChartFile("a", FileKind.CSV, b"much"), path)
    assert [(one.name, one.read_text()) for one in tmp_path.glob("a*")] == [("a.csv", "earlier")]


def test_settings_that_are_nothing_to_the_charts_read_nothing_again(room, desk, monkeypatch):
    asked = []
    monkeypatch.setattr(type(desk.history), "first_day", lambda _: asked.append(1))
    desk.change(window_geometry="somewhere")
    assert not asked
    assert not room.is_reading


def test_who_sees_all_years_is_not_thrown_back_to_the_last_one(room, desk, qtbot):
    log_run(desk, 10)
    log_run(desk, 900)
    qtbot.waitUntil(lambda: not room.is_reading)
    log_run(desk, 1)
    assert room.is_reading
    assert len(records_of(room).runs) == 2
    assert records_of(room).is_whole
    qtbot.waitUntil(lambda: not room.is_reading)
    assert len(records_of(room).runs) == 3


def test_who_names_no_place_gets_no_file(room, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(room.said):
        room.panel.cards[0].wish_file(FileKind.CSV)


def test_a_disk_that_takes_no_chart_is_told(room, desk, tmp_path, qtbot):
    with qtbot.waitSignal(desk.failed) as failed:
        room.save(ChartFile("a", FileKind.CSV, b""), tmp_path / "nowhere" / "a.csv")
    assert "could not be saved" in failed.args[0]


def test_the_history_page_builds_charts_when_they_are_asked_for(theme, desk, qtbot):
    said = []

    class Window:
        def say(self, text):
            said.append(text)

    view = HistoryView(theme)
    qtbot.addWidget(view)
    room = HistoryRoom(view, desk, Window())
    assert room.charts is None
    view.show_charts()
    room.charts.said.emit("Saved.")
    assert said == ["Saved."]
