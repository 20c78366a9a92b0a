"""What is left of a damaged FIT file: every message that still makes sense, in a sound file.

https://developer.garmin.com/fit/protocol/ says how messages are laid out: a definition names the
fields of those that follow with the same local number, and their sizes.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SIZES: Final = {
    **dict.fromkeys((0x00, 0x01, 0x02, 0x07, 0x0A, 0x0D), 1),
    **dict.fromkeys((0x83, 0x84, 0x8B), 2),
    **dict.fromkeys((0x85, 0x86, 0x88, 0x8C), 4),
    **dict.fromkeys((0x89, 0x8E, 0x8F, 0x90), 8),
}
"""Bytes of one value of each base type."""

_HEADER: Final = struct.Struct("<BBHI4s")
_RECORD: Final = 20
_LAST_KNOWN: Final = 500
_TIMESTAMP: Final = 253
_DAY_S: Final = 24 * 3600
_CHECKSUM: Final = 2
_IS_DEFINITION: Final = 0x40
_HAS_OWN_FIELDS: Final = 0x20
_LOCAL: Final = 0x0F


def _crc_of(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ _POLYNOMIAL if byte & 1 else byte >> 1
    return byte


_POLYNOMIAL: Final = 0xA001
_CRC_TABLE: Final = tuple(map(_crc_of, range(256)))


@dataclass(frozen=True, slots=True)
class _Definition:
    """How the messages of a local number are laid out; `kept` cuts fields that cannot be read."""

    message: int
    order: str
    size: int
    time_at: int | None
    chunk: bytes
    kept: tuple[slice, ...]

    def time(self, data: bytes, at: int) -> int | None:
        """Give the moment that a message says which begins there."""
        if self.time_at is None or at + self.time_at + 4 > len(data):
            return None
        (moment,) = struct.unpack_from(f"{self.order}I", data, at + self.time_at)
        return int(moment)


def files_in(data: bytes) -> Iterator[bytes]:
    """Cut apart files that were put one behind another; what follows the last one is left out."""
    at = 0
    while data[at + 8 : at + 12] == b".FIT":
        size, _, _, body, _ = _HEADER.unpack_from(data, at)
        end = at + size + body + _CHECKSUM
        if not body or end > len(data):
            yield data[at:]
            return
        yield data[at:end]
        at = end


def checksum_holds(data: bytes) -> bool:
    """Tell whether a whole file is as it was written: with its own checksum it comes to zero."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ _CRC_TABLE[(crc ^ byte) & 0xFF]
    return crc == 0


def mended(data: bytes) -> tuple[bytes, bool]:
    """Give a sound file of the messages that make sense, and whether anything was lost."""
    walk = _Walk(data)
    walk.go()
    body = b"".join(walk.chunks)
    head = _HEADER.pack(_HEADER.size, 0x20, 2132, len(body), b".FIT")
    size, _, _, said, _ = _HEADER.unpack_from(data)
    is_cut = bool(said) and size + said + _CHECKSUM > len(data)
    return head + body + bytes(_CHECKSUM), walk.has_lost or is_cut


class _Walk:
    """Goes from message to message; where one makes no sense, to the next that does."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._definitions: dict[int, _Definition] = {}
        self._last_s: int | None = None
        self.chunks: list[bytes] = []
        self.has_lost = False

    def go(self) -> None:
        at = self._data[0]
        while at < len(self._data) - _CHECKSUM:
            after = self._take(at)
            if after is None:
                self.has_lost = True
                at += 1
                while at < len(self._data) and not self._goes_on_at(at):
                    at += 1
            else:
                at = after

    def _take(self, at: int) -> int | None:
        """Keep the message that begins there, and say where the next one does; None for none."""
        head = self._data[at]
        if head & 0xC0 == _IS_DEFINITION:
            read = _definition(self._data, at)
            if read is None:
                return None
            definition, after = read
            self._definitions[head & _LOCAL] = definition
            self.chunks.append(definition.chunk)
            return after
        definition = self._definition_of(head)
        if definition is None or not self._can_be(definition, at):
            return None
        if definition.message == _RECORD and (moment := definition.time(self._data, at + 1)):
            self._last_s = moment
        message = self._data[at + 1 : at + 1 + definition.size]
        kept = b"".join(message[part] for part in definition.kept)
        self.chunks.append(bytes([head]) + kept)
        return at + 1 + definition.size

    def _definition_of(self, head: int) -> _Definition | None:
        if head & 0x80:
            return self._definitions.get(head >> 5 & 0x03)
        return self._definitions.get(head) if head <= _LOCAL else None

    def _can_be(self, definition: _Definition, at: int) -> bool:
        """Whether a message is all there, and of a moment near those before it."""
        if at + 1 + definition.size > len(self._data):
            return False
        moment = definition.time(self._data, at + 1)
        if definition.message != _RECORD or moment is None or self._last_s is None:
            return True
        return abs(moment - self._last_s) < _DAY_S

    def _goes_on_at(self, at: int) -> bool:
        """Whether messages go on there: two in a row, the first one of a kind that is sure."""
        head = self._data[at]
        if head & 0xC0 == _IS_DEFINITION:
            read = _definition(self._data, at)
            return read is not None and self._data[read[1] : read[1] + 1] == bytes([head & _LOCAL])
        definition = self._definition_of(head)
        if definition is None or definition.time_at is None or not self._can_be(definition, at):
            return False
        moment = definition.time(self._data, at + 1)
        if self._last_s is None or moment is None or abs(moment - self._last_s) >= _DAY_S:
            return False
        after = self._data[at + 1 + definition.size : at + 2 + definition.size]
        return (
            not after
            or after[0] & 0xC0 == _IS_DEFINITION
            or self._definition_of(after[0]) is not None
        )


def _definition(data: bytes, at: int) -> tuple[_Definition, int] | None:
    """Read a definition, and where it ends; None for what cannot be one."""
    head = data[at : at + 6]
    if len(head) < 6 or head[1] != 0 or head[2] > 1:  # noqa: PLR2004 - the fixed part of it
        return None
    order = ">" if head[2] else "<"
    (message,) = struct.unpack_from(f"{order}H", head, 3)
    fields = [data[one : one + 3] for one in range(at + 6, at + 6 + 3 * head[5], 3)]
    after = at + 6 + 3 * head[5]
    if _LAST_KNOWN < message < 0xFF00:  # noqa: PLR2004 - makers' own
        return None
    if not fields or any(len(one) < 3 or one[2] not in _SIZES for one in fields):  # noqa: PLR2004
        return None
    size, time_at, kept, names = 0, None, list[slice](), list[bytes]()
    for number, length, base in fields:
        if number == _TIMESTAMP and length == 4 and base == 0x86:  # noqa: PLR2004 - a moment
            time_at = size
        if length:
            kept.append(slice(size, size + length))
            names.append(bytes((number, length, base)))
        size += length
    if head[0] & _HAS_OWN_FIELDS:
        count = data[after : after + 1]
        own = data[after + 1 : after + 1 + 3 * sum(count)]
        size += sum(own[1::3])
        after += 1 + 3 * sum(count)
    chunk = bytes([head[0] & ~_HAS_OWN_FIELDS]) + head[1:5] + bytes([len(names)]) + b"".join(names)
    return (_Definition(message, order, size, time_at, chunk, tuple(kept)), after)
