import pytest

from routine_player.core.problem import Problem, Severity, blocks_loading


def problem(severity: Severity) -> Problem:
    return Problem("warm-up.yaml", 3, 7, severity, "an odd thing")


def test_a_problem_says_where_it_is_and_how_bad() -> None:
    assert str(problem(Severity.HINT)) == "warm-up.yaml:3:7: hint: an odd thing"


@pytest.mark.parametrize("harmless", [[], [Severity.WARNING, Severity.HINT]])
def test_warnings_and_hints_do_not_keep_a_file_from_loading(harmless: list[Severity]) -> None:
    assert not blocks_loading([problem(severity) for severity in harmless])


def test_one_error_keeps_a_file_from_loading() -> None:
    assert blocks_loading((problem(Severity.HINT), problem(Severity.ERROR)))
