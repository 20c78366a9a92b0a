"""The keys under `pose:` of an exercise, declared once like the other keys of the formats."""

from typing import Final

from routine_player.core.choices import Side
from routine_player.figure.authored import Play
from routine_player.store.kinds import (
    NAME_LIMIT,
    Angles,
    Camera,
    Choice,
    Contacts,
    Field,
    Group,
    Keyframes,
    Parts,
    Posture,
    Props,
    Reaches,
    Seconds,
    Shape,
    Targets,
    Text,
)

MAX_KEYFRAMES: Final = 12
DEFAULT_MOVE_S: Final = 1.2
DEFAULT_HOLD_S: Final = 0.5

_SLIPS = (
    ("poses", "pose"),
    ("joints", "pose"),
    ("angles", "pose"),
    ("contact", "contacts"),
    ("touch", "contacts"),
    ("touches", "contacts"),
    ("reaches", "reach"),
)
_CONTACTS = Field(
    "contacts",
    Contacts(),
    "What touches the floor and the props.",
    "{floor: right hand, left knee}",
    otherwise="those of the posture",
)
_REACH = Field(
    "reach",
    Reaches(),
    "What is brought to another part of the body, or to a point: metres forward, to the left, up."
    " `gap` tells how far the two surfaces are apart: 1 touches, 1.2 leaves some room.",
    "{right palm: right instep gap 1.2}",
)
_ANGLES = Field(
    "pose",
    Angles(),
    "Degrees by joint. `loose` gives way to contacts, `firm` hardly does. A plural means both"
    " sides; `body` leans the whole figure out of its posture.",
    "{right hip: extension 4 firm, hands: flat, body: pitch forward 20}",
)

KEYFRAME: Final = Shape(
    "keyframe",
    "A pose that the movement goes through. Its contacts and reaches take the place of those of"
    " the movement whole, its angles one by one.",
    (
        Field("name", Text(NAME_LIMIT), "What it is called.", "up", required=True),
        Field(
            "move",
            Seconds(0.05, 10.0),
            "The way to it from the one before.",
            "1.4",
            otherwise=f"{DEFAULT_MOVE_S} s",
        ),
        Field(
            "hold",
            Seconds(0.0, 60.0),
            "How long it is shown still.",
            "2",
            otherwise=f"{DEFAULT_HOLD_S} s",
        ),
        _ANGLES,
        _CONTACTS,
        _REACH,
    ),
    slips=_SLIPS,
)

SETUP: Final = Shape(
    "setup",
    "A pose before the first keyframe that plants hands, feet and props and is not shown.",
    (_ANGLES, _CONTACTS, _REACH),
    slips=_SLIPS,
)

POSE: Final = Shape(
    "pose",
    "How the figure shows an exercise. It is posed for one side; the other is its mirror image."
    " What stands here holds in every keyframe that does not say otherwise.",
    (
        Field(
            "position",
            Posture(),
            "The posture that all angles start from.",
            "hook-lying",
            otherwise="the position of the exercise",
        ),
        Field(
            "side",
            Choice((Side.LEFT, Side.RIGHT), ("posed for the left", "posed for the right")),
            "Which side works as it is written here.",
            "right",
            otherwise="right",
        ),
        Field(
            "props",
            Props(),
            "The things that are used, some with options.",
            "[mat, {bench: {height: 0.44}}, {band: above knees}]",
        ),
        Field(
            "targets",
            Targets(),
            "The muscles to be shown at work. Without a side, both.",
            "[right gluteus maximus, erector spinae]",
        ),
        Field(
            "camera",
            Camera(),
            "Where one looks from: a view, degrees round the body (0 its front, -90 its right"
            " side), or `{azimuth: -60, elevation: 12}`.",
            "side",
            otherwise="side",
        ),
        _ANGLES,
        _CONTACTS,
        _REACH,
        Field("setup", Group(SETUP), SETUP.about, "{}"),
        Field(
            "slide",
            Parts(),
            "What may move on its surface between keyframes. All else that touches stays put.",
            "hands",
        ),
        Field(
            "play",
            Choice(
                tuple(Play),
                ("to the last keyframe, and the same way home", "from the last on to the first"),
            ),
            "How the keyframes follow each other.",
            "loop",
            otherwise="there and back",
        ),
        Field(
            "keyframes",
            Keyframes(KEYFRAME, MAX_KEYFRAMES),
            "The poses that the movement goes through, in order.",
            "[...]",
            required=True,
        ),
    ),
    slips=(
        *_SLIPS,
        ("posture", "position"),
        ("frames", "keyframes"),
        ("keys", "keyframes"),
        ("view", "camera"),
        ("muscles", "targets"),
        ("target", "targets"),
        ("equipment", "props"),
    ),
)
