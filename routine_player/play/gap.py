"""Notices that the computer slept or stood still, by two clocks that are told to it."""

from dataclasses import dataclass

from routine_player.play.clock import Clock

SUSPEND_OVER_S = 2.0
"""Sleep of the computer that is longer than this is a gap, in wall seconds."""

STALL_OVER_S = 5.0
"""Standing still for longer than this is a gap too, in wall seconds whatever the playing speed."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Time in which nobody was there: it began right after `since`, on the monotonic clock."""

    since: float
    gap_s: float


class GapWatch:
    """Notices, from one look to the next, that the computer slept or stood still."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.start_over()

    def start_over(self) -> None:
        """Forget what was: whatever happened until now is no gap."""
        self._monotonic = self._clock.monotonic()
        self._boot = self._clock.boot()

    def look(self, now: float) -> Gap | None:
        """Tell of a gap since the last look; `now` is what the monotonic clock says."""
        boot = self._clock.boot()
        since, awake_s, passed_s = self._monotonic, now - self._monotonic, boot - self._boot
        self._monotonic, self._boot = now, boot
        if passed_s - awake_s > SUSPEND_OVER_S or awake_s > STALL_OVER_S:
            return Gap(since, max(passed_s, awake_s))
        return None
