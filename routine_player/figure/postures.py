"""The postures that movements start from: angles, a turn of the body and what touches. Plain data.

A `left` or `right` in a posture's name is the side that is on the floor.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from routine_player.figure.authored import AuthoredAngle, Contact, Firmness

_L, _N = Firmness.LOOSE, Firmness.NORMAL
_Said: TypeAlias = tuple[str, float, Firmness]


class Base(StrEnum):
    """How the body is turned before it leans: which way its front faces."""

    UPRIGHT = "upright"
    SUPINE = "supine"
    PRONE = "prone"
    ON_LEFT_SIDE = "on the left side"
    ON_RIGHT_SIDE = "on the right side"


@dataclass(frozen=True, slots=True)
class BasePosture:
    """Where a movement starts."""

    base: Base
    angles: tuple[AuthoredAngle, ...]
    contacts: tuple[Contact, ...]


def _both(*said: _Said) -> tuple[AuthoredAngle, ...]:
    return tuple(angle for side in ("left", "right") for angle in _one(f"{side}_", *said))


def _one(prefix: str, *said: _Said) -> tuple[AuthoredAngle, ...]:
    return tuple(AuthoredAngle(f"{prefix}{motion}", degrees, how) for motion, degrees, how in said)


def _floor(*parts: str) -> tuple[Contact, ...]:
    return tuple(Contact("floor", part) for part in parts)


_FEET = ("left foot", "right foot")
_SCAPULAE = ("left scapula", "right scapula")
_STANDING = BasePosture(
    Base.UPRIGHT,
    _both(
        ("hip_abduction", -2.5, _N), ("shoulder_abduction", 8.0, _L), ("elbow_flexion", 12.0, _L)
    ),
    _floor(*_FEET),
)
_HALF_KNEELING = {
    side: BasePosture(
        Base.UPRIGHT,
        (
            *_one(f"{side}_", ("hip_flexion", 0.0, _N), ("knee_flexion", 90.0, _N)),
            *_one(f"{other}_", ("hip_flexion", 85.0, _N), ("knee_flexion", 90.0, _N)),
            *_both(("shoulder_abduction", 8.0, _L), ("elbow_flexion", 12.0, _L)),
        ),
        _floor(f"{side} knee", f"{side} toe", f"{other} foot"),
    )
    for side, other in (("left", "right"), ("right", "left"))
}
_SIDE_LYING = {
    side: BasePosture(
        Base.ON_LEFT_SIDE if side == "left" else Base.ON_RIGHT_SIDE,
        (),
        _floor(f"{side} hip", f"{side} shoulder"),
    )
    for side in ("left", "right")
}

POSTURES: Final[dict[str, BasePosture]] = {
    "standing": _STANDING,
    "kneeling": BasePosture(
        Base.UPRIGHT,
        _both(
            ("hip_flexion", 0.0, _N),
            ("knee_flexion", 90.0, _N),
            ("ankle_flexion", -45.0, _L),
            ("shoulder_abduction", 8.0, _L),
            ("elbow_flexion", 12.0, _L),
        ),
        _floor("left knee", "right knee", "left instep", "right instep"),
    ),
    "half-kneeling left": _HALF_KNEELING["left"],
    "half-kneeling right": _HALF_KNEELING["right"],
    "quadruped": BasePosture(
        Base.PRONE,
        (
            *_both(
                ("hip_flexion", 88.0, _N),
                ("knee_flexion", 88.0, _N),
                ("ankle_flexion", -48.0, _N),
                ("shoulder_flexion", 84.0, _N),
                ("elbow_flexion", 4.0, _N),
            ),
            AuthoredAngle("neck_flexion", -14.0),
        ),
        _floor(
            *("left hand", "right hand", "left knee", "right knee", "left instep", "right instep")
        ),
    ),
    "supine": BasePosture(
        Base.SUPINE,
        (
            *_both(("shoulder_abduction", 22.0, _L), ("forearm_pronation", 60.0, _N)),
            AuthoredAngle("neck_flexion", 8.0),
        ),
        _floor("left glute", "right glute", *_SCAPULAE, "occiput"),
    ),
    "hook-lying": BasePosture(
        Base.SUPINE,
        (
            *_both(
                ("hip_flexion", 55.0, _L),
                ("knee_flexion", 100.0, _L),
                ("shoulder_abduction", 25.0, _N),
                ("shoulder_flexion", 0.0, _L),
                ("forearm_pronation", 75.0, _N),
                ("elbow_flexion", 6.0, _L),
            ),
            AuthoredAngle("neck_flexion", 8.0),
        ),
        _floor(*_FEET, *_SCAPULAE, "occiput", "left wrist", "right wrist"),
    ),
    "prone": BasePosture(Base.PRONE, (), _floor("left iliac", "right iliac", "chest")),
    "side-lying left": _SIDE_LYING["left"],
    "side-lying right": _SIDE_LYING["right"],
    "seated": BasePosture(
        Base.UPRIGHT,
        _both(
            ("hip_flexion", 78.0, _N),
            ("knee_flexion", 40.0, _L),
            ("shoulder_abduction", 10.0, _L),
            ("elbow_flexion", 12.0, _L),
        ),
        _floor("left glute", "right glute", "left heel", "right heel"),
    ),
    "long sitting": BasePosture(
        Base.UPRIGHT,
        _both(
            ("hip_flexion", 84.0, _N),
            ("knee_flexion", 2.0, _N),
            ("shoulder_abduction", 10.0, _L),
            ("elbow_flexion", 12.0, _L),
        ),
        _floor("left glute", "right glute", "left heel", "right heel"),
    ),
    "sitting on a chair": BasePosture(
        Base.UPRIGHT,
        _both(
            ("hip_flexion", 86.0, _N),
            ("knee_flexion", 88.0, _N),
            ("shoulder_flexion", 20.0, _L),
            ("shoulder_abduction", 8.0, _L),
            ("elbow_flexion", 40.0, _L),
        ),
        (*_floor(*_FEET), Contact("chair", "left glute"), Contact("chair", "right glute")),
    ),
}
"""Every posture by its name."""
