"""Measure the start: until the first painted window, beside a bare window in the same run."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from routine_player.dev.figures import HEAD, Figure
from routine_player.dev.first_paint import PAINTED
from routine_player.play.clock import SystemClock

_RUNS = 11
_WALL, _CPU, _MEMORY = 1.6, 1.8, 2.0


@dataclass(frozen=True, slots=True)
class Start:
    """One start: wall and CPU seconds until the first paint, and the memory held then."""

    wall_s: float
    cpu_s: float
    resident_bytes: int


def measure() -> list[Figure]:
    """Measure the bare window, the first start and Today, in turn, so that all meet the same."""
    with TemporaryDirectory(prefix="routine-player-") as folder:
        lived_in = Path(folder) / "lived-in"
        lived_in.mkdir()
        (lived_in / "settings.json").write_text('{"first_start_done": true}', encoding="utf-8")
        bare: list[Start] = []
        first: list[Start] = []
        today: list[Start] = []
        for run in range(_RUNS + 1):
            starts = (
                _start("bare"),
                _start(str(Path(folder) / f"new-{run}")),
                _start(str(lived_in)),
            )
            if run > 0:  # the first fills the disk's cache
                for kept, start in zip((bare, first, today), starts, strict=True):
                    kept.append(start)
    return [*_figures("First start", first, bare), *_figures("Today", today, bare)]


def _figures(name: str, starts: list[Start], bare: list[Start]) -> list[Figure]:
    wall, floor_wall = (median(one.wall_s for one in many) for many in (starts, bare))
    cpu, floor_cpu = (median(one.cpu_s for one in many) for many in (starts, bare))
    memory, floor_memory = (
        median(one.resident_bytes for one in many) / 1e6 for many in (starts, bare)
    )
    return [
        Figure(
            f"{name}: first painted window, wall",
            f"{wall * 1000:.0f} ms",
            f"{floor_wall * 1000:.0f} ms for a bare window",
            wall / floor_wall,
            _WALL,
        ),
        Figure(
            f"{name}: the same, CPU",
            f"{cpu * 1000:.0f} ms",
            f"{floor_cpu * 1000:.0f} ms",
            cpu / floor_cpu,
            _CPU,
        ),
        Figure(
            f"{name}: memory",
            f"{memory:.0f} MB",
            f"{floor_memory:.0f} MB",
            memory / floor_memory,
            _MEMORY,
        ),
    ]


def _start(what: str) -> Start:
    clock = SystemClock()
    begun = clock.monotonic()
    command = [sys.executable, "-m", "routine_player.dev.first_paint", what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise RuntimeError("a pipe was asked for")
        line = process.stdout.readline()
        wall_s = clock.monotonic() - begun
        process.communicate()
    word, cpu, resident = line.split()
    if word != PAINTED:
        raise ValueError(f"{what} did not paint: {line!r}")
    return Start(wall_s, float(cpu), int(resident))


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1
