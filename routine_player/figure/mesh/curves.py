"""Smooth curves through a few tabulated values: along a tube, and around it."""

from collections.abc import Callable
from typing import Final

import numpy as np

from routine_player.figure.surface import Floats

_KNEE: Final = 0.7  # of a limit, where what comes near it begins to bend away


def smoothstep(low: float, high: float, value: Floats) -> Floats:
    """Rise from 0 at `low` to 1 at `high` without a corner; `low` may be the greater."""
    part = np.clip((value - low) / (high - low), 0, 1)
    return part * part * (3 - 2 * part)


def monotone(keys: Floats, values: Floats, at: Floats) -> Floats:
    """Interpolate `values` (K, ...) known at rising `keys` (K,) without overshooting.

    The cubic Hermite interpolant of Fritsch and Butland (1984): between two values it never
    leaves them, so that a tube has no dent which its table does not have.
    """
    shape = (-1, *[1] * (values.ndim - 1))
    step = np.diff(keys).reshape(shape)
    slope = np.diff(values, axis=0) / step
    before, after = slope[:-1], slope[1:]
    first, second = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
    turning = before * after <= 0
    safe_before, safe_after = np.where(turning, 1.0, before), np.where(turning, 1.0, after)
    inner = (first + second) / (first / safe_before + second / safe_after)
    tangent = np.concatenate([slope[:1], np.where(turning, 0.0, inner), slope[-1:]])
    here = np.clip(np.searchsorted(keys, at, side="right") - 1, 0, len(keys) - 2)
    width = step[here]
    part = (at - keys[here]).reshape(shape) / width
    rest = 1 - part
    return (
        rest * rest * (1 + 2 * part) * values[here]
        + part * rest * rest * width * tangent[here]
        + part * part * (3 - 2 * part) * values[here + 1]
        - part * part * rest * width * tangent[here + 1]
    )


def evened(
    curve: Callable[[Floats], Floats], ends: tuple[float, float], at: Floats, grain: float
) -> Floats:
    """Even a curve out over about `grain`, in the unit of `at`, and leave it alone at its ends.

    Light shows each change of curvature as a band, so a table read through its corners looks
    turned on a lathe.
    """
    steps = np.arange(-2.5, 2.51, 0.5)
    weights = np.exp(-0.5 * steps**2)
    to_end = np.minimum(at - ends[0], ends[1] - at) / 2.5
    reach = np.minimum(grain, np.maximum(to_end, 0))
    sampled = [
        weight * curve(at + step * reach) for step, weight in zip(steps, weights, strict=True)
    ]
    return np.sum(sampled, axis=0) / weights.sum()


def profile(keys: Floats, values: Floats, at: Floats, grain: float) -> Floats:
    """Interpolate like `monotone`, then even it out over about `grain`, in the unit of `keys`."""
    return evened(lambda places: monotone(keys, values, places), (keys[0], keys[-1]), at, grain)


def natural_basis(keys: Floats, at: Floats) -> Floats:
    """Give the matrix (N, K) that takes values at `keys` to the natural cubic spline at `at`.

    It is linear in the values, so that one product bends a whole spine, and smooth in its second
    derivative, so that light runs over the bend without a band.
    """
    count = len(keys)
    step = np.diff(keys)
    system, right = np.eye(count), np.zeros((count, count))
    for row in range(1, count - 1):
        left, here = step[row - 1], step[row]
        system[row, row - 1 : row + 2] = left, 2 * (left + here), here
        right[row, row - 1 : row + 2] = 6 / left, -6 / left - 6 / here, 6 / here
    curvature = np.linalg.solve(system, right)
    start = np.clip(np.searchsorted(keys, at, side="right") - 1, 0, count - 2)
    width = step[start]
    part = (at - keys[start]) / width
    rest = 1 - part
    identity = np.eye(count)
    return (
        rest[:, None] * identity[start]
        + part[:, None] * identity[start + 1]
        + ((rest**3 - rest) * width**2 / 6)[:, None] * curvature[start]
        + ((part**3 - part) * width**2 / 6)[:, None] * curvature[start + 1]
    )


def around_basis(samples: int, sides: int) -> Floats:
    """Give the matrix (sides, samples) that rounds an even number of `samples` around a ring.

    Trigonometric interpolation: exact at the samples and as smooth as a circle between them.
    """
    distance = (
        (np.arange(sides)[:, None] / sides - np.arange(samples)[None, :] / samples) * 2 * np.pi
    )
    total = np.ones_like(distance)
    for order in range(1, samples // 2):
        total += 2 * np.cos(order * distance)
    return (total + np.cos(samples // 2 * distance)) / samples


def soft_limit(value: Floats, limit: Floats) -> Floats:
    """Keep `value` below `limit` (> 0), bending away as it comes near."""
    share = value / limit
    over = np.maximum(share - _KNEE, 0) / (1 - _KNEE)
    return np.where(share > _KNEE, limit * (_KNEE + (1 - _KNEE) * np.tanh(over)), value)
