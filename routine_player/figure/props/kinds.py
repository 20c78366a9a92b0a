"""What props there are and what may be said of each, as plain data: reading a file stays cheap."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from routine_player.figure.authored import Prop

Vector: TypeAlias = tuple[float, float, float]


class OptionKind(StrEnum):
    """What an option's value is."""

    LENGTH = "length"  # metres
    CHOICE = "choice"  # one of the option's words


@dataclass(frozen=True, slots=True)
class PropOption:
    """Something that may be said of a prop: `default` where it is not said.

    A length lies from `least` to `most`, both in metres; a choice is one of `choices`.
    """

    name: str
    kind: OptionKind
    default: str | float
    meaning: str
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class PropKind:
    """A thing that an exercise may use.

    `carries` says whether the body can rest on it at one height, so that a contact may name it;
    `short` names the option that a bare value sets: `{wall: behind}` is `{wall: {at: behind}}`.
    """

    name: str
    meaning: str
    options: tuple[PropOption, ...] = ()
    carries: bool = False
    short: str | None = None

    def option(self, name: str) -> PropOption | None:
        """Give the option of this name, if the prop has it."""
        return next((option for option in self.options if option.name == name), None)


def _length(name: str, default: float, least: float, most: float, meaning: str) -> PropOption:
    return PropOption(name, OptionKind.LENGTH, default, meaning, least=least, most=most)


def _choice(name: str, choices: tuple[str, ...], meaning: str) -> PropOption:
    """Offer words of which the first is the default."""
    return PropOption(name, OptionKind.CHOICE, choices[0], meaning, choices=choices)


_FORWARD: Final = _length("forward", 0.0, -3.0, 3.0, "How far to move it along x, in metres.")
_LEFT: Final = _length("left", 0.0, -3.0, 3.0, "How far to move it along y, in metres.")
_MOVED: Final = (_FORWARD, _LEFT)


def _height(default: float, least: float, most: float) -> PropOption:
    return _length("height", default, least, most, "How high its upper side is, in metres.")


_EDGE: Final = _choice(
    "edge",
    ("none", "hips", "knees", "shoulder blades"),
    "What lies at its end; the rest of it reaches away under the parts that touch it.",
)
_LIES: Final = _choice(
    "lies", ("along", "across"), "Whether its long side runs along the body (x) or across it (y)."
)

PROP_KINDS: Final[dict[str, PropKind]] = {
    kind.name: kind
    for kind in (
        PropKind(
            "mat",
            "An exercise mat, flush with the floor, under all that lies or kneels.",
            (
                _length(
                    "length", 1.8, 0.3, 3.0, "How long it is, in metres; folded under a short pose."
                ),
                _length("width", 0.61, 0.3, 2.0, "How wide it is, in metres."),
                *_MOVED,
            ),
        ),
        PropKind(
            "roller",
            "A foam roller that rolls under the part that touches it.",
            (
                _height(0.15, 0.08, 0.20),
                _length("length", 0.45, 0.2, 1.0, "How long it is, in metres."),
                *_MOVED,
            ),
            carries=True,
        ),
        PropKind(
            "ball",
            "A massage ball that rolls under the part that touches it.",
            (_height(0.07, 0.04, 0.30), *_MOVED),
            carries=True,
        ),
        PropKind(
            "bench",
            "A padded training bench on steel legs.",
            (
                _height(0.44, 0.25, 0.70),
                _length("length", 1.15, 0.4, 2.2, "How long its pad is, in metres."),
                _length("width", 0.32, 0.2, 1.2, "How wide its pad is, in metres."),
                _LIES,
                _EDGE,
                *_MOVED,
            ),
            carries=True,
        ),
        PropKind(
            "plinth",
            "A high padded table, for reverse hypers and back extensions.",
            (
                _height(0.86, 0.50, 1.10),
                _length("length", 1.05, 0.4, 2.2, "How long its pad is, in metres."),
                _length("width", 0.52, 0.3, 1.2, "How wide its pad is, in metres."),
                _EDGE,
                _choice("handles", ("none", "held"), "Whether the hands hold a bar under its pad."),
                _choice("ankles", ("free", "held"), "Whether a padded bar holds the ankles down."),
                *_MOVED,
            ),
            carries=True,
            short="edge",
        ),
        PropKind(
            "chair",
            "A plain wooden chair with a back.",
            (_height(0.45, 0.35, 0.60), *_MOVED),
            carries=True,
        ),
        PropKind(
            "step",
            "A low step to stand on or to put a heel on.",
            (
                _height(0.16, 0.05, 0.35),
                _length("width", 0.60, 0.2, 1.2, "How wide it is, in metres."),
                *_MOVED,
            ),
            carries=True,
        ),
        PropKind(
            "box",
            "A knee-high wooden box.",
            (
                _height(0.40, 0.20, 0.80),
                _length("width", 0.50, 0.2, 1.2, "How wide it is, in metres."),
                *_MOVED,
            ),
            carries=True,
        ),
        PropKind(
            "pillow",
            "A small cushion under the head or between the knees.",
            (_height(0.07, 0.03, 0.20), *_MOVED),
            carries=True,
        ),
        PropKind(
            "band",
            "An elastic band: a loop round both legs, or a long one between the hands.",
            (
                _choice(
                    "at",
                    ("above knees", "ankles", "feet", "hands"),
                    "What it is stretched round, or between.",
                ),
            ),
            short="at",
        ),
        PropKind(
            "strap",
            "A strap from the hands round the sole of a foot.",
            (
                _choice("foot", ("right", "left"), "Whose sole it goes round."),
                _choice("hands", ("both", "left", "right"), "Which hands hold it."),
            ),
            short="foot",
        ),
        PropKind(
            "wall",
            "A wall to lean, push or slide on; it stands where the parts that touch it are.",
            (
                _choice(
                    "at",
                    ("front", "behind", "left", "right"),
                    "On which side of the body it stands.",
                ),
            ),
            short="at",
        ),
        PropKind(
            "rail",
            "A waist-high rail on two posts, to steady oneself on.",
            (
                _height(0.98, 0.60, 1.30),
                _length("length", 0.90, 0.4, 2.0, "How long it is, in metres."),
                _choice("hand", ("left", "right", "both"), "Which hands are on it."),
                *_MOVED,
            ),
            carries=True,
            short="hand",
        ),
        PropKind(
            "dowel",
            "A light wooden stick.",
            (
                _choice(
                    "held",
                    ("along the back", "in both hands", "across the shoulders"),
                    "Where it is: on head, upper back and sacrum, in the hands, or on the neck.",
                ),
            ),
            short="held",
        ),
    )
}
"""Every prop by its name, which is also the surface that a contact names."""

_NORMALS: Final[dict[str, Vector]] = {
    "front": (-1.0, 0.0, 0.0),
    "behind": (1.0, 0.0, 0.0),
    "left": (0.0, -1.0, 0.0),
    "right": (0.0, 1.0, 0.0),
}


def option_said(prop: Prop, name: str) -> bool:
    """Whether a prop's file says anything of this option."""
    return any(said == name for said, _ in prop.options)


def option_value(prop: Prop, name: str) -> str | float:
    """Give what was said of a prop's option, or its default. Raises KeyError if it has none."""
    for said, value in prop.options:
        if said == name:
            return value
    option = PROP_KINDS[prop.kind].option(name)
    if option is None:
        raise KeyError(name)
    return option.default


def metres(prop: Prop, name: str) -> float:
    """Give the length in metres that an option of a prop has."""
    return float(option_value(prop, name))


def word(prop: Prop, name: str) -> str:
    """Give the word that an option of a prop has."""
    return str(option_value(prop, name))


def surface_height(prop: Prop) -> float:
    """Give the height in metres at which a prop that carries the body is touched.

    Raises ValueError for a prop that carries nobody: a wall, a band.
    """
    if not PROP_KINDS[prop.kind].carries:
        raise ValueError(f"Nobody can rest on a {prop.kind}.")
    return metres(prop, "height")


def wall_normal(prop: Prop) -> Vector:
    """Give the direction in which a wall faces the body: its plane is all p with p . normal = d."""
    return _NORMALS[word(prop, "at")]
