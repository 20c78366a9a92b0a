"""`check`: what is wrong with files, for a person or as JSON for a program."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.store.check import check as check_files
from routine_player.store.paths import Places
from routine_player.terminal.library import library_of
from routine_player.terminal.report import PROBLEMS, print_json, problem_values, say


def check(home: Path | None, paths: Sequence[str], *, as_json: bool) -> int:
    """Check files and folders; 1 if there is an error or a warning, hints are well."""
    places = Places(home)
    library, _ = library_of(places)
    problems = check_files([Path(path) for path in paths], library.exercises, places.stills)
    if as_json:
        values = [problem_values(problem) for problem in problems]
        print_json({"problems": values})
    else:
        for problem in problems:
            say(str(problem))
        say(_summary(problems))
    found = any(problem.severity is not Severity.HINT for problem in problems)
    return PROBLEMS if found else 0


def _summary(problems: Sequence[Problem]) -> str:
    if not problems:
        return tr("No problems.")
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        tr("1 {kind}", kind=severity.value)
        if count == 1
        else tr("{count} {kind}s", count=count, kind=severity.value)
        for severity in Severity
        if (count := counts[severity])
    )
