"""Sheets for work that takes a while: busy, stopped, and over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from routine_player.ui.widgets.progress_bar import ProgressBar
from routine_player.ui.work.import_sheet import ImportSheet, Report, ReportGroup
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
    groups = (ReportGroup("1 taken", ("a.fit",)), ReportGroup("1 left out", ("b.fit: a ride",)))
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
