from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.core.routine import Tempo
from routine_player.store.values import (
    NotUnderstoodError,
    count,
    duration_s,
    flag,
    near,
    plain_text,
    shown,
    tempo,
)


def refusal(call: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(NotUnderstoodError) as caught:
        call()
    assert str(caught.value) == caught.value.text
    return caught.value.text, caught.value.suggestion


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30", 30),
        ("010", 10),
        ("7.5", 7.5),
        ("0", 0),
        ("30s", 30),
        ("0.5s", 0.5),
        ("90s", 90),
        ("2m", 120),
        ("90m", 5400),
        ("1m30s", 90),
        ("1h", 3600),
        ("1h30m", 5400),
        ("1h0m5.25s", 3605.25),
        ("1h5s", 3605),
        ("1:30", 90),
        ("0:05", 5),
        ("90:00", 5400),
        ("1:00:00", 3600),
        ("2:03:04", 7384),
        ("4h", 14400),
    ],
)
def test_a_duration_is_read_in_every_way_it_is_written(text: str, seconds: float) -> None:
    assert duration_s(text) == seconds


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30 s", "30s"),
        ("30 sec", "30s"),
        ("2 minutes", "2m"),
        ("1 min 30 secs", "1m30s"),
        ("1 hour", "1h"),
        ("2hrs", "2h"),
        ("1M30S", "1m30s"),
        ("7,5", "7.5"),
        ("", None),
        ("m", None),
        ("soon", None),
        ("-5", None),
        ("1e3", None),
        ("1.5m", None),
        ("5:3", None),
        ("1:5:00", None),
        ("1:00:5", None),
        (":30", None),
        ("30s1m", None),
        ("٣٠", None),
        ("30\n", "30"),
        ("inf", None),
    ],
)
def test_what_is_no_duration_is_refused_with_what_was_meant(text: str, meant: str | None) -> None:
    told = text.replace("\n", "\N{REPLACEMENT CHARACTER}")
    expected = f"expected a duration such as `30s`, `2m`, `1m30s` or `1:30`, not `{told}`"
    assert refusal(lambda: duration_s(text)) == (expected, meant)


def test_a_long_word_is_cut_in_the_message_and_not_guessed_at() -> None:
    text, meant = refusal(lambda: duration_s("9" * 1000))
    assert text.endswith("not `" + "9" * 40 + "…`")
    assert meant is None


@pytest.mark.parametrize("text", ["1m60s", "1:60", "1h60s", "1:00:60"])
def test_sixty_seconds_after_minutes_are_a_slip(text: str) -> None:
    expected = f"expected at most 59 seconds after minutes, not `{text}`"
    assert refusal(lambda: duration_s(text)) == (expected, None)


@pytest.mark.parametrize("text", ["1h60m", "1:60:00"])
def test_sixty_minutes_after_hours_are_a_slip(text: str) -> None:
    expected = f"expected at most 59 minutes after hours, not `{text}`"
    assert refusal(lambda: duration_s(text)) == (expected, None)


@pytest.mark.parametrize("text", ["14401", "4h0m1s", "241m", "999999h", "999:59:59"])
def test_four_hours_are_the_longest(text: str) -> None:
    assert refusal(lambda: duration_s(text)) == ("a duration is at most 4 hours", None)


@given(st.integers(0, 14400))
def test_minutes_and_seconds_are_the_same_with_units_and_with_a_colon(seconds: int) -> None:
    minutes, left = divmod(seconds, 60)
    assert duration_s(f"{minutes}m{left}s") == duration_s(f"{minutes}:{left:02}") == seconds


@given(st.text())
def test_no_text_is_anything_but_a_duration_or_refused(text: str) -> None:
    try:
        assert 0 <= duration_s(text) <= 14400
    except NotUnderstoodError as error:
        assert str(error)  # noqa: PT017 - either way is well, and most texts are refused


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2-1-2", (2, 1, 2)), ("1.5-0-1.5", (1.5, 0, 1.5)), ("0-60-0", (0, 60, 0))],
)
def test_a_tempo_is_three_numbers(text: str, parts: tuple[float, float, float]) -> None:
    assert tempo(text) == Tempo(*parts)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 - 1 - 2", "2-1-2"),
        ("2/1/2", "2-1-2"),
        ("2\u20131\u20132", "2-1-2"),
        ("2:1:2", "2-1-2"),
        ("2-1", None),
        ("2-1-2-0", None),
        ("2-x-2", None),
        ("slow", None),
    ],
)
def test_what_is_no_tempo_is_refused_with_what_was_meant(text: str, meant: str | None) -> None:
    expected = f"expected a tempo of seconds up, held and down such as `2-1-2`, not `{text}`"
    assert refusal(lambda: tempo(text)) == (expected, meant)


def test_a_rep_takes_some_time_and_not_for_ever() -> None:
    assert refusal(lambda: tempo("0-0-0")) == (
        "a rep needs some time, so a tempo cannot be `0-0-0`",
        None,
    )
    assert refusal(lambda: tempo("2-61-2")) == ("each part of a tempo is at most 60 seconds", None)


def test_a_count_is_a_whole_number_in_its_limits() -> None:
    assert (count("1", 5), count("5", 5), count("003", 5)) == (1, 5, 3)
    for text in ("0", "6", "-1", "1.0", "1e0", "x", "", "99999999999", "٣"):
        expected = f"expected a whole number from 1 to 5, not `{text}`"
        assert refusal(lambda text=text: count(text, 5)) == (expected, None)


def test_a_flag_is_true_or_false_in_two_ways() -> None:
    assert [flag(text) for text in ("true", "yes", "false", "no")] == [True, True, False, False]
    assert refusal(lambda: flag("True")) == ("expected `true` or `false`, not `True`", "true")
    assert refusal(lambda: flag("1")) == ("expected `true` or `false`, not `1`", None)


def test_text_loses_the_white_space_around_it_and_nothing_else() -> None:
    assert plain_text("  Ribs  down.\n", 20, lines=False) == "Ribs  down."
    assert plain_text("\u00a0a\u200bb\u202e", 20, lines=False) == "a\u200bb\u202e"
    assert plain_text("one\ntwo\n", 20, lines=True) == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("", False, "expected some text"),
        (" \n", True, "expected some text"),
        ("x" * 21, False, "too long: 21 characters, at most 20"),
        ("a\nb", False, "expected one line of text"),
        ("a\tb", True, "the control character U+0009 cannot stand in text"),
        ("a\x1b[2Jb", False, "the control character U+001B cannot stand in text"),
        ("a\u2028b", True, "the control character U+2028 cannot stand in text"),
        ("a\ud800b", True, "the control character U+D800 cannot stand in text"),
        ("a\x9fb", True, "the control character U+009F cannot stand in text"),
    ],
)
def test_text_is_plain_and_bounded(text: str, lines: bool, expected: str) -> None:  # noqa: FBT001
    assert refusal(lambda: plain_text(text, 20, lines=lines)) == (expected, None)


def test_a_value_is_shown_on_one_line_and_not_long() -> None:
    assert shown("a\nb\x1b") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    assert shown("x" * 40) == "x" * 40
    assert shown("x" * 41) == "x" * 40 + "…"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("side", "sides"),
        ("SIDES", "sides"),
        ("glute brigde", "Glute-Bridge"),
        ("glute_bridge", "Glute-Bridge"),
        ("xyz", None),
        ("sides" * 20, None),
    ],
)
def test_the_word_that_was_meant_is_found(word: str, found: str | None) -> None:
    assert near(word, ["sides", "sets", "Glute-Bridge"]) == found
