"""How the monotonic clock and a session's own time go together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SessionTime:
    """Session time began at `zero` on the monotonic clock and runs `speed` times as fast.

    Nothing is added up, so nothing drifts. ValueError for a speed that is not above 0.
    """

    zero: float
    speed: float = 1.0

    def __post_init__(self) -> None:
        if not self.speed > 0:
            raise ValueError(f"a session cannot be played {self.speed:g} times as fast")

    def session_s(self, monotonic: float) -> float:
        """Give the session time, in seconds, at a moment of the monotonic clock."""
        return (monotonic - self.zero) * self.speed

    def monotonic(self, session_s: float) -> float:
        """Give the moment of the monotonic clock at a session time."""
        return self.zero + session_s / self.speed
