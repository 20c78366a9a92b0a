"""The mirror image of a body and of a movement: left becomes right."""

from dataclasses import replace
from typing import Final

import numpy as np

from routine_player.figure.authored import (
    AuthoredAngle,
    AuthoredMovement,
    BodyTurn,
    Contact,
    Keyframe,
    Prop,
    Reach,
)
from routine_player.figure.kinematics import Pose
from routine_player.figure.movement import Movement
from routine_player.figure.skeleton import INDEX, PARAMETERS

_FLIP: Final = np.diag([1.0, -1.0, 1.0])
_SWAPPED: Final = {"left": "right", "right": "left"}


def mirrored_words(words: str) -> str:
    """Say left for right, and right for left."""
    return " ".join(_SWAPPED.get(word, word) for word in words.split(" "))


def mirrored_parameter(name: str) -> str:
    """Give the parameter of the other side; one of the spine is its own."""
    side, _, motion = name.partition("_")
    return f"{_SWAPPED[side]}_{motion}" if side in _SWAPPED else name


def _turns_over(name: str) -> bool:
    """Whether an angle of the spine changes its sign: side bends and rotations do."""
    return name.split("_", 1)[0] not in _SWAPPED and not name.endswith("_flexion")


_SOURCE: Final = np.array([INDEX[mirrored_parameter(name)] for name in PARAMETERS])
_SIGN: Final = np.array([-1.0 if _turns_over(name) else 1.0 for name in PARAMETERS])


def mirrored_pose(pose: Pose) -> Pose:
    """Give the body as a mirror beside it shows it."""
    return Pose(
        pose.angles[_SOURCE] * _SIGN,
        _FLIP @ pose.orientation @ _FLIP,
        _FLIP @ pose.translation,
    )


def mirrored_movement(movement: Movement) -> Movement:
    """Give the movement of the other side. A wall keeps its distance: its normal turns over."""
    return Movement(
        mirrored_authored(movement.authored),
        tuple(mirrored_pose(pose) for pose in movement.keyframes),
        tuple(mirrored_pose(pose) for pose in movement.frames),
        movement.marks,
        movement.walls,
    )


def mirrored_authored(authored: AuthoredMovement) -> AuthoredMovement:
    """Say the same movement of the other side."""
    setup = authored.setup
    return replace(
        authored,
        posture=mirrored_words(authored.posture),
        keyframes=tuple(_keyframe(one) for one in authored.keyframes),
        angles=_angles(authored.angles),
        body=_body(authored.body),
        contacts=_contacts(authored.contacts),
        reaches=_reaches(authored.reaches),
        props=tuple(_prop(one) for one in authored.props),
        targets=tuple(mirrored_words(one) for one in authored.targets),
        camera=replace(authored.camera, azimuth=-authored.camera.azimuth),
        setup=None if setup is None else _keyframe(setup),
        sliding=tuple(mirrored_words(one) for one in authored.sliding),
        side=mirrored_words(authored.side),
    )


def _keyframe(keyframe: Keyframe) -> Keyframe:
    return replace(
        keyframe,
        angles=_angles(keyframe.angles),
        body=_body(keyframe.body),
        contacts=_contacts(keyframe.contacts),
        reaches=_reaches(keyframe.reaches),
    )


def _angles(angles: tuple[AuthoredAngle, ...]) -> tuple[AuthoredAngle, ...]:
    return tuple(
        replace(
            one,
            parameter=mirrored_parameter(one.parameter),
            degrees=-one.degrees if _turns_over(one.parameter) else one.degrees,
        )
        for one in angles
    )


def _body(body: BodyTurn | None) -> BodyTurn | None:
    if body is None:
        return None
    return replace(body, roll_right=-body.roll_right, turn_left=-body.turn_left)


def _contacts(contacts: tuple[Contact, ...] | None) -> tuple[Contact, ...] | None:
    if contacts is None:
        return None
    return tuple(replace(one, part=mirrored_words(one.part)) for one in contacts)


def _reaches(reaches: tuple[Reach, ...] | None) -> tuple[Reach, ...] | None:
    return None if reaches is None else tuple(_reach(one) for one in reaches)


def _reach(reach: Reach) -> Reach:
    if isinstance(reach.target, str):
        target: str | tuple[float, float, float] = mirrored_words(reach.target)
    else:
        target = (reach.target[0], -reach.target[1], reach.target[2])
    return replace(reach, landmark=mirrored_words(reach.landmark), target=target)


def _prop(prop: Prop) -> Prop:
    options = tuple(
        (name, -value if name == "left" and isinstance(value, float) else value)
        if not isinstance(value, str)
        else (name, mirrored_words(value))
        for name, value in prop.options
    )
    return replace(prop, options=options)
