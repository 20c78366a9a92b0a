from datetime import UTC, datetime

import pytest

from routine_player.store.run_import.cells import (
    duration_in,
    exact_number_in,
    has_decimal_comma,
    moment_in,
    number_in,
    number_or_none,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4.73", 4.73),
        ("4,73", 4.73),
        ("1,234", 1234.0),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1.234", 1.234),
        ("12,345,678", 12_345_678.0),
        ("1 234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("-0,5", -0.5),
        ("", None),
        ("--", None),
        ("four", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_a_number_is_read_as_it_is_shown(text: str, number: float | None):
    assert number_in(text) == number


def test_the_rest_of_a_column_tells_what_a_comma_means():
    assert number_in("1,234", decimal_comma=True) == 1.234
    assert number_in("1.234", decimal_comma=True) == 1234.0
    assert number_in("4,73", decimal_comma=False) == 473.0
    assert number_in("1.5", decimal_comma=True) == 1.5
    assert has_decimal_comma(["1,234", "4,73"]) is True
    assert has_decimal_comma(["1,234", "4.73"]) is False
    assert has_decimal_comma(["1,234", "--", ""]) is None


def test_numbers_between_programs_have_a_point():
    assert number_or_none("4.5") == 4.5
    assert number_or_none("1e400") is None
    assert number_or_none("4,5") is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1530", 1530.0),
        ("1530.0", 1530.0),
        ("25:30", 1530.0),
        ("00:25:30", 1530.0),
        ("1:25:30.5", 5130.5),
        ("25:30,4", 1530.4),
        ("", None),
        ("--", None),
        ("1:xx", None),
    ],
)
def test_a_length_of_time_is_read_as_it_is_shown(text: str, seconds: float | None):
    assert duration_in(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "2017-06-23 16:05:06",
        "2017-06-23T16:05:06",
        "2017/06/23 16:05:06",
        "Jun 23, 2017, 4:05:06 PM",
        "Jun 23, 2017, 4:05:06\u202fPM",
        "23 Jun 2017, 16:05:06",
        "23 jun. 2017 16:05:06",
        "23 jun. 2017 4:05:06 p. m.",
        "23.06.2017, 16:05:06",
        "23/06/2017 16:05:06",
        "6/23/2017, 4:05:06 PM",
        "23 juin 2017 à 16:05:06",
        "23 de jun. de 2017, 16:05:06",
        "23 giu 2017, 16:05:06",
        "2017 jun 23 16:05:06",
    ],
)
def test_a_date_is_read_in_many_languages(text: str):
    assert moment_in(text) == datetime(2017, 6, 23, 16, 5, 6)  # noqa: DTZ001 - says no zone


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("3 März 2018", 3),
        ("3 août 2018", 8),
        ("3 déc. 2018", 12),
        ("3 Jul 2018", 7),
        ("3 ene 2018", 1),
    ],
)
def test_months_are_known_with_and_without_accents(text: str, month: int):
    assert moment_in(text) == datetime(2018, month, 3)  # noqa: DTZ001 - says no zone


def test_twelve_is_midnight_in_the_morning_and_noon_after_it():
    midnight, noon = moment_in("Jun 23, 2017, 12:05 AM"), moment_in("Jun 23, 2017, 12:05 PM")
    assert midnight is not None
    assert noon is not None
    assert (midnight.hour, noon.hour) == (0, 12)
    early = moment_in("6/5/2017, 1:05 AM")
    assert early is not None
    assert (early.month, early.day) == (6, 5)


def test_a_moment_with_its_zone_comes_in_utc():
    assert moment_in("2017-06-23T16:05:06+02:00") == datetime(2017, 6, 23, 14, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "soon", "Jun 23", "Jun", "23.06.", "31.02.2017", "99 Jun 2017 99:99", "0 0 0"]
)
def test_what_is_no_date_is_none(text: str):
    assert moment_in(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("120.125", 120.125), ("120,125", 120.125), ("1,234.5", 1234.5), ("86", 86.0), ("", None)],
)
def test_a_number_that_is_never_grouped_is_read_so(text: str, number: float | None):
    assert exact_number_in(text) == number


def test_a_length_of_time_may_have_thousandths_behind_a_comma():
    assert duration_in("00:52:30,500") == 3150.5
