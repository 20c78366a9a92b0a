from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routine_player.core.choices import Side
from routine_player.core.entry import SessionOutcome
from routine_player.core.events import Event, SessionFinished
from routine_player.core.phrases import VoiceLevel
from routine_player.core.session import Command, Session, State
from routine_player.play.cueing import CueWishes
from routine_player.play.performance import (
    RETRY_S,
    Performance,
    first_side,
    new_session,
    session_for,
    timeline_for,
)
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryWriteError
from routine_player.store.paths import Places
from routine_player.store.session_keeper import SessionKeeper
from routine_player.store.settings import FirstSide


class Silent:
    """Plays and says nothing; keeps what it was given."""

    def __init__(self) -> None:
        self.cues: list[Any] = []
        self.words: list[str] = []

    def cue(self, sound: Any, due: float) -> None:
        self.cues.append(sound)

    def say(self, phrases: Any) -> None:
        self.words += [phrase.text for phrase in phrases]

    def cancel_after(self, moment: float) -> None: ...

    def stop_countdown(self) -> None: ...

    def hush(self) -> None: ...


class Stage:
    """A performance of a routine of holds, with the history it is stored in."""

    def __init__(self, timeline: Any, clock: Any, history: History, speed: float) -> None:
        self.clock = clock
        self.history = history
        self.silent = Silent()
        self.told: list[Event] = []
        self.keeper = SessionKeeper(history, new_session(timeline, clock.instant(), speed))
        self.performance = Performance(
            Session(timeline),
            clock,
            self.keeper,
            self.told.extend,
            speed=speed,
            heard=(self.silent, self.silent, CueWishes()),
        )

    def play(self, wall_s: float) -> None:
        until = self.clock.monotonic() + wall_s
        while self.clock.monotonic() < until:
            wait_s = self.performance.wake_in_s()
            self.clock.pass_s(0.5 if wait_s is None else max(wait_s, 1e-3))
            self.performance.tick()


@pytest.fixture
def stage(clock: Any, make_timeline: Any, tmp_path: Path, request: Any) -> Callable[..., Stage]:
    def make(*holds_s: float, speed: float = 1.0) -> Stage:
        history = History.open(Places(tmp_path / "home"), clock.instant())
        request.addfinalizer(history.close)
        return Stage(make_timeline(*holds_s), clock, history, speed)

    return make


def test_a_session_that_is_played_to_its_end_stands_in_the_history(stage: Any) -> None:
    show = stage(30.0, 20.0)
    show.performance.command(Command.START)
    show.play(62.0)
    assert isinstance(show.told[-1], SessionFinished)
    (summary,) = show.history.sessions()
    assert summary.outcome is SessionOutcome.FINISHED
    assert (summary.steps_done, summary.steps_planned) == (2, 2)
    assert summary.active_s == pytest.approx(60.0, abs=0.01)
    assert summary.is_real


def test_a_session_that_was_played_faster_is_marked_so(stage: Any) -> None:
    show = stage(30.0, speed=20.0)
    show.performance.command(Command.START)
    show.play(2.0)
    (summary,) = show.history.sessions()
    assert summary.speed == 20.0
    assert not summary.is_real


def test_each_step_is_stored_when_it_ends(stage: Any) -> None:
    show = stage(30.0, 20.0)
    show.performance.command(Command.START)
    show.play(36.0)
    assert show.history.sessions()[0].steps_done == 1


def test_a_command_that_is_not_allowed_any_more_does_nothing(stage: Any) -> None:
    show = stage(30.0)
    show.performance.command(Command.RESUME)
    assert show.told == []
    show.performance.take_easier(show.performance.session.planned.step)
    assert show.told == []


def test_an_easier_step_is_taken_where_it_hurts(stage: Any, make_timeline: Any) -> None:
    show = stage(30.0)
    show.performance.command(Command.START)
    show.performance.command(Command.HURT)
    show.performance.take_easier(make_timeline(12.0).steps[0].step)
    assert show.performance.session.state is State.RUNNING
    assert show.performance.now_s == 0.0


def test_what_is_heard_follows_what_is_wished(stage: Any) -> None:
    show = stage(30.0)
    show.performance.command(Command.START)
    assert len(show.silent.cues) == len(show.silent.words) == 1
    show.performance.say_again()
    assert len(show.silent.words) == 2
    show.performance.wish(CueWishes(sounds=False, voice=VoiceLevel.OFF))
    show.play(40.0)
    assert len(show.silent.cues) == 1
    assert len(show.silent.words) == 2


def test_what_the_disk_refused_is_tried_again_between_events(
    stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = stage(30.0, 600.0)
    show.performance.command(Command.START)
    real_append = History.append
    tries: list[float] = []

    def refuse(history: History, *arguments: Any) -> None:
        tries.append(show.clock.monotonic())
        raise HistoryWriteError("the disk is full")

    monkeypatch.setattr(History, "append", refuse)
    show.play(36.0)
    assert show.keeper.trouble == "the disk is full"
    show.play(20.0)
    waits = [later - earlier for earlier, later in zip(tries[-3:], tries[-2:], strict=False)]
    assert all(RETRY_S <= wait_s < RETRY_S + 1.0 for wait_s in waits)
    monkeypatch.setattr(History, "append", real_append)
    show.play(RETRY_S + 1.0)
    assert show.keeper.trouble == ""
    assert show.history.sessions()[0].steps_done == 1


@pytest.mark.parametrize(
    ("choice", "sides"),
    [
        (FirstSide.LEFT, [Side.LEFT, Side.LEFT, Side.LEFT]),
        (FirstSide.RIGHT, [Side.RIGHT, Side.RIGHT, Side.RIGHT]),
        (FirstSide.TURN_ABOUT, [Side.LEFT, Side.RIGHT, Side.LEFT]),
    ],
)
def test_the_side_that_starts_is_the_one_that_was_chosen(
    choice: FirstSide, sides: list[Side]
) -> None:
    assert [first_side(choice, times) for times in range(3)] == sides


def test_a_routine_is_laid_out_with_the_side_that_is_to_start(make_timeline: Any) -> None:
    routine = make_timeline(30.0).routine
    assert timeline_for(routine, FirstSide.TURN_ABOUT, 1).first_side is Side.RIGHT


def test_begin_again_twice_means_the_step_before_in_a_persons_own_time(make_timeline) -> None:
    session = session_for(make_timeline(100.0, 100.0), None, 20.0)
    session.handle(Command.START, 0.0)
    session.handle(Command.SKIP, 1.0)
    session.handle(Command.RESTART, 10.0)
    session.handle(Command.RESTART, 10.0 + 1.9 * 20.0)
    assert session.planned.index == 0
