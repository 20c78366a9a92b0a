"""Have every bundled figure drawn as the player has it drawn, and measure how long that takes."""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import IO, Final

import numpy as np
from PySide6.QtCore import QSize

from routine_player.dev.exercise_pose import EXERCISES, FIGURES
from routine_player.dev.figures import HEAD, Figure, median_s
from routine_player.dev.solve import posed_in
from routine_player.play.clock import SystemClock
from routine_player.ui.figure.sheet import read_sheet
from routine_player.ui.figure.sheet_picture import SHEET_SUFFIX, read_picture

_LARGE: Final = (960, 720)
_STAGE: Final = (832, 384)
"""What the player asks for in a window of 1280x800."""
_FRAMES: Final = 24
_FEW: Final = 6
_MOST_S: Final = 2.5
_MOST_FEW_S: Final = 0.8
_MOST_CACHED_MS: Final = 60.0
_MOST_FOLDER_MB: Final = 4.0
_READS: Final = 5
_WORKER: Final = (sys.executable, "-m", "routine_player.app.figure_worker")


@dataclass(frozen=True, slots=True)
class Subject:
    """An exercise whose figure is to be drawn, and where its solution may lie."""

    slug: str
    exercise: Path
    solution: Path


@dataclass(frozen=True, slots=True)
class Drawn:
    """How long one figure took from its solved movement: to the first frames, and to all."""

    slug: str
    few_s: float
    all_s: float
    sheet: Path


class DrawingFailedError(Exception):
    """A figure that could not be drawn, so that there is nothing to measure."""


def measure(only: Sequence[str] = ()) -> list[Figure]:
    """Measure over all bundled exercises that have a pose, or those named `only`."""
    subjects = [
        Subject(one.slug, one.exercise, one.solution)
        for one in posed_in(EXERCISES, FIGURES)
        if not only or one.slug in only
    ]
    with TemporaryDirectory(prefix="routine-player-") as name:
        large = draw(subjects, _LARGE, Path(name) / "large")
        shown = draw(subjects, _STAGE, Path(name) / "shown")
        return [
            *of_drawing(large, f"at {_LARGE[0]}x{_LARGE[1]}", _LARGE),
            *of_drawing(shown, "as large as in a window of 1280x800", _STAGE),
            *_reading(shown),
            _folder(),
        ]


def draw(subjects: Sequence[Subject], size: tuple[int, int], folder: Path) -> list[Drawn]:
    """Have figures drawn one after the other by a process as the player starts it."""
    with _worker() as (orders, replies):
        return [_one(subject, size, folder, orders, replies) for subject in subjects]


@contextmanager
def _worker() -> Generator[tuple[IO[bytes], IO[bytes]]]:
    """Start the process that draws, and let it end afterwards."""
    alone = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | alone
    with subprocess.Popen(
        _WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as worker:
        if worker.stdin is None or worker.stdout is None:
            raise TypeError("the process was started without pipes")
        try:
            yield worker.stdin, worker.stdout
        finally:
            worker.stdin.close()


def _one(
    subject: Subject,
    size: tuple[int, int],
    folder: Path,
    orders: IO[bytes],
    replies: IO[bytes],
) -> Drawn:
    """Time one figure. The first word comes when its movement is solved, or read."""
    sheet = folder / f"{subject.slug}{SHEET_SUFFIX}"
    order = {
        "exercise": str(subject.exercise),
        "product": "sheet",
        "width": size[0],
        "height": size[1],
        "path": str(sheet),
        "partly_path": str(sheet.with_stem(f"{subject.slug}-few")),
        "solution": str(subject.solution),
        "keep": str(folder.parent),
    }
    orders.write(json.dumps([order]).encode() + b"\n")
    orders.flush()
    clock = SystemClock()
    came_s: dict[str, float] = {}
    for line in replies:
        reply = json.loads(line)
        if reply["word"] == "failed":
            raise DrawingFailedError(f"{subject.slug}: {reply['reason']}")
        came_s.setdefault(reply["word"], clock.monotonic())
        if reply["word"] == "done":
            begun_s = came_s["working"]
            few_s, all_s = came_s["partly"] - begun_s, came_s["done"] - begun_s
            return Drawn(subject.slug, few_s, all_s, sheet)
    raise DrawingFailedError(f"{subject.slug}: the process ended too early")


def of_drawing(drawn: Sequence[Drawn], where: str, size: tuple[int, int]) -> list[Figure]:
    """Hold what drawing took against what was promised."""
    blending_s = median_s(lambda: _blend(size), _READS)
    return [
        figure
        for what, count, most_s, took in (
            (f"All {_FRAMES} frames and the breath", _FRAMES, _MOST_S, [d.all_s for d in drawn]),
            (f"The first {_FEW} frames", _FEW, _MOST_FEW_S, [d.few_s for d in drawn]),
        )
        for figure in _worst_and_median(
            f"{what} of a figure, {where}",
            dict(zip([one.slug for one in drawn], took, strict=True)),
            (f"{count * blending_s:.2f} s to blend as many pictures", most_s),
        )
    ]


def _worst_and_median(
    name: str, took_s: dict[str, float], promise: tuple[str, float]
) -> list[Figure]:
    beside, most_s = promise
    worst = max(took_s, key=lambda slug: took_s[slug])
    middle = median(took_s.values())
    return [
        Figure(
            f"{name}, worst of {len(took_s)}",
            f"{took_s[worst]:.2f} s ({worst})",
            beside,
            took_s[worst],
            most_s,
            "s",
        ),
        Figure(f"{name}, median", f"{middle:.2f} s", beside, middle, most_s, "s"),
    ]


def _blend(size: tuple[int, int]) -> None:
    """Lay one plain picture over another: what any drawing costs at the least."""
    lower, upper = (np.full((size[1], size[0], 4), value, np.float32) for value in (40, 200))
    lower *= 1 - upper[..., 3:] / 255
    lower += upper
    lower.astype(np.uint8)


def _reading(drawn: Sequence[Drawn]) -> list[Figure]:
    """Time reading sheets from the disk, ready to be painted on their stage."""
    room = QSize(*_STAGE)
    took_ms = {
        one.slug: 1000 * median_s(lambda sheet=one.sheet: read_sheet(sheet, room), _READS)
        for one in drawn
    }
    worst = max(took_ms, key=lambda slug: took_ms[slug])
    sheet = next(one.sheet for one in drawn if one.slug == worst)
    plain_ms = 1000 * median_s(lambda: read_picture(sheet), _READS)
    beside = f"{plain_ms:.0f} ms to decode the worst"
    name = "A figure from the cache, as large as in a window of 1280x800"
    middle_ms = median(took_ms.values())
    return [
        Figure(
            f"{name}, worst of {len(took_ms)}",
            f"{took_ms[worst]:.0f} ms ({worst})",
            beside,
            took_ms[worst],
            _MOST_CACHED_MS,
            "ms",
        ),
        Figure(f"{name}, median", f"{middle_ms:.0f} ms", beside, middle_ms, _MOST_CACHED_MS, "ms"),
    ]


def _folder() -> Figure:
    """Weigh what the program brings along."""
    files = [path for path in FIGURES.rglob("*") if path.is_file()]
    size_mb = sum(path.stat().st_size for path in files) / 1e6
    value = f"{size_mb:.2f} MB in {len(files)} files"
    name = "Solutions and stills of assets/figures"
    return Figure(name, value, "-", size_mb, _MOST_FOLDER_MB, "MB")


def main(argv: Sequence[str]) -> int:
    """Measure and print, all or the exercises named; 1 if a promise is broken."""
    figures = measure(argv)
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1
