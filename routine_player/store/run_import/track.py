"""A run as a device recorded it, point by point, and what can be told from the points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

_EARTH_M: Final = 6_371_008.8  # mean radius, IUGG 1980

_LEAST_CLIMB_M: Final = 2.0
"""Ups and downs of less are noise of the device."""

_FASTEST_LEG: Final = 120
"""Steps of one leg in a minute: who says more has counted both."""


class Point(NamedTuple):
    """A moment of a track: seconds since 1970, degrees, metres, and steps of one leg a minute."""

    at_s: float | None
    lat: float | None = None
    lon: float | None = None
    height_m: float | None = None
    distance_m: float | None = None
    cadence: float | None = None


@dataclass(slots=True)
class Track:
    """Points in the stretches between which the device was stopped."""

    stretches: list[list[Point]] = field(default_factory=lambda: [[]])

    def add(self, point: Point) -> None:
        self.stretches[-1].append(point)

    def break_off(self) -> None:
        """Begin another stretch."""
        if self.stretches[-1]:
            self.stretches.append([])

    @property
    def points(self) -> Iterable[Point]:
        return (point for stretch in self.stretches for point in stretch)

    @property
    def span(self) -> tuple[float, float] | None:
        """The first and the last moment."""
        return _span(self.points)

    @property
    def moving_s(self) -> float:
        """The time in the stretches, without what lies between them."""
        spans = [span for stretch in self.stretches if (span := _span(stretch))]
        return sum(last - first for first, last in spans)

    @property
    def distance_m(self) -> float | None:
        """What the device counted, or else the way along the places; None without both."""
        counted = [point.distance_m for point in self.points if point.distance_m is not None]
        if counted:
            return max(counted)
        if not any(point.lat is not None for point in self.points):
            return None
        return sum(map(_length_m, self.stretches))

    @property
    def climb_m(self) -> float | None:
        return climb_m([p.height_m for p in self.points if p.height_m is not None])

    @property
    def cadence(self) -> float | None:
        """The mean steps of one leg a minute; standing still does not count."""
        told = [point.cadence for point in self.points if point.cadence]
        return sum(told) / len(told) if told else None


def climb_m(heights: Sequence[float]) -> float | None:
    """Add up all ways up, those of less than 2 m left out; None for no heights."""
    if not heights:
        return None
    total = 0.0
    low = high = heights[0]
    for height in heights:
        if height > high:
            high = height
        elif high - height >= _LEAST_CLIMB_M:
            total += _worth(high - low)
            low = high = height
        elif height < low:
            low = high = height
    return total + _worth(high - low)


def steps_a_minute(cadence: float | None) -> float | None:
    """Give the steps of both feet from what a device says of one leg; none for no cadence."""
    if not cadence:
        return None
    return cadence if cadence > _FASTEST_LEG else 2 * cadence


def _worth(climb: float) -> float:
    return climb if climb >= _LEAST_CLIMB_M else 0.0


def _span(points: Iterable[Point]) -> tuple[float, float] | None:
    times = [point.at_s for point in points if point.at_s is not None]
    return (min(times), max(times)) if times else None


def _length_m(stretch: list[Point]) -> float:
    places = [
        (point.lat, point.lon)
        for point in stretch
        if point.lat is not None and point.lon is not None
    ]
    return sum(_apart_m(one, other) for one, other in pairwise(places))


def _apart_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two places are apart on a sphere: the haversine formula."""
    (lat, lon), (other_lat, other_lon) = one, other
    half_lat, half_lon = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    share = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(half_lon) ** 2
    return 2 * _EARTH_M * asin(sqrt(min(1.0, share)))
