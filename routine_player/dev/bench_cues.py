"""Play a routine in real time, and measure where its cues land."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Event
from typing import Final

from routine_player.core.compilation import compile_timeline
from routine_player.core.cues import Sound
from routine_player.core.phrases import VoiceLevel
from routine_player.core.session import Command, Session, State
from routine_player.core.timeline import Timeline
from routine_player.dev.sound_trap import Catch, SoundTrap, sound_trap
from routine_player.play.cache_folder import CacheFolder
from routine_player.play.clock import SystemClock
from routine_player.play.cueing import CueFeed, CueWishes
from routine_player.play.driver import Driver
from routine_player.play.sound import SoundPlayer
from routine_player.play.volume import VolumeRack
from routine_player.store.library import Library
from routine_player.store.paths import Places

ROUTINE: Final = "ten-minute-warm-up"
P50_MS: Final = 15.0
P95_MS: Final = 40.0

_MINUTE_S = 60.0
_FAR_S = 0.5  # a catch further than this from a cue is not that cue
_FLOOR_RUNS = 40
_FLOOR_EVERY_S = 0.1
_WARM_S = 1.5
_AFTER_S = 1.0


@dataclass(frozen=True, slots=True)
class Landing:
    """A cue that was heard: when it was due in its session, and how much later it landed."""

    sound: Sound
    due_s: float
    late_ms: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How far off a number of landings were, in milliseconds; `bias_ms` is above 0 for late."""

    count: int
    p50_ms: float
    p95_ms: float
    worst_ms: float
    bias_ms: float

    @classmethod
    def of(cls, late_ms: Sequence[float]) -> "Spread | None":
        """None for fewer than two."""
        off = sorted(abs(late) for late in late_ms)
        if len(off) < 2:  # noqa: PLR2004 - what a quantile needs
            return None
        p95 = quantiles(off, n=20, method="inclusive")[-1]
        return cls(len(off), median(off), p95, off[-1], median(late_ms))

    def __str__(self) -> str:
        return (
            f"p50 {self.p50_ms:5.1f} ms   p95 {self.p95_ms:5.1f} ms   worst {self.worst_ms:5.1f} ms"
            f"   bias {self.bias_ms:+5.1f} ms   of {self.count}"
        )


@dataclass(frozen=True, slots=True)
class CueFigures:
    """Where the cues of one session landed. `floor_ms` is what aplay alone takes to start."""

    landings: tuple[Landing, ...]
    lost: tuple[tuple[Sound, float], ...]
    strays: int
    floor_ms: tuple[float, ...]

    def spread(self, first_s: float = 0.0, last_s: float = float("inf")) -> Spread | None:
        """The spread of the cues that were due between two times of the session."""
        return Spread.of([one.late_ms for one in self.landings if first_s <= one.due_s <= last_s])

    @property
    def is_met(self) -> bool:
        """Whether the landings are as exact as they are meant to be, and none is missing."""
        spread = self.spread()
        if spread is None or self.lost:
            return False
        return spread.p50_ms <= P50_MS and spread.p95_ms <= P95_MS


@dataclass(frozen=True, slots=True)
class _Notebook:
    """Passes cues on to the player, and notes what is to be heard when."""

    player: SoundPlayer
    planned: dict[float, Sound] = field(default_factory=dict)

    def cue(self, sound: Sound, due: float) -> None:
        self.planned[due] = sound  # of two for one moment the later wins
        self.player.cue(sound, due)

    def cancel_after(self, moment: float) -> None:
        for due in [due for due in self.planned if due > moment]:
            del self.planned[due]
        self.player.cancel_after(moment)

    def stop_countdown(self) -> None:
        self.player.stop_countdown()


class _Silent:
    """A voice that says nothing."""

    def say(self, phrases: Sequence[object]) -> None: ...

    def cancel_after(self, moment: float) -> None: ...

    def hush(self) -> None: ...


def measure_cues(timeline: Timeline, seconds: float | None = None) -> CueFigures:
    """Play `timeline` in real time, or `seconds` of it, and measure where its cues land.

    Needs aplay. The speech is left out: it may begin a little late, and nobody would notice.
    """
    with sound_trap() as trap, TemporaryDirectory(prefix="routine-player-") as cache:
        floor_ms = _floor_ms(trap)
        clock = SystemClock()
        rack = VolumeRack(CacheFolder(Path(cache), sys.maxsize))
        player = SoundPlayer(clock, Places().sounds, rack)
        player.start()
        Event().wait(_WARM_S)  # the backend is found, and the sounds are ready
        notebook = _Notebook(player)
        zero = _play(timeline, clock, notebook, seconds)
        player.close()
        return figures_of(notebook.planned, trap.take(_AFTER_S), zero, floor_ms)


def _play(
    timeline: Timeline, clock: SystemClock, notebook: _Notebook, seconds: float | None
) -> float:
    """Play as the terminal does; give when the session began."""
    wishes = CueWishes(voice=VoiceLevel.OFF)
    session = Session(timeline)
    driver = Driver(
        session,
        clock,
        cueing=lambda session, time: CueFeed(session, time, notebook, _Silent(), wishes),
    )
    driver.command(Command.START)
    until_s = float("inf") if seconds is None else seconds
    rest = Event()
    while (wait_s := driver.wake_in_s()) is not None and driver.now_s < until_s:
        rest.wait(wait_s)
        driver.tick()
        if session.state is State.RUNNING and session.deadline is None:
            driver.command(Command.DONE)
    notebook.cancel_after(clock.monotonic())
    rest.wait(_AFTER_S)
    return driver.time.zero


def figures_of(
    planned: Mapping[float, Sound],
    caught: list[Catch],
    zero: float,
    floor_ms: tuple[float, ...],
) -> CueFigures:
    """Give each cue the catch that is nearest to it."""
    left = sorted(one.at for one in caught)
    landings: list[Landing] = []
    lost: list[tuple[Sound, float]] = []
    for due, sound in sorted(planned.items()):
        near = min(left, key=lambda at: abs(at - due), default=None)
        if near is None or abs(near - due) > _FAR_S:
            lost.append((sound, due - zero))
            continue
        left.remove(near)
        landings.append(Landing(sound, due - zero, (near - due) * 1000))
    return CueFigures(tuple(landings), tuple(lost), len(left), floor_ms)


def _floor_ms(trap: SoundTrap) -> tuple[float, ...]:
    """Start aplay, and nothing else, several times: how long until its first byte."""
    aplay, clock, rest = shutil.which("aplay") or "aplay", SystemClock(), Event()
    sound = str(Places().sounds / f"{Sound.REP_UP}.wav")
    took_ms: list[float] = []
    for _ in range(_FLOOR_RUNS):
        began = clock.monotonic()
        subprocess.run([aplay, "--quiet", sound], check=True)
        took_ms += [(one.at - began) * 1000 for one in trap.take(_AFTER_S)]
        rest.wait(_FLOOR_EVERY_S)
    return tuple(took_ms)


def report(figures: CueFigures, length_s: float) -> list[str]:
    """Say the figures in lines."""
    floor = Spread.of(figures.floor_ms)
    parts = {
        "all": figures.spread(),
        "first minute": figures.spread(0.0, _MINUTE_S),
        "last minute": figures.spread(length_s - _MINUTE_S),
        "aplay alone": floor,
    }
    lines = [f"{name:<14}{spread or 'too few'}" for name, spread in parts.items()]
    lines += [f"lost: {sound} at {due_s:.3f} s" for sound, due_s in figures.lost]
    lines.append(f"heard beside the plan: {figures.strays}")
    return lines


def main(argv: Sequence[str]) -> int:
    """Measure and print: 0 if the cues land as they are meant to, 1 if not, 2 without aplay."""
    parser = argparse.ArgumentParser(prog="bench_cues", description=__doc__)
    parser.add_argument("--routine", default=ROUTINE, metavar="SLUG")
    parser.add_argument("--seconds", type=float, help="so much of it, for a trial")
    options = parser.parse_args(argv)
    if shutil.which("aplay") is None or not hasattr(os, "mkfifo"):
        print("This needs aplay and a named pipe: apt install alsa-utils", file=sys.stderr)
        return 2
    places = Places()
    library = Library.load([places.bundled_routines], [places.bundled_exercises])
    found = library.routine(options.routine)
    if found is None or found.routine is None:
        print(f"There is no routine {options.routine!r} to play.", file=sys.stderr)
        return 2
    timeline = compile_timeline(found.routine)
    length_s = timeline.duration_s if options.seconds is None else options.seconds
    print(f"{found.routine.name}, {length_s:.0f} s in real time")
    figures = measure_cues(timeline, options.seconds)
    print("\n".join(report(figures, length_s)))
    print(f"meant: p50 <= {P50_MS:g} ms, p95 <= {P95_MS:g} ms: {'yes' if figures.is_met else 'NO'}")
    return 0 if figures.is_met else 1
