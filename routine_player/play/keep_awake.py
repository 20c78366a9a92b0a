"""Keeps the screen awake while a session plays, and only then."""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from threading import Event, Thread
from typing import Protocol

from routine_player.core import events

_CLOSE_S = 2.0

# What waits for Done goes on without a 3-2-1, so both ends of one count.
_KEEPS_AWAKE = events.SessionStarted | events.ResumeStarted | events.SessionResumed
_LETS_SLEEP = (
    events.SessionPaused
    | events.SessionInterrupted
    | events.SessionFinished
    | events.SessionStopped
)

_log = logging.getLogger(__name__)


class AwakeStatus(StrEnum):
    """Whether the screen is kept from going dark."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    FAILED = "failed"  # nothing here can do it: the screen goes dark as it always does


class Mode(Protocol):
    """As much of a wakepy mode as is used: whether it could be entered."""

    active: bool


@dataclass(slots=True)
class _Stay:
    """One stretch of being awake, from `start` to `stop`."""

    over: Event
    status: AwakeStatus = AwakeStatus.STARTING


def presenting() -> AbstractContextManager[Mode]:
    """Keep the screen on while the context lasts."""
    from wakepy import keep  # late, because it is slow to import

    return keep.presenting(on_fail="pass")


class KeepAwake:
    """Keeps the screen awake between `start` and `stop`, each of which may come at any time.

    What that takes is done in a thread of its own: it may take a second, and may fail.
    """

    def __init__(self, enter: Callable[[], AbstractContextManager[Mode]] = presenting) -> None:
        self._enter = enter
        self._stay: _Stay | None = None
        self._thread: Thread | None = None

    @property
    def status(self) -> AwakeStatus:
        return AwakeStatus.OFF if self._stay is None else self._stay.status

    def follow(self, told: Sequence[events.Event]) -> None:
        """Be awake while a session plays, and not in its pauses: a listener of the driver's."""
        for event in told:
            if isinstance(event, _KEEPS_AWAKE):
                self.start()
            elif isinstance(event, _LETS_SLEEP):
                self.stop()

    def start(self) -> None:
        """Keep the screen awake from now on."""
        if self._stay is None:
            self._stay = _Stay(Event())
            self._thread = Thread(
                target=self._stay_awake, args=(self._stay,), name="keep-awake", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Let the screen go dark as it likes."""
        if self._stay is not None:
            self._stay.over.set()
            self._stay = None

    def close(self) -> None:
        """Stop, and wait a moment until the computer was told."""
        self.stop()
        if self._thread is not None:
            self._thread.join(_CLOSE_S)

    def _stay_awake(self, stay: _Stay) -> None:
        try:
            with self._enter() as mode:
                stay.status = AwakeStatus.ON if mode.active else AwakeStatus.FAILED
                stay.over.wait()
        except Exception as error:  # noqa: BLE001 - it speaks to whatever runs on this computer
            _log.info("the screen cannot be kept awake: %r", error)
            stay.status = AwakeStatus.FAILED
