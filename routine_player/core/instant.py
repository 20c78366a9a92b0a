"""A moment as it is stored: the same for everyone, and as the person saw it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

_DAY_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment in UTC, and what the person's clock and calendar said then.

    `utc_ms` is milliseconds since 1970 in UTC, `offset_s` what the clock on the wall was ahead of
    it, `zone` the zone's name ("Europe/Berlin", empty where unknown). `local_date` is the day as
    it was seen: it is kept, so that travelling never moves a session to another day.
    """

    utc_ms: int
    offset_s: int
    zone: str
    local_date: date

    @classmethod
    def of(cls, utc_ms: int, offset_s: int, zone: str = "") -> "Instant":
        """Build the moment whose local date follows from its time and offset.

        ValueError for an offset of a day or more, OverflowError for a moment outside the calendar.
        """
        if abs(offset_s) >= _DAY_S:
            raise ValueError(f"{offset_s} s is no offset from UTC: it has to be less than a day")
        return cls(utc_ms, offset_s, zone, _seen(utc_ms, offset_s).date())

    @property
    def local(self) -> datetime:
        """The date and time on the wall, with its offset."""
        return _seen(self.utc_ms, self.offset_s)

    def iso(self) -> str:
        """Give the moment as ISO 8601 with its offset, to the second: 2026-03-29T07:05:00+02:00."""
        return self.local.isoformat(timespec="seconds")

    def after(self, seconds: float) -> "Instant":
        """Give the moment `seconds` later (earlier if negative) on the same clock on the wall."""
        return Instant.of(self.utc_ms + round(seconds * 1000), self.offset_s, self.zone)


def _seen(utc_ms: int, offset_s: int) -> datetime:
    # Added to the epoch: fromtimestamp() refuses times before 1970 on Windows.
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=utc_ms)
    return moment.astimezone(timezone(timedelta(seconds=offset_s)))
