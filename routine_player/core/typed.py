"""Numbers as people type and read them: with comma or point, in kilometres or miles."""

import re
from typing import Final

METRES_A_MILE: Final = 1609.344

_UNITS_M: Final = {
    "km": 1000.0,
    "k": 1000.0,
    "m": 1.0,
    "mi": METRES_A_MILE,
    "mile": METRES_A_MILE,
    "miles": METRES_A_MILE,
}
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?|[.,]\d+")
_LENGTH: Final = re.compile(rf"({_NUMBER.pattern})\s*([a-z]*)", re.IGNORECASE)
_PARTS: Final = re.compile(r"(?:(\d+)\s*h\s*)?(?:(\d+)\s*(?:min|m)\s*)?(?:(\d+)\s*s\s*)?")
_MOST_PARTS: Final = 3
_MINUTE_S: Final = 60


def typed_number(text: str) -> float | None:
    """Read a number of zero or more: 4.5, 4,5 or .5; None for what is none."""
    plain = text.strip()
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def typed_distance_m(text: str, *, in_miles: bool = False) -> float | None:
    """Read a distance in metres: 10.5, 10,5 km, 6 mi, 800 m; `in_miles` is for one without a unit.

    None for what is none.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    number, unit = match.groups()
    usual = "mi" if in_miles else "km"
    metres = _UNITS_M.get(unit.lower() or usual)
    return None if metres is None else float(number.replace(",", ".")) * metres


def typed_duration_s(text: str) -> float | None:
    """Read a length of time in seconds: 52 (minutes), 52:30, 1:05:30, 1 h 5 min; None for none."""
    plain = text.strip().lower()
    minutes = typed_number(plain)
    if minutes is not None:
        return minutes * _MINUTE_S
    match = _PARTS.fullmatch(plain)
    if plain and match:
        hours, minutes_said, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600.0 + minutes_said * _MINUTE_S + seconds
    parts = plain.split(":")
    if len(parts) > _MOST_PARTS or not all(part.isdecimal() for part in parts):
        return None
    total = 0.0
    for part in parts:
        total = total * _MINUTE_S + int(part)
    return total


def distance_words(metres: float, *, in_miles: bool = False) -> str:
    """Say a distance in the unit that was chosen: 10.5 km, 6.2 mi."""
    unit_m, unit = (METRES_A_MILE, "mi") if in_miles else (1000.0, "km")
    return f"{metres / unit_m:.2f}".rstrip("0").rstrip(".") + f" {unit}"
