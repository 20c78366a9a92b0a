"""Soft maps over a picture: made coarse, blurred, and spread out again by two small products."""

import numpy as np

from routine_player.figure.arrays import Single


def blur_matrix(count: int, radius: float) -> Single:
    """Give the (count, count) matrix that blurs by a bell of standard deviation `radius` cells."""
    steps = np.arange(count, dtype=np.float32)
    bell = np.exp(-0.5 * ((steps[:, None] - steps[None, :]) / max(radius, 1e-3)) ** 2)
    norm = max(radius, 1e-3) * np.sqrt(2 * np.pi)
    return (bell / max(norm, 1.0)).astype(np.float32)


def blurred(cells: Single, radius: float) -> Single:
    """Blur (H, W) by a bell of `radius` cells; nothing lies outside."""
    height, width = cells.shape
    return blur_matrix(height, radius) @ cells @ blur_matrix(width, radius)


def spread(cells: Single, cell: int) -> Single:
    """Enlarge (H, W) to (H * cell, W * cell), smoothly from centre to centre."""
    height, width = cells.shape
    return _spreading(height, cell) @ cells @ _spreading(width, cell).T


def _spreading(count: int, cell: int) -> Single:
    place = (np.arange(count * cell) + 0.5) / cell - 0.5
    distance = np.abs(np.clip(place, 0, count - 1)[:, None] - np.arange(count)[None, :])
    return np.maximum(0, 1 - distance).astype(np.float32)


def gathered(values: Single, cell: int) -> Single:
    """Sum (H, W), whose sides are multiples of `cell`, over squares of `cell` pixels."""
    height, width = values.shape
    return (
        values.reshape(height // cell, cell, width // cell, cell)
        .sum(axis=(1, 3))
        .astype(np.float32)
    )


def smooth_step(value: Single) -> Single:
    """Ease from 0 to 1 as `value` goes from 0 to 1."""
    held = np.clip(value, 0, 1)
    return held * held * (3 - 2 * held)
