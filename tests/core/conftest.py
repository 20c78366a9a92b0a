"""Exercises, the routine that the notes on the file format use as their example, and a player."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.choices import ExerciseSides, Position, Sides, When
from routine_player.core.compilation import compile_timeline
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    Item,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    Tempo,
)
from routine_player.core.session import Command, Session, State
from routine_player.core.timeline import PhaseKind

LIBRARY = SimpleNamespace(
    stretch=Exercise(
        "half-kneeling-hip-flexor-stretch",
        "Half-kneeling hip-flexor stretch",
        Position.HALF_KNEELING,
        ExerciseSides.PAIR,
        instructions=("One knee down.", "Tuck the pelvis."),
    ),
    bridge=Exercise(
        "glute-bridge",
        "Glute bridge",
        Position.SUPINE,
        instructions=("Heels under knees.", "Lift."),
        easier="pelvic-tilt",
    ),
    tilt=Exercise("pelvic-tilt", "Pelvic tilt", Position.SUPINE, sets=(Hold(20.0),) * 2),
    bird_dog=Exercise("bird-dog", "Bird-dog", Position.QUADRUPED, ExerciseSides.ALTERNATE),
    plank=Exercise("front-plank", "Front plank", Position.PRONE),
    squat=Exercise("squat", "Squat", Position.STANDING),
    run=Exercise("easy-run", "Easy run", Position.RUNNING),
    walk=Exercise("walk", "Walk", Position.WALKING),
    hyper=Exercise("reverse-hyper", "Reverse hyper", Position.BENCH),
    made_up=Exercise("", "My own thing"),
)


@pytest.fixture
def library() -> SimpleNamespace:
    return LIBRARY


@pytest.fixture
def example() -> Routine:
    return Routine(
        slug="hip-flexor-and-psoas-reset",
        name="Hip-flexor and psoas reset",
        when=When.AFTER_RUN,
        default_prepare_s=5.0,
        items=(
            Step(LIBRARY.stretch, (Hold(30.0),) * 2, Sides.BOTH, rest_s=10.0),
            Step(LIBRARY.bridge, (PacedReps(12, Tempo(2.0, 1.0, 2.0)),), rest_s=10.0),
            Step(
                LIBRARY.bird_dog,
                tuple(HeldReps(reps, 10.0, 2.0) for reps in (5, 3, 1)),
                Sides.ALTERNATE,
                rest_s=10.0,
            ),
            Rest(30.0),
            Repeat(
                3,
                (
                    Step(LIBRARY.run, (Continuous(120.0),), rest_s=10.0),
                    Step(LIBRARY.walk, (Continuous(120.0),), rest_s=10.0),
                ),
            ),
            Step(
                LIBRARY.hyper,
                (CountedReps(10),),
                self_paced=True,
                optional=True,
                rest_s=10.0,
                instead=(("no-bench", "glute-bridge"), ("hurts", "bird-dog")),
            ),
        ),
    )


@dataclass
class Player:
    """A session that starts at 0, and all that it said."""

    session: Session
    now: float = 0.0
    heard: list[events.Event] = field(default_factory=list)

    def command(self, command: Command) -> list[events.Event]:
        return self._hear(self.session.handle(command, self.now))

    def pass_s(self, seconds: float) -> list[events.Event]:
        """Let time pass, with the session waking up when it has to."""
        until = self.now + seconds
        told: list[events.Event] = []
        while (due := self.session.deadline) is not None and due <= until:
            self.now = due
            told += self._hear(self.session.advance(due))
        self.now = until
        return told + self._hear(self.session.advance(until))

    def sleep_through(self, seconds: float) -> list[events.Event]:
        """Let time pass without a wake-up in between."""
        self.now += seconds
        return self._hear(self.session.advance(self.now))

    def interrupt(self, gap_s: float) -> list[events.Event]:
        told = self._hear(self.session.interrupt(self.now, gap_s))
        self.now += gap_s
        return told

    def take_easier(self, step: Step) -> list[events.Event]:
        return self._hear(self.session.take_easier(step, self.now))

    def play_to(self, phase_index: int, into_s: float = 0.0) -> None:
        """Start if need be, and play on until a phase is `into_s` seconds old."""
        if self.session.state is State.READY:
            self.command(Command.START)
        while self.session.phase.index < phase_index:
            left_s = self.session.left_s(self.now)
            if left_s is None:
                self.command(Command.DONE)
            else:
                self.pass_s(left_s)
        self.pass_s(into_s)

    def kinds(self) -> list[PhaseKind]:
        return [phase.kind for phase in self.session.timeline.phases]

    def left_s(self) -> float | None:
        return self.session.left_s(self.now)

    def _hear(self, told: list[events.Event]) -> list[events.Event]:
        self.heard += told
        return told


@pytest.fixture
def play() -> Callable[..., Player]:
    """Give a player for a routine of these items."""

    def play(*items: Item, **options: Any) -> Player:
        return Player(Session(compile_timeline(Routine("test", "Test", items)), **options))

    return play


@pytest.fixture
def play_routine() -> Callable[..., Player]:
    def play_routine(routine: Routine, **options: Any) -> Player:
        return Player(Session(compile_timeline(routine), **options))

    return play_routine
