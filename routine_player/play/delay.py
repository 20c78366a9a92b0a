"""How much later than meant a sound is heard: measured by somebody who taps along with a beat."""

from statistics import median
from typing import Final

EVERY_S: Final = 1.0
"""The beat. Tapping along with it needs no reaction time, as answering single sounds would."""

WANTED: Final = 8
_GETTING_INTO_IT: Final = 2
_EARLIEST_S: Final = -0.2
"""A tap may come a little before its beat; one that is earlier belongs to the beat before."""


class DelayMeter:
    """Takes taps on the monotonic clock; the beats are due at `first_due`, and every second."""

    def __init__(self, first_due: float) -> None:
        self._first_due = first_due
        self._offsets_s: list[float] = []

    @property
    def answered(self) -> int:
        return len(self._offsets_s)

    @property
    def is_complete(self) -> bool:
        return self.answered >= WANTED

    @property
    def delay_ms(self) -> int:
        """The median of the taps after the first two, at least 0; ValueError without any."""
        settled = self._offsets_s[_GETTING_INTO_IT:]
        if not settled:
            raise ValueError("nobody has tapped long enough")
        return max(0, round(median(settled) * 1000))

    def tap(self, at: float) -> None:
        """Take a tap; one before the first beat is none."""
        since_s = at - self._first_due
        if since_s >= _EARLIEST_S:
            self._offsets_s.append((since_s - _EARLIEST_S) % EVERY_S + _EARLIEST_S)
