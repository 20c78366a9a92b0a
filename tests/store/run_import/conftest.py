"""Small files as watches and programs write them."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from routine_player.core.instant import Instant
from routine_player.core.run import Run
from routine_player.store.run_import.content import read_content
from routine_player.store.run_import.found import FileReading, Manner
from routine_player.store.run_import.zone import Zone

START_S = 1_750_000_000  # 2025-06-15 15:06:40 UTC, 17:06:40 in Berlin
FIT_EPOCH_S = 631_065_600

_CRC = (
    *(0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401),
    *(0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400),
)

# Message number, then each field: its number, struct code, base type, scale, offset.
_MESSAGES: dict[str, tuple[int, dict[str, tuple[int, str, int, float, float]]]] = {
    "file_id": (0, {"type": (0, "B", 0x00, 1, 0)}),
    "sport": (12, {"sport": (0, "B", 0x00, 1, 0), "sub_sport": (1, "B", 0x00, 1, 0)}),
    "session": (
        18,
        {
            "timestamp": (253, "I", 0x86, 1, 0),
            "start_time": (2, "I", 0x86, 1, 0),
            "sport": (5, "B", 0x00, 1, 0),
            "sub_sport": (6, "B", 0x00, 1, 0),
            "total_elapsed_time": (7, "I", 0x86, 1000, 0),
            "total_timer_time": (8, "I", 0x86, 1000, 0),
            "total_distance": (9, "I", 0x86, 100, 0),
            "avg_cadence": (18, "B", 0x02, 1, 0),
            "total_ascent": (22, "H", 0x84, 1, 0),
            "avg_fractional_cadence": (92, "B", 0x02, 128, 0),
        },
    ),
    "record": (
        20,
        {
            "timestamp": (253, "I", 0x86, 1, 0),
            "position_lat": (0, "i", 0x85, 2**31 / 180, 0),
            "position_long": (1, "i", 0x85, 2**31 / 180, 0),
            "altitude": (2, "H", 0x84, 5, 500),
            "cadence": (4, "B", 0x02, 1, 0),
            "distance": (5, "I", 0x86, 100, 0),
            "fractional_cadence": (53, "B", 0x02, 128, 0),
        },
    ),
    "lap": (
        19,
        {
            "timestamp": (253, "I", 0x86, 1, 0),
            "start_time": (2, "I", 0x86, 1, 0),
            "total_elapsed_time": (7, "I", 0x86, 1000, 0),
            "total_timer_time": (8, "I", 0x86, 1000, 0),
            "total_distance": (9, "I", 0x86, 100, 0),
            "avg_cadence": (17, "B", 0x02, 1, 0),
            "total_ascent": (21, "H", 0x84, 1, 0),
            "sport": (25, "B", 0x00, 1, 0),
            "sub_sport": (39, "B", 0x00, 1, 0),
        },
    ),
    "event": (
        21,
        {
            "timestamp": (253, "I", 0x86, 1, 0),
            "event": (0, "B", 0x00, 1, 0),
            "event_type": (1, "B", 0x00, 1, 0),
        },
    ),
    "app": (207, {"developer_data_index": (3, "B", 0x02, 1, 0)}),
    "app_field": (
        206,
        {
            "developer_data_index": (0, "B", 0x02, 1, 0),
            "field_definition_number": (1, "B", 0x02, 1, 0),
            "fit_base_type_id": (2, "B", 0x02, 1, 0),
            "field_name": (3, "9s", 0x07, 1, 0),
        },
    ),
    "hole": (
        20,
        {"timestamp": (253, "I", 0x86, 1, 0), "heart_rate": (3, "", 0x02, 1, 0)},
    ),
    "activity": (
        34,
        {"timestamp": (253, "I", 0x86, 1, 0), "local_timestamp": (5, "I", 0x86, 1, 0)},
    ),
}


def _crc(data: bytes) -> int:
    crc = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) & 0x0FFF ^ _CRC[crc & 0xF] ^ _CRC[nibble]
    return crc


def _fit(
    messages: Sequence[tuple[str, dict[str, Any]]], own: bytes = b"", size: int | None = None
) -> bytes:
    """Write messages, each with a definition of its own before it where it needs another one.

    `own` is a field of an app's that each point ends with, `size` what the head says instead of
    the truth.
    """
    body = b""
    defined: tuple[str, tuple[str, ...]] | None = None
    for name, values in messages:
        number, fields = _MESSAGES[name]
        with_own = own if name == "record" else b""
        if defined != (name, tuple(values)):
            defined = (name, tuple(values))
            body += struct.pack("<BBBHB", 0x60 if with_own else 0x40, 0, 0, number, len(values))
            for field in values:
                num, code, base, _, _ = fields[field]
                body += struct.pack("<BBB", num, struct.calcsize(code), base)
            body += struct.pack("<BBBB", 1, 0, len(own), 0) if with_own else b""
        body += b"\0"
        for field, value in values.items():
            _, code, _, scale, offset = fields[field]
            if isinstance(value, bytes):
                body += struct.pack(code, value)
            elif code:
                body += struct.pack(f"<{code}", round((value + offset) * scale))
        body += with_own
    said = len(body) if size is None else size
    head = struct.pack("<BBHI4s", 14, 0x10, 2100, said, b".FIT")
    head += struct.pack("<H", _crc(head))
    return head + body + struct.pack("<H", _crc(head + body))


@pytest.fixture
def fit() -> Callable[..., bytes]:
    return _fit


@pytest.fixture
def start_s() -> int:
    """When the run of the small files begins, in seconds since 1970."""
    return START_S


@pytest.fixture
def fit_run() -> Callable[..., list[tuple[str, dict[str, float]]]]:
    """Make the messages of a run of 600 s and 2 km, with a point every 10 s."""

    def make(sport: int = 1, start_s: float = START_S, **more: float):
        start = start_s - FIT_EPOCH_S
        records = [
            (
                "record",
                {
                    "timestamp": start + at,
                    "position_lat": 52.5 + at * 3e-5,
                    "position_long": 13.4,
                    "altitude": 100.0 + at / 10,
                    "cadence": 86,
                    "fractional_cadence": 0.5,
                    "distance": at * 10 / 3,
                },
            )
            for at in range(0, 601, 10)
        ]
        session = {
            "timestamp": start + 620,
            "start_time": start,
            "sport": sport,
            "total_elapsed_time": 620.0,
            "total_timer_time": 600.0,
            "total_distance": 2000.0,
            "total_ascent": 55,
            "avg_cadence": 86,
            "avg_fractional_cadence": 0.5,
        }
        activity = {"timestamp": start + 620, "local_timestamp": start + 620 + 7200}
        return [
            ("file_id", {"type": 4}),
            *records,
            ("session", session | more),
            ("activity", activity),
        ]

    return make


@pytest.fixture
def gpx() -> Callable[..., bytes]:
    """Write a track of 600 s and 2 km along a meridian, 60 m up, with a point every 10 s."""

    def make(kind: str | None = "running", start_s: int = START_S, **more: Any) -> bytes:
        said = "" if kind is None else f"<type>{kind}</type>"
        return _GPX.format(head=more.get("head", ""), type=said, points=_points(start_s)).encode()

    return make


_GPX = """<?xml version="1.0" encoding="UTF-8"?>{head}
<gpx version="1.1" creator="tests" xmlns="http://www.topografix.com/GPX/1/1"
 xmlns:tp="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>2025-06-15T15:06:40Z</time></metadata>
<trk><name>Morning</name>{type}<trkseg>
{points}
</trkseg></trk></gpx>
"""


def _points(start_s: int) -> str:
    return "\n".join(
        f'<trkpt lat="{52.5 + at * 2.9978e-5:.8f}" lon="13.4"><ele>{100 + at / 10}</ele>'
        f"<time>{_iso(start_s + at)}</time><extensions><tp:TrackPointExtension>"
        "<tp:cad>85</tp:cad></tp:TrackPointExtension></extensions></trkpt>"
        for at in range(0, 601, 10)
    )


def _iso(utc_s: int) -> str:
    return Instant.of(utc_s * 1000, 0).iso().replace("+00:00", "Z")


@pytest.fixture
def tcx() -> Callable[..., bytes]:
    """Write an activity of two laps of 300 s and 1 km."""

    def make(sport: str = "Running", start_s: int = START_S) -> bytes:
        laps = "".join(_lap(start_s, at) for at in (0, 300))
        return (
            '   <?xml version="1.0"?>\n<TrainingCenterDatabase xmlns="http://www.garmin.com/'
            'xmlschemas/TrainingCenterDatabase/v2" xmlns:x="http://www.garmin.com/xmlschemas/'
            f'ActivityExtension/v2"><Activities><Activity Sport="{sport}"><Id>{_iso(start_s)}</Id>'
            f"{laps}</Activity></Activities></TrainingCenterDatabase>"
        ).encode()

    return make


def _lap(start_s: int, from_s: int) -> str:
    points = "".join(
        f"<Trackpoint><Time>{_iso(start_s + at)}</Time><Position><LatitudeDegrees>52.5"
        "</LatitudeDegrees><LongitudeDegrees>13.4</LongitudeDegrees></Position>"
        f"<AltitudeMeters>{100 + at / 10}</AltitudeMeters><DistanceMeters>{at * 10 / 3:.2f}"
        "</DistanceMeters><Extensions><x:TPX><x:RunCadence>84</x:RunCadence></x:TPX></Extensions>"
        "</Trackpoint>"
        for at in range(from_s, from_s + 301, 10)
    )
    return (
        f'<Lap StartTime="{_iso(start_s + from_s)}"><TotalTimeSeconds>300</TotalTimeSeconds>'
        f"<DistanceMeters>1000</DistanceMeters><Calories>70</Calories><Track>{points}</Track></Lap>"
    )


@pytest.fixture
def manner() -> Manner:
    """How somebody in Berlin reads files, a year after they were written."""
    now = Instant.of((START_S + 365 * 86_400) * 1000, 7200, "Europe/Berlin")
    return Manner(now, Zone("Europe/Berlin", ZoneInfo("Europe/Berlin")))


@pytest.fixture
def read(manner: Manner) -> Callable[..., FileReading]:
    """Read bytes as a file of that name."""

    def reading(data: bytes, name: str = "morning", **more: Any) -> FileReading:
        return read_content(data, name, replace(manner, **more))

    return reading


@pytest.fixture
def only(read: Callable[..., FileReading]) -> Callable[..., Run]:
    """Read bytes that hold one run without any fault."""

    def run(data: bytes, **more: Any) -> Run:
        reading = read(data, **more)
        assert reading.refused == ()
        (found,) = reading.found
        assert found.remark == ""
        return found.run

    return run


@pytest.fixture
def why(read: Callable[..., FileReading]) -> Callable[..., tuple[str, bool]]:
    """Read bytes that hold nothing to take; say why, and whether that is a failure."""

    def reason(data: bytes, **more: Any) -> tuple[str, bool]:
        reading = read(data, **more)
        assert reading.found == ()
        (refused,) = reading.refused
        return refused.reason, refused.failed

    return reason
