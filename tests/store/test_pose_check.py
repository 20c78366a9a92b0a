"""Poses are solved by the checker, and what does not come true is told at its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.problem import Problem, Severity
from routine_player.figure.authored import AuthoredMovement
from routine_player.store.check import check
from routine_player.store.movement_file import movement_in
from routine_player.store.pose_check import solved_problems
from routine_player.store.solutions import write_solution

STANDING = """\
exercise: Stand
position: standing
pose:
  props: [bench]
  contacts: {contacts}
  keyframes:
    - name: still
"""
GOOD = STANDING.replace("{contacts}", "{floor: feet}")
TWO_HEIGHTS = STANDING.replace("{contacts}", "{floor: feet, bench: left heel}")


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], list[Problem]]:
    def look(text: str) -> list[Problem]:
        path = tmp_path / "stand.yaml"
        path.write_text(text)
        return check([path], {}, tmp_path)

    return look


def movement(path: Path, text: str = GOOD) -> AuthoredMovement:
    read = movement_in(path, text).movement
    assert read is not None
    return read


def test_a_pose_that_comes_true_has_no_problem(told):
    assert told(GOOD) == []


def test_a_heel_that_should_be_at_two_heights_is_told_where_it_was_written(told):
    problems = told(TWO_HEIGHTS)
    assert problems
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    heel = [problem for problem in problems if "left heel is " in problem.text]
    assert {problem.line for problem in heel} == {5}


def test_what_is_measured_on_the_way_is_told_at_the_keyframe_it_leads_to(told):
    path = "{name: lean, pose: {left knee: flexion 0, right knee: flexion 0}}"
    apart = "\n    - {name: bent, contacts: {floor: sacrum}, pose: {hips: flexion 0 firm}}\n"
    problems = told(GOOD + f"    - {path}" + apart)
    assert {problem.line for problem in problems} <= {5, 7, 8, 9}


def test_a_pose_that_comes_solved_with_the_program_is_not_solved_again(tmp_path: Path):
    path = tmp_path / "stand.yaml"
    authored = movement(path)

    def solve(_asked: AuthoredMovement):
        raise AssertionError("it was solved again")

    from routine_player.figure.solving import solve_movement

    write_solution(tmp_path / "stand.json", solve_movement(authored))
    assert solved_problems(path, authored, tmp_path, solve) == ()


def test_a_pose_that_cannot_be_solved_is_told_and_no_traceback(tmp_path: Path):
    def solve(_asked: AuthoredMovement):
        raise ValueError("no body stands like that")

    path = tmp_path / "stand.yaml"
    (problem,) = solved_problems(path, movement(path), tmp_path, solve)
    assert problem.text == "This pose cannot be solved: no body stands like that."
    assert problem.line == 7
