from datetime import date

from routine_player.core.instant import Instant
from routine_player.core.series.on_the_calendar import day_at, place_of, place_of_day, week_of


def test_noon_is_in_the_middle_of_the_day_that_was_seen():
    noon = Instant.of(1_772_618_400_000, 7200)  # 10:00 UTC on 4 March 2026
    assert place_of(noon) == place_of_day(date(2026, 3, 4)) + 0.5


def test_a_place_gives_its_day():
    assert day_at(place_of_day(date(2026, 3, 4)) + 0.99) == date(2026, 3, 4)


def test_places_beyond_the_calendar_give_its_ends():
    assert day_at(-5.0) == date.min
    assert day_at(1e9) == date.max


def test_a_week_begins_on_its_monday():
    monday = date(2026, 3, 2)
    assert {week_of(date(2026, 3, day)) for day in range(2, 9)} == {place_of_day(monday)}
    assert week_of(date(2026, 3, 9)) == place_of_day(monday) + 7
