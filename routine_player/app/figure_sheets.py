"""Frames of a drawing packed into a sheet: one picture, and the note that tells what is where."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from routine_player.figure.arrays import Bytes
from routine_player.figure.layer import Layer
from routine_player.play.cache_folder import CacheFolder
from routine_player.ui.figure.sheet import note_path
from routine_player.ui.figure.sheet_note import Cut, SheetNote
from routine_player.ui.figure.sheet_picture import STILL_SUFFIX, sheet_bytes

_WIDEST: Final = 4096
_QUALITY: Final = 90
_MOST: Final = 16383  # pixels that a side of a WebP picture may have, and hardly more of a JPEG


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """Frames side by side in one picture (H, W, 4), premultiplied, and where each of them is."""

    pixels: Bytes
    cuts: tuple[Cut, ...]


def packed(layers: Sequence[Layer], size: tuple[int, int]) -> Packed:
    """Put what is not clear of each layer into rows; parts outside of the canvas are cut off."""
    tight = [_tight(layer, size) for layer in layers]
    places: list[Cut] = []
    x = y = row_height = 0
    for layer in tight:
        height, width = layer.rgba.shape[:2]
        if x and x + width > _WIDEST:
            x, y, row_height = 0, y + row_height, 0
        places.append(Cut(x, y, width, height, layer.x, layer.y))
        x += width
        row_height = max(row_height, height)
    pixels = np.zeros((y + row_height, max(cut.sheet_x + cut.width for cut in places), 4), np.uint8)
    for cut, layer in zip(places, tight, strict=True):
        pixels[cut.sheet_y : cut.sheet_y + cut.height, cut.sheet_x : cut.sheet_x + cut.width] = (
            layer.rgba
        )
    return Packed(pixels, tuple(places))


def write_sheet(folder: CacheFolder, path: Path, pixels: Bytes, note: SheetNote) -> None:
    """Write a sheet and then its note: what has one is whole. OSError if it fails."""
    folder.write(path, encoded(pixels, path.suffix))
    folder.write(note_path(path), note.text().encode())


def encoded(pixels: Bytes, suffix: str) -> bytes:
    """Encode a premultiplied picture (H, W, 4) as a still, or else as a sheet.

    OSError if it cannot be.
    """
    height, width = pixels.shape[:2]
    if max(height, width) > _MOST:
        raise OSError(f"{width} x {height} pixels are too many for one sheet")
    whole = np.ascontiguousarray(pixels)
    image = QImage(
        whole.data, width, height, 4 * width, QImage.Format.Format_RGBA8888_Premultiplied
    )
    if suffix == STILL_SUFFIX:
        return _written(image, b"webp")
    full = image.convertToFormat(QImage.Format.Format_RGBA8888)
    full.reinterpretAsFormat(QImage.Format.Format_RGBX8888)
    return sheet_bytes(_written(full, b"jpeg"), whole[..., 3].tobytes())


def _written(image: QImage, kind: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())


def _tight(layer: Layer, size: tuple[int, int]) -> Layer:
    """Cut a layer down to what is seen of it on the canvas: one clear pixel if nothing is."""
    width, height = size
    left, top = max(0, layer.x), max(0, layer.y)
    seen = layer.rgba[
        top - layer.y : max(0, height - layer.y), left - layer.x : max(0, width - layer.x)
    ]
    rows, columns = (np.flatnonzero(seen[..., 3].any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return Layer(np.zeros((1, 1, 4), np.uint8), 0, 0)
    part = seen[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Layer(part, left + int(columns[0]), top + int(rows[0]))
