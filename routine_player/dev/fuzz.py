"""Damage every bundled file in thousands of ways, and see that each is told of or plays."""

import argparse
import random
import resource
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from routine_player.core.compilation import compile_timeline
from routine_player.core.problem import Problem, blocks_loading
from routine_player.dev.mutations import damaged
from routine_player.play.clock import SystemClock
from routine_player.store.document import FileKind, open_document
from routine_player.store.exercise_file import ExerciseFile, exercise_of
from routine_player.store.exercise_names import ExerciseNames
from routine_player.store.library import Library
from routine_player.store.movement_file import movement_in
from routine_player.store.routine_file import RoutineFile, routine_of

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 1.0
LARGEST_MIB = 150


@dataclass(slots=True)
class Figures:
    """What a run has shown so far."""

    cases: int = 0
    loaded: int = 0
    problems: int = 0
    slowest_s: float = 0.0


def main(argv: list[str]) -> int:
    """Run the cases, print the figures; 1 if a case broke a promise."""
    parser = argparse.ArgumentParser(prog="routine_player.dev fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="how many (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another one, other cases")
    options = parser.parse_args(argv)
    library = Library.load([ROOT / "routines"], [ROOT / "assets" / "exercises"])
    files = [path.read_bytes() for path in bundled_files(ROOT)]
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    before_mib = _peak_mib()
    figures, broken = run(files, folder / "damaged.yaml", library, options.cases, options.seed)
    if broken is None:
        shutil.rmtree(folder)
    grown_mib = _peak_mib() - before_mib
    print(
        f"{figures.cases} cases of {len(files)} files: {figures.loaded} loaded, "
        f"{figures.problems} problems told, nothing uncaught;\n"
        f"slowest {figures.slowest_s * 1000:.0f} ms, memory grown by {grown_mib:.0f} MiB"
        if broken is None
        else broken
    )
    is_well = broken is None and figures.slowest_s < LONGEST_S and grown_mib < LARGEST_MIB
    return 0 if is_well else 1


def _peak_mib() -> float:
    """The most memory this process ever held, which may have been before the cases."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bundled_files(root: Path) -> list[Path]:
    """List the routines and exercises that come with the program."""
    return sorted((root / "routines").glob("*.yaml")) + sorted(
        (root / "assets" / "exercises").glob("*.yaml")
    )


def run(
    files: Sequence[bytes], path: Path, library: Library, cases: int, seed: int
) -> tuple[Figures, str | None]:
    """Run `cases` cases, writing each to `path`; the text says which one broke a promise."""
    rng = random.Random(seed)  # noqa: S311 - the same seed has to give the same cases
    clock = SystemClock()
    figures = Figures()
    names = ExerciseNames(library.exercises)
    for number in range(cases):
        data = damaged(rng, rng.choice(files), files)
        path.write_bytes(data)
        before = clock.monotonic()
        try:
            file = read_any(path, names)
            complaint = complaint_about(file, data) or complaint_about_pose(file, data)
        except Exception as error:  # noqa: BLE001 - that there is none is what is tested
            complaint = f"{type(error).__name__}: {error}"
        else:
            figures.loaded += not blocks_loading(file.problems)
            figures.problems += len(file.problems)
        if complaint is not None:
            kept = path.with_name(f"fuzz-{seed}-{number}.yaml")
            kept.write_bytes(data)
            return figures, f"case {number} of seed {seed}: {complaint}\nkept as {kept}"
        figures.slowest_s = max(figures.slowest_s, clock.monotonic() - before)
        figures.cases += 1
        if figures.cases % 10_000 == 0:
            print(f"{figures.cases} ...", file=sys.stderr)
    return figures, None


def read_any(path: Path, names: ExerciseNames) -> RoutineFile | ExerciseFile:
    """Read a file as what it says it is; a file that does not tell is read as a routine."""
    document = open_document(path)
    if document.kind is FileKind.EXERCISE:
        return exercise_of(document)
    return routine_of(document, names)


def complaint_about(file: RoutineFile | ExerciseFile, data: bytes) -> str | None:
    """Say which promise a file breaks: each error has a place, and what loads can be played."""
    content = file.routine if isinstance(file, RoutineFile) else file.exercise
    if (content is None) != blocks_loading(file.problems):
        return "it loads with an error, or does not load without one"
    if isinstance(file, RoutineFile) and file.routine is not None:
        compile_timeline(file.routine)
    return _complaint_about_places(file.problems, data)


def complaint_about_pose(file: RoutineFile | ExerciseFile, data: bytes) -> str | None:
    """Say which promise the pose of an exercise that plays breaks: the same as for files."""
    if isinstance(file, RoutineFile) or file.exercise is None or not file.has_pose:
        return None
    reading = movement_in(file.path, file.text)
    if (reading.movement is None) != blocks_loading(reading.problems):
        return "its pose is read with an error, or not read without one"
    return _complaint_about_places(reading.problems, data)


def _complaint_about_places(problems: Sequence[Problem], data: bytes) -> str | None:
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        if not (1 <= problem.line <= lines and problem.column >= 1 and problem.text):
            return f"a problem without a place or a text: {problem}"
        str(problem).encode()
    return None
