"""Solve the poses of bundled exercises that changed, and draw their stills: into assets/figures."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from routine_player.dev.exercise_pose import EXERCISES, FIGURES
from routine_player.dev.movement_checks import broken
from routine_player.dev.stills import STILL_SUFFIXES, draw_stills
from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.mannequin import Wardrobe
from routine_player.figure.solution import pose_hash
from routine_player.figure.solving import solve_movement
from routine_player.play.clock import SystemClock
from routine_player.store.exercise_file import read_exercise
from routine_player.store.folders import files_in
from routine_player.store.solutions import read_solution, solution_values, write_solution

MOST_FOLDER_BYTES = 4_000_000
MOST_STILL_BYTES = 24_000


@dataclass(frozen=True, slots=True)
class Posed:
    """An exercise with a pose, and where what is made of it lies."""

    exercise: Path
    slug: str
    movement: AuthoredMovement
    figures: Path

    @property
    def solution(self) -> Path:
        return self.figures / f"{self.slug}.json"

    @property
    def is_solved(self) -> bool:
        """Whether the solution on disk is that of the pose as it is now, told by its hash."""
        values = solution_values(self.solution)
        return values is not None and values.get("hash") == pose_hash(self.movement)

    @property
    def has_still(self) -> bool:
        return all(self._named(suffix).is_file() for suffix in STILL_SUFFIXES)

    def drop_still(self) -> None:
        """Take away the still of what the pose was before."""
        for suffix in STILL_SUFFIXES:
            self._named(suffix).unlink(missing_ok=True)

    def _named(self, suffix: str) -> Path:
        return self.figures / f"{self.slug}{suffix}"


def main(argv: list[str], exercises: Path = EXERCISES, figures: Path = FIGURES) -> int:
    """Solve and draw what is stale, or all that `argv` names; 1 where something does not hold."""
    parser = argparse.ArgumentParser(prog="python -m routine_player.dev solve", description=__doc__)
    parser.add_argument("slug", nargs="*", help="only these, whether they changed or not")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if stale")
    parser.add_argument("--no-stills", action="store_true", help="solve only")
    asked = parser.parse_args(argv)
    posed = {one.slug: one for one in posed_in(exercises, figures)}
    unknown = sorted(set(asked.slug) - set(posed))
    if unknown:
        print(f"No bundled exercise with a pose: {', '.join(unknown)}.", file=sys.stderr)
        return 1
    if asked.check:
        return _told_stale(list(posed.values()), figures)
    chosen = [posed[slug] for slug in asked.slug] or [
        one for one in posed.values() if not one.is_solved
    ]
    wardrobe = Wardrobe()
    held = [_solve(one, wardrobe) for one in chosen]
    for path in leftovers(list(posed.values()), figures):
        path.unlink()
        print(f"{path.name} removed")
    drawn = asked.no_stills or _draw([one for one in posed.values() if not one.has_still], figures)
    return 0 if all(held) and drawn else 1


def posed_in(exercises: Path, figures: Path) -> Iterator[Posed]:
    """Give the exercises of a folder whose pose is right."""
    for path in files_in(exercises)[0]:
        file = read_exercise(path)
        movement = file.movement
        if movement is not None:
            yield Posed(path, file.slug, movement, figures)


def leftovers(posed: Sequence[Posed], figures: Path) -> list[Path]:
    """Give the files of exercises that are no more, or have no pose any more."""
    slugs = {one.slug for one in posed}
    return sorted(path for path in figures.glob("*.*") if path.stem not in slugs)


def _complaints(posed: Sequence[Posed], figures: Path) -> list[str]:
    """Say what is stale or too large."""
    complaints = [f"{one.slug}: its pose is not solved" for one in posed if not one.is_solved]
    complaints += [f"{one.slug}: its still is not drawn" for one in posed if not one.has_still]
    complaints += [f"{path.name}: no exercise needs it" for path in leftovers(posed, figures)]
    sizes = {path: path.stat().st_size for path in figures.glob("*.*")}
    complaints += [
        f"{path.name} has {size} bytes; at most {MOST_STILL_BYTES} are allowed"
        for path, size in sorted(sizes.items())
        if path.suffix == ".webp" and size > MOST_STILL_BYTES
    ]
    if sum(sizes.values()) > MOST_FOLDER_BYTES:
        complaints.append(f"{figures} holds more than {MOST_FOLDER_BYTES} bytes")
    return complaints


def _told_stale(posed: Sequence[Posed], figures: Path) -> int:
    complaints = _complaints(posed, figures)
    for complaint in complaints:
        print(complaint)
    if complaints:
        print("Run: python -m routine_player.dev solve")
    return 1 if complaints else 0


def _solve(one: Posed, wardrobe: Wardrobe) -> bool:
    """Solve a pose, keep what came of it, and print what does not hold."""
    clock = SystemClock()
    begun = clock.monotonic()
    movement = solve_movement(one.movement)
    took_s = clock.monotonic() - begun
    write_solution(one.solution, movement)
    one.drop_still()
    kept = read_solution(one.solution, one.movement)
    found = [] if kept is None else broken(kept, wardrobe)
    print(f"{one.slug}: solved in {took_s:.1f} s, {len(found)} findings")
    for measure in found:
        print(measure.told(one.exercise))
    return kept is not None and not found


def _draw(posed: Sequence[Posed], figures: Path) -> bool:
    """Draw stills; whether all could be drawn."""
    failures = draw_stills({one.exercise: figures / f"{one.slug}.webp" for one in posed})
    for failure in failures:
        print(failure)
    if posed:
        print(f"{len(posed) - len(failures)} stills drawn")
    return not failures
