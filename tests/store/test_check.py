from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.problem import Problem, Severity
from routine_player.core.routine import Exercise
from routine_player.store import check as check_module
from routine_player.store.check import check

WALK = "exercise: Walk\nposition: walking\n"

Write = Callable[[dict[str, str]], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(files: dict[str, str]) -> None:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    return make


@pytest.fixture
def told(
    tmp_path: Path, exercises: dict[str, Exercise]
) -> Callable[..., list[tuple[str, int, int, str]]]:
    """Check names in the folder; paths are given as they stand in it."""

    def look(*names: str) -> list[tuple[str, int, int, str]]:
        problems = check([tmp_path / name for name in names], exercises)
        folder = f"{tmp_path}/"
        return [
            (problem.file.removeprefix(folder), problem.line, problem.column, problem.text)
            for problem in problems
        ]

    return look


Told = Callable[..., list[tuple[str, int, int, str]]]


def routine(*slugs: str) -> str:
    return "routine: A\nsteps:\n" + "".join(f"- {{exercise: {slug}, time: 1m}}\n" for slug in slugs)


def test_good_files_have_no_problems(write: Write, told: Told) -> None:
    write({"a.yaml": routine("walk"), "b.yml": routine("easy-run"), "walk.yaml": WALK})
    assert told(".") == []
    assert told() == []


def test_a_folder_is_walked_by_name_and_the_rest_of_it_is_left_alone(
    write: Write, told: Told
) -> None:
    write(
        {
            "b.yaml": "",
            "a.yml": "",
            "z/c.yaml": "",
            "z/y/d.yaml": "",
            "README.md": "\0",
            ".e.yaml": "\0",
            ".git/f.yaml": "\0",
            "g.yaml.bak": "\0",
        }
    )
    assert [file for file, *_ in told(".")] == ["a.yml", "b.yaml", "z/c.yaml", "z/y/d.yaml"]


def test_a_file_that_is_named_is_checked_whatever_it_is_called(write: Write, told: Told) -> None:
    write({"notes.txt": "", ".hidden.yaml": ""})
    assert [file for file, *_ in told("notes.txt", ".hidden.yaml", "gone.yaml")] == [
        "notes.txt",
        ".hidden.yaml",
        "gone.yaml",
    ]


def test_a_file_that_is_named_twice_is_told_of_once(write: Write, told: Told) -> None:
    write({"a.yaml": ""})
    assert told("a.yaml", ".", "a.yaml") == [("a.yaml", 1, 1, "The file is empty.")]


def test_problems_of_all_files_come_in_the_order_in_which_the_files_are_met(
    write: Write, told: Told
) -> None:
    write({"a.yaml": routine("wolk"), "b.yaml": WALK + "harder: wolk"})
    write({"c.yaml": "routine:\nsteps: [rest: 5s]"})
    assert told("c.yaml", "a.yaml", "b.yaml") == [
        ("c.yaml", 1, 9, "`routine`: a value is missing."),
        ("a.yaml", 3, 14, "There is no exercise `wolk`. Did you mean `walk`?"),
        ("b.yaml", 3, 9, "`harder`: there is no exercise `wolk`. Did you mean `walk`?"),
    ]


def test_exercises_checked_along_are_known_whichever_comes_first(write: Write, told: Told) -> None:
    write(
        {
            "a/a.yaml": routine("hop", "skip"),
            "z/hop.yaml": WALK + "harder: skip\n",
            "z/x.yaml": WALK + "id: skip\n",
        }
    )
    assert told("a", "z") == []
    assert told("z", "a") == []
    assert [text for *_, text in told("a")] == [
        "There is no exercise `hop`. Give the step a `name` to make one up.",
        "There is no exercise `skip`. Give the step a `name` to make one up.",
    ]


def test_an_exercise_checked_along_stands_for_the_one_of_the_library(
    write: Write, told: Told
) -> None:
    text = "routine: A\nsteps:\n- {exercise: walk, time: 1m, sides: both}\n"
    write({"a.yaml": text, "z/walk.yaml": WALK + "sides: pair\n"})
    assert told("a.yaml") == [("a.yaml", 3, 30, "`sides`: Walk has no sides. Leave it out.")]
    assert told("a.yaml", "z") == []


def test_an_exercise_that_lies_beside_is_known(write: Write, told: Told) -> None:
    write({"a.yaml": routine("hop"), "hop.yaml": WALK})
    assert told("a.yaml") == []


def test_a_slug_may_be_taken_once_in_a_folder(write: Write, told: Told) -> None:
    write(
        {
            "a.yaml": routine("walk"),
            "a.yml": routine("walk"),
            "b/a.yaml": routine("walk"),
            "b/hop.yaml": WALK,
            "b/x.yaml": WALK + "id: hop\n",
        }
    )
    assert [(file, text.split(" is taken by ")[0]) for file, _, _, text in told(".")] == [
        ("a.yml", "The slug `a`"),
        ("b/x.yaml", "The slug `hop`"),
    ]


def test_a_folder_that_cannot_be_searched_is_told_of(
    write: Write, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.yaml": routine("walk"), "b/c.yaml": ""})

    def walk(
        folder: Path, onerror: Callable[[OSError], None]
    ) -> list[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder / "b")))
        return [(str(folder), ["b"], ["a.yaml"])]

    monkeypatch.setattr("routine_player.store.folders.os.walk", walk)
    assert told(".") == [("b", 1, 1, "The file may not be read: permission denied.")]


def test_a_path_that_no_system_takes_is_told_of(exercises: dict[str, Exercise]) -> None:
    assert check([Path("a\0b")], exercises) == [
        Problem(
            "a\0b",
            1,
            1,
            Severity.ERROR,
            "The path holds a character that no file name can have.",
        )
    ]


def test_routines_are_read_once_when_no_exercise_is_checked_along(
    write: Write, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.yaml": routine("walk"), "b.yaml": routine("walk")})
    opened: list[str] = []
    open_document = check_module.open_document

    def counting(path: Path) -> object:
        opened.append(path.name)
        return open_document(path)

    monkeypatch.setattr(check_module, "open_document", counting)
    assert told(".") == []
    assert opened == ["a.yaml", "b.yaml"]


def test_a_slip_in_a_pose_is_an_error_of_the_file_and_not_of_routines_that_use_it(
    write: Write, told: Told
) -> None:
    pose = "pose: {keyframes: [{name: a, pose: {knes: flexion 3}}]}\n"
    write({"walk.yaml": WALK + pose, "routine.yaml": routine("walk")})
    slip = ("walk.yaml", 3, 37, "There is no joint `knes`. Did you mean `knees`?")
    assert told("walk.yaml", "routine.yaml") == [slip]
    assert told("walk.yaml") == [slip]
