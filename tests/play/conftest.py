"""Short routines to play, and something to play sounds on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from routine_player.core.compilation import compile_timeline
from routine_player.core.routine import CountedReps, Exercise, Hold, PacedReps, Routine, Step, Tempo
from routine_player.core.timeline import Timeline


@pytest.fixture
def make_timeline() -> Callable[..., Timeline]:
    """Lay out a routine of holds, each with 5 s to prepare; None is a step that waits for Done."""

    def make(*holds_s: float | None) -> Timeline:
        items = tuple(
            Step(
                Exercise(slug=f"exercise-{number}", name=f"Exercise {number}"),
                (CountedReps(8) if hold_s is None else Hold(hold_s),),
                prepare_s=5.0,
                self_paced=hold_s is None,
            )
            for number, hold_s in enumerate(holds_s, 1)
        )
        return compile_timeline(Routine("short", "Short", items))

    return make


@dataclass
class FakePlaying:
    """A sound that plays until a test says how it ended."""

    path: Path
    started_at: float
    code: int | None = None
    stopped: bool = False

    def exit_code(self) -> int | None:
        return self.code

    def stop(self) -> None:
        self.stopped = True
        self.code = 1  # aplay's own, when it is told to end


@dataclass
class FakeBackend:
    """Notes what is started and when. `broken` is raised, `code` is how sounds end at once."""

    clock: Any
    name: str = "alsa"
    start_s: float = 0.010
    code: int | None = None
    broken: Exception | None = None
    started: list[FakePlaying] = field(default_factory=list)

    def start(self, path: Path) -> FakePlaying:
        if self.broken is not None:
            raise self.broken
        playing = FakePlaying(path, self.clock.monotonic(), self.code)
        if self.start_s:
            self.clock.pass_s(self.start_s)
        self.started.append(playing)
        return playing

    @property
    def names(self) -> list[str]:
        return [playing.path.stem for playing in self.started]


@pytest.fixture
def backend(clock: Any) -> FakeBackend:
    return FakeBackend(clock)


@pytest.fixture
def make_reps() -> Callable[[int], Timeline]:
    """Lay out one step of reps, each 2 s up, held 1 s, 2 s down."""

    def make(reps: int) -> Timeline:
        dose = PacedReps(reps, Tempo(2.0, 1.0, 2.0))
        step = Step(Exercise(slug="bridge", name="Bridge"), (dose,), prepare_s=5.0)
        return compile_timeline(Routine("reps", "Reps", (step,)))

    return make
