"""Numbers as people type and read them: with comma or point, in kilometres or miles."""

import re
from typing import Final

METRES_A_MILE: Final = 1609.344

_UNITS_M: Final = {
    "km": 1000.0,
    "k": 1000.0,
    "kilometre": 1000.0,
    "kilometres": 1000.0,
    "kilometer": 1000.0,
    "kilometers": 1000.0,
    "m": 1.0,
    "metre": 1.0,
    "metres": 1.0,
    "meter": 1.0,
    "meters": 1.0,
    "mi": METRES_A_MILE,
    "mile": METRES_A_MILE,
    "miles": METRES_A_MILE,
}
_NUMBER: Final = re.compile(r"\d{1,12}(?:[.,]\d{1,12})?|[.,]\d{1,12}")
_LENGTH: Final = re.compile(rf"({_NUMBER.pattern})\s*([a-z]*)", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"(\d{1,3})[.,](\d{3})")
_PARTS: Final = re.compile(
    r"(?:(\d{1,9})\s*(?:hours?|hrs?|h)\s*)?"
    r"(?:(\d{1,9})\s*(?:minutes?|mins?|m|['\u2032])\s*)?"
    r"(?:(\d{1,9})\s*(?:seconds?|secs?|s|[\"\u2033])\s*)?"
)
_CLOCK: Final = re.compile(r"\d{1,9}:\d{1,2}(?::\d{1,2})?")
_HOURS_AND_MINUTES: Final = re.compile(r"(\d{1,9})\s*h\s*(\d{1,2})")
_ALL_THREE: Final = re.compile(r"(\d{1,9})\s*h\s*(\d{1,2})\s*(?:min|m|['\u2032])\s*(\d{1,2})")
_MINUTES_AND_SECONDS: Final = re.compile(r"(\d{1,9})\s*(?:min|m|['\u2032])\s*(\d{1,2})")
_MINUTE_S: Final = 60
_PARTLY: Final = {
    re.compile(rf"({_NUMBER.pattern})\s*(?:hours?|hrs?|h)"): 3600.0,
    re.compile(rf"({_NUMBER.pattern})\s*(?:minutes?|mins?|m|['\u2032])"): 60.0,
}
"""A part of an hour or a minute, and its length in seconds: 1.5 h, 52,5 min."""


def typed_number(text: str) -> float | None:
    """Read a number of zero or more: 4.5, 4,5 or .5; None for what is none."""
    plain = text.strip()
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def typed_distance_m(text: str, *, in_miles: bool = False) -> float | None:
    """Read a distance in metres: 10.5, 10,5 km, 6 mi, 800 m; `in_miles` is for one without a unit.

    Nobody counts in thousandths of a metre: 8,400 m are thousands. None for what is none.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    number, unit = match.groups()
    usual = "mi" if in_miles else "km"
    metres = _UNITS_M.get(unit.lower() or usual)
    if metres == 1.0:
        number = _THOUSANDS.sub(r"\1\2", number)
    return None if metres is None else float(number.replace(",", ".")) * metres


def typed_duration_s(text: str) -> float | None:
    """Read a length of time in seconds; None for what is none.

    52 (minutes), 52:30, 1:05:30, 1 h 5 min, 1h05, 1h05m30, 1.5 h, 47 minutes, 47'30.
    """
    plain = text.strip().lower()
    minutes = typed_number(plain)
    if minutes is not None:
        return minutes * _MINUTE_S
    match = _PARTS.fullmatch(plain)
    if plain and match:
        hours, minutes_said, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600.0 + minutes_said * _MINUTE_S + seconds
    for pattern, unit_s in _PARTLY.items():
        partly = pattern.fullmatch(plain)
        if partly is not None:
            return float(partly[1].replace(",", ".")) * unit_s
    return _clock_s(_without_last_unit(plain))


def _without_last_unit(text: str) -> str:
    """Give what ends in a bare number as a clock has it: 1h05, 47'30, 1h05m30."""
    hours = _HOURS_AND_MINUTES.fullmatch(text)
    if hours is not None:
        return f"{hours[1]}:{hours[2]}:0"
    parts = _ALL_THREE.fullmatch(text) or _MINUTES_AND_SECONDS.fullmatch(text)
    return text if parts is None else ":".join(parts.groups())


def _clock_s(text: str) -> float | None:
    """Read h:m:s or m:s; a minute has no 60 seconds in it, and an hour no 60 minutes."""
    if _CLOCK.fullmatch(text) is None:
        return None
    total, *rest = map(int, text.split(":"))
    if any(part >= _MINUTE_S for part in rest):
        return None
    for part in rest:
        total = total * _MINUTE_S + part
    return float(total)


def distance_words(metres: float, *, in_miles: bool = False) -> str:
    """Say a distance in the unit that was chosen: 10.5 km, 6.2 mi."""
    unit_m, unit = (METRES_A_MILE, "mi") if in_miles else (1000.0, "km")
    return f"{metres / unit_m:.2f}".rstrip("0").rstrip(".") + f" {unit}"
