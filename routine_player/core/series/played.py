"""A session as the charts know it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from routine_player.core.choices import When
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.run import RunId


@dataclass(frozen=True, slots=True)
class PlayedSession:
    """A session that was played at its own speed: what of, when, and how much of it was done."""

    routine: str  # the slug
    name: str
    started: Instant
    active_s: float
    steps_done: int
    steps_planned: int
    when: When | None = None
    run: RunId | None = None
    id: UUID = field(default_factory=uuid4)

    @property
    def day(self) -> date:
        return self.started.local_date


@dataclass(frozen=True, slots=True)
class PlayedStep:
    """What became of a step: its exercise, and how it ended. None: it was never reached."""

    exercise: str  # the slug
    name: str
    outcome: Outcome | None
