"""What is wrong with a pose once it is solved: angles, contacts and reaches that do not come true.

Solving loads numpy and takes a third of a second: this is for the checker, not for a start.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.figure.authored import AuthoredMovement, Place
from routine_player.figure.checks import findings_of
from routine_player.figure.movement import Movement
from routine_player.figure.solution import pose_hash
from routine_player.figure.solving import solve_movement
from routine_player.store.solutions import solution_values

_START = Place(1, 1)

Solve = Callable[[AuthoredMovement], Movement]


def solved_problems(
    path: Path, movement: AuthoredMovement, solutions: Path, solve: Solve = solve_movement
) -> tuple[Problem, ...]:
    """Solve a movement and tell what does not hold, as warnings at their places.

    One that comes solved with the program, in the folder `solutions`, was measured when it was
    made and is not solved again.
    """
    shipped = solution_values(solutions / f"{path.stem}.json")
    if shipped is not None and shipped.get("hash") == pose_hash(movement):
        return ()
    try:
        findings = findings_of(solve(movement))
    except (ArithmeticError, LookupError, ValueError, np.linalg.LinAlgError) as error:
        text = tr("This pose cannot be solved: {reason}.", reason=error)
        return (_problem(path, movement.keyframes[0].place, text),)
    places = {keyframe.name: keyframe.place for keyframe in movement.keyframes}
    return tuple(
        _problem(path, finding.place or places.get(finding.keyframe), _capital(finding.text))
        for finding in findings
    )


def _problem(path: Path, place: Place | None, text: str) -> Problem:
    line, column = (place or _START).line, (place or _START).column
    return Problem(str(path), line, column, Severity.WARNING, text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
