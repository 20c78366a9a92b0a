from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.core.choices import Sides, When
from routine_player.core.problem import Severity
from routine_player.core.routine import (
    Continuous,
    CountedReps,
    Exercise,
    HeldReps,
    Hold,
    PacedReps,
    Repeat,
    Rest,
    Routine,
    Step,
    Tempo,
)
from routine_player.store.routine_file import RoutineFile, read_routine

Read = Callable[[str], RoutineFile]

EXAMPLE = """\
routine: Hip-flexor and psoas reset
when: after-run                # before-run, after-run, any
summary: Opens the front of the hip after sitting or running.
defaults: {prepare: 5s, rest: 10s}
steps:
  - exercise: half-kneeling-hip-flexor-stretch
    hold: 30s
    sides: both                # left, right, both (right after left), alternate (every rep)
    sets: 2
    cue: Squeeze the glute, keep the ribs down.
  - exercise: glute-bridge
    reps: 12
    tempo: 2-1-2               # up, hold, down in seconds; the figure and the tick follow it
  - exercise: bird-dog
    hold: 10s
    reps: [5, 3, 1]            # falling sets
    sides: alternate
  - rest: 30s
  - repeat: 3
    steps:
      - {exercise: easy-run, time: 2m}
      - {exercise: walk, time: 2m}
  - exercise: reverse-hyper
    reps: 10
    pace: self                 # waits for Done
    instead: {no-bench: glute-bridge, hurts: bird-dog}
    optional: true             # dropped first when time is short
"""


def told(file: RoutineFile) -> list[tuple[int, int, str]]:
    assert file.routine is None
    assert {problem.severity for problem in file.problems} == {Severity.ERROR}
    return [(problem.line, problem.column, problem.text) for problem in file.problems]


def test_the_example_of_the_format_means_what_it_says(
    tmp_path: Path, exercises: dict[str, Exercise]
) -> None:
    path = tmp_path / "hip-flexor-reset.yaml"
    path.write_text(EXAMPLE)
    expected = Routine(
        slug="hip-flexor-reset",
        name="Hip-flexor and psoas reset",
        when=When.AFTER_RUN,
        summary="Opens the front of the hip after sitting or running.",
        default_prepare_s=5.0,
        path=str(path),
        items=(
            Step(
                exercises["half-kneeling-hip-flexor-stretch"],
                (Hold(30.0), Hold(30.0)),
                Sides.BOTH,
                rest_s=10.0,
                cue="Squeeze the glute, keep the ribs down.",
                line=6,
            ),
            Step(
                exercises["glute-bridge"],
                (PacedReps(12, Tempo(2.0, 1.0, 2.0)),),
                rest_s=10.0,
                line=11,
            ),
            Step(
                exercises["bird-dog"],
                tuple(HeldReps(reps, 10.0, 3.0) for reps in (5, 3, 1)),
                Sides.ALTERNATE,
                rest_s=10.0,
                line=14,
            ),
            Rest(30.0, line=18),
            Repeat(
                3,
                (
                    Step(exercises["easy-run"], (Continuous(120.0),), rest_s=10.0, line=21),
                    Step(exercises["walk"], (Continuous(120.0),), rest_s=10.0, line=22),
                ),
                line=19,
            ),
            Step(
                exercises["reverse-hyper"],
                (CountedReps(10),),
                rest_s=10.0,
                self_paced=True,
                optional=True,
                instead=(("no-bench", "glute-bridge"), ("hurts", "bird-dog")),
                line=23,
            ),
        ),
    )
    assert read_routine(path, exercises) == RoutineFile(
        path=path,
        slug="hip-flexor-reset",
        name="Hip-flexor and psoas reset",
        routine=expected,
        problems=(),
        text=EXAMPLE,
    )


def test_what_is_left_out_has_its_defaults(read_text_as_routine: Read) -> None:
    file = read_text_as_routine("routine: A\nsteps:\n- exercise: walk\n  time: 1m\n")
    assert file.routine is not None
    assert (file.routine.when, file.routine.summary) == (When.ANY, "")
    assert file.routine.default_prepare_s is None
    (step,) = file.routine.items
    assert isinstance(step, Step)
    assert (step.prepare_s, step.rest_s, step.self_paced) == (None, 0.0, False)


def test_a_default_may_be_nothing_at_all(read_text_as_routine: Read) -> None:
    text = "routine: A\ndefaults: {prepare: 0}\nsteps: [{exercise: walk, time: 1m, rest: 0}]"
    file = read_text_as_routine(text)
    assert file.routine is not None
    assert file.routine.default_prepare_s == 0


def test_a_renamed_file_keeps_its_slug_by_its_id(read_text_as_routine: Read) -> None:
    file = read_text_as_routine("routine: A\nid: My old name\nsteps: [{rest: 5s}]")
    assert file.slug == "My old name"
    assert file.routine is not None
    assert file.routine.slug == "My old name"


def test_crlf_and_a_byte_order_mark_change_nothing(read_text_as_routine: Read) -> None:
    plain = read_text_as_routine(EXAMPLE)
    other = read_text_as_routine("\ufeff" + EXAMPLE.replace("\n", "\r\n"))
    assert other.routine == plain.routine
    assert not other.text.startswith("\ufeff")


WHEN = "before-run, after-run, any"
DURATION = "expected a duration such as `30s`, `2m`, `1m30s` or `1:30`"


def test_all_problems_are_told_at_once_in_the_order_of_the_file(read_text_as_routine: Read) -> None:
    text = """\
routine: A
wen: any
when: afterrun
defaults: {prepare: 5 sec, rst: 1}
summary:
steps:
  - exercise: glute-brigde
    side: both
    time: 2m
    hold: 30s
  - foo
"""
    assert told(read_text_as_routine(text)) == [
        (2, 1, "No routine has the key `wen`. Did you mean `when`?"),
        (3, 7, f"`when`: expected one of {WHEN}, not `afterrun`. Did you mean `after-run`?"),
        (4, 21, f"`prepare`: {DURATION}, not `5 sec`. Did you mean `5s`?"),
        (4, 28, "No group of defaults has the key `rst`. Did you mean `rest`?"),
        (5, 9, "`summary`: a value is missing."),
        (7, 15, "There is no exercise `glute-brigde`. Did you mean `glute-bridge`?"),
        (8, 5, "No step has the key `side`. Did you mean `sides`?"),
        (10, 5, "Keeping still is `hold`, moving is `time`: a step has one of them."),
        (11, 5, "A step is made of keys and values, such as `exercise: glute-bridge`."),
    ]


UNTOLD = "Expected `routine:` or `exercise:` with a name, to tell what this file is."
KEYS = "The keys are routine, id, when, summary, defaults, steps."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "The file is empty.")),
        ("# to do\n", (1, 1, "The file is empty.")),
        (
            "\n- exercise: walk",
            (2, 1, "Expected keys and values, with `routine:` and a name as the first line."),
        ),
        (
            "{}",
            (1, 1, UNTOLD),
        ),
        (
            "# mine\nrotine: A\nsteps: []",
            (2, 1, f"{UNTOLD} The first key is `rotine`. Did you mean `routine`?"),
        ),
        (
            "weeks: []",
            (1, 1, f"{UNTOLD} The first key is `weeks`."),
        ),
        (
            "program: Couch to 5K",
            (1, 1, "Programs cannot be read; expected `routine:` or `exercise:` with a name."),
        ),
        (
            "exercise: Walk\nposition: walking",
            (1, 1, "This file is an exercise; expected a routine."),
        ),
        ("routine: A", (1, 1, "This routine needs the key `steps`.")),
        ("routine: A\nsteps:", (2, 7, "`steps`: no step is given.")),
        ("routine: A\nsteps: []", (2, 8, "`steps`: no step is given.")),
        (
            "routine: A\nsteps: walk",
            (2, 8, "`steps`: expected a list of steps, each after `- `, not a single value."),
        ),
        (
            "routine: A\nsteps: {rest: 5s}",
            (2, 8, "`steps`: expected a list of steps, each after `- `, not keys and values."),
        ),
        ("routine:\nsteps: [rest: 5s]", (1, 9, "`routine`: a value is missing.")),
        ("routine: [A]\nsteps: [rest: 5s]", (1, 10, "`routine`: expected one value, not a list.")),
        (
            "routine: {A: b}\nsteps: [rest: 5s]",
            (1, 10, "`routine`: expected one value, not keys and values."),
        ),
        (
            f"routine: {'x' * 121}\nsteps: [rest: 5s]",
            (1, 10, "`routine`: too long: 121 characters, at most 120."),
        ),
        (
            "routine: A\nid: ../b\nsteps: [rest: 5s]",
            (2, 5, "`id`: expected a name without folders, not `../b`."),
        ),
        (
            'routine: A\nid: "a\\\\b"\nsteps: [rest: 5s]',
            (2, 5, "`id`: expected a name without folders, not `a\\b`."),
        ),
        (
            "routine: A\nsummary: |\n  a\n  b\u0009c\nsteps: [rest: 5s]",
            (2, 10, "`summary`: the control character U+0009 cannot stand in text."),
        ),
        (
            "routine: A\ndefaults: 5s\nsteps: [rest: 5s]",
            (2, 11, "`defaults`: expected keys and values such as `{prepare: 5s, rest: 10s}`."),
        ),
        ("routine: A\nsteps: [rest: 5s]\nfoo: 1", (3, 1, f"No routine has the key `foo`. {KEYS}")),
        (
            "routine: A\nsteps: [rest: 5s]\nsteps: []",
            (3, 1, "`steps` stands here a second time."),
        ),
        ("routine: A\nsteps: [a", (2, 8, "The list that opens here needs a `,` or its `]`.")),
        ("routine: A\nsteps:\n - \0", (3, 4, "A NUL byte stands here: this is not a text file.")),
    ],
)
def test_a_broken_routine_says_what_was_expected_and_where(
    read_text_as_routine: Read, text: str, expected: tuple[int, int, str]
) -> None:
    assert told(read_text_as_routine(text)) == [expected]


def test_a_suggestion_is_kept_apart_for_programs(read_text_as_routine: Read) -> None:
    (problem,) = read_text_as_routine("routine: A\nsteps: [rest: 5s]\nwen: any").problems
    assert problem.suggestion == "when"
    assert problem.file.endswith("a.yaml")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("routine: Reset\nsteps: []", "Reset"),
        ("steps: [\nroutine: 'My reset'\n", "My reset"),
        ("steps: [\nroutine:\n", "a"),
        (f"steps: [\nroutine: {'x' * 200}\n", "a"),
        ("routine: [A]\nsteps: []", "[A]"),
        ("nothing", "a"),
    ],
)
def test_a_broken_file_is_named_as_well_as_can_be(
    read_text_as_routine: Read, text: str, name: str
) -> None:
    file = read_text_as_routine(text)
    assert (file.slug, file.name, file.routine) == ("a", name, None)


@pytest.mark.parametrize(
    ("id_line", "slug"), [("id: [b]", "a"), ("id: b", "b"), (f"id: {'x' * 121}", "a")]
)
def test_a_slug_is_told_even_of_a_broken_file(
    read_text_as_routine: Read, id_line: str, slug: str
) -> None:
    assert read_text_as_routine(f"routine: A\n{id_line}\nsteps: []").slug == slug


def test_a_missing_file_is_a_file_with_a_problem(
    tmp_path: Path, exercises: dict[str, Exercise]
) -> None:
    path = tmp_path / "gone.yaml"
    file = read_routine(path, exercises)
    assert (file.slug, file.name, file.text) == ("gone", "gone", "")
    assert told(file) == [(1, 1, "The file does not exist.")]


def steps_with(lines: str) -> str:
    return f"routine: A\nsteps:\n{lines}"


def test_five_thousand_phases_are_the_most(read_text_as_routine: Read) -> None:
    # Two phases a round: a prepare and the work.
    step = "{name: B, hold: 1s, prepare: 1s}"
    fits = f"- repeat: 25\n  steps: [repeat: 100, steps: [{step}]]".replace(
        "[repeat: 100, steps:", "[{repeat: 100, steps:"
    ).replace("]]", "]}]")
    assert read_text_as_routine(steps_with(fits)).problems == ()
    file = read_text_as_routine(steps_with(fits + "\n- {name: C, hold: 1s}"))
    assert told(file) == [(2, 1, "The steps come to more than 5,000 phases.")]


def test_eight_hours_are_the_most(read_text_as_routine: Read) -> None:
    four_hours = "- {name: B, time: 4h, prepare: 0}\n"
    assert read_text_as_routine(steps_with(four_hours * 2)).problems == ()
    file = read_text_as_routine(steps_with(four_hours * 2 + "- {name: C, hold: 1s, prepare: 0}"))
    assert told(file) == [(2, 1, "The steps take more than 8 hours.")]


def test_repeats_of_repeats_of_repeats_are_counted_and_not_unrolled(
    read_text_as_routine: Read,
) -> None:
    nest = "{name: B, hold: 4h}"
    for _ in range(8):
        nest = f"{{repeat: 200, steps: [{nest}]}}"
    assert told(read_text_as_routine(steps_with(f"- {nest}"))) == [
        (2, 1, "The steps come to more than 5,000 phases."),
        (2, 1, "The steps take more than 8 hours."),
    ]


def test_of_a_hundred_thousand_problems_a_hundred_are_told(read_text_as_routine: Read) -> None:
    file = read_text_as_routine(steps_with("- {exercise: wolk, hodl: 1s}\n" * 1000))
    assert len(file.problems) == 101
    last = "a.yaml:52:20: error: There are more problems; 100 are shown."
    assert str(file.problems[-1]).endswith(last)
    assert file.routine is None
