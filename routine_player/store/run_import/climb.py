"""How far up a run went, out of heights that devices are never sure of."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import sqrt
from statistics import median
from typing import Final

_LEAST_CLIMB_M: Final = 2.0
"""Ups and downs of less are noise of the best of devices."""

_LOWEST_M: Final = -450.0  # the shore of the Dead Sea lies at -430 m
_HIGHEST_M: Final = 9000.0
_JUMP_M: Final = 30.0
"""From one point to the next nobody goes up so far; a height that was not known does."""

_AROUND: Final = 5

_STEADY_M: Final = 0.25
"""A barometer wavers by less; heights by satellite waver by metres from point to point."""

_WANTED_M: Final = 0.3
"""What heights may waver by once they are smoothed."""

_LEAST_WAVERING_M: Final = 4.0
"""Heights by satellite drift too, slower than smoothing takes away."""

_WIDEST: Final = 121
_FAR: Final = 8
"""So many times what heights waver by lie between the highest and the lowest of thousands."""

_FEWEST: Final = 30
"""Of fewer points nobody can tell what is noise."""

_MOST_ARE_RIGHT: Final = 0.9


def climb_m(heights: Sequence[float]) -> float | None:
    """Add up all ways up, without what the device only wavered; None for no heights."""
    known = _known(heights)
    if not known:
        return None
    wavering_m = _wavering_m(known)
    if wavering_m <= _STEADY_M:
        return _ways_up_m(known, _LEAST_CLIMB_M)
    half = min(_WIDEST, round((wavering_m / _WANTED_M) ** 2)) // 2 + 1
    left_m = wavering_m / sqrt(2 * half + 1)
    return _ways_up_m(_smoothed(known, half), max(_LEAST_WAVERING_M, _FAR * left_m))


def _known(heights: Sequence[float]) -> list[float]:
    """Leave out heights that are none, such as the zero of a device that did not know."""
    known = [height for height in heights if _LOWEST_M < height < _HIGHEST_M]
    jumps = any(abs(one - other) >= _JUMP_M for one, other in pairwise(known))
    if not jumps or len(known) < _FEWEST:
        return known
    near = [
        height
        for at, height in enumerate(known)
        if abs(height - median(known[max(0, at - _AROUND) : at + _AROUND + 1])) < _JUMP_M
    ]
    return near if len(near) >= _MOST_ARE_RIGHT * len(known) else known


def _wavering_m(heights: Sequence[float]) -> float:
    """Estimate the standard deviation of each height from how it lies between its neighbours."""
    if len(heights) < _FEWEST:
        return 0.0
    off = [
        abs(heights[at] - (heights[at - 1] + heights[at + 1]) / 2)
        for at in range(1, len(heights) - 1)
    ]
    return 1.4826 * median(off) / sqrt(1.5)


def _smoothed(heights: Sequence[float], half: int) -> list[float]:
    """Give the mean of each height with as many before as after it, of fewer at both ends."""
    sums = [0.0, *accumulate(heights)]
    last = len(heights) - 1
    means: list[float] = []
    for at in range(len(heights)):
        reach = min(half, at, last - at)
        means.append((sums[at + reach + 1] - sums[at - reach]) / (2 * reach + 1))
    return means


def _ways_up_m(heights: Sequence[float], least_m: float) -> float:
    """Add up the ways up between turns of at least so many metres."""
    total = 0.0
    low = high = heights[0]
    for height in heights:
        if height > high:
            high = height
        elif high - height >= least_m:
            total += _worth(high - low, least_m)
            low = high = height
        elif height < low:
            low = high = height
    return total + _worth(high - low, least_m)


def _worth(climb: float, least_m: float) -> float:
    return climb if climb >= least_m else 0.0
