from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from routine_player.core import events
from routine_player.core.session import Command, Session
from routine_player.play.driver import Driver
from routine_player.play.keep_awake import AwakeStatus, KeepAwake, presenting

GUARD_S = 20.0  # only against hanging


class Screen:
    """A screen that notes whether it is kept awake."""

    def __init__(self, *, obeys: bool = True, breaks: Exception | None = None) -> None:
        self.obeys = obeys
        self.breaks = breaks
        self.log: list[str] = []
        self.entered = Event()
        self.left = Event()

    @contextmanager
    def keep(self) -> Iterator[Any]:
        self.log.append("on")
        if self.breaks:
            self.entered.set()
            raise self.breaks
        self.entered.set()
        yield SimpleNamespace(active=self.obeys)
        self.log.append("off")
        self.left.set()


@pytest.fixture
def make(request: pytest.FixtureRequest) -> Callable[[Screen], KeepAwake]:
    def make_one(screen: Screen) -> KeepAwake:
        keeper = KeepAwake(screen.keep)
        request.addfinalizer(keeper.close)
        return keeper

    return make_one


def test_the_screen_is_kept_awake_from_start_to_stop(make: Any) -> None:
    screen = Screen()
    keeper = make(screen)
    assert keeper.status is AwakeStatus.OFF
    keeper.start()
    assert screen.entered.wait(GUARD_S)
    assert screen.log == ["on"]
    keeper.stop()
    assert screen.left.wait(GUARD_S)
    assert screen.log == ["on", "off"]
    assert keeper.status is AwakeStatus.OFF


def test_starting_and_stopping_twice_is_as_once(make: Any) -> None:
    screen = Screen()
    keeper = make(screen)
    keeper.stop()
    keeper.start()
    keeper.start()
    keeper.stop()
    keeper.stop()
    keeper.close()
    assert screen.log == ["on", "off"]


@pytest.mark.parametrize("screen", [Screen(obeys=False), Screen(breaks=OSError("no bus"))])
def test_a_screen_that_does_not_obey_is_a_status_and_no_error(make: Any, screen: Screen) -> None:
    keeper = make(screen)
    keeper.start()
    stay = keeper._stay
    assert screen.entered.wait(GUARD_S)
    keeper.close()
    assert stay.status is AwakeStatus.FAILED
    assert keeper.status is AwakeStatus.OFF


def test_a_screen_that_obeys_is_on(make: Any) -> None:
    screen = Screen()
    keeper = make(screen)
    keeper.start()
    stay = keeper._stay
    keeper.close()
    assert stay.status is AwakeStatus.ON


def test_a_session_keeps_the_screen_awake_while_it_plays_and_only_then(
    clock: Any, make_timeline: Any
) -> None:
    calls: list[str] = []

    class Noting(KeepAwake):
        def start(self) -> None:
            calls.append("start")

        def stop(self) -> None:
            calls.append("stop")

    driver = Driver(Session(make_timeline(30.0, 30.0)), clock, listeners=[Noting().follow])
    driver.tick()
    assert calls == []
    for command in (Command.START, Command.PAUSE, Command.RESUME, Command.HURT, Command.GO_ON):
        driver.command(command)
    assert calls == ["start", "stop", "start", "start"]
    driver.command(Command.SKIP)
    clock.sleep_s(3600)
    driver.tick()
    assert calls[4:] == ["stop"]
    driver.command(Command.SKIP)
    driver.tick()
    assert calls[4:] == ["stop", "stop"]


def test_stopping_a_session_lets_the_screen_go_dark(make: Any) -> None:
    screen = Screen()
    keeper = make(screen)
    keeper.follow([events.SessionStarted(0.0)])
    keeper.follow([events.SessionStopped(1.0, 1.0)])
    assert screen.left.wait(GUARD_S)


def test_the_computers_own_way_is_asked_without_raising(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    with presenting() as mode:
        assert mode.active


def test_closing_before_anything_was_started_is_harmless() -> None:
    keeper = KeepAwake()
    keeper.close()
    assert keeper.status is AwakeStatus.OFF
