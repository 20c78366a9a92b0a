import random
from pathlib import Path

import pytest

from routine_player.core.problem import Problem, Severity
from routine_player.core.routine import Exercise
from routine_player.dev import fuzz
from routine_player.dev.mutations import damaged
from routine_player.store.exercise_file import ExerciseFile


def test_the_command_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--cases", "50", "--seed", "3"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("50 cases of ")
    assert "nothing uncaught" in out
    assert " MiB" in out


def test_a_case_that_raises_is_kept_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fail(*_: object) -> None:
        raise IndexError("beyond the end")

    monkeypatch.setattr(fuzz, "read_any", fail)
    assert fuzz.main(["--cases", "5"]) == 1
    told, _, kept = capsys.readouterr().out.strip().partition("\n")
    assert told == "case 0 of seed 1: IndexError: beyond the end"
    assert Path(kept.removeprefix("kept as ")).is_file()


@pytest.mark.parametrize(
    ("line", "column", "text"), [(0, 1, "Bad."), (3, 1, "Bad."), (1, 0, "Bad."), (1, 1, "")]
)
def test_a_problem_without_a_place_or_a_text_is_a_broken_promise(
    line: int, column: int, text: str
) -> None:
    problem = Problem("a.yaml", line, column, Severity.ERROR, text)
    file = ExerciseFile(Path("a.yaml"), "a", "A", None, (problem,), "a\n")
    complaint = fuzz.complaint_about(file, b"a\n")
    assert complaint is not None
    assert complaint.startswith("a problem without a place")


def test_what_loads_with_an_error_or_fails_without_one_is_a_broken_promise() -> None:
    error = Problem("a.yaml", 1, 1, Severity.ERROR, "Bad.")
    for exercise, problems in ((Exercise("a", "A"), (error,)), (None, ())):
        file = ExerciseFile(Path("a.yaml"), "a", "A", exercise, problems, "")
        assert fuzz.complaint_about(file, b"") == (
            "it loads with an error, or does not load without one"
        )


def test_the_same_seed_does_the_same_damage_and_another_does_other() -> None:
    files = [b"routine: A\nsteps:\n  - rest: 5s\n", b"exercise: B\nposition: prone\n"]

    def damage(seed: int) -> list[bytes]:
        rng = random.Random(seed)
        return [damaged(rng, rng.choice(files), files) for _ in range(200)]

    assert damage(1) == damage(1) != damage(2)
    assert sum(one in files for one in damage(1)) < 20
