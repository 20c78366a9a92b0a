"""The reference page of the file formats, as Markdown."""

from routine_player.core.limits import MAX_DURATION_S, MAX_PHASES, MAX_TOTAL_S
from routine_player.dev.reference_pose import words_of_poses
from routine_player.dev.reference_words import listed
from routine_player.store.declaration import DEFAULTS, DOSE, EXERCISE, REPEAT, REST, ROUTINE, STEP
from routine_player.store.dose import CLASHES
from routine_player.store.image_file import MAX_BYTES as MAX_IMAGE_BYTES
from routine_player.store.image_file import MAX_PIXELS
from routine_player.store.kinds import (
    Alternatives,
    Angles,
    Apart,
    Camera,
    Choice,
    Contacts,
    Count,
    Counts,
    Duration,
    Field,
    Flag,
    Group,
    ImageName,
    Keyframes,
    Kind,
    Parts,
    Posture,
    Props,
    Reaches,
    Seconds,
    Shape,
    Slug,
    StepList,
    Targets,
    TempoText,
    Text,
    TextList,
)
from routine_player.store.pose_declaration import KEYFRAME, POSE, SETUP
from routine_player.store.text_file import MAX_BYTES
from routine_player.store.yaml_events import MAX_ANCHORS, MAX_DEPTH, MAX_EVENTS

_MIB = 1024 * 1024

_INTRO = """\
# Reference of the file formats

This page is made from the declaration that the files are checked by. How to write a routine is
told in [README.md](README.md).

Editors that know YAML Schemas complete and check keys while you type, once the first line of a file
points to the schema (`assets/routine.schema.json` or `assets/exercise.schema.json`):

    # yaml-language-server: $schema=../assets/routine.schema.json
"""

_VALUES = f"""\
## Values

- **Duration**: `30` or `30s` are seconds, `2m` is two minutes, `1m30s` and `1:30` are one minute
  and 30 seconds, `1h` and `1:00:00` are an hour. At most {MAX_DURATION_S // 3600} hours.
- **Tempo**: `2-1-2` are seconds up, held and down. Each part is at most 60 seconds.
- **Text** is plain: no markup, no control characters. It is shown as it was typed.
- **Slug**: the name of a file without its ending. `bird-dog` is what `bird-dog.yaml` holds.
- Values mean what was typed: `no`, `on`, `010` and `1:30` are never turned into something else.
"""

_LIMITS = f"""\
## Limits

- A file: {MAX_BYTES // _MIB} MiB of UTF-8, one document, {MAX_EVENTS:,} parts, {MAX_DEPTH} levels,
  {MAX_ANCHORS} anchors and aliases together. Tags, merge keys (`<<`) and keys given twice are
  errors.
- A routine: {MAX_PHASES:,} phases (a prepare, a set of one side, a rest) and
  {MAX_TOTAL_S // 3600} hours.
- A picture: {MAX_IMAGE_BYTES // _MIB} MB and {MAX_PIXELS // 1_000_000} megapixels.
"""

_PROBLEMS = """\
## What `routine-player check` says

Every problem has a file, a line and a column, and all problems of a file are told at once.

- **error**: the file does not load.
- **warning**: it plays, and something is missing, such as a picture.
- **hint**: it plays whole; a thought on its order or dose.

Errors and warnings make the exit code 1.
"""


def reference_page() -> str:
    """Return the whole page."""
    clashes = "".join(f"- `{first}` with `{second}`. {why}\n" for first, second, why in CLASHES)
    return "\n".join(
        [
            _INTRO,
            _section("Routine", ROUTINE),
            _section("Defaults", DEFAULTS),
            "## Steps\n\nEach item of `steps` is one of three: an exercise, a rest, or a repeat.\n",
            _section("An exercise with its dose", STEP, level=3),
            f"These cannot stand together:\n\n{clashes}",
            _section("A rest", REST, level=3),
            _section("A repeat", REPEAT, level=3),
            _section("Exercise", EXERCISE),
            _section("Dose of an exercise", DOSE),
            _section("Pose of an exercise", POSE),
            _section("A keyframe", KEYFRAME, level=3),
            _section("The setup", SETUP, level=3),
            words_of_poses(),
            _VALUES,
            _LIMITS,
            _PROBLEMS,
        ]
    )


def _section(title: str, shape: Shape, level: int = 2) -> str:
    lines = [
        f"{'#' * level} {title}",
        "",
        shape.about,
        "",
        "| Key | Value | What it says | If left out | Since |",
        "|---|---|---|---|---|",
        *(_row(field) for field in shape.fields),
        "",
    ]
    return "\n".join(lines)


def _row(field: Field) -> str:
    otherwise = "must be there" if field.required else field.otherwise or "nothing"
    value = f"{value_words(field.kind)}<br>`{field.example}`"
    return f"| `{field.name}` | {value} | {_about(field)} | {otherwise} | {field.since} |"


def _about(field: Field) -> str:
    if not isinstance(field.kind, Choice):
        return field.about
    pairs = zip(field.kind.options, field.kind.meanings, strict=True)
    return field.about + "".join(f"<br>`{word}`: {meaning}" for word, meaning in pairs)


def value_words(kind: Kind) -> str:
    """Say what a value of a kind may be."""
    match kind:
        case Text(limit=limit):
            words = f"text, at most {limit} characters"
        case TextList(limit=limit):
            words = f"list of texts, at most {limit} characters each"
        case Choice(options=(only,)):
            words = f"`{only}`"
        case Choice(options=options):
            words = f"one of {listed(options)}"
        case Count(most=most):
            words = f"whole number, 1 to {most}"
        case Counts(most=most, most_sets=most_sets):
            words = f"whole number, 1 to {most}, or a list of at most {most_sets} of them"
        case Duration(zero=zero):
            words = "duration, 0 for none" if zero else "duration"
        case _:
            words = _pose_words(kind)
    return words


def _pose_words(kind: Kind) -> str:
    match kind:
        case Seconds(least=least, most=most):
            return f"{least:g} to {most:g} seconds"
        case Keyframes(most=most):
            return f"list of 1 to {most} keyframes"
        case _:
            return _PLAIN_WORDS[type(kind)]


_PLAIN_WORDS: dict[type[Kind], str] = {
    TempoText: "tempo",
    Slug: "slug",
    Flag: "`true` or `false`",
    ImageName: "relative path with `/`",
    Alternatives: "`hurts` or `no-...`, each with the slug of an exercise",
    StepList: "list of steps, not empty",
    Group: "keys of their own, see below",
    Apart: "keys of their own, see below",
    Posture: "name of a posture, see below",
    Props: "names, or a name with options, see below",
    Targets: "muscles, see below",
    Camera: "view, degrees, or both angles",
    Angles: "angles by joint, see below",
    Contacts: "parts of the body by what they touch, see below",
    Reaches: "landmarks by where they go, see below",
    Parts: "parts of the body, see below",
}
