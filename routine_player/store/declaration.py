"""The file formats, declared once.

From this table come the checks, the reference page (`routines/reference.md`) and the JSON Schemas
in `assets/`.
"""

from routine_player.core.choices import ExerciseSides, Position, Sides, When
from routine_player.core.limits import MAX_REPEAT, MAX_REPS, MAX_SETS
from routine_player.store.kinds import (
    NAME_LIMIT,
    Alternatives,
    Apart,
    Choice,
    Count,
    Counts,
    Duration,
    Field,
    Flag,
    Group,
    ImageName,
    Pace,
    Shape,
    Slug,
    StepList,
    TempoText,
    Text,
    TextList,
)
from routine_player.store.pose_declaration import POSE

POSE_KEY = "pose"
"""The key of an exercise that says how the figure shows it."""

_NAME = Text(limit=NAME_LIMIT)
_NAMES = TextList(limit=NAME_LIMIT)
_LINES = Text(lines=True)

_HOLD = Field(
    "hold",
    Duration(),
    "How long to keep still. With `reps`, each rep is moved into, held this long, and moved out"
    " of. Not beside `time` or `tempo`.",
    "30s",
)
_REPS = Field(
    "reps",
    Counts(most=MAX_REPS, most_sets=MAX_SETS),
    "How many reps a side. A list is one number for each set. Alone, the exercise's own tempo"
    " paces them; if it has none, the step waits for Done.",
    "[5, 3, 1]",
)
_TEMPO = Field(
    "tempo",
    TempoText(),
    "Seconds up, held and down in each rep. Needs `reps`.",
    "2-1-2",
    otherwise="the exercise's own tempo",
)
_TIME = Field(
    "time",
    Duration(),
    "How long to keep moving, uncounted. Not beside `hold`, `reps` or `tempo`.",
    "2m",
)
_SETS = Field(
    "sets",
    Count(most=MAX_SETS),
    "How many times to do it. Not beside a list of `reps`.",
    "2",
    otherwise="1",
)

STEP = Shape(
    "step",
    "One exercise with its dose. A step has exactly one dose: `hold`, `hold` with `reps`, `reps`"
    " with or without `tempo`, or `time`.",
    (
        Field(
            "exercise",
            Slug("exercise"),
            "The slug of an exercise in the library. One that is not there is allowed when the"
            " step gives a `name`.",
            "glute-bridge",
            otherwise="the step makes up its own exercise by its `name`",
        ),
        Field("name", _NAME, "The name to show for this step.", "Bridge, slowly"),
        _HOLD,
        _REPS,
        _TEMPO,
        _TIME,
        _SETS,
        Field(
            "sides",
            Choice(
                (Sides.LEFT, Sides.RIGHT, Sides.BOTH, Sides.ALTERNATE),
                (
                    "the left side alone",
                    "the right side alone",
                    "in each set all of one side, then all of the other",
                    "the other side every rep; needs `reps`",
                ),
            ),
            "Which sides work. Only for exercises that have sides.",
            "both",
            otherwise="`both` for an exercise with sides, `alternate` for one whose reps alternate",
        ),
        Field(
            "prepare",
            Duration(zero=True),
            "Time to get into position, before the first work and before the other side.",
            "15s",
            otherwise="10 s when going between standing, floor and bench, else the routine's"
            " default, else 5 s",
        ),
        Field(
            "rest",
            Duration(zero=True),
            "Rest between the sets, never after the last.",
            "20s",
            otherwise="the routine's default, else a prepare alone",
        ),
        Field(
            "pace",
            Choice((Pace.SELF,), ("the step waits for Done, whatever its dose",)),
            "Who decides when the work is over.",
            "self",
            otherwise="the clock, where the dose has one",
        ),
        Field(
            "optional",
            Flag(),
            "Whether it may be dropped when time is short.",
            "true",
            otherwise="false",
        ),
        Field(
            "instead",
            Alternatives(),
            "Exercises to do instead: under `hurts` when it hurts, under `no-` and a piece of"
            " equipment when that is missing.",
            "{no-bench: glute-bridge, hurts: bird-dog}",
        ),
        Field(
            "image",
            ImageName(),
            "A picture in the folder of this file, or below it: PNG, JPEG or WebP.",
            "pictures/bridge.png",
        ),
        Field("say", _LINES, "What the voice says at the start of the step.", "Lie on your back."),
        Field("cue", _LINES, "One short thing to keep in mind, shown large.", "Ribs down."),
        Field("note", _LINES, "Anything else, shown small.", "Stop if you feel it in your back."),
    ),
    slips=(
        ("repeat", "sets"),
        ("rounds", "sets"),
        ("count", "reps"),
        ("duration", "time"),
        ("seconds", "time"),
        ("picture", "image"),
        ("photo", "image"),
        ("title", "name"),
    ),
)

REST = Shape(
    "rest",
    "A rest that stands as a step of its own.",
    (
        Field(
            "rest",
            Duration(),
            "How long. When at least as long as the prepare that would follow, it takes its place.",
            "30s",
            required=True,
        ),
    ),
)

REPEAT = Shape(
    "repeat",
    "Rounds of the same steps. Repeats may stand inside repeats.",
    (
        Field("repeat", Count(most=MAX_REPEAT), "How many rounds.", "3", required=True),
        Field("steps", StepList(), "What each round is made of.", "[...]", required=True),
        Field(
            "rest",
            Duration(zero=True),
            "Rest between the rounds, never after the last.",
            "60s",
            otherwise="none",
        ),
    ),
)

DEFAULTS = Shape(
    "group of defaults",
    "What holds for every step that does not say otherwise.",
    (
        Field(
            "prepare",
            Duration(zero=True),
            "Time to get into position.",
            "5s",
            otherwise="5 s",
        ),
        Field("rest", Duration(zero=True), "Rest between sets.", "10s", otherwise="none"),
    ),
)

ROUTINE = Shape(
    "routine",
    "A routine: what to do, in order, and for how long.",
    (
        Field(
            "routine",
            _NAME,
            "The name of the routine.",
            "Hip-flexor and psoas reset",
            required=True,
        ),
        Field(
            "id",
            Slug("routine"),
            "The slug that the history knows this routine by. Write the old file name here when"
            " you rename a file.",
            "hip-flexor-reset",
            otherwise="the name of the file without its ending",
        ),
        Field(
            "when",
            Choice(
                (When.BEFORE_RUN, When.AFTER_RUN, When.ANY),
                ("a warm-up", "a cool-down", "whenever you like"),
            ),
            "What the routine is for.",
            "after-run",
            otherwise="any",
        ),
        Field(
            "summary",
            _LINES,
            "One or two sentences on what it does.",
            "Opens the front of the hip after sitting or running.",
        ),
        Field("defaults", Group(DEFAULTS), DEFAULTS.about, "{prepare: 5s, rest: 10s}"),
        Field(
            "steps",
            StepList(),
            "The steps, rests and repeats, in order. At most 5,000 phases and 8 hours in all.",
            "[...]",
            required=True,
        ),
    ),
)

DOSE = Shape(
    "dose",
    "How much of the exercise is usual, with the keys of a step.",
    (
        _HOLD,
        _REPS,
        _TEMPO,
        _TIME,
        _SETS,
        Field("source", Text(), "Where the dose comes from.", "Bandy & Irion 1994"),
    ),
)

EXERCISE = Shape(
    "exercise",
    "An exercise: what routines call by its slug.",
    (
        Field("exercise", _NAME, "The name of the exercise.", "Glute bridge", required=True),
        Field(
            "id",
            Slug("exercise"),
            "The slug that routines call it by.",
            "glute-bridge",
            otherwise="the name of the file without its ending",
        ),
        Field("aliases", _NAMES, "Other names that people search for.", "[hip bridge]"),
        Field(
            "position",
            Choice(
                tuple(Position),
                (
                    "on your feet",
                    "on the move; needs no time to get ready",
                    "on the move; needs no time to get ready",
                    "on both knees",
                    "on one knee",
                    "on hands and knees",
                    "on your back",
                    "on your front",
                    "on your side",
                    "sitting on the floor",
                    "on a bench",
                ),
            ),
            "The position it starts from.",
            "supine",
            required=True,
        ),
        Field(
            "sides",
            Choice(
                tuple(ExerciseSides),
                (
                    "it has no sides",
                    "left and right apart",
                    "the other side every rep, unless the step says otherwise",
                ),
            ),
            "What sides it has.",
            "none",
            otherwise="none",
        ),
        Field("muscles", _NAMES, "The muscles it works.", "[gluteus maximus, hamstrings]"),
        Field("equipment", _NAMES, "What it needs.", "[mat]"),
        Field(
            "tempo",
            TempoText(),
            "Seconds up, held and down, for steps that give reps alone.",
            "2-1-2",
            otherwise="such steps wait for Done",
        ),
        Field(
            "move",
            Duration(),
            "One way into or out of a rep that is held.",
            "2s",
            otherwise="2 s",
        ),
        Field("dose", Group(DOSE), DOSE.about, "{reps: 12, sets: 2, source: editable default}"),
        Field(
            "instructions",
            TextList(),
            "How to do it, one short sentence each.",
            "[Heels under knees., Lower slowly.]",
        ),
        Field("mistakes", TextList(), "What often goes wrong.", "[Arching the lower back.]"),
        Field("cautions", TextList(), "When to take care.", "[Stop if it hurts.]"),
        Field("easier", Slug("exercise"), "The slug of an easier variant.", "pelvic-tilt"),
        Field("harder", Slug("exercise"), "The slug of a harder variant.", "single-leg-bridge"),
        Field(
            POSE_KEY,
            Apart(POSE),
            "How the figure shows it, see below. With a mistake in it the exercise still plays,"
            " with a plain card in place of the figure.",
            "{...}",
            otherwise="a plain card",
        ),
    ),
)
