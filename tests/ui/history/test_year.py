from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from routine_player.store.history_values import Day
from routine_player.ui.history.legend import Legend
from routine_player.ui.history.year import Year
from routine_player.ui.theme import Theme


def day(when: date, pain: int | None = None) -> Day:
    return Day(when, 1, 0, 600.0, pain)


@pytest.fixture
def year(theme: Theme, show) -> Year:
    made = Year(theme)
    made.setFixedWidth(900)
    show(made)
    return made


def test_the_year_ends_today(year, today):
    year.show_days([day(today, 4)], today)

    assert year.last == today
    assert year.title == "The year"
    assert year.calendar.words(today) == "Sun 14 Jun: 1 session, 10 min, worst pain 4"
    assert year._sum.text() == "1 session, 10 min"


def test_a_chosen_day_is_told(year, today, qtbot: QtBot):
    year.show_days([day(today)], today)

    with qtbot.waitSignal(year.day_chosen) as told:
        year.calendar.setFocus()
        qtbot.keyClick(year.calendar.focusProxy(), Qt.Key.Key_Return)

    assert told.args == [today]


def test_one_year_needs_no_way_to_another(year, today):
    year.show_days([day(today)], today)

    assert not year._earlier.isVisible()
    assert not year._later.isVisible()


def test_earlier_years_are_one_button_away(year, today, qtbot: QtBot):
    long_ago = today - timedelta(days=500)
    year.show_days([day(long_ago), day(today)], today)
    assert not year._later.isEnabled()

    qtbot.mouseClick(year._earlier, Qt.MouseButton.LeftButton)

    assert year.last == today - timedelta(weeks=52)
    assert year.title == "2024 to 2025"
    assert year.calendar.words(long_ago).endswith("1 session, 10 min")
    assert not year._earlier.isEnabled()

    qtbot.mouseClick(year._later, Qt.MouseButton.LeftButton)
    assert year.last == today


def test_a_year_that_was_gone_to_stays_when_something_changes(year, today):
    long_ago = today - timedelta(days=500)
    days = [day(long_ago), day(today)]
    year.show_days(days, today)
    year.go_back()

    year.show_days(days[:1], today)

    assert year.last == today - timedelta(weeks=52)


def test_the_example_says_what_it_is_and_cannot_be_used(year, today):
    year.show_example(today)
    assert year.title == "An example year, not yours"
    assert not year.calendar.isEnabled()

    year.show_days([day(today)], today)
    assert year.title == "The year"
    assert year.calendar.isEnabled()


def test_a_narrow_page_drops_the_sum(year, today, qtbot: QtBot):
    year.show_days([day(today)], today)
    assert year._sum.isVisible()

    year.setFixedWidth(500)

    qtbot.waitUntil(lambda: not year._sum.isVisible())


def test_the_legend_shows_the_whole_scale(theme: Theme, show):
    legend = Legend(theme)
    show(legend)
    image = legend.grab().toImage()

    row = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}

    assert {colour.name() for colour in theme.colours.pain} <= row
