"""Solved movements on disk: as they were, or not at all."""

import json
from pathlib import Path

import numpy as np
import pytest

from routine_player.figure.authored import AuthoredMovement, Keyframe
from routine_player.figure.kinematics import Pose
from routine_player.figure.movement import FRAME_COUNT, Movement
from routine_player.store.solutions import read_solution, solution_values, write_solution

AUTHORED = AuthoredMovement("standing", (Keyframe("up", 1.0, 2.0), Keyframe("down", 1.0, 0.0)))


@pytest.fixture
def movement() -> Movement:
    """Nobody solved it: a body that sinks a little from frame to frame."""
    still = Pose.neutral()
    poses = tuple(
        Pose(still.angles, still.orientation, np.array([0.0, 0.0, 1.0 - number / 1000]))
        for number in range(FRAME_COUNT)
    )
    return Movement(AUTHORED, (poses[0], poses[-1]), poses, (0.0, 1.0), (("wall", 0.5),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "figures" / "a.json"


def test_what_is_written_is_read_again(path: Path, movement: Movement) -> None:
    write_solution(path, movement)
    read = read_solution(path, AUTHORED)
    assert read is not None
    assert (read.authored, read.marks, read.walls) == (AUTHORED, (0.0, 1.0), (("wall", 0.5),))
    for one, other in zip(read.frames, movement.frames, strict=True):
        assert np.allclose(one.translation, other.translation, atol=1e-5)
    assert [file.name for file in path.parent.iterdir()] == ["a.json"]


def test_a_solution_of_another_pose_is_none(path: Path, movement: Movement) -> None:
    write_solution(path, movement)
    other = AuthoredMovement("prone", AUTHORED.keyframes)
    assert read_solution(path, other) is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", "null", "{}", '{"hash": 3}', "[" * 100_000, "\x00", "ä"]
)
def test_a_damaged_file_is_as_good_as_none(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="latin-1")
    assert read_solution(path, AUTHORED) is None


@pytest.mark.parametrize("key", ["keyframes", "frames", "marks", "walls", "hash"])
def test_a_solution_with_a_hole_is_as_good_as_none(
    path: Path, movement: Movement, key: str
) -> None:
    write_solution(path, movement)
    values = solution_values(path)
    assert values is not None
    for damage in (None, [], [[1, 2]], "x"):
        path.write_text(json.dumps(values | {key: damage}))
        assert read_solution(path, AUTHORED) is None


def test_a_file_that_is_not_there_is_no_solution(tmp_path: Path) -> None:
    assert read_solution(tmp_path / "none.json", AUTHORED) is None
    assert read_solution(tmp_path, AUTHORED) is None


def test_what_cannot_be_written_leaves_nothing_behind(
    path: Path, movement: Movement, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_solution(path, movement)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_solution(path, movement)
    assert [file.name for file in path.parent.iterdir()] == ["a.json"]
    assert path.read_bytes() == before
