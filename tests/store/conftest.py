"""What tests of the store share: a home of their own, a moment, a plan, and lines of a log."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from routine_player.core.choices import ExerciseSides, Position, Sides
from routine_player.core.entry import Entry, EntryKind
from routine_player.core.events import Outcome
from routine_player.core.instant import Instant
from routine_player.core.plan import Plan, PlanStep
from routine_player.core.routine import (
    CountedReps,
    Exercise,
    Hold,
    PacedReps,
    Tempo,
)
from routine_player.store.history import History
from routine_player.store.history_values import NewSession
from routine_player.store.paths import Places
from routine_player.store.routine_file import RoutineFile, read_routine

# 2026-03-28 12:00 in Berlin, the day before its clocks go forward.
NOON = Instant.of(1_774_695_600_000, 3600, "Europe/Berlin")

PLAN = Plan(
    (
        PlanStep("curl-up", "Curl-up", (CountedReps(8),)),
        PlanStep("side-plank", "Side plank", (Hold(20.0),), Sides.BOTH),
        PlanStep("bird-dog", "Bird-dog", (CountedReps(6),), Sides.ALTERNATE),
    )
)
SAMPLE = Path(__file__).resolve().parents[1] / "reference" / "history-v2.db"


@pytest.fixture
def noon() -> Instant:
    return NOON


@pytest.fixture
def plan() -> Plan:
    return PLAN


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home")


@pytest.fixture
def history(places: Places) -> Iterator[History]:
    history = History.open(places, NOON)
    yield history
    history.close()


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[History]:
    """A history with something of everything."""
    places = Places(tmp_path / "sample")
    places.data.mkdir(parents=True)
    shutil.copyfile(SAMPLE, places.history)
    history = History.open(places, NOON)
    yield history
    history.close()


@pytest.fixture
def new_session() -> Callable[..., NewSession]:
    """Make a session of the plan that begins at noon, or otherwise as told."""

    def make(started: Instant = NOON, routine: str = "core", speed: float = 1.0) -> NewSession:
        return NewSession(routine, routine.title(), PLAN, 180.0, started, speed)

    return make


@pytest.fixture
def step_started() -> Callable[..., Entry]:
    def make(index: int, after_s: float = 0.0, **more: object) -> Entry:
        values = {"step_index": index} | more
        return Entry(EntryKind.STEP_STARTED, NOON.after(after_s), after_s, **values)  # type: ignore[arg-type]

    return make


@pytest.fixture
def step_ended() -> Callable[..., Entry]:
    """Make the end of a step that was done whole in 30 s, or otherwise as told."""

    def make(index: int, after_s: float = 30.0, **more: object) -> Entry:
        usual = {"outcome": Outcome.DONE, "works_done": 1, "works_planned": 1, "length_s": 30.0}
        values = {"step_index": index} | usual | more
        return Entry(EntryKind.STEP_ENDED, NOON.after(after_s), after_s, **values)  # type: ignore[arg-type]

    return make


EXERCISES = {
    exercise.slug: exercise
    for exercise in (
        Exercise(
            "half-kneeling-hip-flexor-stretch",
            "Half-kneeling hip-flexor stretch",
            Position.HALF_KNEELING,
            ExerciseSides.PAIR,
            muscles=("iliopsoas", "rectus femoris"),
        ),
        Exercise(
            "glute-bridge",
            "Glute bridge",
            Position.SUPINE,
            aliases=("hip bridge",),
            equipment=("mat",),
            tempo=Tempo(2.0, 1.0, 2.0),
            sets=(PacedReps(12, Tempo(2.0, 1.0, 2.0)),) * 2,
        ),
        Exercise("bird-dog", "Bird-dog", Position.QUADRUPED, ExerciseSides.ALTERNATE, move_s=3.0),
        Exercise("easy-run", "Easy run", Position.RUNNING),
        Exercise("walk", "Walk", Position.WALKING),
        Exercise(
            "reverse-hyper",
            "Reverse hyper",
            Position.BENCH,
            equipment=("bench", "Resistance band"),
        ),
    )
}


@pytest.fixture
def exercises() -> dict[str, Exercise]:
    """The exercises that the example of the format calls."""
    return dict(EXERCISES)


@pytest.fixture
def read_text_as_routine(
    tmp_path: Path, exercises: dict[str, Exercise]
) -> Callable[[str], RoutineFile]:
    """Write a text to `a.yaml` and read it."""

    def read(text: str) -> RoutineFile:
        path = tmp_path / "a.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return read_routine(path, exercises)

    return read


@pytest.fixture
def png() -> bytes:
    """The header of a small picture, which is all that is ever looked at."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10"
