"""The median of the last seven: calm, and silent where there is too little to be calm about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

MEDIAN_OF: Final = 7
FROM_THE: Final = 4
"""The median begins with the fourth after a break."""

LEAST: Final = 20
"""Under so many in all there is no median at all."""

BREAK_DAYS: Final = 21
"""A longer time without any is a break."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its place in time."""

    place: float
    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the median without a break: places and medians, as many of each."""

    places: tuple[float, ...]
    medians: tuple[float, ...]


def trailing_medians(found: Sequence[Measured]) -> tuple[Piece, ...]:
    """Give the median of the last seven, in pieces between breaks; none under 20. By time."""
    if len(found) < LEAST:
        return ()
    return tuple(_piece(part) for part in _parts(found) if len(part) >= FROM_THE)


def _parts(found: Sequence[Measured]) -> list[list[Measured]]:
    parts: list[list[Measured]] = []
    for one in found:
        if not parts or (one.day - parts[-1][-1].day).days > BREAK_DAYS:
            parts.append([])
        parts[-1].append(one)
    return parts


def _piece(part: Sequence[Measured]) -> Piece:
    values = [one.value for one in part]
    ends = range(FROM_THE, len(part) + 1)
    return Piece(
        tuple(part[end - 1].place for end in ends),
        tuple(float(median(values[max(0, end - MEDIAN_OF) : end])) for end in ends),
    )
