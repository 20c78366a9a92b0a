"""What a coarse look at a picture tells: how much of a target is seen, what is covered."""

from typing import Final

import numpy as np

from routine_player.figure.arrows import Scenery
from routine_player.figure.camera import Camera
from routine_player.figure.raster import SAMPLES, Samples, over_pixels, rasterise
from routine_player.figure.surface import Surface

_COARSE: Final = 4
_IS_TARGET: Final = 0.4


def target_share(surface: Surface, camera: Camera, size: tuple[int, int]) -> float:
    """Give the share, 0 to 1, of what is seen of a surface that belongs to target muscles.

    `surface` is the body with what may hide it. A surface outside the picture counts as unseen.
    """
    samples = _coarse_samples(surface, camera, size)
    seen = samples.triangle[samples.triangle >= 0]
    if len(seen) < SAMPLES:
        return 0.0
    targeted = surface.target[surface.triangles].mean(axis=1) > _IS_TARGET
    return float(np.count_nonzero(targeted[seen]) / len(seen))


def scenery_of(surface: Surface, camera: Camera, size: tuple[int, int]) -> Scenery:
    """Give where a picture of `size` is covered by a surface."""
    samples = _coarse_samples(surface, camera, size)
    return Scenery(size, over_pixels(samples.nearness, np.maximum) > 0, _COARSE)


def _coarse_samples(surface: Surface, camera: Camera, size: tuple[int, int]) -> Samples:
    points = camera.project(surface.positions) / [_COARSE, _COARSE, 1.0]
    width, height = -(-size[0] // _COARSE), -(-size[1] // _COARSE)
    return rasterise(points, surface.triangles, (width, height))
