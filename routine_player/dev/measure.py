"""Measure every bundled movement as it was solved: the worst of each check, and where it fails."""

import argparse
from pathlib import Path

from routine_player.dev.exercise_pose import EXERCISES, FIGURES
from routine_player.dev.movement_checks import Measure, measures, table
from routine_player.dev.solve import posed_in
from routine_player.figure.mannequin import Wardrobe
from routine_player.store.solutions import read_solution


def main(argv: list[str], exercises: Path = EXERCISES, figures: Path = FIGURES) -> int:
    """Print the figures; 1 if a movement does not hold, or was never solved."""
    parser = argparse.ArgumentParser(
        prog="python -m routine_player.dev measure", description=__doc__
    )
    parser.parse_args(argv)
    posed = list(posed_in(exercises, figures))
    measured: list[tuple[str, Measure]] = []
    failures: list[str] = []
    wardrobe = Wardrobe()
    for one in posed:
        movement = read_solution(one.solution, one.movement)
        if movement is None:
            failures.append(f"{one.slug} is not solved. Run: python -m routine_player.dev solve")
            continue
        found = list(measures(movement, wardrobe))
        measured += [(one.slug, measure) for measure in found]
        failures += [measure.told(one.exercise) for measure in found if not measure.holds]
    print(f"{len(posed)} movements\n\n{table(measured)}")
    for failure in failures:
        print(failure)
    return 1 if failures else 0
