"""The only file that reads time; all others are told it."""

import os
import sys
import time  # noqa: TID251 - this is the file that may
from pathlib import Path
from typing import Protocol

from routine_player.core.instant import Instant


class Clock(Protocol):
    """What tells the time; tests have one that they turn by hand."""

    def monotonic(self) -> float:
        """Seconds since some moment, never set back; may stand still while the computer sleeps."""
        ...

    def boot(self) -> float:
        """Seconds since some moment, never set back, and running while the computer sleeps."""
        ...

    def instant(self) -> Instant:
        """Give the moment it is, and what the clock on the wall says."""
        ...


class SystemClock:
    """The computer's clocks. `zone_link` is where its time zone is to be found."""

    def __init__(self, zone_link: Path = Path("/etc/localtime")) -> None:
        self._zone_link = zone_link

    def monotonic(self) -> float:
        # On Linux and macOS this is time.monotonic(); on Windows that one moves in steps of 16 ms.
        return time.perf_counter()

    def boot(self) -> float:
        clock_id = _BOOT_CLOCKS.get(sys.platform)
        return self.monotonic() if clock_id is None else time.clock_gettime(clock_id)

    def instant(self) -> Instant:
        utc_ms = time.time_ns() // 1_000_000
        offset_s = time.localtime(utc_ms / 1000).tm_gmtoff
        return Instant.of(utc_ms, offset_s, self._zone())

    def _zone(self) -> str:
        """Name the zone as the tz database does, empty where the computer does not say."""
        told = os.environ.get("TZ", "").removeprefix(":")
        if not told:
            try:
                told = str(self._zone_link.readlink())
            except OSError:  # no such link: Windows, or a bare container on UTC
                return ""
        name = told.rpartition("zoneinfo/")[2]
        return "" if name.startswith("/") else name


def _boot_clocks() -> dict[str, int]:
    """Find the clock of each platform that runs on in sleep, where monotonic() does not.

    Windows has none to look up: there monotonic() itself runs on, and sleep shows as a stall.
    """
    names = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
    return {
        platform: getattr(time, name) for platform, name in names.items() if hasattr(time, name)
    }


_BOOT_CLOCKS = _boot_clocks()
