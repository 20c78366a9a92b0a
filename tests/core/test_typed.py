import pytest

from routine_player.core.typed import (
    distance_words,
    typed_distance_m,
    typed_duration_s,
    typed_number,
)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("10.5", 10_500.0),
        (" 10,5 km ", 10_500.0),
        ("5K", 5000.0),
        ("800m", 800.0),
        ("1 mi", 1609.344),
        ("2 miles", 3218.688),
        (",5", 500.0),
        ("8.4 kilometres", 8400.0),
        ("8400 metres", 8400.0),
        ("8,400 m", 8400.0),  # nobody counts in thousandths of a metre
        ("0.5 m", 0.5),
        ("9" * 400, None),
        ("", None),
        ("-3", None),
        ("3 feet", None),
        ("1.234,5", None),
        ("far", None),
    ],
)
def test_a_distance_is_typed_with_comma_or_point_in_either_unit(text: str, metres: float | None):
    assert typed_distance_m(text) == metres


def test_a_distance_without_a_unit_is_in_the_one_that_was_chosen():
    assert typed_distance_m("2", in_miles=True) == pytest.approx(3218.688)
    assert typed_distance_m("2 km", in_miles=True) == 2000.0


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("52", 3120.0),
        ("52,5", 3150.0),
        ("52:30", 3150.0),
        ("1:05:30", 3930.0),
        ("1 h 5 min", 3900.0),
        ("1h5m30s", 3930.0),
        ("45 s", 45.0),
        ("1h02", 3720.0),
        ("2 hours", 7200.0),
        ("47 minutes", 2820.0),
        ("47'30", 2850.0),
        ("47'30\"", 2850.0),
        ("90:30", 5430.0),
        ("1h05m30", 3930.0),
        ("1 h 5' 30", 3930.0),
        ("1.5 h", 5400.0),
        ("1,5 hours", 5400.0),
        ("52.5 min", 3150.0),
        ("1:60", None),
        ("1h75m30", None),
        ("1.5 h 30", None),
        ("1h75", None),
        ("1:75:00", None),
        ("9" * 5000, None),
        ("9" * 5000 + ":30", None),
        ("", None),
        ("1:2:3:4", None),
        ("1:-5", None),
        ("soon", None),
    ],
)
def test_a_length_of_time_is_typed_as_one_likes(text: str, seconds: float | None):
    assert typed_duration_s(text) == seconds


def test_a_number_is_typed_with_comma_or_point():
    assert (typed_number("7,25"), typed_number("7.25"), typed_number("7")) == (7.25, 7.25, 7.0)
    assert typed_number("seven") is None
    assert typed_number("1e9") is None


def test_a_distance_is_said_in_the_unit_that_was_chosen():
    assert distance_words(10_500.0) == "10.5 km"
    assert distance_words(10_000.0) == "10 km"
    assert distance_words(10_000.0, in_miles=True) == "6.21 mi"
