from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.session import Command, IllegalCommandError, Session, State
from routine_player.play.driver import HEARTBEAT_S, Driver


@pytest.fixture
def drive(clock: Any, make_timeline: Any) -> Any:
    """Start a routine of holds; what the listener is told gathers in `driver.heard`."""

    class ListeningDriver(Driver):
        def __init__(self, *holds_s: float | None, **options: Any) -> None:
            self.heard: list[events.Event] = []
            listeners = (self.heard.extend,)
            super().__init__(
                Session(make_timeline(*holds_s)), clock, listeners=listeners, **options
            )
            self.command(Command.START)

    return ListeningDriver


def kinds(told: list[events.Event]) -> list[type]:
    return [type(event) for event in told]


def play_to_the_end(driver: Driver, clock: Any) -> int:
    ticks = 0
    while (wait_s := driver.wake_in_s()) is not None:
        clock.pass_s(wait_s)
        driver.tick()
        ticks += 1
    return ticks


def test_a_session_played_by_its_wake_ups_ends_when_it_should(drive: Any, clock: Any) -> None:
    driver = drive(30.0, 20.0)
    began = clock.monotonic()
    play_to_the_end(driver, clock)
    assert driver.session.state is State.FINISHED
    assert clock.monotonic() - began == pytest.approx(60.0, abs=1e-5)
    assert driver.heard[-1] == events.SessionFinished(60.0, 60.0)


def test_every_event_carries_the_time_it_was_due_however_the_ticks_fall(
    drive: Any, clock: Any
) -> None:
    driver = drive(10.0)
    for seconds in (0.1, 3.3, 4.9, 0.01, 4.9, 4.9):
        clock.pass_s(seconds)
        driver.tick()
    ended = [event.at for event in driver.heard if isinstance(event, events.PhaseEnded)]
    assert ended == [5.0, 15.0]


def test_faster_playing_takes_less_wall_time(drive: Any, clock: Any) -> None:
    driver = drive(30.0, 20.0, speed=20.0)
    began = clock.monotonic()
    play_to_the_end(driver, clock)
    assert clock.monotonic() - began == pytest.approx(3.0, abs=1e-5)
    assert driver.heard[-1] == events.SessionFinished(60.0, 60.0)
    assert driver.speed == 20.0


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan")])
def test_a_speed_that_leads_nowhere_is_refused(drive: Any, speed: float) -> None:
    with pytest.raises(ValueError, match="times as fast"):
        drive(10.0, speed=speed)


def test_now_is_session_time(drive: Any, clock: Any) -> None:
    driver = drive(30.0, speed=2.0)
    clock.pass_s(1.5)
    assert driver.now_s == pytest.approx(3.0)
    assert driver.session.left_s(driver.now_s) == pytest.approx(2.0)


def test_a_wake_up_is_due_at_the_next_deadline_but_never_later_than_a_heartbeat(
    drive: Any, clock: Any
) -> None:
    driver = drive(30.0)
    assert driver.wake_in_s() == HEARTBEAT_S
    clock.pass_s(1.9)  # 0.1 s before the countdown that ends the preparation
    driver.tick()
    assert driver.wake_in_s() == pytest.approx(0.1)
    clock.pass_s(0.2)
    assert driver.wake_in_s() == 0.0


def test_a_phase_that_waits_for_done_still_wants_its_heartbeat(drive: Any, clock: Any) -> None:
    driver = drive(None)
    for _ in range(3):
        clock.pass_s(2.0)
        driver.tick()
    assert driver.session.deadline is None
    assert driver.wake_in_s() == HEARTBEAT_S


def test_nothing_is_due_while_the_session_is_paused(drive: Any, clock: Any) -> None:
    driver = drive(30.0)
    driver.command(Command.PAUSE)
    assert driver.wake_in_s() is None
    clock.pass_s(0.5)
    assert driver.tick() == []


def test_listeners_are_never_called_with_nothing(clock: Any, make_timeline: Any) -> None:
    calls: list[int] = []
    driver = Driver(
        Session(make_timeline(30.0)), clock, listeners=[lambda told: calls.append(len(told))]
    )
    driver.tick()
    assert calls == []
    driver.command(Command.START)
    driver.tick()
    assert len(calls) == 1
    assert calls[0] > 0


def test_sleep_stops_the_session_at_what_was_left_before_it(drive: Any, clock: Any) -> None:
    driver = drive(30.0)
    for _ in range(10):
        clock.pass_s(1.0)
        driver.tick()
    clock.sleep_s(8 * 3600)
    told = driver.tick()
    assert told == [events.SessionInterrupted(10.0, pytest.approx(8 * 3600))]
    assert driver.session.state is State.INTERRUPTED
    assert driver.session.left_s(driver.now_s) == pytest.approx(25.0)
    assert driver.wake_in_s() is None


@pytest.mark.parametrize("speed", [1.0, 20.0])
def test_standing_still_is_measured_in_wall_time_at_any_speed(
    drive: Any, clock: Any, speed: float
) -> None:
    driver = drive(600.0, speed=speed)
    clock.pass_s(4.9)
    driver.tick()
    assert driver.session.state is State.RUNNING
    clock.pass_s(60.0)
    told = driver.tick()
    assert told == [events.SessionInterrupted(pytest.approx(4.9 * speed), pytest.approx(60.0))]


def test_sleep_in_a_pause_interrupts_nothing(drive: Any, clock: Any) -> None:
    driver = drive(30.0)
    driver.command(Command.PAUSE)
    clock.sleep_s(3600)
    clock.pass_s(600)
    told = driver.command(Command.RESUME)
    assert kinds(told) == [events.ResumeStarted]
    clock.pass_s(0.2)
    assert driver.tick() == []


def test_a_key_pressed_before_the_sleep_was_noticed_does_not_command(
    drive: Any, clock: Any
) -> None:
    driver = drive(30.0, 30.0)
    clock.pass_s(1.0)
    driver.tick()
    clock.sleep_s(3600)
    assert kinds(driver.command(Command.SKIP)) == [events.SessionInterrupted]
    assert driver.session.planned.index == 0


def test_after_a_gap_the_session_goes_on_with_what_was_left(drive: Any, clock: Any) -> None:
    driver = drive(30.0)
    for _ in range(10):
        clock.pass_s(1.0)
        driver.tick()
    clock.sleep_s(3600)
    driver.tick()
    driver.command(Command.CONTINUE)
    began = clock.monotonic()
    play_to_the_end(driver, clock)
    assert clock.monotonic() - began == pytest.approx(3.0 + 25.0, abs=1e-5)
    assert driver.heard[-1] == events.SessionFinished(38.0, 35.0)


def test_an_easier_step_takes_the_place_of_one_that_hurts(
    drive: Any, clock: Any, make_timeline: Any
) -> None:
    driver = drive(30.0)
    driver.command(Command.HURT)
    easier = make_timeline(12.0).steps[0].step
    told = driver.take_easier(easier)
    assert events.StepReplaced in kinds(told)
    assert driver.heard[-len(told) :] == told


def test_a_command_that_is_not_allowed_raises_and_is_not_told(drive: Any) -> None:
    driver = drive(30.0)
    before = list(driver.heard)
    with pytest.raises(IllegalCommandError):
        driver.command(Command.RESUME)
    assert driver.heard == before


def test_a_listener_that_comes_later_hears_what_happens_from_then_on(
    drive: Any, clock: Any
) -> None:
    driver = drive(30.0)
    late: list[events.Event] = []
    driver.listen(late.extend)
    told = driver.command(Command.PAUSE)
    assert late == told


class Follower:
    """Notes what makes the session heard is told."""

    def __init__(self) -> None:
        self.turns: list[tuple[int, float, bool]] = []
        self.asked_at: list[float] = []

    def follow(self, told: Any, now_s: float, *, turned: bool) -> None:
        self.turns.append((len(told), now_s, turned))

    def say_again(self, now_s: float) -> None:
        self.asked_at.append(now_s)


def test_what_makes_the_session_heard_follows_every_turn(clock: Any, make_timeline: Any) -> None:
    follower = Follower()
    session = Session(make_timeline(30.0))
    driver = Driver(session, clock, cueing=lambda _session, _time: follower)
    driver.command(Command.START)
    clock.pass_s(0.5)
    driver.tick()
    clock.sleep_s(60)
    driver.tick()
    counts, times, turned = zip(*follower.turns, strict=True)
    assert counts[0] > 0
    assert counts[1:] == (0, 1)
    assert times == (0.0, 0.5, 0.5)
    assert turned == (True, False, True)


def test_saying_it_again_is_left_to_what_makes_the_session_heard(
    clock: Any, make_timeline: Any
) -> None:
    follower = Follower()
    session = Session(make_timeline(30.0))
    driver = Driver(session, clock, cueing=lambda _session, _time: follower)
    clock.pass_s(0.5)
    driver.say_again()
    assert follower.asked_at == [0.5]


def test_a_session_that_nothing_makes_heard_says_nothing_again(drive: Any) -> None:
    driver = drive(30.0)
    before = list(driver.heard)
    driver.say_again()
    assert driver.heard == before
