"""Reaches, sorted into those to other parts of the body and those to points of the room."""

from dataclasses import dataclass

import numpy as np

from routine_player.figure.aims import Indices
from routine_player.figure.authored import Reach
from routine_player.figure.landmarks import LANDMARK_INDEX
from routine_player.figure.points import RADIUS_M
from routine_player.figure.rotation import Array


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """`paired` (M, 2) landmarks at `distances` (M,), `placed` (L,) at `places` (L, 3); metres."""

    paired: Indices
    distances: Array
    placed: Indices
    places: Array


def joined_landmarks(reaches: tuple[Reach, ...]) -> Joined:
    """Sort reaches by what they reach."""
    pairs: list[tuple[int, int]] = []
    distances: list[float] = []
    placed: list[int] = []
    places: list[tuple[float, float, float]] = []
    for reach in reaches:
        first = LANDMARK_INDEX[reach.landmark]
        if isinstance(reach.target, str):
            second = LANDMARK_INDEX[reach.target]
            pairs.append((first, second))
            distances.append(float(RADIUS_M[first] + RADIUS_M[second]) * reach.gap)
        else:
            placed.append(first)
            places.append(reach.target)
    return Joined(
        np.array(pairs, np.intp).reshape(-1, 2),
        np.array(distances),
        np.array(placed, np.intp),
        np.array(places, float).reshape(-1, 3),
    )
