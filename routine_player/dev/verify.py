"""Run every check and every test, to the last one, and say how each went."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from routine_player.dev.coverage_floors import reach_of_each_layer, table
from routine_player.play.clock import SystemClock

ROOT = Path(__file__).resolve().parents[2]
COVERAGE = Path("build", "coverage.json")
HANGS_AFTER_S = 1800.0
"""A guard against hanging, far above what any check needs."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold; `holds` is given the checkout's folder and prints as it likes."""

    name: str
    about: str
    holds: Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check went."""

    name: str
    held: bool
    took_s: float


def tool(name: str, *arguments: str) -> Callable[[Path], bool]:
    """Return a check that runs a program which lies beside this Python."""
    return command(str(Path(sys.executable).with_name(name)), *arguments)


def command(*words: str) -> Callable[[Path], bool]:
    """Return a check that holds when the command it runs in the checkout exits with 0."""

    def holds(root: Path) -> bool:
        try:
            done = subprocess.run(words, cwd=root, check=False, timeout=HANGS_AFTER_S)
        except OSError as error:
            print(f"{words[0]} cannot be started: {error}")
            return False
        except subprocess.TimeoutExpired:
            print(f"{words[0]} was still running after {HANGS_AFTER_S:.0f} s and was ended.")
            return False
        return done.returncode == 0

    return holds


def tests_pass(root: Path) -> bool:
    """Run all tests on two cores and leave the coverage report behind."""
    report = root / COVERAGE
    report.unlink(missing_ok=True)
    parallel = ("-n", "2", "--dist", "worksteal")
    coverage = ("--cov", "--cov-report=", f"--cov-report=json:{report}")
    return tool("pytest", *parallel, *coverage, "--durations=5", "--durations-min=1")(root)


def coverage_is_enough(root: Path) -> bool:
    """Hold what the tests reached against the floors of each layer."""
    try:
        layers = reach_of_each_layer(root / COVERAGE)
    except (OSError, ValueError) as error:
        print(f"There is no report of what the tests reached: {error}")
        return False
    print(table(layers))
    return all(reach.is_enough for reach in layers)


CHECKS: tuple[Check, ...] = (
    Check("lint", "the linter's rules", tool("ruff", "check", ".")),
    Check("format", "the code's form", tool("ruff", "format", "--check", ".")),
    Check("types", "the types", tool("basedpyright", "--pythonpath", sys.executable)),
    Check("imports", "imports point down", tool("lint-imports", "--no-logo")),
    Check(
        "core",
        "core works with nothing installed",
        command(sys.executable, "-m", "routine_player.dev", "core_alone"),
    ),
    Check(
        "movements",
        "the mannequin's movements, as they were solved",
        command(sys.executable, "-m", "routine_player.dev", "measure"),
    ),
    Check("tests", "every test", tests_pass),
    Check("coverage", "what the tests reach", coverage_is_enough),
)


def main(argv: list[str]) -> int:
    """Run the checks that `argv` names, or all; return 0 only if each one held."""
    parser = argparse.ArgumentParser(
        prog="python -m routine_player.dev verify", description=__doc__
    )
    names = [check.name for check in CHECKS]
    parser.add_argument("name", nargs="*", help=f"only these: {', '.join(names)}")
    wanted: list[str] = parser.parse_args(argv).name
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        parser.error(f"there is no check {', '.join(unknown)}; there are: {', '.join(names)}")
    chosen = [check for check in CHECKS if not wanted or check.name in wanted]
    outcomes = run(chosen, ROOT, SystemClock().monotonic)
    print(f"\n{summary(outcomes)}", flush=True)
    return 0 if all(outcome.held for outcome in outcomes) else 1


def run(checks: Sequence[Check], root: Path, now: Callable[[], float]) -> list[Outcome]:
    """Run all checks, also after one that fails; `now` gives seconds since some moment."""
    outcomes: list[Outcome] = []
    for check in checks:
        print(f"\n== {check.name}: {check.about}", flush=True)
        begun_s = now()
        held = check.holds(root)
        outcomes.append(Outcome(check.name, held, now() - begun_s))
    return outcomes


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return a line for each check, and a last one for all."""
    lines = [
        f"{outcome.name:<10} {outcome.took_s:>7.1f} s  {'ok' if outcome.held else 'FAILED'}"
        for outcome in outcomes
    ]
    total_s = sum(outcome.took_s for outcome in outcomes)
    failed = [outcome.name for outcome in outcomes if not outcome.held]
    last = (
        f"{len(failed)} of {len(outcomes)} checks failed, in {total_s:.1f} s: {', '.join(failed)}."
        if failed
        else f"Every check held ({len(outcomes)} of {len(outcomes)}), in {total_s:.1f} s."
    )
    return "\n".join([*lines, last])
