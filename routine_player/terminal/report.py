"""How the terminal prints: text from files has no power over the terminal."""

import sys
from typing import Any

from routine_player.core.problem import Problem


def say(text: str, *, error: bool = False) -> None:
    """Print one line; characters that would steer the terminal are shown, not obeyed."""
    shown = "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in text)
    print(shown, file=sys.stderr if error else sys.stdout)


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
