from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.core.series.on_the_calendar import place_of_day
from routine_player.ui.charts.ticks import number_ticks, round_ceiling, time_edges, time_ticks


def labels(first, last, width):
    return [tick.label for tick in time_ticks(place_of_day(first), place_of_day(last), width)]


def test_a_week_on_a_wide_page_names_its_days():
    assert labels(date(2026, 3, 2), date(2026, 3, 5), 600) == ["Mon 2", "Tue 3", "Wed 4"]


def test_two_months_name_the_mondays():
    found = labels(date(2026, 1, 1), date(2026, 2, 1), 500)
    assert found == ["5 Jan", "12 Jan", "19 Jan", "26 Jan"]


def test_a_year_names_its_months_and_a_january_its_year():
    found = labels(date(2025, 11, 1), date(2026, 4, 1), 400)
    assert found == ["Nov", "Dec", "Jan 2026", "Feb", "Mar"]


def test_three_years_name_their_quarters():
    found = labels(date(2025, 1, 1), date(2026, 7, 1), 400)
    assert found == ["Jan 2025", "Apr", "Jul", "Oct", "Jan 2026", "Apr"]


def test_ten_years_name_the_years_however_narrow_the_page():
    found = labels(date(2016, 1, 1), date(2026, 1, 1), 300)
    assert found == [str(year) for year in range(2016, 2026)]


def test_a_month_of_which_little_is_in_view_has_no_name():
    assert labels(date(2025, 11, 29), date(2026, 2, 1), 120) == ["Dec", "Jan 2026"]


def test_names_of_months_stand_in_the_middle_of_what_is_seen_of_them():
    ticks = time_ticks(place_of_day(date(2026, 1, 1)), place_of_day(date(2026, 7, 1)), 400)
    assert ticks[0].at == place_of_day(date(2026, 1, 16)) + 0.5


def test_names_of_weeks_stand_below_their_weeks():
    monday = place_of_day(date(2026, 1, 5))
    ticks = time_ticks(monday, monday + 28, 500)
    assert [tick.at for tick in ticks] == [monday + 3.5 + 7 * week for week in range(4)]
    assert time_edges(monday, monday + 28, 500) == tuple(monday + 7 * week for week in range(4))


def test_days_months_and_years_end_where_they_end():
    def edges(first, last, width):
        return time_edges(place_of_day(first), place_of_day(last), width)

    first = date(2026, 1, 4)
    assert edges(first, date(2026, 1, 6), 600) == (first.toordinal(), first.toordinal() + 1)
    assert edges(first, date(2026, 3, 9), 150) == (
        place_of_day(date(2026, 2, 1)),
        place_of_day(date(2026, 3, 1)),
    )
    assert edges(first, date(2028, 3, 9), 100) == (
        place_of_day(date(2027, 1, 1)),
        place_of_day(date(2028, 1, 1)),
    )


@pytest.mark.parametrize(
    ("most", "top", "step"),
    [
        (0, 1, 1),
        (1, 1, 1),
        (3, 3, 1),
        (4, 4, 1),
        (5, 6, 2),
        (9, 10, 5),
        (35, 40, 10),
        (81, 100, 50),
    ],
)
def test_an_axis_ends_at_a_round_number(most, top, step):
    assert round_ceiling(float(most)) == (top, step)


@given(st.floats(0, 1e6))
def test_an_axis_holds_what_it_shows_in_at_most_four_steps(most):
    top, step = round_ceiling(most)
    assert top >= most
    assert top <= 4 * step
    assert number_ticks(top, step)[-1].at == top
