"""Sheets for work that takes a while: busy, stopped, and over."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from routine_player.store.run_import.intake import Fate
from routine_player.ui.widgets.progress_bar import ProgressBar
from routine_player.ui.work.import_report import Report, ReportGroup, ReportLine
from routine_player.ui.work.import_sheet import ImportSheet
from routine_player.ui.work.work_sheet import WorkSheet


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_busy_sheet_asks_to_stop_and_stays(theme, window, qtbot):
    sheet = WorkSheet(theme, window)
    sheet.show_busy("Writing")
    sheet.show_progress(40, 100)
    assert sheet._bar.share == 0.4
    with qtbot.waitSignal(sheet.cancel_wished, timeout=1000):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.is_open
    sheet.show_end("Done", "All of it.")
    assert (sheet.words, sheet.is_busy) == ("All of it.", False)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.is_open


def test_progress_that_nobody_knows_is_an_empty_bar(theme, window):
    sheet = WorkSheet(theme, window)
    sheet.show_busy("Writing")
    sheet.show_progress(40, 0)
    assert sheet._bar.share is None
    assert sheet._bar.accessibleDescription() == ""


def test_a_bar_fills_from_the_left(theme, show, count_of):
    bar = ProgressBar(theme, "Import")
    show(bar)
    bar.setFixedWidth(200)
    bar.show_share(0.25)
    few = count_of(bar, theme.colours.accent)
    bar.show_share(0.75)
    assert count_of(bar, theme.colours.accent) > 2 * few
    assert bar.accessibleDescription() == "75 %"


def test_what_to_import_is_asked_before_and_told_after(theme, window, qtbot):
    sheet = ImportSheet(theme, window)
    sheet.ask()
    assert not sheet._files.isHidden()
    sheet.show_busy(0, 0)
    assert sheet._words.text() == "Looking for files"
    sheet.show_busy(3, 10)
    assert sheet._words.text() == "File 3 of 10"
    groups = (
        ReportGroup(Fate.TAKEN, "1 taken", (ReportLine("a.fit"),)),
        ReportGroup(Fate.SKIPPED, "1 left out", (ReportLine("b.fit", "a ride"),)),
    )
    sheet.show_report(Report("1 taken", groups, can_undo=True, other_sports=1, deleted=2))
    assert sheet.report_text == "1 taken\na.fit\n\n1 left out\nb.fit: a ride"
    assert sheet._every_sport.label == "Take the 1 of other sports too"
    for button, wish in (
        (sheet._undo, sheet.undo_wished),
        (sheet._every_sport, sheet.every_sport_wished),
        (sheet._deleted, sheet.deleted_wished),
    ):
        with qtbot.waitSignal(wish, timeout=1000):
            button.click()


@pytest.mark.parametrize("width", [640, 1280])
def test_every_button_of_a_report_is_as_wide_as_its_words(theme, window, width):
    window.resize(width, 480)
    sheet = ImportSheet(theme, window)
    sheet.show_report(Report("1 taken", can_undo=True, other_sports=2140, deleted=1312))
    for button in (sheet._done, sheet._undo, sheet._every_sport, sheet._deleted):
        assert button.width() >= button.sizeHint().width()


def test_a_report_of_nothing_offers_nothing(theme, window):
    sheet = ImportSheet(theme, window)
    sheet.show_report(Report("0 taken, 0 joined"))
    assert sheet.is_open
    assert sheet._undo.isHidden()
    assert sheet._lines.isHidden()


class _Paints(QObject):
    """Counts how often something is painted."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_progress_paints_neither_the_page_nor_the_whole_sheet(theme, window, qtbot):
    sheet = ImportSheet(theme, window)
    sheet.show_busy(3, 200)
    qtbot.wait(50)
    of_bar = _Paints()
    sheet._bar.installEventFilter(of_bar)
    regions = []
    sheet.paintEvent = lambda event: regions.append(event.rect())
    sheet.show_busy(4, 200)
    qtbot.waitUntil(lambda: of_bar.count > 0)
    qtbot.wait(20)
    assert all(area.height() < sheet.height() / 2 for area in regions)


def long_report(count):
    lines = tuple(ReportLine(f"{number}.gpx", "it is a ride, not a run") for number in range(count))
    return Report(f"{count} left out", (ReportGroup(Fate.SKIPPED, f"{count} left out", lines),))


def test_a_report_of_thousands_paints_only_what_is_in_view(theme, window, qtbot, monkeypatch):
    sheet = ImportSheet(theme, window)
    painted = []
    delegate = type(sheet._lines.itemDelegate())
    whole = delegate.paint

    def paint(self, painter, option, index):
        painted.append(index.row())
        whole(self, painter, option, index)

    monkeypatch.setattr(delegate, "paint", paint)
    sheet.show_report(long_report(3000))
    qtbot.waitUntil(lambda: bool(painted))
    assert len(set(painted)) < 40
    assert sheet.report_text.count("not a run") == 3000


def test_a_reason_that_is_long_is_shown_whole_in_a_narrow_window(theme, window):
    window.resize(420, 640)
    sheet = ImportSheet(theme, window)
    short = ReportLine("a.gpx", "it is empty")
    long = ReportLine("b.gpx", "its speed cannot be: " + "9" * 200 + " km/h on average")
    sheet.show_report(Report("0 taken", (ReportGroup(Fate.FAILED, "2 failed", (short, long)),)))
    heights = [sheet._lines.visualRect(sheet._lines.model().index(row)).height() for row in (1, 2)]
    assert heights[1] > heights[0] + 30


def test_lines_of_a_report_are_copied_and_read_out_whole(theme, window):
    sheet = ImportSheet(theme, window)
    sheet.show_report(long_report(2))
    lines = sheet._lines
    model = lines.model()
    lines.setFocus()
    QTest.keySequence(lines, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == sheet.report_text
    lines.setCurrentIndex(model.index(1))
    QTest.keySequence(lines, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "0.gpx: it is a ride, not a run"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0), role) == "2 left out"
    QTest.keyClick(lines, Qt.Key.Key_Down)
    assert lines.currentIndex().row() == 2
