"""Elastic bands: a loop that hugs both legs and is stretched between them, or one for the hands."""

from collections.abc import Callable
from typing import Final

import numpy as np

from routine_player.figure.kinematics import Frames
from routine_player.figure.parts import Part
from routine_player.figure.props.grips import ankle_ring, fist, foot_ring, thigh_ring
from routine_player.figure.props.sheets import Paint, unit
from routine_player.figure.props.solids import across
from routine_player.figure.props.sweeps import ribbon, smooth
from routine_player.figure.rotation import Array
from routine_player.figure.skeleton import SIDES, SideName
from routine_player.figure.surface import Surface

_Ring = Callable[[Frames, SideName], tuple[Array, Array]]
_RINGS: Final[dict[str, tuple[_Ring, float]]] = {
    "above knees": (thigh_ring, 0.052),
    "ankles": (ankle_ring, 0.042),
    "feet": (foot_ring, 0.042),
}
"""What a loop is worn on, and how wide it is there."""

_THICK_M: Final = 0.004
_PIECE_M: Final = 0.05
_LONG_WIDTH_M: Final = 0.045
_TAIL_M: Final = 0.10
_CHEST: Final = (0.156, 0.19)
"""How far the chest reaches forward of its frame and to either side."""
_PARALLEL: Final = 1e-6


def band(frames: Frames, at: str, group: int) -> Surface:
    """Stretch a band round both legs, or between the hands where `at` is "hands"."""
    paint = Paint(Part.BAND, group)
    if at == "hands":
        return _between_hands(frames, paint)
    ring, width_m = _RINGS[at]
    points, upward = zip(*(ring(frames, side) for side in SIDES), strict=True)
    path, wide = _loop(np.concatenate(points), np.concatenate(upward), len(points[0]))
    return ribbon(path, wide, (width_m, _THICK_M), paint)


def _loop(points: Array, upward: Array, count: int) -> tuple[Array, Array]:
    """Lay a tight line round two rings of `count` points each, seen along the legs.

    Between the rings it runs straight, cut into short pieces.
    """
    ways = unit(upward[[0, count]] + upward[[count // 2, count + count // 2]])
    apart = points[count:].mean(axis=0) - points[:count].mean(axis=0)
    along = _along(ways, unit(apart))
    sideways = unit(np.cross(along, unit(apart)))
    flat = np.stack([points @ np.cross(sideways, along), points @ sideways], axis=-1)
    corners = hull(flat)
    path, wide = points[corners], upward[corners]
    ahead, next_wide = np.roll(path, -1, axis=0), np.roll(wide, -1, axis=0)
    pieces = np.maximum(np.ceil(np.linalg.norm(ahead - path, axis=1) / _PIECE_M), 1).astype(int)
    start = np.repeat(np.arange(len(path)), pieces)
    share = (np.arange(len(start)) - np.repeat(np.cumsum(pieces) - pieces, pieces)) / pieces[start]
    share = share[:, None]
    path = path[start] * (1 - share) + ahead[start] * share
    wide = wide[start] * (1 - share) + next_wide[start] * share
    return np.concatenate([path, path[:1]]), unit(np.concatenate([wide, wide[:1]]))


def _along(ways: Array, apart: Array) -> Array:
    """Give the direction that two legs (2, 3) share, at right angles to the way between them."""
    for way in (ways.sum(axis=0), ways[0], ways[1]):
        level = way - (way @ apart) * apart
        if level @ level > _PARALLEL:
            return unit(level)
    return across(apart)[0]


def hull(points: Array) -> list[int]:
    """Give the numbers of the points (N, 2) round which a tight line goes, counter-clockwise.

    Andrew's monotone chain.
    """
    order = np.lexsort((points[:, 1], points[:, 0])).tolist()
    x, y = points[:, 0].tolist(), points[:, 1].tolist()

    def half(numbers: list[int]) -> list[int]:
        chain: list[int] = []
        for number in numbers:
            while len(chain) > 1:
                first, second = chain[-2], chain[-1]
                turn = (x[second] - x[first]) * (y[number] - y[first]) - (y[second] - y[first]) * (
                    x[number] - x[first]
                )
                if turn > 0:
                    break
                chain.pop()
            chain.append(number)
        return chain[:-1]

    return half(order) + half(order[::-1])


def _between_hands(frames: Frames, paint: Paint) -> Surface:
    """Stretch a band from hand to hand, in front of the chest, with an end hanging from each."""
    left, right = fist(frames, "left"), fist(frames, "right")
    share = np.linspace(0, 1, 17)[:, None]
    middle = _before_chest(frames, left * (1 - share) + right * share)
    outward = unit(left - right)
    ends = [hand + way * 0.02 for hand, way in ((left, outward), (right, -outward))]
    low = np.array([0.0, 0.0, -_TAIL_M])
    first = smooth(np.stack([ends[0] + low + 0.02 * outward, ends[0], middle[0]]), 5)[:-1]
    last = smooth(np.stack([middle[-1], ends[1], ends[1] + low - 0.02 * outward]), 5)[1:]
    path = np.concatenate([first, middle, last])
    chest = frames.rotation("T8")[0]
    wide = np.broadcast_to(chest[:, 2], path.shape).copy()
    tails = [*range(len(first) // 2 + 1), *range(len(path) - len(last) // 2 - 1, len(path))]
    wide[tails] = chest[:, 0]
    return ribbon(path, wide, (_LONG_WIDTH_M, _THICK_M), paint)


def _before_chest(frames: Frames, path: Array) -> Array:
    """Push the points of a path (N, 3) that are inside the chest out to its front."""
    turn, start = frames.rotation("T8")[0], frames.position("T8")[0]
    seen = (path - start) @ turn
    depth, half = _CHEST
    front = depth * np.sqrt(np.maximum(1 - (seen[:, 1] / half) ** 2, 0))
    seen[:, 0] = np.where(np.abs(seen[:, 1]) < half, np.maximum(seen[:, 0], front), seen[:, 0])
    return start + seen @ turn.T
