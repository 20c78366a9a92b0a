"""The movement of an exercise that is named on the command line, and what is wrong with it."""

from pathlib import Path

from routine_player.figure.authored import AuthoredMovement
from routine_player.store.movement_file import MovementReading, movement_in
from routine_player.store.text_file import TextFile, read_text

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = ROOT / "assets" / "exercises"
FIGURES = ROOT / "assets" / "figures"


def path_of(exercise: str) -> Path:
    """Find the file that a path or the slug of a bundled exercise names."""
    path = Path(exercise)
    return path if path.is_file() else EXERCISES / f"{exercise}.yaml"


def told_movement(path: Path) -> AuthoredMovement | None:
    """Read the movement in a file; None after it was printed why there is none."""
    file = read_text(path)
    if not isinstance(file, TextFile):
        print(file)
        return None
    reading = movement_in(path, file.text)
    for problem in reading.problems:
        print(problem)
    if reading == MovementReading(None, ()):
        print(f"{path} has no `pose:` that can be read. Run: routine-player check {path}")
    return reading.movement
