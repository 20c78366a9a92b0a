"""Play in the window, and measure what of a core that takes: ring, text, engine, cues."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from routine_player.dev.figures import HEAD, Figure, cpu_s
from routine_player.play.clock import SystemClock

_SETTLE_MS: Final = 6_000
_MEASURED_MS: Final = 20_000
_MOST_PERCENT: Final = 8.0
_ROUTINE: Final = """\
routine: Bench
steps:
  - {exercise: front-plank, hold: 60s, prepare: 1s}
  - {exercise: glute-bridge, reps: 30, tempo: 2-1-2}
"""


def measure() -> list[Figure]:
    """Measure in a process of its own: a hold at 1280x800, with sounds and voice handed over."""
    with TemporaryDirectory(prefix="routine-player-") as folder:
        routine = Path(folder) / "bench.yaml"
        routine.write_text(_ROUTINE, encoding="utf-8")
        home = Path(folder) / "home"
        home.mkdir()
        (home / "settings.json").write_text(
            '{"first_start_done": true, "red_flags_read": true}', encoding="utf-8"
        )
        command = [
            sys.executable,
            "-m",
            "routine_player.dev.bench_playing",
            str(home),
            str(routine),
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    percent = float(done.stdout.split()[-1])
    platform = os.environ.get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "-")
    return [
        Figure(
            f"Playing a hold at 1280x800 ({platform}), of one core",
            f"{percent:.1f} %",
            "-",
            percent,
            _MOST_PERCENT,
            "%",
        )
    ]


def _watch(application: QApplication) -> None:
    """Start the session by the key a person would press, let it settle, then measure."""
    from PySide6.QtTest import QTest

    def press() -> None:
        window = application.focusWindow() or application.topLevelWindows()[0]
        QTest.keyClick(window, Qt.Key.Key_Return)

    def begin() -> None:
        clock = SystemClock()
        cpu_before, wall_before = cpu_s(), clock.monotonic()

        def tell() -> None:
            share = (cpu_s() - cpu_before) / (clock.monotonic() - wall_before)
            print(share * 100, flush=True)
            os._exit(0)  # the session is still playing, and closing would ask about it

        QTimer.singleShot(_MEASURED_MS, application, tell)

    QTimer.singleShot(1_500, application, press)
    QTimer.singleShot(_SETTLE_MS, application, begin)


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1


def _play(home: str, routine: str) -> int:
    import runpy

    import PySide6.QtWidgets

    class Watched(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            _watch(self)

    PySide6.QtWidgets.QApplication = Watched
    sys.argv = ["routine-player", "--home", home, "play", routine]
    runpy.run_module("routine_player", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(_play(*sys.argv[1:3]))
