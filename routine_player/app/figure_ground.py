"""The ground under a drawn figure: its shadow in the frame itself, floor and mats as outlines."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from routine_player.figure.arrays import Bytes
from routine_player.figure.layer import Layer
from routine_player.figure.mat_outline import MatOutline
from routine_player.figure.shadow import HALVED
from routine_player.figure.softening import spread
from routine_player.figure.surface import Floats
from routine_player.ui.figure.sheet_note import Ground, Point

_SHADE: Final = np.array([10, 20, 22, 255], np.float32) / np.float32(255)
"""The colour of a shadow, dark enough for a dark mat."""
_SHADE_STRENGTH: Final = 0.62
_FAINTEST: Final = 3  # of 255: less is not seen, and would only make frames larger
_FLOOR_REACH: Final = 1.5  # of the shadow's half width
_LEAST_REACH: Final = 0.2  # of the picture's width
_FLATNESS: Final = 0.24


def shaded(layer: Layer, shadow: Bytes) -> Layer:
    """Put the shadow, of half the picture's pixels each way, under a layer."""
    box = _box(shadow)
    if box is None:
        return layer
    top, bottom, left, right = box
    dark = spread(shadow[top:bottom, left:right].astype(np.float32), HALVED)
    x, y = left * HALVED, top * HALVED
    height, width = layer.rgba.shape[:2]
    corner_x, corner_y = min(x, layer.x), min(y, layer.y)
    canvas = np.zeros(
        (
            max(y + dark.shape[0], layer.y + height) - corner_y,
            max(x + dark.shape[1], layer.x + width) - corner_x,
            4,
        ),
        np.float32,
    )
    under = canvas[y - corner_y :, x - corner_x :][: dark.shape[0], : dark.shape[1]]
    under[...] = dark[..., None] * (_SHADE * np.float32(_SHADE_STRENGTH))
    over = canvas[layer.y - corner_y :, layer.x - corner_x :][:height, :width]
    over *= 1 - layer.rgba[..., 3:] / np.float32(255)
    over += layer.rgba
    return Layer((canvas + np.float32(0.5)).astype(np.uint8), corner_x, corner_y)


def ground_of(
    shadows: Sequence[Bytes], mats: Sequence[MatOutline], size: tuple[int, int]
) -> Ground:
    """Give what is painted under the frames that throw these shadows."""
    width, height = size
    boxes = [box for box in map(_box, shadows) if box is not None]
    if boxes:
        edges = np.array(boxes, np.float64) * HALVED
        top, left = edges[:, 0].min(), edges[:, 2].min()
        bottom, right = edges[:, 1].max(), edges[:, 3].max()
    else:  # nothing is near the floor: it is where floors are
        top, bottom, left, right = 0.8 * height, 0.9 * height, 0.3 * width, 0.7 * width
    across = float(np.clip(_FLOOR_REACH * (right - left) / 2, _LEAST_REACH * width, width / 2))
    x, y = float((left + right) / 2), float((top + bottom) / 2)
    down = max(_FLATNESS * across, float(bottom - top) / 2)
    return Ground(
        rounded((x, y, across, down)),
        tuple((_line(mat.top), _line(mat.whole)) for mat in mats),
    )


def rounded(pixels: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Give pixels as they are written down: to a tenth."""
    one, two, three, four = (round(value, 1) for value in pixels)
    return one, two, three, four


def points_of(lines: Sequence[Floats]) -> tuple[tuple[Point, ...], ...]:
    """Give lines (N, 2) as points that can be written down."""
    return tuple(_line(line) for line in lines)


def _line(points: NDArray[np.float64]) -> tuple[Point, ...]:
    return tuple((round(float(x), 1), round(float(y), 1)) for x, y in points)


def _box(shadow: Bytes) -> tuple[int, int, int, int] | None:
    """Top, bottom, left and right of what is seen of a shadow; None where there is none."""
    seen = shadow >= _FAINTEST
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not rows.size:
        return None
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
