from datetime import date, timedelta

import pytest

from routine_player.core.date_words import (
    days_words,
    long_day,
    month_short,
    relative_day,
    short_day,
    weekday_short,
)


def test_a_day_is_said_short_and_long():
    assert short_day(date(2025, 5, 8)) == "Thu 8 May"
    assert long_day(date(2025, 6, 14)) == "Saturday 14 June"


def test_a_stretch_of_days_is_said_with_its_years():
    words = days_words(date(2025, 12, 8), date(2026, 1, 9))
    assert words == "8 Dec 2025 to 9 Jan 2026"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_named_as_the_calendar_has_them(month: int):
    assert month_short(month) == date(2025, month, 1).strftime("%b")


@pytest.mark.parametrize("weekday", range(7))
def test_weekdays_are_named_from_monday_on(weekday: int):
    monday = date(2025, 6, 9)
    assert weekday_short(weekday) == (monday + timedelta(days=weekday)).strftime("%a")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 1, 2), "Today"),
        (date(2025, 1, 1), "Yesterday"),
        (date(2025, 1, 3), "Fri 3 Jan"),
        (date(2024, 12, 31), "Tue 31 Dec 2024"),
    ],
)
def test_a_day_is_said_as_it_is_called_today(day: date, words: str):
    assert relative_day(day, date(2025, 1, 2)) == words


def test_a_day_is_said_relative_to_today_in_the_words_that_are_asked_for():
    assert (
        relative_day(date(2024, 12, 31), date(2025, 1, 2), long_day) == "Tuesday 31 December 2024"
    )
