import os
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.problem import Severity
from routine_player.store import folders
from routine_player.store.exercise_file import ExerciseFile
from routine_player.store.library import Library
from routine_player.store.routine_file import RoutineFile

Write = Callable[..., None]

WALK = "exercise: Walk\nposition: walking\n"
ROUTINE = "routine: {name}\nsteps: [{{exercise: {exercise}, time: 1m}}]\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into folders: `write(routines={"a": "routine: A"})`."""

    def make(**folders_of: dict[str, str]) -> None:
        for folder, files in folders_of.items():
            (tmp_path / folder).mkdir(exist_ok=True)
            for name, text in files.items():
                file_name = name if "." in name else f"{name}.yaml"
                (tmp_path / folder / file_name).write_text(text)

    return make


@pytest.fixture
def load(tmp_path: Path) -> Callable[[], Library]:
    def read() -> Library:
        return Library.load(
            [tmp_path / "routines", tmp_path / "mine"],
            [tmp_path / "exercises", tmp_path / "my_exercises"],
        )

    return read


def routine(name: str, exercise: str = "walk") -> str:
    return ROUTINE.format(name=name, exercise=exercise)


def names(entries: tuple[RoutineFile, ...]) -> list[tuple[str, str, bool]]:
    return [(entry.slug, entry.name, entry.routine is not None) for entry in entries]


def texts(file: RoutineFile | ExerciseFile | None) -> list[str]:
    assert file is not None
    return [problem.text for problem in file.problems]


def test_folders_that_are_missing_hold_nothing(load: Callable[[], Library]) -> None:
    library = load()
    assert (library.entries, library.exercise_files, library.problems) == ((), (), ())
    assert library.exercises == {}


def test_files_are_listed_by_name_and_the_rest_of_a_folder_is_left_alone(
    write: Write, load: Callable[[], Library], tmp_path: Path
) -> None:
    write(
        routines={"b": routine("B"), "a.yml": routine("A"), "README.md": "#", ".c.yaml": "\0"},
        exercises={"walk": WALK},
    )
    (tmp_path / "routines" / "programs").mkdir()
    (tmp_path / "routines" / "folder.yaml").mkdir()
    (tmp_path / "routines" / "programs" / "d.yaml").write_text(routine("D"))
    library = load()
    assert names(library.entries) == [("a", "A", True), ("b", "B", True)]
    assert [file.slug for file in library.exercise_files] == ["walk"]


def test_a_broken_file_is_listed_with_its_problem(
    write: Write, load: Callable[[], Library]
) -> None:
    write(routines={"a": "routine: A\nsteps: [", "b": routine("B")}, exercises={"walk": WALK})
    library = load()
    assert names(library.entries) == [("a", "A", False), ("b", "B", True)]
    assert texts(library.routine("a")) == ["A value was expected here."]


def test_a_file_that_does_not_tell_what_it_is_counts_as_its_folder_holds(
    write: Write, load: Callable[[], Library]
) -> None:
    write(routines={"a": "foo: 1"}, exercises={"b": "foo: 1"})
    library = load()
    assert [entry.slug for entry in library.entries] == ["a"]
    assert [file.slug for file in library.exercise_files] == ["b"]


def test_an_exercise_may_lie_among_the_routines(write: Write, load: Callable[[], Library]) -> None:
    write(mine={"a": routine("A", "stroll"), "stroll": WALK}, exercises={"c": routine("C")})
    library = load()
    assert names(library.entries) == [("c", "C", False), ("a", "A", True)]
    assert list(library.exercises) == ["stroll"]


def test_a_persons_own_file_shadows_the_bundled_one_at_its_place(
    write: Write, load: Callable[[], Library], tmp_path: Path
) -> None:
    write(
        routines={"a": routine("A"), "b": routine("B")},
        mine={"x": routine("Mine") + "id: a\n"},
        exercises={"walk": WALK},
        my_exercises={"walk": WALK.replace("Walk", "Stroll")},
    )
    library = load()
    assert names(library.entries) == [("a", "Mine", True), ("b", "B", True)]
    assert library.exercises["walk"].name == "Stroll"
    assert [file.path.parent.name for file in library.exercise_files] == ["my_exercises"]


def test_a_broken_exercise_shadows_nothing_that_plays_and_is_listed(
    write: Write, load: Callable[[], Library]
) -> None:
    write(
        routines={"a": routine("A")},
        exercises={"walk": WALK},
        my_exercises={"walk": "exercise: Stroll\n"},
    )
    library = load()
    assert names(library.entries) == [("a", "A", True)]
    assert library.exercises["walk"].name == "Walk"
    assert texts(library.exercise_files[0]) == ["This exercise needs the key `position`."]


def test_a_broken_routine_shadows_so_that_its_problem_is_seen(
    write: Write, load: Callable[[], Library]
) -> None:
    write(routines={"a": routine("A")}, mine={"a": "routine: A"}, exercises={"walk": WALK})
    assert names(load().entries) == [("a", "A", False)]


def test_of_two_files_with_one_slug_in_a_folder_the_second_is_refused(
    write: Write, load: Callable[[], Library], tmp_path: Path
) -> None:
    write(
        routines={"a": routine("A"), "a.yml": routine("Other")},
        exercises={"walk": WALK, "x": WALK + "id: walk\n"},
    )
    library = load()
    assert names(library.entries) == [("a", "A", True), ("a.yml", "Other", False)]
    taken = "The slug `{}` is taken by {}. Rename this file, or give it an `id` of its own."
    assert texts(library.entries[1]) == [taken.format("a", tmp_path / "routines" / "a.yaml")]
    (walk, other) = library.exercise_files
    assert (walk.exercise, other.slug, other.exercise) == (
        library.exercises["walk"],
        "x.yaml",
        None,
    )
    assert texts(other) == [taken.format("walk", walk.path)]


def test_a_variant_that_leads_nowhere_is_a_warning(
    write: Write, load: Callable[[], Library]
) -> None:
    write(exercises={"walk": WALK + "easier: wolk\nharder: zzz\n", "xwalk": WALK + "easier: walk"})
    first, second = load().exercise_files
    assert [(p.line, p.column, p.severity, p.text, p.suggestion) for p in first.problems] == [
        (
            3,
            9,
            Severity.WARNING,
            "`easier`: there is no exercise `wolk`. Did you mean `walk`?",
            "walk",
        ),
        (4, 9, Severity.WARNING, "`harder`: there is no exercise `zzz`.", None),
    ]
    assert first.exercise is not None
    assert second.problems == ()


def test_a_folder_that_cannot_be_read_is_a_problem_of_its_own(
    write: Write, load: Callable[[], Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(exercises={"walk": WALK})
    (tmp_path / "routines").write_text("no folder")
    (problem,) = load().problems
    assert str(problem) == f"{tmp_path}/routines:1:1: error: A part of the path is not a folder."

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders.os, "scandir", refuse)
    assert {problem.text for problem in load().problems} == {
        "The file may not be read: permission denied."
    }


def test_a_name_of_odd_bytes_does_no_harm(
    write: Write, load: Callable[[], Library], tmp_path: Path
) -> None:
    write(routines={}, exercises={"walk": WALK})
    (tmp_path / "routines" / os.fsdecode(b"caf\xe9.yaml")).write_text(routine("A"))
    (entry,) = load().entries
    assert (entry.slug, entry.routine is not None) == ("caf?", True)


def test_a_routine_is_found_by_its_slug_else_by_its_path(
    write: Write,
    load: Callable[[], Library],
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(routines={"a": routine("A")}, exercises={"walk": WALK}, away={"b": routine("B", "hop")})
    write(away={"hop": WALK.replace("Walk", "Hop"), "plain": routine("Plain"), "no": "exercise: A"})
    (tmp_path / "away" / "bare").write_text(routine("Bare"))
    (home / "h.yaml").write_text(routine("Home"))
    library = load()

    def name_of(text: str) -> str | None:
        found = library.find(text)
        return None if found is None else found.name if found.routine else f"{found.name}?"

    assert name_of("a") == "A"
    assert name_of(str(tmp_path / "away" / "b.yaml")) == "B"
    assert name_of("~/h.yaml") == "Home"
    assert name_of("b") is None
    assert name_of("gone.yaml") == "gone?"
    assert name_of("away/gone") == "gone?"
    monkeypatch.chdir(tmp_path / "away")
    assert name_of("plain.yaml") == "Plain"
    assert name_of("bare") == "Bare"
    assert name_of("a") == "A"


def test_an_exercise_beside_a_routine_from_elsewhere_is_known_to_it(
    write: Write, load: Callable[[], Library], tmp_path: Path
) -> None:
    write(
        exercises={"walk": WALK, "run": WALK},
        away={
            "walk": WALK.replace("Walk", "Stroll"),
            "run": "exercise: Broken",
            "hop": WALK.replace("Walk", "Hop"),
            "skip": routine("A routine"),
            "a": "routine: A\nsteps:\n"
            + "".join(
                f"- {{exercise: {slug}, time: 1m}}\n" for slug in ("walk", "run", "hop", "hop")
            ),
            "b": routine("B", "skip"),
            "c": routine("C", "skin"),
        },
    )
    library = load()
    file = library.open(tmp_path / "away" / "a.yaml")
    assert file.routine is not None
    steps = file.routine.items
    assert [step.name for step in steps] == ["Stroll", "Walk", "Hop", "Hop"]
    assert texts(library.open(tmp_path / "away" / "b.yaml")) == [
        "There is no exercise `skip`. Give the step a `name` to make one up."
    ]
    assert library.open(tmp_path / "away" / "c.yaml").routine is None


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("warm-upp", "warm-up"),
        ("Quick warm up", "warm-up"),
        ("Quick_Warm", "warm-up"),
        ("zzz", None),
    ],
)
def test_the_routine_that_was_meant_is_found(
    write: Write, load: Callable[[], Library], word: str, slug: str | None
) -> None:
    write(routines={"warm-up": routine("Quick warm-up"), "b": routine("B")})
    assert load().nearest(word) == slug


def test_a_library_can_be_read_again(write: Write, load: Callable[[], Library]) -> None:
    write(routines={"a": routine("A")}, exercises={"walk": WALK})
    library = load()
    write(routines={"a": routine("Anew")})
    assert names(library.entries) == [("a", "A", True)]
    assert names(load().entries) == [("a", "Anew", True)]


def test_the_movement_of_an_exercise_is_read_when_it_is_asked_for(
    write: Write, load: Callable[[], Library]
) -> None:
    pose = "pose: {keyframes: [{name: still}]}\n"
    broken = "pose: {keyframes: []}\n"
    write(exercises={"walk": WALK + pose, "stand": WALK, "trot": WALK + broken})
    library = load()
    movement = library.movement_of("walk")
    assert movement is not None
    assert movement.keyframes[0].name == "still"
    for slug in ("stand", "trot", "fly"):
        assert library.movement_of(slug) is None
    assert sorted(library.exercises) == ["stand", "trot", "walk"]
