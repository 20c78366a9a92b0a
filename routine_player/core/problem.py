"""What is wrong with a file that a person wrote: a value, shown on screen, never an exception."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is, worst first."""

    ERROR = "error"  # the file does not load
    WARNING = "warning"  # it plays, and something is missing
    HINT = "hint"  # it plays whole; a thought on order or dose


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what was expected.

    `line` and `column` count from 1. `suggestion` is a word that would be valid in its place.
    """

    file: str
    line: int
    column: int
    severity: Severity
    text: str
    suggestion: str | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.text}"


def blocks_loading(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Tell whether a file with these problems cannot load."""
    return any(problem.severity is Severity.ERROR for problem in problems)
