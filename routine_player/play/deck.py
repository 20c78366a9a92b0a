"""Which sound starts when, and which gives way: the part of playing that needs no thread."""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from statistics import median

from routine_player.play.backend import DEVICE_LATENCY_S, OTHER_DEVICE_LATENCY_S, Backend, Playing
from routine_player.play.clock import Clock

_WATCH_S = 0.1
_FIRST_GUESS_S = 0.010
_STARTS_REMEMBERED = 9

_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """In each lane one sound plays at a time: the later one wins."""

    CUE = "cue"
    VOICE = "voice"


class SoundStatus(StrEnum):
    """How playing goes."""

    STARTING = "starting"  # nothing was played yet
    WORKING = "working"
    NO_DEVICE = "no-device"  # the program that plays gives up: nothing to play on
    NO_BACKEND = "no-backend"  # no program that plays


@dataclass(frozen=True, slots=True)
class Clip:
    """A file to be heard from `due` on, on the monotonic clock; not at all after `latest`.

    `moment` is that of the event it belongs to: speech may come after what was said before it.
    `counts_down` marks what is cut off when the boundary that it leads to is moved.
    """

    path: Path
    due: float
    latest: float
    moment: float
    lane: Lane = Lane.CUE
    counts_down: bool = False


@dataclass(slots=True)
class _Running:
    clip: Clip
    playing: Playing
    in_company: bool  # another lane was playing when it began


class Deck:
    """Starts clips in time on one backend, or on none. All calls come from one thread.

    `latency_s` is how long after its start a program is heard, None for what is usual for the
    backend; what starting it takes is measured and added. `on_status` is told of each change.
    """

    def __init__(
        self, backend: Backend | None, clock: Clock, on_status: Callable[[SoundStatus], None]
    ) -> None:
        self.latency_s: float | None = None
        self._backend = backend
        name = backend.name if backend else ""
        self._usual_latency_s = DEVICE_LATENCY_S.get(name, OTHER_DEVICE_LATENCY_S)
        self._clock = clock
        self._on_status = on_status
        self._status = SoundStatus.STARTING
        self._silent = False
        self._waiting: list[Clip] = []
        self._running: dict[Lane, _Running] = {}
        self._ending: list[Playing] = []
        self._starts_s: deque[float] = deque([_FIRST_GUESS_S], maxlen=_STARTS_REMEMBERED)
        self._one_at_a_time = False

    @property
    def lead_s(self) -> float:
        """How long before it is to be heard a sound is started."""
        latency_s = self._usual_latency_s if self.latency_s is None else self.latency_s
        return median(self._starts_s) + latency_s

    @property
    def is_idle(self) -> bool:
        """Whether nothing plays or waits to."""
        return not (self._waiting or self._running or self._ending)

    def fall_silent(self, *, silent: bool) -> None:
        """Cut all off that plays, and start nothing; or go on from here."""
        self._silent = silent
        if silent:
            for lane in Lane:
                self._stop(lane)

    def add(self, clip: Clip) -> None:
        self._waiting.append(clip)
        self._waiting.sort(key=lambda one: one.due)

    def cancel_after(self, moment: float) -> None:
        """Forget what belongs to later moments, and cut it off where it was started early."""
        self._waiting = [clip for clip in self._waiting if clip.moment <= moment]
        for lane, running in list(self._running.items()):
            if running.clip.moment > moment:
                self._stop(lane)

    def stop_countdown(self) -> None:
        """Cut a countdown off."""
        running = self._running.get(Lane.CUE)
        if running is not None and running.clip.counts_down:
            self._stop(Lane.CUE)

    def silence(self, lane: Lane) -> None:
        """Forget what is waiting in a lane, and cut off what plays there."""
        self._waiting = [clip for clip in self._waiting if clip.lane is not lane]
        self._stop(lane)

    def step(self) -> float | None:
        """Start what is due; give the seconds until the next step, None for none."""
        self._look_after_running()
        for clip in self._take_due():
            self._start(clip)
        waits_s = [_WATCH_S] if self._running or self._ending else []
        if self._waiting:
            starts = self._waiting[0].due - self.lead_s
            waits_s.append(max(0.0, starts - self._clock.monotonic()))
        return min(waits_s, default=None)

    def close(self) -> None:
        """Cut everything off."""
        for lane in Lane:
            self.silence(lane)

    def _take_due(self) -> Iterable[Clip]:
        """Take what is to start now: of several in a lane the last."""
        until = self._clock.monotonic() + self.lead_s
        due = {clip.lane: clip for clip in self._waiting if clip.due <= until}
        self._waiting = [clip for clip in self._waiting if clip.due > until]
        return due.values()

    def _start(self, clip: Clip) -> None:
        began = self._clock.monotonic()
        if self._backend is None or self._silent or began > clip.latest or self._gives_way(clip):
            return
        self._stop(clip.lane)
        try:
            playing = self._backend.start(clip.path)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the backend that broke
            _log.info("%s does not start: %r", self._backend.name, error)
            self._tell(SoundStatus.NO_BACKEND)
            return
        self._starts_s.append(self._clock.monotonic() - began)
        self._running[clip.lane] = _Running(clip, playing, in_company=bool(self._running))

    def _gives_way(self, clip: Clip) -> bool:
        """Where sounds do not mix, a cue cuts speech off, and speech waits for the cue to end."""
        if not self._one_at_a_time:
            return False
        if clip.lane is Lane.CUE:
            self._stop(Lane.VOICE)
            return False
        if Lane.CUE in self._running:
            self.add(replace(clip, due=clip.due + _WATCH_S))
            return True
        return False

    def _stop(self, lane: Lane) -> None:
        running = self._running.pop(lane, None)
        if running is not None:
            running.playing.stop()
            self._ending.append(running.playing)

    def _look_after_running(self) -> None:
        """Let what has ended go, and learn from how it ended."""
        self._ending = [playing for playing in self._ending if playing.exit_code() is None]
        for lane, running in list(self._running.items()):
            code = running.playing.exit_code()
            if code is not None:
                del self._running[lane]
                self._learn(running, failed=code != 0)

    def _learn(self, running: _Running, *, failed: bool) -> None:
        if not failed:
            self._tell(SoundStatus.WORKING)
        elif running.in_company and not self._one_at_a_time:
            _log.info("the device plays one sound at a time: speech gives way to cues")
            self._one_at_a_time = True
        else:
            self._tell(SoundStatus.NO_DEVICE)

    def _tell(self, status: SoundStatus) -> None:
        if status is not self._status:
            self._status = status
            self._on_status(status)
