"""`import`: runs out of files and folders, with a line for each and what became of it."""

import signal
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from routine_player.core.language import tr
from routine_player.core.run import Activity
from routine_player.play.clock import SystemClock
from routine_player.store.history_changes import Saying
from routine_player.store.history_errors import HistoryError
from routine_player.store.run_import.files import read_paths
from routine_player.store.run_import.found import Manner
from routine_player.store.run_import.intake import Fate, ImportLine, store, summary
from routine_player.store.run_import.zone import Zone
from routine_player.terminal.diary import open_history
from routine_player.terminal.report import (
    INTERRUPTED_BY_HAND,
    PROBLEMS,
    print_json,
    refusal,
    say,
)


def import_runs(
    home: Path | None,
    paths: Sequence[str],
    *,
    every_sport: bool,
    in_miles: bool,
    even_deleted: bool,
    as_json: bool,
) -> int:
    """Import files and folders; 1 if any of it failed. The last line counts."""
    now = SystemClock().instant()
    wanted = frozenset(Activity) if every_sport else frozenset({Activity.RUN})
    manner = Manner(now, Zone.of(now), wanted, in_miles)
    saying = Saying(now)
    lines: list[ImportLine] = []
    interrupt = _Interrupt()
    try:
        with open_history(home, now) as history, interrupt:
            for reading in read_paths(map(Path, paths), manner):
                with interrupt.held():
                    told = store(history.diary, reading, saying, even_deleted=even_deleted)
                    lines += told
                    if not as_json:
                        _tell(told)
    except HistoryError as error:
        return refusal(error)
    except KeyboardInterrupt:
        _sum_up(lines, as_json=as_json)
        say(tr("Stopped. What is told above is done, the rest was not read."), error=True)
        return INTERRUPTED_BY_HAND
    _sum_up(lines, as_json=as_json)
    return PROBLEMS if any(line.fate is Fate.FAILED for line in lines) else 0


class _Interrupt:
    """Ctrl-C, which ends an import between two files: what is stored is always told."""

    def __init__(self) -> None:
        self._is_held = False
        self._came = False
        self._is_mine = False

    def __enter__(self) -> None:
        # Whoever had it ignored, as for work in the background, goes on ignoring it.
        self._is_mine = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._is_mine:
            signal.signal(signal.SIGINT, self._take)

    def __exit__(self, *_: object) -> None:
        if self._is_mine:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    @contextmanager
    def held(self) -> Generator[None]:
        """Let what is in here end first."""
        self._is_held = True
        yield
        self._is_held = False
        if self._came:
            raise KeyboardInterrupt

    def _take(self, _number: int, _frame: object) -> None:
        self._came = True
        if not self._is_held:
            raise KeyboardInterrupt


def _sum_up(lines: Sequence[ImportLine], *, as_json: bool) -> None:
    if as_json:
        counted = {fate.value: sum(line.fate is fate for line in lines) for fate in Fate}
        print_json({"lines": [_values(line) for line in lines], **counted})
        return
    if any(line.was_deleted for line in lines):
        say(tr("To take back the runs you deleted: import them with --deleted"))
    say(summary(lines))


def _tell(lines: Sequence[ImportLine]) -> None:
    for line in lines:
        words = f"{line.fate.value:<7}  {line.name}"
        say(tr("{words}: {reason}", words=words, reason=line.reason) if line.reason else words)


def _values(line: ImportLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "fate": line.fate.value,
        "reason": line.reason,
        "run": None if line.run is None else str(line.run),
    }
