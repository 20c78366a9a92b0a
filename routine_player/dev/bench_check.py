"""Check 100 routines of 30 steps, beside what libyaml takes to parse the same files."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import yaml

from routine_player.dev.figures import HEAD, Figure, median_s
from routine_player.store.check import check
from routine_player.store.collection import load_collection
from routine_player.store.paths import Places
from routine_player.store.settings import Settings

_FILES = 100
_STEPS = 30
_RATIO = 3.0
_RUNS = 9


def measure() -> list[Figure]:
    """Measure one process that checks all files, and the bare events of the same files."""
    with TemporaryDirectory(prefix="routine-player-") as folder:
        paths = [_routine(Path(folder), number) for number in range(_FILES)]
        exercises = load_collection(Places(Path(folder) / "home"), Settings()).exercises
        problems = check(paths, exercises)
        if problems:
            raise ValueError(f"the files to measure with are not sound: {problems[0]}")
        checked_s = median_s(lambda: check(paths, exercises), _RUNS)
        floor_s = median_s(lambda: [_events(path) for path in paths], _RUNS)
    return [
        Figure(
            f"`check` on {_FILES} routines of {_STEPS} steps",
            f"{checked_s * 1000:.0f} ms",
            f"{floor_s * 1000:.0f} ms for libyaml's events",
            checked_s / floor_s,
            _RATIO,
        )
    ]


def _routine(folder: Path, number: int) -> Path:
    steps = (
        "  - exercise: couch-stretch\n    hold: 30s\n    sides: both\n    sets: 2\n",
        "  - exercise: glute-bridge\n    reps: 12\n    tempo: 2-1-2\n    cue: Ribs down.\n",
        "  - {exercise: bird-dog, hold: 10s, reps: [5, 3, 1], sides: alternate, rest: 20s}\n",
    )
    path = folder / f"routine-{number}.yaml"
    body = "".join(steps[index % len(steps)] for index in range(_STEPS))
    path.write_text(f"routine: Routine {number}\nwhen: any\nsteps:\n{body}", encoding="utf-8")
    return path


def _events(path: Path) -> int:
    parse = cast("Callable[..., Iterator[object]]", yaml.parse)  # pyright: ignore[reportUnknownMemberType] - untyped
    return sum(1 for _ in parse(path.read_bytes(), Loader=yaml.CLoader))


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1
