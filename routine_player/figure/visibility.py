"""How much of a target muscle is seen from the camera."""

from typing import Final

import numpy as np

from routine_player.figure.camera import Camera
from routine_player.figure.raster import SAMPLES, rasterise
from routine_player.figure.surface import Surface

_COARSE: Final = 4
_IS_TARGET: Final = 0.4


def target_share(surface: Surface, camera: Camera, size: tuple[int, int]) -> float:
    """Give the share, 0 to 1, of what is seen of a surface that belongs to target muscles.

    `surface` is the body with what may hide it. A surface outside the picture counts as unseen.
    """
    points = camera.project(surface.positions) / [_COARSE, _COARSE, 1.0]
    width, height = -(-size[0] // _COARSE), -(-size[1] // _COARSE)
    samples = rasterise(points, surface.triangles, (width, height))
    seen = samples.triangle[samples.triangle >= 0]
    if len(seen) < SAMPLES:
        return 0.0
    targeted = surface.target[surface.triangles].mean(axis=1) > _IS_TARGET
    return float(np.count_nonzero(targeted[seen]) / len(seen))
