"""Sessions of the past, as values."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from routine_player.core.choices import Sides
from routine_player.core.entry import Effort, SessionOutcome
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan, PlanStep
from routine_player.core.routine import CountedReps, Hold
from routine_player.store.history_values import PainRating, PastSession, PastStep
from routine_player.store.session_summary import SessionSummary

TODAY = date(2026, 6, 14)
STEPS = (
    PlanStep("curl-up", "Curl-up", (CountedReps(8),)),
    PlanStep("side-plank", "Side plank", (Hold(20.0), Hold(20.0)), Sides.BOTH),
    PlanStep("bird-dog", "Bird-dog", (CountedReps(6),), Sides.ALTERNATE),
    PlanStep("walk", "Walk", (Hold(60.0),), round_number=2, round_count=3),
)


def at(day: date, hour: int = 7, minute: int = 5) -> Instant:
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    return Instant.of(round(moment.timestamp() * 1000), 0)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def instant() -> Callable[..., Instant]:
    return at


@pytest.fixture
def make_summary() -> Callable[..., SessionSummary]:
    """Make a finished session of this morning, or otherwise as told."""

    def make(number: int = 1, day: date = TODAY, **more: object) -> SessionSummary:
        usual: dict[str, object] = {
            "id": UUID(int=number),
            "routine": "core",
            "routine_name": f"Core foundation {number}",
            "started": at(day),
            "ended": at(day, 7, 21),
            "outcome": SessionOutcome.FINISHED,
            "steps_done": 4,
            "steps_planned": 4,
            "planned_s": 600.0,
            "active_s": 850.0,
            "speed": 1.0,
            "pain_before": None,
            "pain_after": None,
            "effort": None,
            "note": "",
        }
        return SessionSummary(**(usual | more))  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_step() -> Callable[..., PastStep]:
    """Make a step that was done, or otherwise as told."""

    def make(index: int = 0, **more: object) -> PastStep:
        planned = STEPS[index]
        usual: dict[str, object] = {
            "slug": planned.slug,
            "name": planned.name,
            "outcome": Outcome.DONE,
            "works_done": 4,
            "works_planned": 4,
            "active_s": 61.0,
            "attempt": 1,
        }
        return PastStep(index, planned, **(usual | more))  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_session(make_summary, make_step) -> Callable[..., PastSession]:
    """Make a whole session with a step of each outcome."""

    def make(number: int = 1, ratings: tuple[PainRating, ...] = (), **more: object) -> PastSession:
        steps = (
            make_step(0),
            make_step(1, outcome=Outcome.HURT, works_done=1, attempt=2),
            make_step(2, outcome=Outcome.SKIPPED, works_done=0),
            make_step(3, outcome=None, active_s=0.0, attempt=0),
        )
        summary = make_summary(number, effort=Effort.FINE, note="Slept badly.", **more)
        return PastSession(summary, Plan(STEPS), steps, (), ratings)

    return make
