"""The quick look at an exercise's pose."""

from pathlib import Path

import pytest

from routine_player.dev import pose
from routine_player.dev.exercise_pose import EXERCISES, path_of

STANDING = "exercise: Stand\nposition: standing\npose: {keyframes: [{name: still}]}\n"


def test_a_file_is_drawn_as_a_strip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "stand.yaml", tmp_path / "stand.png"
    path.write_text(STANDING)
    for extra in ([], ["--frames", "2", "--dark", "--far"]):
        assert pose.main([str(path), "--out", str(out), "--size", "160x120", *extra]) == 0
        assert out.read_bytes().startswith(b"\x89PNG")
    assert f"{out}: solved in " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (STANDING.replace("name", "nam"), "a.yaml:3:21: error: No keyframe has the key `nam`."),
        ("exercise: Stand\nposition: standing\n", "has no `pose:` that can be read."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert pose.main([str(path), "--out", str(tmp_path / "a.png")]) == 1
    assert told in capsys.readouterr().out
    assert not (tmp_path / "a.png").exists()


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert pose.main(["no-such-exercise"]) == 1
    assert "does not exist" in capsys.readouterr().out


def test_a_picture_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stand.yaml"
    path.write_text(STANDING)
    assert pose.main([str(path), "--out", str(tmp_path / "no" / "a.png"), "--size", "80x60"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_slug_names_a_bundled_exercise() -> None:
    assert path_of("bird-dog") == EXERCISES / "bird-dog.yaml"
