"""Measure the start: until the first painted window, beside a bare window in the same run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from routine_player.dev.figures import HEAD, Figure
from routine_player.dev.first_paint import BARE, PAINTED
from routine_player.play.clock import SystemClock

_RUNS: Final = 15
_WALL, _CPU, _MEMORY = 1.6, 1.8, 2.0


@dataclass(frozen=True, slots=True)
class Start:
    """One start: wall and CPU seconds until the first paint, and the memory held then."""

    wall_s: float
    cpu_s: float
    resident_bytes: int


@dataclass(frozen=True, slots=True)
class Screen:
    """Where windows are shown: what Qt calls it, and the environment that leads there."""

    platform: str
    environment: Mapping[str, str]


def measure() -> list[Figure]:
    """Measure the bare window, the first start and Today, in turn, so that all meet the same."""
    with TemporaryDirectory(prefix="routine-player-") as name, screen() as shown:
        folder = Path(name)
        environment = {**shown.environment, **_compiled(folder)}
        today = folder / "today"
        today.mkdir()
        (today / "settings.json").write_text('{"first_start_done": true}', encoding="utf-8")
        rounds: list[tuple[Start, Start, Start]] = []
        for number in range(_RUNS + 1):
            new = folder / f"new-{number}"
            rounds.append(
                (
                    start_once([BARE], environment),
                    start_once(["--home", str(new)], environment),
                    start_once(["--home", str(today)], environment),
                )
            )
    # The first round compiles every module and fills the disk's cache.
    bare, first, lived_in = zip(*rounds[1:], strict=True)
    return [
        *figures_of(f"First start ({shown.platform})", first, bare),
        *figures_of(f"Today ({shown.platform})", lived_in, bare),
    ]


def _compiled(folder: Path) -> Mapping[str, str]:
    """Have Python keep what it compiles, as an installed program has it compiled already."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


@contextmanager
def screen() -> Generator[Screen]:
    """Find a display, else make a virtual one, else do without."""
    ours = dict(os.environ)
    chosen = ours.get("QT_QPA_PLATFORM")
    server = shutil.which("Xvfb")
    if chosen or ours.get("DISPLAY"):
        yield Screen(chosen or "xcb", ours)
    elif server is None:
        yield Screen("offscreen", {**ours, "QT_QPA_PLATFORM": "offscreen"})
    else:
        command = [server, "-displayfd", "1", "-screen", "0", "1920x1080x24"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as virtual:
            try:
                yield Screen("xcb", {**ours, "DISPLAY": f":{_first_line(virtual).strip()}"})
            finally:
                virtual.terminate()


def _first_line(process: subprocess.Popen[str]) -> str:
    if process.stdout is None:
        raise RuntimeError("a pipe was asked for")
    return process.stdout.readline()


def start_once(words: Sequence[str], environment: Mapping[str, str]) -> Start:
    """Start a program of `first_paint` in a process of its own; ValueError if it paints nothing."""
    clock = SystemClock()
    begun = clock.monotonic()
    command = [sys.executable, "-m", "routine_player.dev.first_paint", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        line = _first_line(process)
        wall_s = clock.monotonic() - begun
    word, cpu, resident = line.split() if line else ("nothing", "", "")
    if word != PAINTED:
        raise ValueError(f"{words} did not paint: {line!r}")
    return Start(wall_s, float(cpu), int(resident))


def figures_of(name: str, starts: Sequence[Start], bare: Sequence[Start]) -> list[Figure]:
    """Hold the medians of some starts against those of the bare window."""
    wall, floor_wall = (median(one.wall_s for one in many) * 1000 for many in (starts, bare))
    cpu, floor_cpu = (median(one.cpu_s for one in many) * 1000 for many in (starts, bare))
    memory, floor_memory = (
        median(one.resident_bytes for one in many) / 1e6 for many in (starts, bare)
    )
    return [
        _beside(f"{name}: to the first painted window", wall, floor_wall, "ms", _WALL),
        _beside(f"{name}: the same, CPU", cpu, floor_cpu, "ms", _CPU),
        _beside(f"{name}: memory then", memory, floor_memory, "MB", _MEMORY),
    ]


def _beside(name: str, value: float, floor: float, unit: str, limit: float) -> Figure:
    floor_words = f"{floor:.0f} {unit} for a bare window"
    return Figure(name, f"{value:.0f} {unit}", floor_words, value / floor, limit)


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1
