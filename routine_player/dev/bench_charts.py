"""Measure the charts of ten years: the database, the first paint, zoom and drag, and the start."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from routine_player.core.instant import Instant
from routine_player.dev.bench_start import Screen, screen, start_once
from routine_player.dev.figures import HEAD, Figure
from routine_player.dev.ten_years import TenYears
from routine_player.play.clock import SystemClock
from routine_player.store.history import History
from routine_player.store.paths import Places

if TYPE_CHECKING:
    from routine_player.ui.charts.plot import Plot

_LAST: Final = date(2026, 3, 28)
_NOW: Final = Instant.of(1_774_700_000_000, 3600, "Europe/Berlin")
_MOST_MB: Final = 30.0
_FIRST_PAINT_MS: Final = 500.0
_FRAME_MS: Final = 1000 / 30
_START: Final = 1.1
_FRAMES: Final = 60
_STARTS: Final = 9
_RUNS: Final = 3
_WIDTH, _HEIGHT = 1192, 800


@dataclass(frozen=True, slots=True)
class Charted:
    """What the charts took, in milliseconds: frames are the slowest of three stretches of time.

    The first paint counts from when the library is loaded: it reads the history, too.
    """

    import_ms: float
    first_paint_ms: float
    drag_ms: float
    zoom_ms: float


def measure() -> list[Figure]:
    """Make ten years, and measure in processes of their own."""
    with TemporaryDirectory(prefix="routine-player-") as name, screen() as shown:
        full, empty = Path(name) / "full", Path(name) / "empty"
        TenYears(_LAST).fill(Places(full))
        empty.mkdir()
        for home in (full, empty):
            (home / "settings.json").write_text('{"first_start_done": true}', encoding="utf-8")
        size_mb = Places(full).history.stat().st_size / 1e6
        command = [sys.executable, "-m", "routine_player.dev.bench_charts", "--child", str(full)]
        charted = [_charted(command, shown) for _ in range(_RUNS)]
        starts = [
            tuple(
                start_once(["--home", str(home)], shown.environment).wall_s
                for home in (full, empty)
            )
            for _ in range(_STARTS + 1)
        ][1:]
    with_s, without_s = (median(one) for one in zip(*starts, strict=True))
    return [
        Figure("Ten years: the history", f"{size_mb:.1f} MB", "-", size_mb, _MOST_MB, "MB"),
        _ms(
            "The same: charts, to the first paint",
            median(one.first_paint_ms for one in charted),
            _FIRST_PAINT_MS,
        ),
        _ms("The same: a frame of a drag", median(one.drag_ms for one in charted), _FRAME_MS),
        _ms("The same: a frame of a zoom", median(one.zoom_ms for one in charted), _FRAME_MS),
        Figure(
            "The same: the start",
            f"{with_s * 1000:.0f} ms",
            f"{without_s * 1000:.0f} ms with an empty history",
            with_s / without_s,
            _START,
        ),
    ]


def _charted(command: Sequence[str], shown: Screen) -> Charted:
    environment = dict(shown.environment)
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return Charted(**json.loads(done.stdout.splitlines()[-1]))


def _ms(name: str, value_ms: float, most_ms: float) -> Figure:
    return Figure(name, f"{value_ms:.0f} ms", "-", value_ms, most_ms, "ms")


def _chart(home: Path) -> Charted:
    """Show the charts of a history, and zoom and drag them."""
    from PySide6.QtWidgets import QApplication

    from routine_player.store.chart_reading import read_records
    from routine_player.store.settings import Motion, Theme
    from routine_player.ui import theme as themes
    from routine_player.ui.icons import Icons

    clock = SystemClock()
    application = QApplication([])
    theme = themes.Theme(application, Icons(Places().icons), Theme.LIGHT, Motion.REDUCED)
    history = History.open(Places(home), _NOW)

    begun = clock.monotonic()
    from routine_player.ui.chart_contents.tips import Speech
    from routine_player.ui.charts.charts_panel import ChartsPanel

    imported = clock.monotonic()
    panel = ChartsPanel(theme)
    panel.resize(_WIDTH, _HEIGHT)
    reading = read_records(history, _LAST)
    records = next(reading)
    if records is None:
        raise ValueError("the first that is read are records")
    panel.show_records(records, Speech(_LAST))
    panel.show()
    application.processEvents()
    painted = clock.monotonic()

    for found in reading:
        records = found or records
    panel.show_records(records, Speech(_LAST))
    application.processEvents()
    drag_ms, zoom_ms = _frames_ms(panel.plots[0], records.last)
    history.close()
    return Charted((imported - begun) * 1000, (painted - imported) * 1000, drag_ms, zoom_ms)


def _frames_ms(plot: "Plot", last: float) -> tuple[float, float]:
    """Drag and zoom a season, a year and all there is; give the slowest of each."""
    drags: list[float] = []
    zooms: list[float] = []
    for days in (90, 366, 3650):
        plot.show_stretch(last - days - 30, last - 30)

        def drag(by: float = days / 200) -> None:
            first, last = plot.stretch
            plot.show_stretch(first - by, last - by)

        drags.append(_frame_ms(drag, plot.viewport().repaint))
        zooms.append(_frame_ms(lambda: plot.zoom(1.005), plot.viewport().repaint))
    return max(drags), max(zooms)


def _frame_ms(move: Callable[[], None], paint: Callable[[], object]) -> float:
    """Give the median time of a frame, in milliseconds."""
    clock = SystemClock()
    took: list[float] = []
    for _ in range(_FRAMES):
        begun = clock.monotonic()
        move()
        paint()
        took.append((clock.monotonic() - begun) * 1000)
    return median(took)


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    if argv[:1] == ["--child"]:
        print(json.dumps(asdict(_chart(Path(argv[1])))))
        return 0
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
