"""Measure every promised figure, each beside its floor in the same run; `--write` keeps them."""

import argparse
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path

from routine_player.core.compilation import compile_timeline
from routine_player.dev import (
    bench_charts,
    bench_check,
    bench_cues,
    bench_engine,
    bench_figures,
    bench_import,
    bench_playing,
    bench_start,
)
from routine_player.dev.figures import HEAD, Figure
from routine_player.play.clock import SystemClock
from routine_player.store.library import Library
from routine_player.store.paths import Places

_MINUTE_S = 60.0
_PAGE = Path("BENCHMARKS.md")
_INTRODUCTION = """\
# Benchmarks

Medians of several runs, each beside a floor that was measured in the same run on the same computer,
because a ratio says more than seconds do. Made by

```sh
.venv/bin/python -m routine_player.dev bench --write
```

on {day}: Python {python}, {machine}, {display}. The cues play in real time, so the whole takes a
quarter of an hour; `--quick` leaves them out.
"""

_NOTES = "\n## Notes\n"

Measure = Callable[[], list[Figure]]


def main(argv: Sequence[str]) -> int:
    """Measure, print, and keep if asked; 1 if a promise is broken."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write BENCHMARKS.md")
    parser.add_argument("--quick", action="store_true", help="leave the cues out")
    options = parser.parse_args(argv)
    parts: list[Measure] = [
        bench_start.measure,
        bench_engine.measure,
        bench_check.measure,
        bench_playing.measure,
        bench_charts.measure,
        bench_import.measure,
        bench_figures.measure,
    ]
    if not options.quick:
        parts.append(_cues)
    print(HEAD, flush=True)
    figures: list[Figure] = []
    for part in parts:
        for figure in part():
            print(figure.row, flush=True)
            figures.append(figure)
    if options.write:
        kept = notes_of(_PAGE.read_text(encoding="utf-8")) if _PAGE.exists() else ""
        _PAGE.write_text(_page(figures) + kept, encoding="utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


def _cues() -> list[Figure]:
    """Play the ten-minute warm-up in real time, and hold where its cues land against the plan."""
    places = Places()
    library = Library.load([places.bundled_routines], [places.bundled_exercises])
    file = library.routine(bench_cues.ROUTINE)
    if file is None or file.routine is None:
        raise ValueError(f"there is no routine {bench_cues.ROUTINE} to measure with")
    timeline = compile_timeline(file.routine)
    found = bench_cues.measure_cues(timeline)
    floor = bench_cues.Spread.of(found.floor_ms)
    beside = "-" if floor is None else f"aplay alone: {floor.p50_ms:.1f} / {floor.p95_ms:.1f} ms"
    figures: list[Figure] = []
    for words, spread in (
        ("all", found.spread()),
        ("first minute", found.spread(0.0, _MINUTE_S)),
        ("last minute", found.spread(timeline.duration_s - _MINUTE_S)),
    ):
        if spread is None:
            raise ValueError(f"too few cues were heard: {words}")
        for name, off_ms, most_ms in (
            ("p50", spread.p50_ms, bench_cues.P50_MS),
            ("p95", spread.p95_ms, bench_cues.P95_MS),
        ):
            what = f"Cues of a 10-minute warm-up against the plan, {words}, {name}"
            value = f"{off_ms:.1f} ms ({spread.count} cues)"
            figures.append(Figure(what, value, beside, off_ms, most_ms, "ms"))
    lost = float(len(found.lost))
    figures.append(Figure("The same: cues that were not heard", f"{lost:g}", "-", lost, 0.0, ""))
    return figures


def _display() -> str:
    """Name what windows are shown on."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"]
    return "X11 (xcb)" if os.environ.get("DISPLAY") else "no display"


def _page(figures: Sequence[Figure]) -> str:
    introduction = _INTRODUCTION.format(
        day=SystemClock().instant().local_date.isoformat(),
        python=platform.python_version(),
        machine=f"{platform.system()} on {platform.machine()}",
        display=_display(),
    )
    return "\n".join([introduction, HEAD, *(figure.row for figure in figures), ""])


def notes_of(page: str) -> str:
    """Give what was written by hand under the table of an earlier page."""
    return page[page.index(_NOTES) :] if _NOTES in page else ""
