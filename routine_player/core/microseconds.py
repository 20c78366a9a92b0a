"""Whole microseconds: sums of them are exact, so an hour of phases ends where it should."""

_IN_A_SECOND = 1_000_000


def from_s(seconds: float) -> int:
    """Give `seconds` in whole microseconds. ValueError or OverflowError for what is no number."""
    return round(seconds * _IN_A_SECOND)


def to_s(microseconds: int) -> float:
    """Give microseconds in seconds: `from_s(to_s(n)) == n` for some 140 years either way."""
    return microseconds / _IN_A_SECOND
