"""Draws the stills that come with the program, by the process that draws figures for the window."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from routine_player.ui.figure.sheet_note import STILL_SIZE

STILL_SUFFIXES: Final = (".webp", ".note")
"""A still is a picture and the note of what is painted under it."""

_WORKER: Final = "routine_player.app.figure_worker"
_ENDS: Final = ("done", "failed")


def draw_stills(
    wanted: Mapping[Path, Path], *, is_far: bool = False, solutions: Path | None = None
) -> list[str]:
    """Draw a still of each exercise file to the path beside it; give what could not be drawn.

    `is_far` is the other side, seen from the same place. What was solved already lies in the folder
    `solutions`, or beside the still.
    """
    if not wanted:
        return []
    orders = [
        {
            "exercise": str(exercise),
            "product": "still",
            "width": STILL_SIZE[0],
            "height": STILL_SIZE[1],
            "path": str(path),
            "is_far": is_far,
            "solution": str((solutions or path.parent) / f"{exercise.stem}.json"),
        }
        for exercise, path in wanted.items()
    ]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", _WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as worker:
        if worker.stdin is None or worker.stdout is None:
            raise TypeError("the process was started without pipes")
        worker.stdin.write(json.dumps(orders).encode() + b"\n")
        worker.stdin.flush()
        failures = _failures(worker.stdout, {str(path) for path in wanted.values()})
        worker.stdin.close()
    return failures


def _failures(replies: Iterable[bytes], waiting: set[str]) -> list[str]:
    """Follow replies until none of the paths is `waiting`; give what could not be drawn."""
    failures: list[str] = []
    for line in replies:
        reply = json.loads(line)
        if reply["word"] in _ENDS:
            waiting.discard(reply["path"])
        if reply["word"] == "failed":
            failures.append(f"{reply['path']}: {reply['reason']}")
        if not waiting:
            break
    return failures + [f"{path}: the process ended too early" for path in sorted(waiting)]
