"""How the terminal prints: text from files has no power over the terminal."""

import codecs
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from routine_player.core.problem import Problem
from routine_player.store.history_errors import HistoryError, HistoryInUseError

PROBLEMS = 1
IN_USE = 3
INTERRUPTED_BY_HAND = 130
"""Exit codes: problems were found; another process has the history; Ctrl-C, as shells have it."""


def say(text: str, *, error: bool = False) -> None:
    """Print one line; characters that would steer the terminal are shown, not obeyed."""
    shown = "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in text)
    output = sys.stderr if error else sys.stdout
    encoding = _encoding(output)
    print(shown.encode(encoding, "backslashreplace").decode(encoding), file=output)


def print_json(values: object) -> None:
    """Print values as JSON, in letters that whoever reads the output can have."""
    print(_json(values, indent=2))


def print_tables(tables: Mapping[str, Sequence[object]]) -> None:
    """Print lists by their names as JSON with one row a line: ten years are many rows."""
    parts: list[str] = []
    for name, rows in tables.items():
        lines = ",\n    ".join(map(_json, rows))
        parts.append(f"  {_json(name)}: [\n    {lines}\n  ]" if rows else f"  {_json(name)}: []")
    print("{\n" + ",\n".join(parts) + "\n}")


def _json(values: object, indent: int | None = None) -> str:
    is_plain = codecs.lookup(_encoding(sys.stdout)).name != "utf-8"
    # A name of a file can hold bytes that are no text: half a pair, which JSON writes as \udcff.
    text = json.dumps(values, ensure_ascii=is_plain, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _encoding(output: TextIO | None) -> str:
    """Give what letters an output takes; one that was closed before the start takes any."""
    return getattr(output, "encoding", None) or "utf-8"


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
