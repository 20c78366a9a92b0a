"""From what was authored to what each keyframe asks for: angles, stiffness, contacts, reaches."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from routine_player.figure.authored import (
    AuthoredAngle,
    AuthoredMovement,
    BodyTurn,
    Firmness,
    Keyframe,
    Reach,
)
from routine_player.figure.contacts import CONTACTS
from routine_player.figure.postures import POSTURES, Base
from routine_player.figure.rotation import Array, about_x, about_y, about_z
from routine_player.figure.skeleton import INDEX, PARAMETERS, SIDES, motion_of
from routine_player.figure.vocabulary import HAND_SHAPES

STIFFNESS: Final = {Firmness.LOOSE: 1.2, Firmness.NORMAL: 7.0, Firmness.FIRM: 30.0}
STRAYS: Final = {
    Firmness.LOOSE: np.inf,
    Firmness.NORMAL: np.radians(4.0),
    Firmness.FIRM: np.radians(2.0),
}
"""How far contacts may pull an angle that is written, before it is held much harder."""
_OTHERS: Final = 2.5
_UNSAID: Final = {
    **dict.fromkeys(("ankle_flexion", "toe_extension", "wrist_extension", "wrist_deviation"), 1.2),
    **dict.fromkeys(("forearm_pronation",), 1.2),
    **dict.fromkeys(("hip_rotation", "hip_abduction", "shoulder_rotation"), 4.0),
    **dict.fromkeys(("shoulder_abduction", "ankle_inversion"), 4.0),
    **dict.fromkeys(("scapula_elevation", "scapula_protraction"), 6.0),
}
_SPINE_UNSAID: Final = 10.0
_GRIPPED: Final = ("strap", "rail", "dowel")

_BASES: Final = {
    Base.UPRIGHT: np.eye(3),
    Base.SUPINE: about_y(np.array(-np.pi / 2)),
    Base.PRONE: about_y(np.array(np.pi / 2)),
    Base.ON_LEFT_SIDE: np.array([[0.0, 0.0, 1.0], [-1.0, 0.0, 0.0], [0.0, -1.0, 0.0]]),
    Base.ON_RIGHT_SIDE: np.array([[0.0, 0.0, -1.0], [-1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]),
}


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What a keyframe asks for: radians (P,), their stiffness (P,), how the body is turned.

    `strays` (P,) radians is how far an angle may come off. `said` names the parameters that
    somebody wrote. `touches` pairs surfaces with landmarks.
    """

    keyframe: Keyframe
    angles: Array
    stiffness: Array
    strays: Array
    said: dict[str, AuthoredAngle]
    orientation: Array
    leans: bool
    touches: tuple[tuple[str, str], ...]
    reaches: tuple[Reach, ...]


def asked_of(authored: AuthoredMovement, keyframe: Keyframe) -> Asked:
    """Lay a keyframe over its movement, and that over its posture."""
    posture = POSTURES[authored.posture]
    said = {
        angle.parameter: angle for angle in (*posture.angles, *authored.angles, *keyframe.angles)
    }
    contacts = keyframe.contacts if keyframe.contacts is not None else authored.contacts
    contacts = posture.contacts if contacts is None else contacts
    reaches = keyframe.reaches if keyframe.reaches is not None else authored.reaches
    turn = keyframe.body or authored.body
    touches = tuple(
        (contact.surface, landmark) for contact in contacts for landmark in CONTACTS[contact.part]
    )
    angles, stiffness = _angles(said)
    _rest_hands(authored, touches, said, angles)
    _rest_contacts(tuple(contact.part for contact in contacts), said, angles)
    return Asked(
        keyframe=keyframe,
        angles=angles,
        stiffness=stiffness,
        strays=_strays((*authored.angles, *keyframe.angles)),
        said=said,
        orientation=_oriented(posture.base, turn or BodyTurn()),
        leans=turn is not None,
        touches=touches,
        reaches=reaches or (),
    )


def _angles(said: dict[str, AuthoredAngle]) -> tuple[Array, Array]:
    angles = np.zeros(len(PARAMETERS))
    stiffness = np.array([_unsaid(name) for name in PARAMETERS])
    for name, angle in said.items():
        angles[INDEX[name]] = np.radians(angle.degrees)
        stiffness[INDEX[name]] = STIFFNESS[angle.firmness]
    return angles, stiffness


def _strays(written: tuple[AuthoredAngle, ...]) -> Array:
    """Give how far angles may stray: those of a posture, and those nobody wrote, as far as need be.

    Of what is written twice the last word counts.
    """
    strays = np.full(len(PARAMETERS), np.inf)
    for angle in written:
        strays[INDEX[angle.parameter]] = STRAYS[angle.firmness]
    return strays


def _unsaid(parameter: str) -> float:
    motion = motion_of(parameter)
    return _SPINE_UNSAID if motion == parameter else _UNSAID.get(motion, _OTHERS)


def _oriented(base: Base, turn: BodyTurn) -> Array:
    def radians(degrees: float) -> Array:
        return np.array(np.radians(degrees))

    return (
        about_z(radians(turn.turn_left))
        @ _BASES[base]
        @ about_y(radians(turn.pitch_forward))
        @ about_x(radians(turn.roll_right))
    )


def _rest_hands(
    authored: AuthoredMovement,
    touches: tuple[tuple[str, str], ...],
    said: dict[str, AuthoredAngle],
    angles: Array,
) -> None:
    """Shape hands that nobody shaped: flat to lean on, closed to hold, else at rest."""
    leaning = {landmark for _, landmark in touches}
    for side in SIDES:
        shape = "relaxed"
        if f"{side} palm" in leaning:
            shape = "flat"
        elif any(_holds(prop.kind, dict(prop.options), side) for prop in authored.props):
            shape = "grip"
        for motion, degrees in HAND_SHAPES[shape].items():
            name = f"{side}_{motion}"
            if name not in said:
                angles[INDEX[name]] = np.radians(degrees)


def _holds(kind: str, options: dict[str, str | float], side: str) -> bool:
    """Whether a hand holds a prop of this kind."""
    if kind == "band":
        return options.get("at") == "hands"
    if kind == "dowel":
        return options.get("held") != "across the shoulders"
    hand = options.get("hands" if kind == "strap" else "hand")
    default = "left" if kind == "rail" else "both"
    return kind in _GRIPPED and (hand or default) in {side, "both"}


def _rest_contacts(parts: tuple[str, ...], said: dict[str, AuthoredAngle], angles: Array) -> None:
    """Bend what a contact bends, where nobody said otherwise."""
    for side in SIDES:
        implied: dict[str, float] = {}
        if f"{side} hand" in parts or f"{side} palm" in parts:
            implied = {"forearm_pronation": 90.0, "wrist_extension": 85.0}
        if f"{side} toe" in parts:
            implied["toe_extension"] = 55.0
        if f"{side} instep" in parts or f"{side} shin" in parts:
            implied["ankle_flexion"] = -45.0
        for motion, degrees in implied.items():
            name = f"{side}_{motion}"
            if name not in said:
                angles[INDEX[name]] = np.radians(degrees)
