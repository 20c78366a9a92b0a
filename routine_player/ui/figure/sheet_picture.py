"""The picture of a sheet on disk: its colours as JPEG, and how opaque each pixel is after them.

Nothing else that Qt writes has colours and opacity, is small, and is quick: a WebP of all frames
takes about eight times as long. Stills, which come with the program, are WebP all the same.
"""

import struct
import zlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QImageReader

SHEET_SUFFIX: Final = ".sheet"
STILL_SUFFIX: Final = ".webp"

_HEAD: Final = struct.Struct(">4sI")  # what it is, and how long the colours are
_MARK: Final = b"RPS1"


def sheet_bytes(colours: bytes, opacity: bytes) -> bytes:
    """Join a JPEG and the opacity of its pixels, a byte each, row by row."""
    return _HEAD.pack(_MARK, len(colours)) + colours + zlib.compress(opacity, level=1)


def read_picture(path: Path) -> QImage:
    """Read the picture of a sheet or a still; a null image if it is not there, or damaged."""
    if path.suffix != SHEET_SUFFIX:
        return QImageReader(str(path)).read()
    try:
        return _joined(path.read_bytes())
    except (OSError, ValueError, struct.error, zlib.error):
        return QImage()


def _joined(data: bytes) -> QImage:
    mark, length = _HEAD.unpack_from(data)
    if mark != _MARK:
        raise ValueError("this is no sheet")
    colours = QBuffer()
    colours.setData(data[_HEAD.size : _HEAD.size + length])
    image = QImageReader(colours, b"jpeg").read()
    width, height = image.width(), image.height()
    opacity = zlib.decompressobj().decompress(data[_HEAD.size + length :], width * height)
    if image.isNull() or len(opacity) != width * height:
        raise ValueError("a part is missing")
    image.setAlphaChannel(QImage(opacity, width, height, width, QImage.Format.Format_Grayscale8))
    return image
