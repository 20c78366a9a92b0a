"""Solved movements on disk: those that come with the program, and those of a person's own poses.

They save the time of solving and nothing else, so a file that is damaged, or belongs to what a pose
was before, is as good as none. Reading one loads numpy: that is for who draws, not for a start.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.movement import Movement
from routine_player.figure.solution import SolutionError, movement_from, movement_values

_MOST_BYTES = 1_000_000


def read_solution(path: Path, authored: AuthoredMovement) -> Movement | None:
    """Read what `authored` was solved to; None where that is not in the file."""
    values = solution_values(path)
    if values is None:
        return None
    try:
        return movement_from(authored, values)
    except SolutionError:
        return None


def solution_values(path: Path) -> dict[str, Any] | None:
    """Read the plain values of a solution, of whatever pose; None where there are none."""
    try:
        with path.open("rb") as file:
            values: object = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", values) if isinstance(values, dict) else None


def write_solution(path: Path, movement: Movement) -> None:
    """Write a solved movement, all or nothing. OSError where that fails."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(solution_text(movement), encoding="ascii")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def solution_text(movement: Movement) -> str:
    """Give a solved movement as a line of JSON."""
    return json.dumps(movement_values(movement), separators=(",", ":")) + "\n"
