"""The words that poses are written in, and the parameters of the skeleton that they mean.

Plain data: reading files needs these words, and must not have to load numpy for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from routine_player.figure.skeleton import LIMITS_DEGREES, SIDES


@dataclass(frozen=True, slots=True)
class Motion:
    """A direction in which a joint turns: the motions of the skeleton it drives, and their sign.

    `parameters` are keys of LIMITS_DEGREES, without a side. A word may drive several, as fingers
    bend together with the index finger.
    """

    parameters: tuple[str, ...]
    sign: float

    def limits(self) -> tuple[float, float]:
        """Give the least and the greatest angle in degrees, in the sense of this motion."""
        reaches = [LIMITS_DEGREES[parameter] for parameter in self.parameters]
        least, greatest = max(low for low, _ in reaches), min(high for _, high in reaches)
        return (least, greatest) if self.sign > 0 else (-greatest, -least)


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint that has a word: `plural` stands for both sides, None where there are no sides."""

    name: str
    plural: str | None
    motions: dict[str, Motion]

    @property
    def parameters(self) -> tuple[str, ...]:
        """All motions of the skeleton that this joint has, each once, without a side."""
        found = (name for motion in self.motions.values() for name in motion.parameters)
        return tuple(dict.fromkeys(found))


def _pair(parameter: str, positive: str, negative: str) -> dict[str, Motion]:
    return {positive: Motion((parameter,), 1.0), negative: Motion((parameter,), -1.0)}


def _region(name: str) -> Joint:
    motions = (
        _pair(f"{name}_flexion", "flexion", "extension")
        | _pair(f"{name}_lateral", "side-bend left", "side-bend right")
        | _pair(f"{name}_rotation", "rotation left", "rotation right")
    )
    return Joint(name, None, motions)


_SIDED: Final = (
    Joint(
        "hip",
        "hips",
        _pair("hip_flexion", "flexion", "extension")
        | _pair("hip_abduction", "abduction", "adduction")
        | _pair("hip_rotation", "external rotation", "internal rotation"),
    ),
    Joint("knee", "knees", _pair("knee_flexion", "flexion", "extension")),
    Joint(
        "ankle",
        "ankles",
        _pair("ankle_flexion", "dorsiflexion", "plantarflexion")
        | _pair("ankle_inversion", "inversion", "eversion"),
    ),
    Joint("toe", "toes", _pair("toe_extension", "extension", "flexion")),
    Joint(
        "shoulder",
        "shoulders",
        _pair("shoulder_flexion", "flexion", "extension")
        | _pair("shoulder_abduction", "abduction", "adduction")
        | _pair("shoulder_rotation", "external rotation", "internal rotation"),
    ),
    Joint("elbow", "elbows", _pair("elbow_flexion", "flexion", "extension")),
    Joint("forearm", "forearms", _pair("forearm_pronation", "pronation", "supination")),
    Joint(
        "wrist",
        "wrists",
        _pair("wrist_extension", "extension", "flexion")
        # The skeleton turns the hand about y: towards the little finger is the positive way.
        | _pair("wrist_deviation", "ulnar deviation", "radial deviation"),
    ),
    Joint(
        "finger",
        "fingers",
        {
            "flexion": Motion(("finger_flexion", "index_flexion"), 1.0),
            "extension": Motion(("finger_flexion", "index_flexion"), -1.0),
        },
    ),
    Joint("index finger", "index fingers", _pair("index_flexion", "flexion", "extension")),
    Joint("thumb", "thumbs", _pair("thumb_flexion", "flexion", "extension")),
    Joint(
        "scapula",
        "scapulae",
        _pair("scapula_elevation", "elevation", "depression")
        | _pair("scapula_protraction", "protraction", "retraction"),
    ),
)

JOINTS: Final[dict[str, Joint]] = {
    joint.name: joint
    for joint in (*_SIDED, *(_region(name) for name in ("lumbar", "thoracic", "neck")))
}
"""Every joint that a pose can name, by its word in the singular."""

JOINT_SYNONYMS: Final = {
    "shoulder blade": "scapula",
    "lower back": "lumbar",
    "upper back": "thoracic",
}
"""Other words for a joint, in the singular."""

NEUTRAL: Final = "neutral"
"""The word that sets every motion of a joint to zero."""

HAND: Final = "hand"
"""The word before a shape of the hand: `right hand: grip`."""

HAND_SHAPES: Final[dict[str, dict[str, float]]] = {
    "flat": {"finger_flexion": 0.0, "index_flexion": 0.0, "thumb_flexion": 0.0},
    "relaxed": {"finger_flexion": 40.0, "index_flexion": 28.0, "thumb_flexion": 15.0},
    "grip": {"finger_flexion": 118.0, "index_flexion": 112.0, "thumb_flexion": 46.0},
    "point": {"finger_flexion": 150.0, "index_flexion": 0.0, "thumb_flexion": 40.0},
    "fist": {"finger_flexion": 158.0, "index_flexion": 156.0, "thumb_flexion": 58.0},
}
"""Shapes of a hand: degrees of each motion of its fingers."""

BODY: Final = "body"
"""The word before a lean of the whole body: `body: pitch forward 20`."""

BODY_TURNS: Final[dict[str, tuple[str, float]]] = {
    "pitch forward": ("pitch_forward", 1.0),
    "pitch back": ("pitch_forward", -1.0),
    "roll right": ("roll_right", 1.0),
    "roll left": ("roll_right", -1.0),
    "turn left": ("turn_left", 1.0),
    "turn right": ("turn_left", -1.0),
}
"""How a body leans: the field of BodyTurn, and its sign."""

_IRREGULAR: Final = {"feet": "foot", "calves": "calf", "scapulae": "scapula"}
_REGULAR_PLURALS: Final = {singular: many for many, singular in _IRREGULAR.items()}
_NO_PLURALS: Final = ("ss", "us", "is")  # such as gluteus and pubis


def singular_of(word: str) -> str:
    """Give the singular of a part of the body; a word that is none already stays as it is.

    Of several words the last one counts: `thigh backs`, `outer knees`.
    """
    before, space, last = word.rpartition(" ")
    if last in _IRREGULAR:
        return before + space + _IRREGULAR[last]
    if last.endswith("s") and not last.endswith(_NO_PLURALS):
        return before + space + last[:-1]
    return word


def plural_of(word: str) -> str:
    """Give the word for both sides of a part of the body."""
    before, space, last = word.rpartition(" ")
    return before + space + _REGULAR_PLURALS.get(last, f"{last}s")


def both_sides(name: str) -> tuple[str, str]:
    """Name a part on the left and on the right."""
    left, right = (f"{side} {name}" for side in SIDES)
    return left, right


def parts_named(word: str, sided: Iterable[str], midline: Iterable[str]) -> tuple[str, ...]:
    """Give the parts of the body that a word names, with their sides; none for an unknown word.

    `sided` are the parts there are two of, in the singular. `left foot` is one of them, `feet` are
    both; with its side, a plural such as `left toes` is one too. A bare `foot` is none.
    """
    sided, side, rest = set(sided), *_split_side(word)
    if side:
        name = rest if rest in sided else singular_of(rest)
        return (f"{side} {name}",) if name in sided else ()
    if word in set(midline):
        return (word,)
    name = singular_of(word)
    return both_sides(name) if name in sided and name != word else ()


def _split_side(word: str) -> tuple[str, str]:
    side, space, rest = word.partition(" ")
    return (side, rest) if space and side in SIDES else ("", word)
