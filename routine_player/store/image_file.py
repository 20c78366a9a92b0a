"""Looks at a routine's picture without decoding it: where it is, what it is, how large."""

import os
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from routine_player.core.language import tr
from routine_player.store.text_file import open_regular, reason

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_MARKER = 0xFF
_VP8L_SIGNATURE = 0x2F
_MOST_SEGMENTS = 1000  # of a JPEG, before the one that tells its size
# Start of frame: all but the tables (C4), arithmetic conditioning (CC) and the reserved C8.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length

Size = tuple[int, int]


class ImageRefusedError(Exception):
    """A picture cannot be shown; the text says why."""


def checked_image(folder: Path, written: str) -> Path:
    """Give the absolute path of the picture that a routine in `folder` names.

    It has to be a relative path to a PNG, JPEG or WebP of at most 20 MB and 50 megapixels that
    stays inside the folder, links followed. Raises ImageRefusedError.
    """
    if _SCHEME.match(written) or written.startswith(("/", "\\", "~")) or "\\" in written:
        raise ImageRefusedError(tr("expected a relative path with `/` between folders"))
    try:
        # Not Path.resolve, which raises on a circle of links in some versions of Python.
        home = Path(os.path.realpath(folder))
        path = Path(os.path.realpath(home / written))
        if not path.is_relative_to(home):
            raise ImageRefusedError(tr("the picture lies outside the folder of this file"))
        _check_file(path)
    except (OSError, ValueError) as error:
        raise ImageRefusedError(_as_part(reason(error))) from None
    return path


def _as_part(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _check_file(path: Path) -> None:
    opened = open_regular(path)
    if isinstance(opened, str):
        raise ImageRefusedError(_as_part(opened))
    descriptor, size = opened
    with os.fdopen(descriptor, "rb") as stream:
        if size > MAX_BYTES:
            raise ImageRefusedError(tr("the picture is larger than 20 MB"))
        width, height = _size(stream)
    if width < 1 or height < 1:
        raise ImageRefusedError(tr("the picture is damaged"))
    if width * height > MAX_PIXELS:
        raise ImageRefusedError(tr("the picture has more than 50 megapixels"))


def _size(stream: BinaryIO) -> Size:
    """Read width and height in pixels from the header."""
    head = stream.read(12)
    stream.seek(0)
    try:
        return _format(head)(stream)
    except struct.error:
        raise ImageRefusedError(tr("the picture is damaged")) from None


def _format(head: bytes) -> Callable[[BinaryIO], Size]:
    if head.startswith(_PNG):
        return _png_size
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg_size
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp_size
    raise ImageRefusedError(tr("expected a PNG, JPEG or WebP picture"))


def _png_size(stream: BinaryIO) -> Size:
    """The first chunk has to be IHDR (PNG specification, 11.2.2)."""
    chunk, width, height = struct.unpack(">12x4sII", stream.read(24))
    return (width, height) if chunk == b"IHDR" else (0, 0)


def _jpeg_size(stream: BinaryIO) -> Size:
    """Walk the segments up to the frame header (ITU-T T.81, B.2.2)."""
    stream.seek(2)
    for _ in range(_MOST_SEGMENTS):
        (fill, marker) = struct.unpack("BB", stream.read(2))
        if fill != _JPEG_MARKER:
            break
        if marker == _JPEG_MARKER:  # any number of them may stand before a marker
            stream.seek(-1, os.SEEK_CUR)
        elif marker in _JPEG_FRAMES:
            _, _, height, width = struct.unpack(">HBHH", stream.read(7))
            return width, height
        elif marker not in _JPEG_ALONE:
            (length,) = struct.unpack(">H", stream.read(2))
            stream.seek(max(length - 2, 0), os.SEEK_CUR)
    return 0, 0


def _webp_size(stream: BinaryIO) -> Size:
    """Read the first chunk: extended, lossless or lossy (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1)."""
    head = stream.read(30)
    chunk = head[12:16]
    if chunk == b"VP8X":
        wide, high = struct.unpack("<24x3s3s", head)
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if chunk == b"VP8L":
        signature, bits = struct.unpack("<20xBI", head[:25])
        size = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        return size if signature == _VP8L_SIGNATURE else (0, 0)
    if chunk == b"VP8 ":
        signature, width, height = struct.unpack("<23x3sHH", head)
        size = width & 0x3FFF, height & 0x3FFF
        return size if signature == b"\x9d\x01\x2a" else (0, 0)
    return 0, 0
