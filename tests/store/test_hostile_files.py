"""Bombs and damage in their short form; `python -m routine_player.dev fuzz` is the long one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.problem import Severity
from routine_player.dev.fuzz import bundled_files, complaint_about, run
from routine_player.store.library import Library
from routine_player.store.routine_file import RoutineFile, read_routine

PROJECT = Path(__file__).parents[2]
Read = Callable[[str], RoutineFile]

WIDE = "[" + ",".join("x" * 9) + "]"
ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join([f'*{chr(97 + level)}'] * 9)}]\n"
    for level in range(9)
)
BOMBS = {
    "ten megabytes": "a: " + "x" * 10_000_000,
    "a hundred thousand brackets": "[" * 100_000,
    "a hundred thousand braces": "{a: " * 100_000,
    "a hundred thousand dashes": "- " * 100_000,
    "a hundred thousand levels by indentation": "".join(" " * n + "a:\n" for n in range(1_400)),
    "a hundred thousand question marks": "? " * 100_000,
    "aliases of aliases": ALIASES,
    "a hundred thousand keys": "".join(f"k{n}: 1\n" for n in range(100_000)),
    "the same key a hundred thousand times": "k: 1\n" * 100_000,
    "a hundred thousand wrong steps": "routine: A\nsteps:\n" + "- {exercise: x}\n" * 60_000,
    "a hundred thousand steps without a dash": "routine: A\nsteps:\n" + "- x\n" * 40_000,
    "unknown keys": "routine: A\n" + "".join(f"stepz{n}: 1\n" for n in range(20_000)),
    "an endless quote": 'routine: "' + "x" * 1_000_000,
    "an endless key": "k" * 1_000_000 + ": 1",
    "an endless comment": "#" * 1_000_000,
    "an endless duration": "routine: A\nsteps: [{rest: " + "9" * 1_000_000 + "}]",
    "an endless slug": "routine: A\nsteps: [{exercise: " + "g" * 900_000 + ", hold: 1s}]",
    "anchors": "".join(f"k{n}: &a{n} 1\n" for n in range(10_000)),
    "tags": "".join(f"k{n}: !t{n} 1\n" for n in range(10_000)),
    "directives": "%FOO bar\n" * 50_000 + "---\na: 1",
    "documents": "---\n" * 100_000,
    "escapes": 'routine: "' + "\\u0041" * 100_000 + '"',
    "folds": "routine: >\n" + " x\n" * 200_000,
    "tabs": "routine: A\n" + "\t" * 500_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_told_of_with_its_place(read_text_as_routine: Read, text: str) -> None:
    file = read_text_as_routine(text)
    assert file.routine is None
    assert 1 <= len(file.problems) <= 101
    assert complaint_about(file, text.encode()) is None
    assert all(len(problem.text) < 400 for problem in file.problems)


def test_reading_every_bomb_takes_little_memory(tmp_path: Path) -> None:
    for number, text in enumerate(BOMBS.values()):
        (tmp_path / f"{number}.yaml").write_text(text)
    program = """if True:
        import sys
        from pathlib import Path
        from routine_player.store.check import check
        print(len(check([Path(sys.argv[1])], {})))
        # Not getrusage: its peak holds what the process was before it became this program.
        print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
    """
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    problems, peak_kib = map(int, done.stdout.split())
    assert problems >= len(BOMBS)
    assert peak_kib < 150 * 1024


def test_damaged_files_are_told_of_or_play(tmp_path: Path) -> None:
    files = [path.read_bytes() for path in bundled_files(PROJECT)]
    library = Library.load([PROJECT / "routines"], [PROJECT / "assets" / "exercises"])
    figures, broken = run(files, tmp_path / "damaged.yaml", library, cases=1_000, seed=20)
    assert broken is None
    assert figures.cases == 1_000
    # If nothing or all of it loaded, the damage would be too much or too little to show anything.
    assert 20 < figures.loaded < 500


def test_what_is_neither_a_file_nor_a_folder_is_told_of(tmp_path: Path) -> None:
    for path in (tmp_path, Path("/dev/zero"), tmp_path / "gone.yaml"):
        file = read_routine(path, {})
        (problem,) = file.problems
        assert (problem.line, problem.column, problem.severity) == (1, 1, Severity.ERROR)
        assert file.routine is None
