"""A piece of a picture, and one laid over another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.arrays import Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Pixels `rgba` (H, W, 4), premultiplied by their alpha, whose corner is at `x`, `y`."""

    rgba: Bytes
    x: int
    y: int


def laid_over(upper: Layer, lower: Layer, strength: float) -> Layer:
    """Lay `upper` over `lower`, the latter faded to `strength`, 0 to 1; the result holds both."""
    left, top = min(upper.x, lower.x), min(upper.y, lower.y)
    right = max(upper.x + upper.rgba.shape[1], lower.x + lower.rgba.shape[1])
    bottom = max(upper.y + upper.rgba.shape[0], lower.y + lower.rgba.shape[0])
    canvas = np.zeros((bottom - top, right - left, 4), np.float32)
    _within(canvas, lower, (left, top))[...] = lower.rgba * np.float32(strength)
    place = _within(canvas, upper, (left, top))
    place *= 1 - upper.rgba[..., 3:] / np.float32(255)
    place += upper.rgba
    return Layer(np.minimum(canvas + np.float32(0.5), 255).astype(np.uint8), left, top)


def _within(
    canvas: NDArray[np.float32], layer: Layer, corner: tuple[int, int]
) -> NDArray[np.float32]:
    row, column = layer.y - corner[1], layer.x - corner[0]
    height, width = layer.rgba.shape[:2]
    return canvas[row : row + height, column : column + width]
