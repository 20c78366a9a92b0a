"""What an exercise file says of its movement: the pose language as values, before it is solved.

Angles are degrees here, as people write them. All is as authored: `left` and `right` are those of
the body as it is drawn; the other side is the mirror image of the whole.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Firmness(StrEnum):
    """How hard an angle holds on where contacts pull the other way."""

    LOOSE = "loose"
    NORMAL = "normal"
    FIRM = "firm"


class Play(StrEnum):
    """How the keyframes follow each other."""

    THERE_AND_BACK = "there and back"  # to the last, and the same way home
    LOOP = "loop"  # from the last straight on to the first


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class AuthoredAngle:
    """An angle a person wrote: a name of PARAMETERS, its degrees in that parameter's own sense."""

    parameter: str
    degrees: float
    firmness: Firmness = Firmness.NORMAL
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class BodyTurn:
    """How the whole body leans out of its posture, in degrees: forward, to its right, turned left.

    Leans are those of the body at rest in its posture: the pelvis pitches about its own left-right
    axis.
    """

    pitch_forward: float = 0.0
    roll_right: float = 0.0
    turn_left: float = 0.0


@dataclass(frozen=True, slots=True)
class Contact:
    """A part of the body that touches a surface: `floor`, or the name of a prop."""

    surface: str
    part: str  # a name of CONTACTS with its side: "left foot", "sacrum"
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """A landmark brought to another, or to a point (x, y, z) in metres.

    `gap` is the distance of the two surfaces as a share of the sum of their radii: 1 touches.
    """

    landmark: str
    target: str | tuple[float, float, float]
    gap: float = 1.0
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing used: its kind, and what was said of it as sorted pairs of option and value."""

    kind: str
    options: tuple[tuple[str, str | float], ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CameraAngle:
    """Where one looks from: degrees round the body (0 front, -90 its right side), and up."""

    azimuth: float = -90.0
    elevation: float = 9.0


@dataclass(frozen=True, slots=True)
class Keyframe:
    """A pose the movement goes through, `move_s` after the one before, held for `hold_s`.

    `body`, `contacts` and `reaches` replace those of the movement where they are not None.
    """

    name: str
    move_s: float
    hold_s: float
    angles: tuple[AuthoredAngle, ...] = ()
    body: BodyTurn | None = None
    contacts: tuple[Contact, ...] | None = None
    reaches: tuple[Reach, ...] | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class AuthoredMovement:
    """A movement as written.

    `posture` names the base pose it starts from (a name of POSTURES). `angles`, `body`, `contacts`
    and `reaches` hold in every keyframe that does not say otherwise; angles of a keyframe win over
    these, these over the posture's. `setup` plants hands and feet before the first keyframe and is
    not shown. `sliding` are the contacts that may move on their surface between keyframes.
    `side` is the one that works as authored ("left" or "right").
    """

    posture: str
    keyframes: tuple[Keyframe, ...]
    angles: tuple[AuthoredAngle, ...] = ()
    body: BodyTurn | None = None
    contacts: tuple[Contact, ...] | None = None
    reaches: tuple[Reach, ...] | None = None
    props: tuple[Prop, ...] = ()
    targets: tuple[str, ...] = ()
    camera: CameraAngle = CameraAngle()
    setup: Keyframe | None = None
    sliding: tuple[str, ...] = ()
    play: Play = Play.THERE_AND_BACK
    side: str = "right"
