"""Numbers, dates and lengths of time as programs write them for people of many languages."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Final

_GROUPED: Final = {
    ",": re.compile(r"[+-]?\d{1,3}(,\d{3})+"),
    ".": re.compile(r"[+-]?\d{1,3}(\.\d{3})+"),
}
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")
_DECIMAL_POINT: Final = re.compile(r"\d+\.\d+")
_TOKENS: Final = re.compile(r"\d+|[^\W\d_]+")
_AFTERNOON: Final = re.compile(r"(?<![^\W\d_])p\.?\s?m\b|오후|下午|午後", re.IGNORECASE)
_MORNING: Final = re.compile(r"(?<![^\W\d_])a\.?\s?m\b|오전|上午|午前", re.IGNORECASE)

_MONTHS: Final = {
    1: "jan ene gen sty янв oca ian",
    2: "feb fev lut фев sub",
    3: "mar mrz maa mrt мар",
    4: "apr abr avr kwi апр nis",
    5: "may mai mei mag maj май мая",
    6: "jun juin giu cze июн cer haz iun",
    7: "jul juil lug lip июл tem iul",
    8: "aug ago aou sie авг agu",
    9: "sep set wrz сен eyl",
    10: "oct okt ott out paz окт eki",
    11: "nov lis ноя kas noi",
    12: "dec dez dic gru дек ara",
}
_MONTH_BY_NAME: Final = {
    name: number for number, names in _MONTHS.items() for name in names.split()
}
_HALF_DAY_H: Final = 12
_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12
_FIELDS_OF_A_DATE: Final = 3


def number_or_none(text: str) -> float | None:
    """Read a number as programs exchange it, with a point."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def has_decimal_comma(texts: Sequence[str]) -> bool | None:
    """Tell whether a column of numbers has decimal commas; None where it does not show."""
    if any(_DECIMAL_COMMA.fullmatch(text.strip()) for text in texts):
        return True
    return False if any(_DECIMAL_POINT.fullmatch(text.strip()) for text in texts) else None


def number_in(text: str, decimal_comma: bool | None = None) -> float | None:  # noqa: FBT001 - a fact about the column
    """Read a number as it is shown: 4.73, 4,73, 1,234.5 or 1.234,5; None for none.

    `decimal_comma` says what a comma means where one number alone does not show it.
    """
    plain = re.sub(r"[\s'\u2019]", "", text)
    if "," in plain and "." in plain:
        mark = "," if plain.rindex(",") > plain.rindex(".") else "."
    elif "," in plain:
        grouped = _GROUPED[","].fullmatch(plain) is not None
        mark = "." if decimal_comma is False or (decimal_comma is None and grouped) else ","
    else:
        grouped = _GROUPED["."].fullmatch(plain) is not None
        mark = "," if decimal_comma and grouped else "."
    other = "." if mark == "," else ","
    return number_or_none(plain.replace(other, "").replace(mark, "."))


def exact_number_in(text: str) -> float | None:
    """Read a number of a column that never groups its digits: a comma or point is decimal there.

    So are columns that count for programs, such as 120.125 metres of climb. Where one has both, or
    two of one kind, it is read as numbers are shown.
    """
    marks = text.count(",") + text.count(".")
    return number_or_none(text.strip().replace(",", ".")) if marks == 1 else number_in(text)


def duration_in(text: str) -> float | None:
    """Read a length of time in seconds: 1530, 25:30, 1:25:30.5; None for none."""
    seconds = 0.0
    for part in text.strip().split(":"):
        number = exact_number_in(part)
        if number is None:
            return None
        seconds = seconds * 60 + number
    return seconds


def moment_in(text: str) -> datetime | None:
    """Read a date with its time as it is shown in a dozen of languages; None for none.

    2017-06-23 16:05:06, Jun 23, 2017, 4:05:06 PM, 23 jun. 2017 16:05, 23.06.2017, 16:05:06. A
    moment that says its zone comes in UTC with it, others without one.
    """
    try:
        iso = datetime.fromisoformat(text.strip())
    except ValueError:
        return _spelled(text)
    return iso.astimezone(UTC) if iso.tzinfo else iso


def _spelled(text: str) -> datetime | None:
    tokens = _TOKENS.findall(text)
    numbers = [int(token) for token in tokens if token.isdigit()]
    month = next((found for token in tokens if (found := _month(token))), None)
    date = _date(text, numbers, month)
    if date is None:
        return None
    used = _FIELDS_OF_A_DATE - (month is not None)
    time = (*numbers[used : used + 3], 0, 0, 0)[:3]
    try:
        at = datetime(*date)  # noqa: DTZ001 - what was read says no zone
        return at + timedelta(hours=_hour(time[0], text), minutes=time[1], seconds=time[2])
    except (ValueError, OverflowError):
        return None


def _date(text: str, numbers: list[int], month: int | None) -> tuple[int, int, int] | None:
    """Give year, month and day from the first numbers of a text."""
    if month is not None:
        if len(numbers) < _FIELDS_OF_A_DATE - 1:
            return None
        first, second = numbers[:2]
        return (first, month, second) if first > _LAST_DAY else (second, month, first)
    if len(numbers) < _FIELDS_OF_A_DATE:
        return None
    first, second, third = numbers[:_FIELDS_OF_A_DATE]
    if first > _LAST_DAY:
        return first, second, third
    month_first = second > _LAST_MONTH or ("/" in text and _has_half_days(text))
    return (third, first, second) if month_first else (third, second, first)


def _month(word: str) -> int | None:
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    letters = unicodedata.normalize("NFC", letters)
    return _MONTH_BY_NAME.get(letters[:4]) or _MONTH_BY_NAME.get(letters[:3])


def _has_half_days(text: str) -> bool:
    """Whether hours go to twelve only: where they do, dates begin with the month."""
    return bool(_AFTERNOON.search(text) or _MORNING.search(text))


def _hour(hour: int, text: str) -> int:
    if _AFTERNOON.search(text):
        return hour % _HALF_DAY_H + _HALF_DAY_H
    return hour % _HALF_DAY_H if _MORNING.search(text) else hour
