"""Measure imports: a long run against what its decoder alone needs, and the window meanwhile."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, cast

import fitdecode

from routine_player.core.instant import Instant
from routine_player.dev.bench_start import screen
from routine_player.dev.example_fit import example_fit
from routine_player.dev.figures import HEAD, Figure, cpu_s, thread_cpu_s
from routine_player.store.history import History
from routine_player.store.history_changes import Saying
from routine_player.store.paths import Places
from routine_player.store.run_import.files import read_paths
from routine_player.store.run_import.found import Manner
from routine_player.store.run_import.intake import Fate, store
from routine_player.store.run_import.zone import Zone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_NOW: Final = Instant.of(1_774_700_000_000, 3600, "Europe/Berlin")
_START_S: Final = 1_750_000_000
_LENGTH_S: Final = 83 * 60
_RUNS: Final = 7
_FILES: Final = 6
_DAY_S: Final = 86_400
_READ: Final = 1.2
_LATE_MS: Final = 50.0
_TURN_MS: Final = 25.0
_OPEN_MS: Final = 1_500
_LOOK_MS: Final = 50


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import in the window, and what it did to it.

    `late_ms` is how late its heartbeat came at the most, `turn_ms` the CPU time of the longest turn
    of its thread, from one event to the next.
    """

    taken: int
    late_ms: float
    turn_ms: float


def measure() -> list[Figure]:
    """Import from the command line's side and in the window."""
    with TemporaryDirectory(prefix="routine-player-") as name:
        folder = Path(name)
        runs = folder / "runs"
        runs.mkdir()
        for number in range(_FILES):
            data = example_fit(_START_S - number * _DAY_S, _LENGTH_S)
            (runs / f"{number}.fit").write_bytes(data)
        return [_reading(runs / "0.fit", folder), *_heartbeat(runs, folder)]


def _reading(path: Path, folder: Path) -> Figure:
    """Read and store a run, again and again in turn with its decoder, each into a new history."""
    ours, floors = list[float](), list[float]()
    for number in range(_RUNS + 1):
        floors.append(_decode_s(path))
        ours.append(_import_s(path, Places(folder / f"home-{number}")))
    ours_s, floor_s = median(ours[1:]), median(floors[1:])
    return Figure(
        "Import of an 83-minute FIT file with a point a second, stored: CPU",
        f"{ours_s * 1000:.0f} ms",
        f"{floor_s * 1000:.0f} ms for fitdecode alone",
        ours_s / floor_s,
        _READ,
    )


def _decode_s(path: Path) -> float:
    begun = cpu_s()
    with cast("Any", fitdecode.FitReader)(str(path)) as reader:
        for _ in reader:
            pass
    return cpu_s() - begun


def _import_s(path: Path, places: Places) -> float:
    places.history.parent.mkdir(parents=True)
    history = History.open(places, _NOW)
    begun = cpu_s()
    fates = [
        line.fate
        for reading in read_paths([path], Manner(_NOW, Zone.of(_NOW)))
        for line in store(history.diary, reading, Saying(_NOW))
    ]
    took_s = cpu_s() - begun
    history.close()
    if fates != [Fate.TAKEN]:
        raise ValueError(f"the run was not taken but {fates}")
    return took_s


def _heartbeat(runs: Path, folder: Path) -> list[Figure]:
    home = folder / "home"
    home.mkdir()
    (home / "settings.json").write_text(
        '{"first_start_done": true, "red_flags_read": true}', encoding="utf-8"
    )
    command = [sys.executable, "-m", "routine_player.dev.bench_import", str(home), str(runs)]
    with screen() as shown:
        environment = dict(shown.environment)
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    found = Imported(**json.loads(done.stdout.splitlines()[-1]))
    if found.taken != _FILES:
        raise ValueError(f"{found.taken} of {_FILES} runs were taken")
    return [
        Figure(
            f"The window while {_FILES} such files are imported: heartbeat, latest",
            f"{found.late_ms:.0f} ms",
            "-",
            found.late_ms,
            _LATE_MS,
            "ms",
        ),
        Figure(
            "The same: the longest turn of its thread, CPU",
            f"{found.turn_ms:.0f} ms",
            "-",
            found.turn_ms,
            _TURN_MS,
            "ms",
        ),
    ]


class _Turns:
    """The longest that one event kept the window's thread, in CPU time."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._depth = 0

    def notify(self, send: Callable[[], bool]) -> bool:
        """Send an event; those that it brings about belong to it."""
        begun_s = thread_cpu_s()
        self._depth += 1
        try:
            return send()
        finally:
            self._depth -= 1
            if not self._depth:
                self.longest_ms = max(self.longest_ms, (thread_cpu_s() - begun_s) * 1000)


def _watch(application: "QApplication", runs: Path, turns: _Turns) -> None:
    """Drop a folder on the window, and count from then until the report stands there."""
    from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
    from PySide6.QtGui import QDropEvent

    from routine_player.dev.heartbeat import Heartbeat
    from routine_player.ui.work.import_sheet import ImportSheet

    def drop() -> None:
        window = application.topLevelWidgets()[0].window()
        heart = Heartbeat(application)
        turns.longest_ms = 0.0
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(runs))])
        buttons, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        action = Qt.DropAction.CopyAction
        window.dropEvent(QDropEvent(QPointF(9, 9), action, data, buttons, plain))
        looks = QTimer(application)

        def look() -> None:
            sheet = window.findChild(ImportSheet)
            if sheet is None or sheet.is_busy or not sheet.report_text:
                return
            taken = sum(f"{number}.fit" in sheet.report_text for number in range(_FILES))
            print(json.dumps(asdict(Imported(taken, heart.late_ms, turns.longest_ms))), flush=True)
            application.quit()

        looks.timeout.connect(look)
        looks.start(_LOOK_MS)

    QTimer.singleShot(_OPEN_MS, application, drop)


def main(argv: Sequence[str]) -> int:
    """Measure and print; 1 if a promise is broken."""
    del argv
    figures = measure()
    print(HEAD, *(figure.row for figure in figures), sep="\n")
    return 0 if all(figure.holds for figure in figures) else 1


def _open(home: str, runs: str) -> int:
    import runpy

    import PySide6.QtWidgets
    from PySide6.QtCore import QEvent, QObject

    plain = PySide6.QtWidgets.QApplication.notify
    turns = _Turns()

    class Watched(PySide6.QtWidgets.QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            _watch(self, Path(runs), turns)

        def notify(self, receiver: QObject, event: QEvent) -> bool:
            return turns.notify(lambda: plain(self, receiver, event))

    PySide6.QtWidgets.QApplication = Watched
    sys.argv = ["routine-player", "--home", home]
    runpy.run_module("routine_player", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(_open(*sys.argv[1:3]))
