"""Movements in exercise files: apart from the exercises, for each plays without the other.

An exercise whose `pose:` has mistakes loads and plays, with a plain card in place of the figure;
so these problems are errors of the movement, told by the checker, and not of the exercise.
"""

from dataclasses import dataclass
from pathlib import Path

from routine_player.core.choices import Position
from routine_player.core.problem import Problem
from routine_player.figure.authored import AuthoredMovement
from routine_player.store.declaration import POSE_KEY
from routine_player.store.document import Document, FileKind, document_of
from routine_player.store.findings import Findings
from routine_player.store.pose_reader import read_pose
from routine_player.store.yaml_events import Mapping, Scalar


@dataclass(frozen=True, slots=True)
class MovementReading:
    """A movement, or all that is wrong with it; neither where a file says nothing of one."""

    movement: AuthoredMovement | None
    problems: tuple[Problem, ...]


def movement_in(path: Path, text: str) -> MovementReading:
    """Read the movement in the text of the exercise file at `path`."""
    return movement_of(document_of(path, text))


def movement_of(document: Document) -> MovementReading:
    """Read the movement in a document."""
    root = document.root
    if root is None or document.kind is not FileKind.EXERCISE or POSE_KEY not in root.entries:
        return MovementReading(None, ())
    findings = Findings(document.findings.file, document.text)
    movement = read_pose(root.entries[POSE_KEY][1], _position(root), findings)
    return MovementReading(movement, findings.problems)


def _position(root: Mapping) -> Position | None:
    """Give the position of the exercise; None for a bad one, which is told of with the exercise."""
    entry = root.entries.get("position")
    text = entry[1].text if entry is not None and isinstance(entry[1], Scalar) else ""
    return next((position for position in Position if position.value == text), None)
