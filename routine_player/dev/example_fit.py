"""A run as a watch writes it, a point a second, in FIT: to measure imports with.

https://developer.garmin.com/fit/protocol/
"""

import struct
from typing import Final

_EPOCH_S: Final = 631_065_600
_HALF_TURNS: Final = 2**31 / 180

_UINT8, _SINT32, _UINT16, _UINT32, _ENUM = 0x02, 0x85, 0x84, 0x86, 0x00
_FILE_ID: Final = ((0, 1, _ENUM), (1, 2, _UINT16), (4, 4, _UINT32))
_RECORD: Final = (
    (253, 4, _UINT32),  # timestamp
    (0, 4, _SINT32),  # latitude
    (1, 4, _SINT32),  # longitude
    (5, 4, _UINT32),  # distance
    (73, 4, _UINT32),  # speed
    (78, 4, _UINT32),  # height
    (3, 1, _UINT8),  # heart rate
    (4, 1, _UINT8),  # steps of one leg
    (53, 1, _UINT8),  # their fraction
)
_SESSION: Final = (
    (253, 4, _UINT32),
    (2, 4, _UINT32),  # start
    (7, 4, _UINT32),  # elapsed
    (8, 4, _UINT32),  # moving
    (9, 4, _UINT32),  # distance
    (22, 2, _UINT16),  # climb
    (5, 1, _ENUM),  # sport
    (18, 1, _UINT8),  # steps of one leg
)

_STEP_M: Final = 2.8
_POLYNOMIAL: Final = 0xA001


def example_fit(start_s: int, length_s: int) -> bytes:
    """Give the file of a run that began so many seconds after 1970."""
    start = start_s - _EPOCH_S
    body = _definition(0, _FILE_ID) + b"\0" + struct.pack("<BHI", 4, 1, start)
    body += _definition(20, _RECORD)
    body += b"".join(_point(start, at) for at in range(length_s + 1))
    body += _definition(18, _SESSION) + b"\0"
    body += struct.pack(
        "<IIIIIHBB",
        start + length_s, start, length_s * 1000, length_s * 1000,
        round(length_s * _STEP_M * 100), 55, 1, 84,
    )  # fmt: skip
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    head += struct.pack("<H", _checksum(head))
    return head + body + struct.pack("<H", _checksum(head + body))


def _definition(message: int, fields: tuple[tuple[int, int, int], ...]) -> bytes:
    told = b"".join(bytes(field) for field in fields)
    return struct.pack("<BBBHB", 0x40, 0, 0, message, len(fields)) + told


def _point(start: int, at: int) -> bytes:
    lat = round((52.5 + at * _STEP_M / 111_195) * _HALF_TURNS)
    height = round((100 + at % 200 / 20 + 500) * 5)
    place = (start + at, lat, round(13.4 * _HALF_TURNS), round(at * _STEP_M * 100))
    return b"\0" + struct.pack("<IiiIIIBBB", *place, 2800, height, 140, 84, at % 2 * 64)


def _checksum(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ _POLYNOMIAL if crc & 1 else crc >> 1
    return crc
