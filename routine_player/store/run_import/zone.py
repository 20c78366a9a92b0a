"""From moments to what the clock on the person's wall said, and back."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from routine_player.core.instant import Instant

_QUARTER_S = 15 * 60
_FURTHEST_S = 14 * 3600
_GAP = re.compile(r"(\d)\s+([+-]\d\d)")  # some programs put a space before the zone
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Zone:
    """A person's time zone. Without `rules` it is the computer's own."""

    name: str = ""
    rules: tzinfo | None = None

    @classmethod
    def of(cls, now: Instant) -> "Zone":
        """Give the zone that the computer is in; an unknown one is left to the computer."""
        try:
            return cls(now.zone, ZoneInfo(now.zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return cls()

    def at(self, utc_s: float, offset_s: int | None = None) -> Instant:
        """Give the moment of so many seconds since 1970, as seen here or where a watch was.

        `offset_s` is what the watch's clock was ahead of UTC; watches are minutes off, and zones
        are not: it is rounded to a quarter of an hour. OverflowError outside the calendar.
        """
        here = (_EPOCH + timedelta(seconds=utc_s)).astimezone(self.rules)
        here_s = round((here.utcoffset() or timedelta()).total_seconds())
        seen_s = here_s if offset_s is None else round(offset_s / _QUARTER_S) * _QUARTER_S
        if abs(seen_s) > _FURTHEST_S:
            seen_s = here_s
        return Instant.of(round(utc_s * 1000), seen_s, self.name if seen_s == here_s else "")

    def at_wall(self, wall: datetime) -> Instant:
        """Give the moment at which the clock on the wall said so; of two such, the first."""
        seen = wall.replace(tzinfo=self.rules) if self.rules else wall.astimezone()
        return self.at(seconds_of(seen))


def seconds_of(moment: datetime) -> float:
    """Give the seconds since 1970 of a moment that knows its zone, before 1970 too."""
    return (moment - _EPOCH).total_seconds()


def offset_of(moment: datetime) -> int | None:
    """Give what a moment's own clock was ahead of UTC; None for UTC, which is nobody's wall."""
    offset = moment.utcoffset()
    return round(offset.total_seconds()) if offset else None


def read_iso(text: str) -> datetime | None:
    """Read a moment of a GPX or TCX file; one without a zone is UTC, as these formats have it."""
    try:
        moment = datetime.fromisoformat(_GAP.sub(r"\1\2", text.strip().upper()))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
