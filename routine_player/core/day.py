"""What a day was like, run or no run: what may have to do with how the back felt."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID, uuid5

_DAYS: Final = UUID("5b0f1d1a-6a0f-5d53-9c39-0a5d2f2a6f11")
_HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class DayFactors:
    """Factors of a day; None and empty mean that nobody said. ValueError for hours above 24."""

    day: date
    hours_sat: float | None = None
    sleep_h: float | None = None
    lifting: bool | None = None
    tags: tuple[str, ...] = ()
    medication: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for hours in (self.hours_sat, self.sleep_h):
            if hours is not None and not 0 <= hours <= _HOURS:
                raise ValueError(f"a day has no {hours} hours of it")

    @property
    def id(self) -> UUID:
        """The same for a day wherever it is written down, so that two histories can be merged."""
        return uuid5(_DAYS, self.day.isoformat())
