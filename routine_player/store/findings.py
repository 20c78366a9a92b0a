"""Collects what is wrong with one file while it is read."""

from routine_player.core.language import tr
from routine_player.core.problem import Problem, Severity
from routine_player.store.lines import Lines

MAX_PROBLEMS = 100
"""Told of one file; the rest is counted. A broken file of 1 MiB would else have 100,000."""


class Findings:
    """The problems of one file, each told once; `start` is a character of its `text`."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self._lines = Lines(text)
        self._problems: dict[Problem, None] = {}
        self._untold: list[Severity] = []

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted, so that work on their words is wasted."""
        return len(self._problems) >= MAX_PROBLEMS

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of the file."""
        told = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        if self._untold:
            told.append(self._rest(told[-1]))
        return tuple(told)

    def add(self, problem: Problem) -> None:
        if self.is_full:
            self._untold.append(problem.severity)
        else:
            self._problems[problem] = None

    def _rest(self, last: Problem) -> Problem:
        text = tr("{count} more problems are not shown.", count=len(self._untold))
        worst = min(self._untold, key=list(Severity).index)
        return Problem(self.file, last.line, last.column, worst, text)

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
