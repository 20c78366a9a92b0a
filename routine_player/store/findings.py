"""Collects what is wrong with one file while it is read."""

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.store.lines import Lines

MAX_PROBLEMS = 100
"""Told of one file. A broken one of 1 MiB can have 100,000, and the first explain the rest."""


class Findings:
    """The problems of one file, each told once; `start` is a character of its `text`."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self._lines = Lines(text)
        self._problems: dict[Problem, None] = {}
        self._untold: set[Severity] = set()

    @property
    def is_full(self) -> bool:
        """Whether no further problem will be told, so that work on its words is wasted."""
        return len(self._problems) >= MAX_PROBLEMS

    @property
    def has_errors(self) -> bool:
        return Severity.ERROR in self._untold or any(
            problem.severity is Severity.ERROR for problem in self._problems
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of the file; where there are too many, the first ones found."""
        told = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        if self._untold:
            worst = next(severity for severity in Severity if severity in self._untold)
            text = tr("There are more problems; {most} are shown.", most=MAX_PROBLEMS)
            told.append(Problem(self.file, told[-1].line, told[-1].column, worst, text))
        return tuple(told)

    def add(self, problem: Problem) -> None:
        if not self.is_full:
            self._problems[problem] = None
        elif problem not in self._problems:
            self._untold.add(problem.severity)

    def error(self, start: int, text: str, suggestion: str | None = None) -> None:
        self._found(start, Severity.ERROR, text, suggestion)

    def warning(self, start: int, text: str) -> None:
        self._found(start, Severity.WARNING, text, None)

    def hint(self, start: int, text: str, suggestion: str | None = None) -> None:
        self._found(start, Severity.HINT, text, suggestion)

    def _found(self, start: int, severity: Severity, text: str, suggestion: str | None) -> None:
        if suggestion is not None:
            text = tr("{text} Did you mean `{word}`?", text=text, word=suggestion)
        line, column = self.place(start)
        self.add(Problem(self.file, line, column, severity, text, suggestion))

    def place(self, start: int) -> tuple[int, int]:
        """Give line and column of a character of the file."""
        return self._lines.place(start)
