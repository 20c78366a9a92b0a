from collections.abc import Callable

import pytest

from routine_player.core.problem import Severity
from routine_player.store.routine_file import RoutineFile

Read = Callable[[str], RoutineFile]
STRETCH = "exercise: half-kneeling-hip-flexor-stretch, hold"
LONG = "Before a run, keep static stretches under 60 s a muscle; up to here it is"
LAST = "The warm-up ends with a static stretch. Put movement after it."


@pytest.fixture
def hints_of(read_text_as_routine: Read) -> Callable[..., list[tuple[int, int, str]]]:
    def read(*steps: str, when: str = "before-run") -> list[tuple[int, int, str]]:
        lines = "".join(f"  - {{{step}}}\n" for step in steps)
        file = read_text_as_routine(f"routine: A\nwhen: {when}\nsteps:\n{lines}")
        assert file.routine is not None
        assert {problem.severity for problem in file.problems} <= {Severity.HINT}
        return [(problem.line, problem.column, problem.text) for problem in file.problems]

    return read


def test_a_minute_of_static_stretch_before_a_run_is_hinted_at_where_it_is_reached(
    hints_of: Callable[..., list[tuple[int, int, str]]],
) -> None:
    assert hints_of(
        f"{STRETCH}: 30s", f"{STRETCH}: 20s, sets: 2", f"{STRETCH}: 9s", "exercise: walk, time: 1m"
    ) == [(5, 5, f"{LONG} 70 s for iliopsoas."), (5, 5, f"{LONG} 70 s for rectus femoris.")]


def test_rounds_add_up(hints_of: Callable[..., list[tuple[int, int, str]]]) -> None:
    rounds = f"repeat: 3, steps: [{{{STRETCH}: 20s}}, {{rest: 5s}}]"
    hints = hints_of(rounds, "exercise: walk, time: 1m")
    assert [text for *_, text in hints] == [
        f"{LONG} 60 s for iliopsoas.",
        f"{LONG} 60 s for rectus femoris.",
    ]


def test_a_warm_up_that_ends_with_a_static_stretch_is_hinted_at(
    hints_of: Callable[..., list[tuple[int, int, str]]],
) -> None:
    assert hints_of("exercise: walk, time: 1m", f"{STRETCH}: 20s") == [(5, 5, LAST)]
    assert hints_of("name: Stretch from my physio, hold: 20s", "rest: 5s") == [(4, 5, LAST)]


@pytest.mark.parametrize(
    "steps",
    [
        [f"{STRETCH}: 59s", "exercise: walk, time: 1m"],
        ["exercise: bird-dog, hold: 90s"],
        ["exercise: half-kneeling-hip-flexor-stretch, reps: 10, hold: 10s"],
        ["rest: 1m"],
    ],
)
def test_what_is_well_is_not_hinted_at(
    hints_of: Callable[..., list[tuple[int, int, str]]], steps: list[str]
) -> None:
    assert hints_of(*steps) == []


@pytest.mark.parametrize("when", ["after-run", "any"])
def test_after_a_run_one_may_stretch_as_long_as_one_likes(
    hints_of: Callable[..., list[tuple[int, int, str]]], when: str
) -> None:
    assert hints_of(f"{STRETCH}: 2m", when=when) == []
