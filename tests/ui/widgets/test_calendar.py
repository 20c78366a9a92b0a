from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT
from routine_player.ui.widgets.calendar import Calendar, DayMark

SATURDAY = date(2025, 6, 14)
MARKS = {
    SATURDAY: DayMark(2, 4, "2 sessions, pain 4"),
    SATURDAY - timedelta(days=1): DayMark(1, None, "1 session"),
    SATURDAY - timedelta(days=2): DayMark(0, 0, "pain 0"),
}


@pytest.fixture
def calendar(theme: Theme, show) -> Calendar:
    made = Calendar(theme, SATURDAY)
    made.show_days(SATURDAY, MARKS)
    made.setFixedWidth(1110)
    made.window_kept = show(made, width=1200)
    return made


def middle(calendar: Calendar, day: date) -> QPoint:
    return calendar.widget().area_of(day).center()


def colour(calendar: Calendar, day: date, right: int = 0, down: int = 0):
    place = middle(calendar, day) + QPoint(right, down)
    return calendar.widget().grab().toImage().pixelColor(place)


def test_a_year_ends_in_the_lower_right_corner(calendar: Calendar):
    grid: QWidget = calendar.widget()
    last, monday = grid.area_of(SATURDAY), grid.area_of(SATURDAY - timedelta(days=5))

    assert last.left() == monday.left()
    assert (last.width(), last.height()) == (16, 16)
    assert grid.width() - last.right() < 10
    assert grid.area_of(SATURDAY - timedelta(days=7)).right() == last.left() - 5


def test_pain_colours_a_day_and_sessions_dot_it(calendar: Calendar):
    assert colour(calendar, SATURDAY, 6, 5) == LIGHT.pain[4]
    assert colour(calendar, SATURDAY) == LIGHT.on_pain(4)
    friday = SATURDAY - timedelta(days=1)
    assert colour(calendar, friday) == LIGHT.accent
    assert colour(calendar, friday, 6) == LIGHT.sunken
    thursday = SATURDAY - timedelta(days=2)
    assert colour(calendar, thursday) == LIGHT.pain[0]
    assert colour(calendar, SATURDAY - timedelta(days=3)) == LIGHT.sunken


def test_two_sessions_have_a_larger_dot_than_one(calendar: Calendar):
    assert colour(calendar, SATURDAY, 4) != LIGHT.pain[4]
    assert colour(calendar, SATURDAY - timedelta(days=1), 4) == LIGHT.sunken


def test_days_to_come_are_not_there(calendar: Calendar):
    sunday = SATURDAY + timedelta(days=1)

    assert colour(calendar, sunday) not in (LIGHT.sunken, LIGHT.accent)
    assert calendar.widget().day_at(middle(calendar, sunday)) is None


def test_a_click_chooses_a_day(calendar: Calendar, qtbot: QtBot):
    wednesday = date(2025, 1, 8)

    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        qtbot.mouseClick(
            calendar.widget(), Qt.MouseButton.LeftButton, pos=middle(calendar, wednesday)
        )

    assert chosen.args == [wednesday]
    assert calendar.day == wednesday


@pytest.mark.parametrize("place", [QPoint(2, 2), QPoint(60, 4), QPoint(4, 60)])
def test_a_click_beside_the_days_chooses_none(calendar: Calendar, qtbot: QtBot, place: QPoint):
    with qtbot.assertNotEmitted(calendar.day_chosen):
        qtbot.mouseClick(calendar.widget(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (Qt.Key.Key_Left, -7),
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_PageUp, -28),
        (Qt.Key.Key_Right, 0),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_End, 0),
    ],
)
def test_arrows_walk_the_days_and_stop_at_the_end(
    calendar: Calendar, qtbot: QtBot, key: Qt.Key, days: int
):
    with qtbot.assertNotEmitted(calendar.day_chosen):
        qtbot.keyClick(calendar.widget(), key)

    assert calendar.day == SATURDAY + timedelta(days=days)


def test_the_first_day_is_the_monday_a_year_ago(calendar: Calendar, qtbot: QtBot):
    qtbot.keyClick(calendar.widget(), Qt.Key.Key_Home)
    assert calendar.day == date(2024, 6, 10)

    qtbot.keyClick(calendar.widget(), Qt.Key.Key_Up)
    assert calendar.day == date(2024, 6, 10)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_choose_the_day(calendar: Calendar, qtbot: QtBot, key: Qt.Key):
    qtbot.keyClick(calendar.widget(), Qt.Key.Key_Up)

    with qtbot.waitSignal(calendar.day_chosen) as chosen:
        qtbot.keyClick(calendar.widget(), key)

    assert chosen.args == [SATURDAY - timedelta(days=1)]


def test_other_keys_are_left_to_the_page(calendar: Calendar, qtbot: QtBot):
    with qtbot.assertNotEmitted(calendar.day_chosen):
        qtbot.keyClick(calendar.widget(), Qt.Key.Key_T)


def test_a_day_is_told_in_words(calendar: Calendar, qtbot: QtBot):
    assert calendar.words(SATURDAY) == "Sat 14 Jun: 2 sessions, pain 4"
    assert calendar.words(date(2025, 6, 1)) == "Sun 1 Jun: nothing logged"

    qtbot.keyClick(calendar.widget(), Qt.Key.Key_Up)

    assert calendar.widget().accessibleDescription() == "Fri 13 Jun: 1 session"


def test_hovering_says_what_happened(calendar: Calendar):
    grid = calendar.widget()
    place = middle(calendar, SATURDAY)

    QApplication.sendEvent(
        grid, QHelpEvent(QHelpEvent.Type.ToolTip, place, grid.mapToGlobal(place))
    )
    assert QToolTip.text() == "Sat 14 Jun: 2 sessions, pain 4"

    beside = QPoint(2, 2)
    QApplication.sendEvent(
        grid, QHelpEvent(QHelpEvent.Type.ToolTip, beside, grid.mapToGlobal(beside))
    )
    QToolTip.hideText()


def test_a_narrow_page_scrolls_and_begins_at_today(calendar: Calendar, qtbot: QtBot):
    calendar.setFixedWidth(300)
    calendar.hide()
    calendar.show()
    bar = calendar.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 500

    qtbot.keyClick(calendar.widget(), Qt.Key.Key_Home)

    assert bar.value() < 60
    assert calendar.minimumSizeHint().width() < 300


def test_the_ring_is_round_the_day(calendar: Calendar):
    calendar.setFocus(Qt.FocusReason.TabFocusReason)
    window = calendar.window()
    grid = calendar.widget()
    edge = grid.mapTo(window, grid.area_of(SATURDAY).topLeft()) + QPoint(-3, 8)

    assert window.grab().toImage().pixelColor(edge) == LIGHT.accent


@pytest.mark.parametrize("last", [date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1)])
def test_any_day_can_be_the_last(theme: Theme, qtbot: QtBot, last: date):
    calendar = Calendar(theme, last)
    qtbot.addWidget(calendar)
    calendar.resize(1110, 180)

    assert calendar.day == last
    assert not calendar.grab().isNull()


def test_the_day_stays_in_view_when_the_window_changes(theme: Theme, show, qtbot: QtBot):
    calendar = Calendar(theme, SATURDAY)
    calendar.setFixedWidth(900)
    show(calendar, width=1200)
    scrolled = calendar.horizontalScrollBar().value()

    calendar.setFixedWidth(400)

    qtbot.waitUntil(lambda: calendar.width() == 400)
    assert calendar.horizontalScrollBar().value() >= scrolled + 400
