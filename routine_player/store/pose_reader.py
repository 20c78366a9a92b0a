"""Reads the `pose:` of an exercise: out come a movement or all the reasons why there is none."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from routine_player.core.choices import Position, Side
from routine_player.core.language import tr
from routine_player.figure.authored import (
    AuthoredMovement,
    CameraAngle,
    Contact,
    Keyframe,
    Play,
    Reach,
)
from routine_player.figure.postures import POSTURES
from routine_player.store.field_readers import Reader, reader_of_field
from routine_player.store.fields import Given, ShapeReader
from routine_player.store.findings import Findings
from routine_player.store.kinds import Angles as AnglesKind
from routine_player.store.kinds import (
    Camera,
    Contacts,
    Field,
    Group,
    Keyframes,
    Kind,
    Parts,
    Posture,
    Props,
    Reaches,
    Seconds,
    Shape,
    Targets,
)
from routine_player.store.pose_angles import Angles, read_angles
from routine_player.store.pose_declaration import DEFAULT_HOLD_S, DEFAULT_MOVE_S, POSE
from routine_player.store.pose_names import FLOOR
from routine_player.store.pose_parts import Touched, read_contacts, read_parts, read_reaches
from routine_player.store.pose_props import read_camera, read_props, read_targets
from routine_player.store.pose_text import Unknown, place_of, tell_expected, tell_unknown
from routine_player.store.values import NotUnderstoodError, duration_s, shown
from routine_player.store.yaml_events import Mapping, Node, Scalar, Sequence

_STANDING: Final = "standing"
_POSTURE_OF: Final[dict[Position, dict[Side, str]]] = {
    Position.WALKING: dict.fromkeys(Side, _STANDING),
    Position.RUNNING: dict.fromkeys(Side, _STANDING),
    # The side that works is up when one lies on a side, and down when one kneels on one knee.
    Position.SIDE_LYING: {Side.RIGHT: "side-lying left", Side.LEFT: "side-lying right"},
    Position.HALF_KNEELING: {Side.RIGHT: "half-kneeling right", Side.LEFT: "half-kneeling left"},
}
"""The postures of positions that go by another name."""


def read_pose(node: Node, position: Position | None, findings: Findings) -> AuthoredMovement | None:
    """Read what stands under `pose:`; None after what is wrong has been told.

    `position` is where the exercise begins: its posture, where the pose names none.
    """
    if not isinstance(node, Mapping):
        tell_expected("pose", "{keyframes: [...]}", node.start, findings)
        return None
    given = _POSE.read(node, findings)
    posture = _posture(given, position, findings)
    _check_surfaces(given, findings)
    if findings.has_errors or posture is None:
        return None
    return _movement(given, posture, findings)


def _posture(given: Given, position: Position | None, findings: Findings) -> str | None:
    """Give the posture that is named, else that of the exercise; None where neither is known."""
    if given.has_or_meant("position") or position is None:
        return given.get("position")
    side: Side = given.get("side") or Side.RIGHT
    posture = _POSTURE_OF.get(position, {}).get(side, position.value)
    if posture in POSTURES:
        return posture
    text = tr(
        "This pose needs the key `position`: `{position}` can be taken in several ways.",
        position=position.value,
    )
    tell_unknown(Unknown(text, "", given.node.start), lambda: POSTURES, (), findings)
    return None


def _check_surfaces(given: Given, findings: Findings) -> None:
    """See that what is touched is there."""
    if given.is_wrong("props"):
        return
    props = {FLOOR, *(prop.kind for prop in given.get("props") or ())}
    for part in (given, given.get("setup"), *(given.get("keyframes") or ())):
        for touched in (part.get("contacts") or ()) if part else ():
            if touched.surface not in props:
                text = tr("`{prop}` is not among the `props` of this pose.", prop=touched.surface)
                findings.error(touched.start, text)


def _movement(given: Given, posture: str, findings: Findings) -> AuthoredMovement:
    said: Angles = given.get("pose") or Angles()
    setup: Given | None = given.get("setup")
    keyframes: tuple[Given, ...] = given.get("keyframes")
    return AuthoredMovement(
        posture=posture,
        keyframes=tuple(_keyframe(one, findings) for one in keyframes),
        angles=said.angles,
        body=said.body,
        contacts=_contacts(given),
        reaches=_reaches(given),
        props=given.get("props") or (),
        targets=given.get("targets") or (),
        camera=given.get("camera") or CameraAngle(),
        setup=None if setup is None else _keyframe(setup, findings),
        sliding=given.get("slide") or (),
        play=given.get("play") or Play.THERE_AND_BACK,
        side=(given.get("side") or Side.RIGHT).value,
    )


def _keyframe(given: Given, findings: Findings) -> Keyframe:
    """Build a keyframe; what gives a setup its pose has no name and no times."""
    said: Angles = given.get("pose") or Angles()
    move_s, hold_s = given.get("move"), given.get("hold")
    return Keyframe(
        name=given.get("name") or "setup",
        move_s=DEFAULT_MOVE_S if move_s is None else move_s,
        hold_s=DEFAULT_HOLD_S if hold_s is None else hold_s,
        angles=said.angles,
        body=said.body,
        contacts=_contacts(given),
        reaches=_reaches(given),
        place=place_of(given.node.start, findings),
    )


def _contacts(given: Given) -> tuple[Contact, ...] | None:
    """Give the contacts, None where nothing is said of them; `{}` says that nothing touches."""
    touched: tuple[Touched, ...] | None = given.get("contacts")
    if touched is None:
        return None
    return tuple(contact for one in touched for contact in one.contacts)


def _reaches(given: Given) -> tuple[Reach, ...] | None:
    return given.get("reach")


# One reader for each kind of value


def _named(read: Callable[[str, str, Node, Findings], Any]) -> Callable[[Field], Reader]:
    def make(field: Field) -> Reader:
        return lambda node, findings: read(field.name, field.example, node, findings)

    return make


def _posture_reader(field: Field) -> Reader:
    def read(node: Node, findings: Findings) -> str | None:
        text = node.text if isinstance(node, Scalar) else ""
        if text in POSTURES:
            return text
        told = tr("`{name}`: there is no posture `{text}`.", name=field.name, text=shown(text))
        tell_unknown(Unknown(told, text, node.start), lambda: POSTURES, POSTURES, findings)
        return None

    return read


def _seconds_reader(field: Field) -> Reader:
    kind = field.kind
    assert isinstance(kind, Seconds)  # noqa: S101 - the table below pairs them
    least, most = kind.least, kind.most

    def read(node: Node, findings: Findings) -> float | None:
        try:
            seconds = duration_s(node.text if isinstance(node, Scalar) else "")
        except NotUnderstoodError:
            seconds = -1.0
        if least <= seconds <= most:
            return seconds
        text = tr(
            "`{name}`: expected {least:g} to {most:g} seconds.",
            name=field.name,
            least=least,
            most=most,
        )
        findings.error(node.start, text)
        return None

    return read


def _group_reader(field: Field) -> Reader:
    kind = field.kind
    assert isinstance(kind, Group)  # noqa: S101 - the table below pairs them
    return _mapping_reader(field, _reader_of(kind.shape))


def _mapping_reader(field: Field, inner: ShapeReader) -> Reader:
    def read(node: Node, findings: Findings) -> Given | None:
        if isinstance(node, Mapping):
            return inner.read(node, findings)
        tell_expected(field.name, field.example, node.start, findings)
        return None

    return read


def _keyframes_reader(field: Field) -> Reader:
    kind = field.kind
    assert isinstance(kind, Keyframes)  # noqa: S101 - the table below pairs them
    most = kind.most
    inner = _mapping_reader(field, _reader_of(kind.shape))

    def read(node: Node, findings: Findings) -> tuple[Given, ...] | None:
        items = node.items if isinstance(node, Sequence) else []
        if not 1 <= len(items) <= most:
            text = tr("`{name}`: expected a list of 1 to {most}.", name=field.name, most=most)
            findings.error(node.start, text)
            return None
        keyframes = [inner(item, findings) for item in items]
        return tuple(one for one in keyframes if one is not None)

    return read


_READERS: Final[dict[type[Kind], Callable[[Field], Reader]]] = {
    Posture: _posture_reader,
    Props: _named(read_props),
    Targets: _named(read_targets),
    Camera: _named(read_camera),
    AnglesKind: _named(read_angles),
    Contacts: _named(read_contacts),
    Reaches: _named(read_reaches),
    Parts: _named(read_parts),
    Seconds: _seconds_reader,
    Group: _group_reader,
    Keyframes: _keyframes_reader,
}


def _reader_of(shape: Shape) -> ShapeReader:
    return ShapeReader(
        shape,
        {field.name: _reader(field) for field in shape.fields},
        _required(shape.fields),
    )


def _reader(field: Field) -> Reader:
    make = _READERS.get(type(field.kind))
    return reader_of_field(field.name, field.kind, field.example) if make is None else make(field)


def _required(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(field.name for field in fields if field.required)


_POSE: Final = _reader_of(POSE)
