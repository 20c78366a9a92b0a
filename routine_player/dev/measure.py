"""Measure every bundled movement as it was solved: the worst of each check, and where it fails."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from routine_player.dev.exercise_pose import EXERCISES, FIGURES, told_finding
from routine_player.dev.solve import Posed, posed_in
from routine_player.figure.checks import MOST, Check, Finding, measures_of
from routine_player.store.solutions import read_solution

_UNITS = {Check.ANGLE: "degrees", Check.LIMIT: "degrees"}


def main(argv: list[str], exercises: Path = EXERCISES, figures: Path = FIGURES) -> int:
    """Print the figures; 1 if a movement does not hold, or was never solved."""
    parser = argparse.ArgumentParser(
        prog="python -m routine_player.dev measure", description=__doc__
    )
    parser.parse_args(argv)
    measured: list[tuple[Posed, Finding]] = []
    unsolved: list[Posed] = []
    count = 0
    for one in posed_in(exercises, figures):
        count += 1
        movement = read_solution(one.solution, one.movement)
        if movement is None:
            unsolved.append(one)
        else:
            measured += [(one, finding) for finding in measures_of(movement)]
    print(f"{count} movements\n\n{table(measured)}")
    broken = [(one, finding) for one, finding in measured if not finding.holds]
    for one, finding in broken:
        print(told_finding(one.exercise, finding))
    for one in unsolved:
        print(f"{one.slug} is not solved. Run: python -m routine_player.dev solve {one.slug}")
    return 1 if broken or unsolved else 0


def table(measured: Iterable[tuple[Posed, Finding]]) -> str:
    """Give the worst of each check as a Markdown table."""
    worst: dict[Check, tuple[Posed, Finding]] = {}
    for one, finding in measured:
        if finding.check not in worst or finding.amount > worst[finding.check][1].amount:
            worst[finding.check] = one, finding
    lines = ["| Check | Worst | At most | Where |", "|---|---|---|---|"]
    for check in Check:
        if check in worst:
            one, finding = worst[check]
            unit = _UNITS.get(check, "mm")
            where = f"{one.slug}, {finding.keyframe}, {finding.subject.replace('_', ' ')}"
            lines.append(f"| {check} | {finding.amount:.1f} {unit} | {MOST[check]:g} | {where} |")
    return "\n".join(lines)
