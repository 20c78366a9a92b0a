"""Closed lines round the cross-section of a shape."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.surface import Floats

_CORNER_STEPS: Final = 3
_MOST_OF_HALF: Final = 0.999


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A closed line (M, 2) round a cross-section, with its outward unit normals (M, 2).

    It runs counter-clockwise; its first point stands again at the end.
    """

    points: Floats
    normals: Floats


def circle(radius_m: float, sides: int) -> Outline:
    """Give a circle of so many sides."""
    angle = np.linspace(0, 2 * np.pi, sides + 1)
    normals = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    return Outline(radius_m * normals, normals)


def rounded(width_m: float, height_m: float, corner_m: float) -> Outline:
    """Give a rectangle `width_m` along its first axis whose corners are quarter circles."""
    radius = min(corner_m, min(width_m, height_m) / 2 * _MOST_OF_HALF)
    quarter = np.linspace(0, np.pi / 2, _CORNER_STEPS + 1)
    angle = np.concatenate([quarter + turn * np.pi / 2 for turn in range(4)])
    normals = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    right = np.repeat([1.0, -1.0, -1.0, 1.0], _CORNER_STEPS + 1)
    up = np.repeat([1.0, 1.0, -1.0, -1.0], _CORNER_STEPS + 1)
    corners = np.stack([right * (width_m / 2 - radius), up * (height_m / 2 - radius)], axis=-1)
    points = corners + radius * normals
    return Outline(np.concatenate([points, points[:1]]), np.concatenate([normals, normals[:1]]))
