"""How the terminal prints: text from files has no power over the terminal."""

import codecs
import json
import sys
from typing import Any

from routine_player.core.problem import Problem
from routine_player.store.history_errors import HistoryError, HistoryInUseError

PROBLEMS = 1
IN_USE = 3
"""Exit codes: problems were found; another process has the history."""


def say(text: str, *, error: bool = False) -> None:
    """Print one line; characters that would steer the terminal are shown, not obeyed."""
    shown = "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in text)
    output = sys.stderr if error else sys.stdout
    encoding = output.encoding or "ascii"
    print(shown.encode(encoding, "backslashreplace").decode(encoding), file=output)


def print_json(values: object) -> None:
    """Print values as JSON, in letters that whoever reads the output can have."""
    encoding = sys.stdout.encoding or "ascii"
    is_plain = codecs.lookup(encoding).name != "utf-8"
    # A name of a file can hold bytes that are no text: half a pair, which JSON writes as \udcff.
    text = json.dumps(values, ensure_ascii=is_plain, indent=2)
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def refusal(error: HistoryError) -> int:
    """Tell why the history cannot be had; gives the exit code."""
    say(str(error), error=True)
    return IN_USE if isinstance(error, HistoryInUseError) else PROBLEMS


def problem_values(problem: Problem) -> dict[str, Any]:
    """Give a problem as it stands in JSON."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.value,
        "text": problem.text,
        "suggestion": problem.suggestion,
    }
