"""A run as a device recorded it, point by point, and what can be told from the points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from statistics import median
from typing import Final, NamedTuple

from routine_player.store.run_import.climb import climb_m

_EARTH_M: Final = 6_371_008.8  # mean radius, IUGG 1980

_LONGEST_BREAK_S: Final = 24 * 3600
"""What lies further from all the rest belongs to another day, or to a clock that was wrong."""

_FASTEST_M_S: Final = 50.0
_JUMP_M: Final = 100.0
"""What a place or a counter may be off by; more, and faster than anybody, is a fault in it."""

_MOST_FAULTS: Final = 10
"""After so many in a row it was no fault: the counter began anew."""

_LONGEST_GAP_S: Final = 60
"""Devices that save their battery leave out up to a minute; after more, somebody has paused."""

_STANDING_M_S: Final = 0.5
"""Nobody walks as slowly: who got on no faster while nothing was recorded has stood."""

_DENSE_S: Final = 10
"""Where points follow so soon on one another, a long gap is no habit of the device."""

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

    def without_strays(self) -> "Track":
        """Leave out moments a day or more from most: of a clock that was not set yet, of damage."""
        first_s, last_s = self.span or (0.0, 0.0)
        if last_s - first_s < _LONGEST_BREAK_S:
            return self
        times = sorted(point.at_s for point in self.points if point.at_s is not None)
        groups: list[list[float]] = [[times[0]]]
        for before, after in pairwise(times):
            if after - before >= _LONGEST_BREAK_S:
                groups.append([])
            groups[-1].append(after)
        most = max(groups, key=len)
        return self.between(most[0], most[-1])

    def between(self, first_s: float, last_s: float) -> "Track":
        """Give the part between two moments, both ends too; points without one stay."""
        stretches = [
            [one for one in stretch if one.at_s is None or first_s <= one.at_s <= last_s]
            for stretch in self.stretches
        ]
        return Track([stretch for stretch in stretches if stretch] or [[]])

    @property
    def points(self) -> Iterable[Point]:
        return (point for stretch in self.stretches for point in stretch)

    @property
    def span(self) -> tuple[float, float] | None:
        """The first and the last moment."""
        return _span(self.points)

    @property
    def moving_s(self) -> float:
        """The time in the stretches, without what lies between them and without pauses in them."""
        return sum(map(_moving_s, self.stretches))

    @property
    def distance_m(self) -> float | None:
        """What the device counted, or else the way along the places; None without both."""
        has_counter = any(point.distance_m is not None for point in self.points)
        counted_m = _counted_m(self.points) if has_counter else 0.0
        if counted_m:
            return counted_m
        if any(point.lat is not None for point in self.points):
            return sum(map(_length_m, self.stretches))
        return 0.0 if has_counter else None

    @property
    def climb_m(self) -> float | None:
        return climb_m([p.height_m for p in self.points if p.height_m is not None])

    @property
    def cadence(self) -> float | None:
        """The mean steps of one leg a minute; standing still does not count."""
        told = [point.cadence for point in self.points if point.cadence]
        return sum(told) / len(told) if told else None


def steps_a_minute(cadence: float | None) -> float | None:
    """Give the steps of both feet from what a device says of one leg; none for no cadence."""
    if not cadence:
        return None
    return cadence if cadence > _FASTEST_LEG else 2 * cadence


def _span(points: Iterable[Point]) -> tuple[float, float] | None:
    times = [point.at_s for point in points if point.at_s is not None]
    return (min(times), max(times)) if times else None


def _moving_s(stretch: Sequence[Point]) -> float:
    timed = sorted((point.at_s, at) for at, point in enumerate(stretch) if point.at_s is not None)
    if not timed:
        return 0.0
    gaps = [(after - before, one, other) for (before, one), (after, other) in pairwise(timed)]
    long = [gap for gap in gaps if gap[0] > _LONGEST_GAP_S]
    is_dense = bool(long) and median(gap[0] for gap in gaps) <= _DENSE_S
    paused_s = 0.0
    for gap_s, one, other in long:
        way_m = _way_m(stretch[one], stretch[other])
        if is_dense if way_m is None else way_m < _STANDING_M_S * gap_s:
            paused_s += gap_s
    return timed[-1][0] - timed[0][0] - paused_s


def _way_m(one: Point, other: Point) -> float | None:
    """How far it is from one point to another; None where neither counter nor places tell."""
    if one.distance_m is not None and other.distance_m is not None:
        return abs(other.distance_m - one.distance_m)
    if None in {one.lat, one.lon, other.lat, other.lon}:
        return None
    return _apart_m((one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0))


def _counted_m(points: Iterable[Point]) -> float:
    """Add up what a counter went on by; faults are left out, and it may begin anew midway."""
    total, faults = 0.0, 0
    before: Point | None = None
    for point in points:
        if point.distance_m is None:
            continue
        if before is None or before.distance_m is None:
            total = point.distance_m if 0 <= point.distance_m < _JUMP_M else 0.0
            before = point
            continue
        further_m = point.distance_m - before.distance_m
        if further_m >= 0 and _can_be(further_m, before, point):
            total, faults, before = total + further_m, 0, point
        else:
            faults += 1
            if faults > _MOST_FAULTS:
                faults, before = 0, point
    return total


def _can_be(further_m: float, one: Point, other: Point) -> bool:
    """Whether anybody gets so far from one point to another; nobody knows where times lack."""
    if one.at_s is None or other.at_s is None:
        return True
    return further_m <= _JUMP_M + _FASTEST_M_S * abs(other.at_s - one.at_s)


def _length_m(stretch: list[Point]) -> float:
    """Add up the ways from place to place, without leaps that nobody makes."""
    legs = pairwise(
        (point, (point.lat, point.lon))
        for point in stretch
        if point.lat is not None and point.lon is not None
    )
    ways = ((_apart_m(place, next_place), one, other) for (one, place), (other, next_place) in legs)
    return sum(way_m for way_m, one, other in ways if _can_be(way_m, one, other))


def _apart_m(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two places are apart on a sphere: the haversine formula."""
    (lat, lon), (other_lat, other_lon) = one, other
    half_lat, half_lon = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    share = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(half_lon) ** 2
    return 2 * _EARTH_M * asin(sqrt(min(1.0, share)))
