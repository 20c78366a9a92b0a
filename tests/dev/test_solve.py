"""What is made of poses for the program to ship: solved once, and never out of date unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.dev import measure, solve
from routine_player.store.solutions import solution_values

STANDING = "exercise: Stand\nposition: standing\npose: {keyframes: [{name: still}]}\n"
WITHOUT = "exercise: Walk\nposition: walking\n"

Run = Callable[..., int]


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note what should be drawn and leave an empty still: drawing has tests of its own."""
    noted: list[Path] = []

    def draw(wanted: dict[Path, Path]) -> list[str]:
        for path in wanted.values():
            noted.append(path)
            for suffix in solve.STILL_SUFFIXES:
                path.with_suffix(suffix).write_bytes(b"")
        return []

    monkeypatch.setattr(solve, "draw_stills", draw)
    return noted


@pytest.fixture
def exercises(tmp_path: Path) -> Path:
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "stand.yaml").write_text(STANDING)
    (folder / "walk.yaml").write_text(WITHOUT)
    return folder


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return tmp_path / "figures"


@pytest.fixture
def run(exercises: Path, figures: Path) -> Run:
    return lambda *argv: solve.main(list(argv), exercises, figures)


def test_what_comes_with_the_program_is_solved_drawn_and_small(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert solve.main(["--check"]) == 0, capsys.readouterr().out


def test_what_comes_with_the_program_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert measure.main([]) == 0, capsys.readouterr().out


def test_a_pose_is_solved_once_and_again_when_it_changes(
    run: Run, exercises: Path, figures: Path, drawn: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--check") == 1
    assert "stand: its pose is not solved\nstand: its still is not drawn" in capsys.readouterr().out
    assert run() == 0
    assert capsys.readouterr().out.startswith("stand: solved in ")
    assert run("--check") == run() == 0
    assert capsys.readouterr().out == ""
    before = solution_values(figures / "stand.json")
    (exercises / "stand.yaml").write_text(STANDING.replace("still}", "still, hold: 3}"))
    assert run("--check") == 1
    assert run() == 0
    after = solution_values(figures / "stand.json")
    assert before is not None
    assert after is not None
    assert before["hash"] != after["hash"]
    assert drawn == [figures / "stand.webp"] * 2


def test_what_no_exercise_needs_any_more_is_taken_away(
    run: Run, figures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    (figures / "walk.webp").write_bytes(b"")
    assert run("--check") == 1
    assert "walk.webp: no exercise needs it" in capsys.readouterr().out
    assert run() == 0
    assert not (figures / "walk.webp").exists()


def test_a_still_that_is_too_large_is_told(
    run: Run, figures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    (figures / "stand.webp").write_bytes(b"x" * (solve.MOST_STILL_BYTES + 1))
    assert run("--check") == 1
    assert "stand.webp has 24001 bytes; at most 24000 are allowed" in capsys.readouterr().out
    monkeypatch.setattr(solve, "MOST_FOLDER_BYTES", 20_000)
    assert run("--check") == 1
    assert "holds more than 20000 bytes" in capsys.readouterr().out


def test_one_exercise_can_be_named_and_a_wrong_name_is_told(
    run: Run, figures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("walk") == 1
    assert "walk" in capsys.readouterr().err
    assert run("stand", "--no-stills") == 0
    assert sorted(path.name for path in figures.iterdir()) == ["stand.json"]


def test_a_pose_that_cannot_be_held_is_solved_and_told(
    run: Run, exercises: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (exercises / "stand.yaml").write_text(
        STANDING.replace("still}", "still, reach: {left palm: [0, 0, 3.5]}}")
    )
    assert run() == 1
    assert "stand.yaml:3:" in capsys.readouterr().out


def test_the_figures_of_movements_are_printed(
    run: Run, exercises: Path, figures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = STANDING.replace("still}", "still}, {name: same}")
    (exercises / "stand.yaml").write_text(two)
    assert measure.main([], exercises, figures) == 1
    assert "stand is not solved." in capsys.readouterr().out
    assert run() == 0
    capsys.readouterr()
    assert measure.main([], exercises, figures) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 movements\n\n| Check | Worst | Allowed | Where |")
    assert "\n| penetration | " in out
    assert "\n| frame | " in out
