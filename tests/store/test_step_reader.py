import re
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.choices import Sides
from routine_player.core.problem import Problem, Severity
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Dose,
    Exercise,
    HeldReps,
    Hold,
    Item,
    PacedReps,
    Repeat,
    Step,
    Tempo,
)
from routine_player.store.routine_file import RoutineFile, read_routine

Read = Callable[[str], RoutineFile]
SLOW = Tempo(3.0, 0.0, 3.0)
BRIDGE = Tempo(2.0, 1.0, 2.0)
STEP_KEYS = (
    "exercise, name, hold, reps, tempo, time, sets, sides, prepare, rest, pace, optional,"
    " instead, image, say, cue, note"
)


@pytest.fixture
def items_of(read_text_as_routine: Read) -> Callable[[str], tuple[Item, ...]]:
    """Read a routine of steps in braces, one a line, without any problem."""

    def read(steps: str) -> tuple[Item, ...]:
        file = read_text_as_routine(with_steps(steps))
        assert file.problems == ()
        assert file.routine is not None
        return file.routine.items

    return read


@pytest.fixture
def told_of(read_text_as_routine: Read) -> Callable[[str], list[str]]:
    """Read one step in which a `^` stands before every place that is wrong; give what is told."""

    def read(marked: str) -> list[str]:
        step = with_steps(marked).splitlines()[2]
        places = [match.start() - order for order, match in enumerate(re.finditer(r"\^", step))]
        file = read_text_as_routine(with_steps(marked.replace("^", "")))
        found = {(problem.line, problem.column) for problem in file.problems}
        assert found == {(3, place + 1) for place in places}
        return [problem.text for problem in file.problems]

    return read


def with_steps(steps: str) -> str:
    return "routine: A\nsteps:\n" + "".join(f"- {step}\n" for step in steps.splitlines())


def only_step(items: tuple[Item, ...]) -> Step:
    (step,) = items
    assert isinstance(step, Step)
    return step


@pytest.mark.parametrize(
    ("step", "sets"),
    [
        ("exercise: walk, hold: 30s", (Hold(30.0),)),
        ("exercise: walk, hold: 30s, sets: 2", (Hold(30.0),) * 2),
        ("exercise: walk, time: 2m, sets: 2", (Continuous(120.0),) * 2),
        ("exercise: walk, reps: 12", (CountedReps(12),)),
        ("exercise: walk, reps: [5, 3]", (CountedReps(5), CountedReps(3))),
        ("exercise: walk, reps: 5, tempo: 3-0-3", (PacedReps(5, SLOW),)),
        ("exercise: glute-bridge, reps: 5", (PacedReps(5, BRIDGE),)),
        ("exercise: glute-bridge, reps: [5, 3]", (PacedReps(5, BRIDGE), PacedReps(3, BRIDGE))),
        ("exercise: glute-bridge, reps: 5, tempo: 3-0-3", (PacedReps(5, SLOW),)),
        ("exercise: glute-bridge, reps: 5, hold: 10s", (HeldReps(5, 10.0, 2.0),)),
        ("exercise: bird-dog, hold: 10s, reps: 5, sets: 2", (HeldReps(5, 10.0, 3.0),) * 2),
    ],
)
def test_a_step_has_the_dose_that_its_keys_say(
    items_of: Callable[[str], tuple[Item, ...]], step: str, sets: tuple[Dose, ...]
) -> None:
    assert only_step(items_of(f"{{{step}}}")).sets == sets


STILL = "Keeping still is `hold`, moving is `time`: a step has one of them."
COUNTED = "Counted work is `reps`, uncounted is `time`: a step has one of them."
PACED = "Reps with a `hold` have no `tempo`: the hold paces them."
UNCOUNTED = "A `tempo` paces `reps`, and `time` is not counted."
LISTED = "A list of `reps` is the sets: one number for each. Leave out `sets`."


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("hold: 1s, ^time: 1m", [STILL]),
        ("time: 1m, ^hold: 1s", [STILL]),
        ("reps: 5, ^time: 1m", [COUNTED]),
        ("tempo: 1-1-1, ^time: 1m", [UNCOUNTED]),
        ("hold: 1s, ^tempo: 1-1-1", [PACED]),
        ("hold: 1s, reps: 5, ^tempo: 1-1-1", [PACED]),
        ("reps: [5], ^sets: 1", [LISTED]),
        ("^tempo: 1-1-1", ["A `tempo` needs `reps`."]),
        ("hold: 1s, reps: 1, ^tempo: 1-1-1, ^time: 1s", [PACED, STILL, COUNTED, UNCOUNTED]),
    ],
)
def test_a_step_with_more_than_one_dose_is_refused_at_the_later_key(
    told_of: Callable[[str], list[str]], keys: str, expected: list[str]
) -> None:
    assert told_of(f"{{exercise: walk, {keys}}}") == expected


def test_a_step_without_a_dose_is_refused_and_told_the_usual_one(
    told_of: Callable[[str], list[str]],
) -> None:
    expected = "There is no dose: give `hold`, `reps` or `time`."
    usual = "Usual for this exercise is `reps: 12, tempo: 2-1-2, sets: 2`."
    assert told_of("^{exercise: walk, sets: 2}") == [expected]
    assert told_of("^{exercise: glute-bridge}") == [f"{expected} {usual}"]


@pytest.mark.parametrize(
    ("sets", "usual"),
    [
        ((Hold(30.0),), "hold: 30s"),
        ((Hold(2.5),) * 3, "hold: 2.5s, sets: 3"),
        ((HeldReps(5, 10.0, 2.0), HeldReps(3, 10.0, 2.0)), "hold: 10s, reps: [5, 3]"),
        ((CountedReps(10),), "reps: 10"),
        ((Continuous(90.0),), "time: 90s"),
    ],
)
def test_the_usual_dose_is_told_as_it_would_be_written(
    tmp_path: Path, sets: tuple[Dose, ...], usual: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(with_steps("{exercise: x}"))
    (problem,) = read_routine(path, {"x": Exercise("x", "X", sets=sets)}).problems
    assert problem.text.endswith(f"Usual for this exercise is `{usual}`.")


@pytest.mark.parametrize(
    ("step", "keys"),
    [
        ("{exercise: walk, hold: ^x}", ["hold"]),
        ("{exercise: walk, hold: ^0}", ["hold"]),
        ("{exercise: walk, reps: ^x, tempo: ^y}", ["reps", "tempo"]),
        ("{exercise: walk, reps: [1, ^x, 2]}", ["reps"]),
        ("{exercise: walk, reps: ^501}", ["reps"]),
        ("{exercise: walk, reps: 5, sets: ^51}", ["sets"]),
        ("{exercise: walk, reps: 5, tempo: ^1}", ["tempo"]),
        ("{exercise: walk, time: 1m, rest: ^x, prepare: ^y}", ["rest", "prepare"]),
        ("{exercise: walk, time: 1m, pace: ^me}", ["pace"]),
        ("{exercise: walk, time: 1m, optional: ^maybe}", ["optional"]),
        ("{exercise: walk, time: 1m, cue: ^''}", ["cue"]),
        ("{exercise: ^[walk], time: 1m}", ["exercise"]),
        ("{name: ^'', time: 1m}", ["name"]),
        ("{exercise: bird-dog, hold: 9s, sides: ^up}", ["sides"]),
        ("{exercise: bird-dog, reps: ^x, sides: alternate}", ["reps"]),
        ("{exercise: walk, time: 1m, instead: ^walk}", ["instead"]),
    ],
)
def test_a_bad_value_is_told_once_and_nothing_follows_from_it(
    told_of: Callable[[str], list[str]], step: str, keys: list[str]
) -> None:
    assert [text.split("`")[1] for text in told_of(step)] == keys


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("{exercise: walk, reps: ^[]}", "`reps`: expected 1 to 50 sets in the list, not 0."),
        (
            f"{{exercise: walk, reps: ^[{'1, ' * 51}]}}",
            "`reps`: expected 1 to 50 sets in the list, not 51.",
        ),
        ("{exercise: walk, hold: ^0s}", "`hold`: expected more than 0 seconds."),
        ("{rest: ^0}", "`rest`: expected more than 0 seconds."),
        ("{exercise: walk, time: 1m, pace: ^me}", "`pace`: expected `self`, not `me`."),
        (
            "{repeat: ^0, steps: [rest: 1s]}",
            "`repeat`: expected a whole number from 1 to 200, not `0`.",
        ),
        (
            "{repeat: ^201, steps: [rest: 1s]}",
            "`repeat`: expected a whole number from 1 to 200, not `201`.",
        ),
        ("^{repeat: 2}", "This repeat needs the key `steps`."),
        ("^{steps: [rest: 1s]}", "This repeat needs the key `repeat`."),
        ("{repeat: 2, steps: ^[]}", "`steps`: no step is given."),
        ("^{reps: 5}", "This step needs the key `exercise`, or a `name` of its own."),
        ("{rest: 5s, ^cue: Breathe}", "No rest has the key `cue`. The keys are rest."),
    ],
)
def test_a_wrong_step_says_what_was_expected(
    told_of: Callable[[str], list[str]], step: str, text: str
) -> None:
    assert told_of(step) == [text]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("hodl", "hold"),
        ("repeat", "sets"),
        ("duration", "time"),
        ("Sides", "sides"),
        ("tempoo", "tempo"),
    ],
)
def test_a_misspelt_key_is_told_with_the_one_that_was_meant_and_nothing_follows(
    told_of: Callable[[str], list[str]], key: str, meant: str
) -> None:
    dose = "reps: 5, " if meant in {"sets", "sides"} else ""
    assert told_of(f"{{exercise: bird-dog, {dose}^{key}: 5}}") == [
        f"No step has the key `{key}`. Did you mean `{meant}`?"
    ]


def test_a_key_like_no_other_is_told_with_all_there_are(
    told_of: Callable[[str], list[str]],
) -> None:
    assert told_of("{exercise: walk, time: 1m, ^xyz: 1}") == [
        f"No step has the key `xyz`. The keys are {STEP_KEYS}."
    ]


@pytest.mark.parametrize(
    "keys", ["^excercise: walk", "^nam: Walk", "^excercise: walk, name: Stroll"]
)
def test_a_step_whose_name_is_misspelt_lacks_nothing_else_and_makes_nothing_up(
    told_of: Callable[[str], list[str]], keys: str
) -> None:
    assert len(told_of(f"{{{keys}, time: 1m}}")) == 1


@pytest.mark.parametrize(
    ("slug", "ending"),
    [
        ("glute-brigde", " Did you mean `glute-bridge`?"),
        ("Glute bridge", " Did you mean `glute-bridge`?"),
        ("hip bridge", " Did you mean `glute-bridge`?"),
        ("Bird-dog", " Did you mean `bird-dog`?"),
        ("zzz", " Give the step a `name` to make one up."),
    ],
)
def test_an_unknown_exercise_is_told_with_the_one_that_was_meant(
    told_of: Callable[[str], list[str]], slug: str, ending: str
) -> None:
    assert told_of(f"{{exercise: ^{slug}, hold: 5s}}") == [
        f"There is no exercise `{slug}`.{ending}"
    ]


def test_the_dose_of_an_unknown_exercise_is_looked_at_all_the_same(
    told_of: Callable[[str], list[str]],
) -> None:
    assert told_of("{exercise: ^zzz, hold: 5s, ^time: 5s}")[1:] == [STILL]


def test_an_exercise_that_is_made_up_has_a_name_alone(
    items_of: Callable[[str], tuple[Item, ...]],
) -> None:
    steps = items_of(
        "{exercise: qigong, name: Eight brocades, time: 5m}\n"
        "{name: Stretch of my own, hold: 30s, sides: both}\n"
        "{name: Shadow boxing, reps: 5, sides: alternate}"
    )
    assert [step for step in steps if isinstance(step, Step)] == [
        Step(
            Exercise("", "Eight brocades"), (Continuous(300.0),), own_name="Eight brocades", line=3
        ),
        Step(
            Exercise("", "Stretch of my own"),
            (Hold(30.0),),
            Sides.BOTH,
            own_name="Stretch of my own",
            line=4,
        ),
        Step(
            Exercise("", "Shadow boxing"),
            (CountedReps(5),),
            Sides.ALTERNATE,
            own_name="Shadow boxing",
            line=5,
        ),
    ]


def test_a_slip_beside_a_name_is_hinted_at(read_text_as_routine: Read) -> None:
    file = read_text_as_routine(with_steps("{exercise: glute-brigde, name: Bridge, hold: 5s}"))
    assert file.routine is not None
    (hint,) = file.problems
    assert (hint.column, hint.severity, hint.suggestion) == (14, Severity.HINT, "glute-bridge")
    assert hint.text.startswith("`glute-brigde` is not in the library and plays as its name alone.")


def test_a_name_of_its_own_stands_for_that_of_the_library(
    items_of: Callable[[str], tuple[Item, ...]], exercises: dict[str, Exercise]
) -> None:
    step = only_step(items_of("{exercise: walk, name: Stroll, time: 1m}"))
    assert (step.exercise, step.name) == (exercises["walk"], "Stroll")


@pytest.mark.parametrize(
    ("step", "sides"),
    [
        ("exercise: walk, time: 5s", Sides.NONE),
        ("exercise: half-kneeling-hip-flexor-stretch, hold: 5s", Sides.BOTH),
        ("exercise: half-kneeling-hip-flexor-stretch, hold: 5s, sides: left", Sides.LEFT),
        ("exercise: half-kneeling-hip-flexor-stretch, reps: 5, sides: alternate", Sides.ALTERNATE),
        ("exercise: bird-dog, reps: 5", Sides.ALTERNATE),
        ("exercise: bird-dog, hold: 5s, reps: 5", Sides.ALTERNATE),
        ("exercise: bird-dog, hold: 5s", Sides.BOTH),
        ("exercise: bird-dog, reps: 5, sides: right", Sides.RIGHT),
        ("name: Own, hold: 5s", Sides.NONE),
    ],
)
def test_sides_are_as_written_else_as_the_exercise_has_them(
    items_of: Callable[[str], tuple[Item, ...]], step: str, sides: Sides
) -> None:
    assert only_step(items_of(f"{{{step}}}")).sides is sides


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (
            "{exercise: walk, time: 5s, ^sides: both}",
            "`sides`: Walk has no sides. Leave it out.",
        ),
        (
            "{exercise: bird-dog, hold: 5s, sides: ^alternate}",
            "`sides`: `alternate` changes sides every rep, so it needs `reps`.",
        ),
    ],
)
def test_sides_that_cannot_be_are_refused(
    told_of: Callable[[str], list[str]], step: str, expected: str
) -> None:
    assert told_of(step) == [expected]


def test_everything_else_is_taken_as_it_stands(
    items_of: Callable[[str], tuple[Item, ...]],
) -> None:
    step = only_step(
        items_of(
            "{exercise: reverse-hyper, reps: 5, prepare: 0, rest: 1:30, pace: self, optional: yes,"
            " say: Lie down., cue: Slowly., note: Stop if it hurts.,"
            " instead: {no-resistance-band: bird-dog}}"
        )
    )
    assert (step.prepare_s, step.rest_s, step.self_paced, step.optional) == (0.0, 90.0, True, True)
    assert (step.say, step.cue, step.note) == ("Lie down.", "Slowly.", "Stop if it hurts.")
    assert step.instead == (("no-resistance-band", "bird-dog"),)


def test_what_to_do_instead_has_to_be_known_and_to_come_true(
    told_of: Callable[[str], list[str]],
) -> None:
    wrong = "`instead`: expected `hurts`, or `no-` and a piece of equipment such as `no-bench`, not"
    assert told_of(
        "{exercise: reverse-hyper, reps: 5, instead:"
        " {hurts: ^wlak, ^no-mat: walk, no-bench: bird-dog, ^Hurts: walk, ^no-: walk, no-x: ^[a]}}"
    ) == [
        "There is no exercise `wlak`. Did you mean `walk`?",
        "`no-mat` never comes true: Reverse hyper does not need that.",
        f"{wrong} `Hurts`. Did you mean `hurts`?",
        f"{wrong} `no-`.",
        "`instead`: expected one value, not a list.",
    ]


def test_an_alternative_that_never_comes_true_is_a_warning(read_text_as_routine: Read) -> None:
    step = "{exercise: walk, time: 1m, instead: {no-hill: walk}}"
    file = read_text_as_routine(with_steps(step))
    assert [problem.severity for problem in file.problems] == [Severity.WARNING]
    assert file.routine is not None


def test_nobody_knows_what_a_made_up_exercise_needs(
    items_of: Callable[[str], tuple[Item, ...]],
) -> None:
    step = only_step(items_of("{name: Own, hold: 5s, instead: {no-rope: walk}}"))
    assert step.instead == (("no-rope", "walk"),)


def test_repeats_nest_and_have_rests(items_of: Callable[[str], tuple[Item, ...]]) -> None:
    (outer,) = items_of(
        "{repeat: 2, rest: 1m, steps: [{repeat: 3, steps: [{exercise: walk, time: 5s}]}]}"
    )
    assert isinstance(outer, Repeat)
    assert (outer.times, outer.rest_s, outer.line) == (2, 60.0, 3)
    (inner,) = outer.items
    assert isinstance(inner, Repeat)
    assert (inner.times, inner.rest_s, len(inner.items)) == (3, 0.0, 1)


def test_steps_of_a_broken_repeat_are_looked_at_too(
    told_of: Callable[[str], list[str]],
) -> None:
    assert len(told_of("{repeat: ^x, steps: [{rest: ^y}, ^5]}")) == 3


def test_an_alias_repeats_a_step(items_of: Callable[[str], tuple[Item, ...]]) -> None:
    first, second = items_of("&a {exercise: walk, time: 1m}\n*a")
    assert isinstance(first, Step)
    assert first == second


def test_a_problem_behind_an_alias_is_told_once(read_text_as_routine: Read) -> None:
    file = read_text_as_routine(with_steps("&a {exercise: walk, time: x}\n*a"))
    assert [(problem.line, problem.column) for problem in file.problems] == [(3, 29)]


def test_a_picture_is_an_absolute_path_that_was_looked_at(
    tmp_path: Path, png: bytes, items_of: Callable[[str], tuple[Item, ...]]
) -> None:
    (tmp_path / "a.png").write_bytes(png)
    step = only_step(items_of("{exercise: walk, time: 1m, image: a.png}"))
    assert step.image == str((tmp_path / "a.png").resolve())


def test_a_picture_that_cannot_be_shown_is_a_warning(read_text_as_routine: Read) -> None:
    file = read_text_as_routine(with_steps("{exercise: walk, time: 1m, image: b.png}"))
    assert file.problems == (
        Problem(
            str(file.path),
            3,
            37,
            Severity.WARNING,
            "`image`: the file does not exist. The step plays without it.",
        ),
    )
    assert file.routine is not None
    assert only_step(file.routine.items).image is None


def test_a_picture_is_looked_for_beside_the_file_itself_when_there_is_a_link_to_it(
    tmp_path: Path, png: bytes, exercises: dict[str, Exercise]
) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "a.png").write_bytes(png)
    (real / "a.yaml").write_text(with_steps("{exercise: walk, time: 1m, image: a.png}"))
    link = tmp_path / "link.yaml"
    link.symlink_to(real / "a.yaml")
    file = read_routine(link, exercises)
    assert file.problems == ()
    assert file.slug == "link"
