"""What no checker of the format can know about the bundled exercises and routines."""

import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from routine_player.core.choices import When
from routine_player.core.compilation import compile_timeline
from routine_player.core.routine import Routine, steps_of
from routine_player.core.timeline import PhaseKind, Timeline
from routine_player.store.library import Library

PROJECT = Path(__file__).parents[2]
EXERCISE_PATHS = sorted((PROJECT / "assets" / "exercises").glob("*.yaml"))
ROUTINE_PATHS = sorted((PROJECT / "routines").glob("*.yaml"))

SHOWN_LARGE = 60  # characters that fit one line of the player in large type
SHOWN_SMALL = 100

PROMISES = re.compile(
    r"\b(helps?|works|cures?|fix(es)?|heals?|proven|prevents?|relieves?|reduces|guarantees?)\b",
    re.IGNORECASE,
)
SIDE_WORDS = re.compile(r"\b(left|right)\b", re.IGNORECASE)

EQUIPMENT = {
    *("mat", "roller", "bench", "band", "strap", "wall"),
    *("chair", "step", "dowel", "ball", "rail"),
}

MUSCLES = {
    *("gluteus maximus", "gluteus medius", "gluteus minimus", "piriformis"),
    *("iliopsoas", "rectus femoris", "tensor fasciae latae"),
    *("quadriceps", "hamstrings", "adductors", "gastrocnemius", "soleus", "tibialis anterior"),
    *("rectus abdominis", "obliques", "transversus abdominis", "diaphragm"),
    *("erector spinae", "multifidus", "quadratus lumborum"),
    *("latissimus dorsi", "trapezius", "rhomboids", "serratus anterior"),
    *("deltoids", "rotator cuff", "pectoralis major"),
}

SOURCES = {
    "editable default",
    "Bandy & Irion 1994, 1997",
    "Hatefi 2021",
    "McGill, via coaching sources",
    "review, PMC8998857",
    "clinic sheet citing Liebenson",
    "NHS Couch to 5K",
    "opinion only",
    "forum advice",
}

WARM_UP = """
    brisk-walk leg-swing-front-back leg-swing-side-to-side walking-lunge-with-rotation
    high-knee-march butt-kick hip-circle ankle-bounce inchworm worlds-greatest-stretch cat-cow
    glute-bridge-march arm-circle
"""
FRONT_OF_THE_HIP = """
    half-kneeling-hip-flexor-stretch couch-stretch thomas-stretch low-lunge standing-quad-stretch
"""
BACK_OF_THE_LEG = """
    supine-strap-hamstring-stretch standing-heel-on-step-hamstring-stretch
    seated-single-leg-hamstring-stretch sciatic-nerve-floss figure-four-glute-stretch
    single-knee-to-chest double-knee-to-chest
    wall-calf-stretch-straight-knee wall-calf-stretch-bent-knee
"""
BACK_AND_TRUNK = """
    childs-pose supine-twist seated-twist prone-press-up open-book thoracic-extension-over-roller
"""
STRENGTH = """
    glute-bridge single-leg-bridge hip-thrust clamshell banded-lateral-walk bird-dog dead-bug
    curl-up front-plank side-plank-knees side-plank single-leg-deadlift bodyweight-squat
    overhead-squat back-extension reverse-hyper wall-slide band-pull-apart hip-hinge-with-dowel
    step-up calf-raise side-lying-hip-abduction prone-back-raise pelvic-tilt
    ninety-ninety-breathing glute-ball-massage
"""
ROLLING = """
    foam-roll-upper-back foam-roll-glutes foam-roll-hamstrings foam-roll-quads-and-hip-flexors
    foam-roll-calves foam-roll-outer-thigh foam-roll-lower-back
"""
ON_THE_MOVE = "walk easy-run barefoot-run-on-grass"
PEOPLE_LOOK_FOR = (
    WARM_UP + FRONT_OF_THE_HIP + BACK_OF_THE_LEG + BACK_AND_TRUNK + STRENGTH + ROLLING + ON_THE_MOVE
).split()

TAKE_CARE = (
    "foam-roll-lower-back",
    "reverse-hyper",
    "prone-press-up",
    "sciatic-nerve-floss",
    "back-extension",
    "barefoot-run-on-grass",
)

MINUTES = {
    "pre-run-warm-up": (7.75, 8.25),
    "quick-warm-up": (3.75, 4.25),
    "ten-minute-warm-up": (9.5, 10.5),
    "after-run-cool-down": (11.5, 12.5),
    "morning-back-mobility": (9.5, 10.5),
    "evening-stretching": (19.5, 20.5),
    "demo": (1, 1),
    "barefoot-run-walk-on-grass": (28, 28),
    "couch-to-5k-week-1": (30, 30),
    "couch-to-5k-week-2": (30, 30),
}


def read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


EXERCISES = {path.stem: read(path) for path in EXERCISE_PATHS}

each_exercise = pytest.mark.parametrize("slug", sorted(EXERCISES))
each_file = pytest.mark.parametrize(
    "path", [*EXERCISE_PATHS, *ROUTINE_PATHS], ids=lambda path: path.stem
)
each_routine = pytest.mark.parametrize("slug", [path.stem for path in ROUTINE_PATHS])


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load([PROJECT / "routines"], [PROJECT / "assets" / "exercises"])


def routine_in(library: Library, slug: str) -> Routine:
    entry = library.routine(slug)
    assert entry is not None
    assert entry.routine is not None, entry.problems
    return entry.routine


def level_changes(timeline: Timeline) -> int:
    positions = [planned.step.exercise.position for planned in timeline.steps]
    levels = [position.level for position in positions if position is not None]
    return len(list(groupby(levels))) - 1


def texts(node: object) -> Iterator[str]:
    """Every text in a file that a person reads or hears."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in {"exercise", "sides", "easier", "harder", "instead"}:
                yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str):
        yield node


def test_every_exercise_that_people_look_for_is_there() -> None:
    assert set(PEOPLE_LOOK_FOR) - set(EXERCISES) == set()


def test_bundled_files_have_no_problem_and_no_hint(library: Library) -> None:
    files = [*library.entries, *library.exercise_files]
    assert len(files) == len(EXERCISE_PATHS) + len(ROUTINE_PATHS)
    assert [problem for file in files for problem in file.problems] == []


def test_no_name_or_alias_means_two_exercises() -> None:
    names = Counter(
        name.casefold()
        for exercise in EXERCISES.values()
        for name in {exercise["exercise"], *exercise["aliases"]}
    )
    assert [name for name, count in names.items() if count > 1] == []


@each_exercise
def test_an_exercise_has_two_to_four_instructions_that_fit_a_line(slug: str) -> None:
    instructions = EXERCISES[slug]["instructions"]
    assert 2 <= len(instructions) <= 4
    assert [line for line in instructions if len(line) > SHOWN_LARGE] == []


@each_exercise
def test_mistakes_and_cautions_are_few_and_short(slug: str) -> None:
    mistakes, cautions = EXERCISES[slug]["mistakes"], EXERCISES[slug]["cautions"]
    assert 1 <= len(mistakes) <= 3
    assert len(cautions) <= 2
    assert [line for line in mistakes + cautions if len(line) > SHOWN_SMALL] == []


@each_exercise
def test_every_line_of_an_exercise_is_a_sentence(slug: str) -> None:
    exercise = EXERCISES[slug]
    lines = exercise["instructions"] + exercise["mistakes"] + exercise["cautions"]
    assert [line for line in lines if not (line[0].isupper() and line.endswith("."))] == []


@each_exercise
def test_an_exercise_leaves_it_to_the_player_which_side_works(slug: str) -> None:
    told = {key: value for key, value in EXERCISES[slug].items() if key != "pose"}
    assert [line for line in texts(told) if SIDE_WORDS.search(line)] == []


@each_exercise
def test_equipment_is_named_in_known_words_in_order(slug: str) -> None:
    equipment = EXERCISES[slug]["equipment"]
    assert set(equipment) <= EQUIPMENT
    assert equipment == sorted(set(equipment))


@each_exercise
def test_muscles_are_named_in_the_words_of_anatomy(slug: str) -> None:
    muscles = EXERCISES[slug]["muscles"]
    assert muscles
    assert set(muscles) <= MUSCLES


@each_exercise
def test_a_dose_names_a_known_source_or_says_that_it_has_none(slug: str) -> None:
    assert EXERCISES[slug]["dose"]["source"] in SOURCES


@each_exercise
def test_counted_reps_have_a_tempo_to_follow(slug: str) -> None:
    exercise = EXERCISES[slug]
    counted = "reps" in exercise["dose"] and "hold" not in exercise["dose"]
    assert counted == ("tempo" in exercise)


@pytest.mark.parametrize("slug", TAKE_CARE)
def test_what_some_backs_or_feet_mind_carries_a_caution(slug: str) -> None:
    assert EXERCISES[slug]["cautions"]


def test_easier_and_harder_lead_to_exercises_and_never_in_a_circle() -> None:
    easier_ones: dict[str, set[str]] = {slug: set() for slug in EXERCISES}
    for slug, exercise in EXERCISES.items():
        if "easier" in exercise:
            easier_ones[slug].add(exercise["easier"])
        if "harder" in exercise:
            easier_ones[exercise["harder"]].add(slug)
    assert set(TopologicalSorter(easier_ones).static_order()) == set(EXERCISES)


@each_file
def test_no_file_promises_anything(path: Path) -> None:
    assert PROMISES.findall(path.read_text(encoding="utf-8")) == []


@each_file
def test_a_file_is_laid_out_for_people(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert text.endswith("\n")
    assert [line for line in lines if len(line) > SHOWN_SMALL or line != line.rstrip()] == []
    assert [line for line in lines if "\t" in line] == []
    assert [line for line in lines if (len(line) - len(line.lstrip(" "))) % 2] == []


@each_routine
def test_a_routine_says_when_and_what_in_one_line(slug: str) -> None:
    routine = read(PROJECT / "routines" / f"{slug}.yaml")
    assert "when" in routine
    assert 0 < len(routine["summary"]) <= SHOWN_SMALL


@each_routine
def test_cues_of_a_routine_fit_a_line(slug: str, library: Library) -> None:
    steps = compile_timeline(routine_in(library, slug)).steps
    cues = [planned.step.cue or "" for planned in steps]
    assert [cue for cue in cues if len(cue) > SHOWN_LARGE] == []


@each_routine
def test_a_routine_gets_up_or_down_once_at_most(slug: str, library: Library) -> None:
    assert level_changes(compile_timeline(routine_in(library, slug))) <= 1


@pytest.mark.parametrize("slug", MINUTES)
def test_a_routine_lasts_as_long_as_it_says(slug: str, library: Library) -> None:
    least, most = MINUTES[slug]
    assert least <= compile_timeline(routine_in(library, slug)).duration_s / 60 <= most


def test_there_is_something_for_every_occasion(library: Library) -> None:
    occasions = Counter(entry.routine.when for entry in library.entries if entry.routine)
    assert occasions[When.BEFORE_RUN] >= 3
    assert occasions[When.AFTER_RUN] >= 3
    assert occasions[When.ANY] >= 3


def test_the_demo_needs_nothing_and_shows_reps_a_hold_and_a_switch(library: Library) -> None:
    demo = routine_in(library, "demo")
    timeline = compile_timeline(demo)
    assert all(not planned.step.exercise.equipment for planned in timeline.steps)
    assert all(planned.step.instead == () for planned in timeline.steps)
    kinds = {phase.kind for phase in timeline.phases}
    assert kinds == {PhaseKind.PREPARE, PhaseKind.SWITCH, PhaseKind.WORK}
    assert any(phase.cycle is not None for phase in timeline.phases)


@pytest.mark.parametrize("slug", ["couch-to-5k-week-1", "couch-to-5k-week-2"])
def test_couch_to_5k_runs_and_walks_for_20_minutes_between_its_walks(
    slug: str, library: Library
) -> None:
    phases = compile_timeline(routine_in(library, slug)).phases
    assert [phases[0].duration_s, phases[-1].duration_s] == [300, 300]
    assert sum(phase.estimate_s for phase in phases[1:-1]) == 20 * 60
    assert {phase.kind for phase in phases} == {PhaseKind.WORK}


def test_the_big_three_are_held_in_falling_sets(library: Library) -> None:
    timeline = compile_timeline(routine_in(library, "core-foundation"))
    sets = {
        planned.step.exercise.slug: [dose.reps for dose in planned.step.sets]
        for planned in timeline.steps
        if planned.step.exercise.slug in {"curl-up", "side-plank", "bird-dog"}
    }
    falling = [5, 3, 1]
    assert sets == {"curl-up": falling, "side-plank": falling, "bird-dog": falling}


def test_the_reverse_hyper_has_a_way_out_where_it_hurts_or_no_bench_is_there(
    library: Library,
) -> None:
    steps = steps_of(routine_in(library, "reverse-hyper").items)
    (step,) = [step for step in steps if step.exercise.slug == "reverse-hyper"]
    assert {reason for reason, _ in step.instead} == {"no-bench", "hurts"}
