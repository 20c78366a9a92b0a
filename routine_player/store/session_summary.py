"""A session as lists show it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from routine_player.core.choices import When
from routine_player.core.entry import Effort, SessionOutcome
from routine_player.core.instant import Instant

SessionId = UUID


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in a list. Pain is 0 to 10, None where nobody said."""

    id: SessionId
    routine: str
    routine_name: str
    started: Instant
    ended: Instant | None
    outcome: SessionOutcome
    steps_done: int
    steps_planned: int
    planned_s: float
    active_s: float
    speed: float
    pain_before: int | None
    pain_after: int | None
    effort: Effort | None
    note: str
    when: When | None = None
    run: UUID | None = None
    """The run that it belongs to."""

    @property
    def is_real(self) -> bool:
        """Whether it was played at its own speed: others never count in charts."""
        return self.speed == 1.0

    def as_json(self) -> dict[str, Any]:
        """Give what `history --json` says of it."""
        return {
            "id": str(self.id),
            "routine": self.routine,
            "started_at": self.started.iso(),
            "outcome": self.outcome.value,
            "steps_done": self.steps_done,
            "steps_planned": self.steps_planned,
            "active_s": round(self.active_s, 3),
            "speed": self.speed,
            "run": None if self.run is None else str(self.run),
        }
