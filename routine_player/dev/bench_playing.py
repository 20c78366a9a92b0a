"""Play in the window, and measure what that takes: of a core, of the memory, of the heartbeat."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from routine_player.dev.figures import HEAD, Figure, cpu_s
from routine_player.dev.heartbeat import Heartbeat
from routine_player.play.clock import SystemClock

_PRESS_MS: Final = 1_500
_SETTLE_MS: Final = 9_000
_MEASURED_MS: Final = 20_000
_HOLD_PERCENT: Final = 8.0
_MOST_PERCENT: Final = 12.0
_MOST_MB: Final = 80.0
_MOST_LATE_MS: Final = 50.0
_HOLD: Final = """\
routine: Bench
steps:
  - {exercise: front-plank, hold: 60s, prepare: 1s}
  - {exercise: glute-bridge, reps: 30, tempo: 2-1-2}
"""
_REPS: Final = """\
routine: Bench
steps:
  - {exercise: glute-bridge, reps: 30, tempo: 2-1-2, prepare: 3s}
  - {exercise: front-plank, hold: 60s}
"""
_WITHOUT: Final = _REPS.replace("exercise: glute-bridge", "name: Bridge").replace(
    "exercise: front-plank", "name: Plank"
)
"""The same steps, made up: nobody knows what they look like."""


@dataclass(frozen=True, slots=True)
class Played:
    """What playing took: percent of a core, megabytes held, and the heartbeat's longest delay.

    The heartbeat counts from the first press, so that frames are being drawn meanwhile.
    """

    percent: float
    resident_mb: float
    late_ms: float


def measure() -> list[Figure]:
    """Measure in processes of their own, with sounds and voice handed over."""
    hold = _played(_HOLD, 1280, 800)
    with_figure, without = _played(_REPS, 900, 700), _played(_WITHOUT, 900, 700)
    platform = os.environ.get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "-")
    more_mb = with_figure.resident_mb - without.resident_mb
    reps = f"Playing reps at 900x700 ({platform})"
    return [
        _percent(f"Playing a hold at 1280x800 ({platform}), of one core", hold, _HOLD_PERCENT, "-"),
        _percent(
            f"{reps}, of one core",
            with_figure,
            _MOST_PERCENT,
            f"{without.percent:.1f} % without the figure",
        ),
        Figure(
            f"{reps}: memory of the figure",
            f"{with_figure.resident_mb:.0f} MB",
            f"{without.resident_mb:.0f} MB without the figure",
            more_mb,
            _MOST_MB,
            "MB more",
        ),
        Figure(
            f"{reps}: heartbeat while frames are drawn, latest",
            f"{with_figure.late_ms:.0f} ms",
            f"{without.late_ms:.0f} ms without the figure",
            with_figure.late_ms,
            _MOST_LATE_MS,
            "ms",
        ),
    ]


def _percent(name: str, played: Played, most: float, beside: str) -> Figure:
    return Figure(name, f"{played.percent:.1f} %", beside, played.percent, most, "%")


def _played(text: str, width: int, height: int) -> Played:
    """Play a routine with nothing drawn ahead, in a window of a size."""
    with TemporaryDirectory(prefix="routine-player-") as folder:
        routine = Path(folder) / "bench.yaml"
        routine.write_text(text, encoding="utf-8")
        home = Path(folder) / "home"
        home.mkdir()
        (home / "settings.json").write_text(
            '{"first_start_done": true, "red_flags_read": true, "figure": "moving"}',
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "routine_player.dev.bench_playing"]
        command += [str(home), str(routine), str(width), str(height)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Played(**json.loads(done.stdout.splitlines()[-1]))


def _watch(application: QApplication, width: int, height: int) -> None:
    """Start the session by the key a person would press, let it settle, then measure."""
    from PySide6.QtTest import QTest

    hearts: list[Heartbeat] = []

    def press() -> None:
        window = application.topLevelWidgets()[0].window()
        window.resize(width, height)
        QTest.keyClick(application.focusWindow() or window, Qt.Key.Key_Return)
        QTimer.singleShot(500, application, lambda: hearts.append(Heartbeat(application)))

    def begin() -> None:
        clock = SystemClock()
        cpu_before, wall_before = cpu_s(), clock.monotonic()

        def tell() -> None:
            share = (cpu_s() - cpu_before) / (clock.monotonic() - wall_before)
            played = Played(share * 100, _resident_mb(), hearts[0].late_ms)
            print(json.dumps(asdict(played)), flush=True)
            os._exit(0)  # the session is still playing, and closing would ask about it

        QTimer.singleShot(_MEASURED_MS, application, tell)

    QTimer.singleShot(_PRESS_MS, application, press)
    QTimer.singleShot(_SETTLE_MS, application, begin)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1


def _play(home: str, routine: str, width: str, height: str) -> int:
    import runpy

    import PySide6.QtWidgets

    class Watched(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            _watch(self, int(width), int(height))

    PySide6.QtWidgets.QApplication = Watched
    sys.argv = ["routine-player", "--home", home, "play", routine]
    runpy.run_module("routine_player", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(_play(*sys.argv[1:5]))
