"""The words that the declaration of the file formats is written in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

NAME_LIMIT = 120
"""The most characters of a name."""

TEXT_LIMIT = 500
"""The most characters of any other text."""


class Pace(StrEnum):
    """Who decides when a set is over."""

    SELF = "self"  # the person, by Done


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of at most `limit` characters; `lines` allows more than one line."""

    limit: int = TEXT_LIMIT
    lines: bool = False


@dataclass(frozen=True, slots=True)
class TextList:
    """A list of plain texts."""

    limit: int = TEXT_LIMIT


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a few; `meanings` says what each does, in the same order."""

    options: tuple[StrEnum, ...]
    meanings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from 1 to `most`."""

    most: int


@dataclass(frozen=True, slots=True)
class Counts:
    """A whole number, or a list with one for each set."""

    most: int
    most_sets: int


@dataclass(frozen=True, slots=True)
class Duration:
    """Seconds, minutes, hours; up to 4 h. `zero` allows none at all."""

    zero: bool = False


@dataclass(frozen=True, slots=True)
class TempoText:
    """Seconds up, held and down, as `2-1-2`."""


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Slug:
    """The slug of a file: `of` says of which kind."""

    of: Literal["exercise", "routine"]


@dataclass(frozen=True, slots=True)
class ImageName:
    """A relative path to a PNG, JPEG or WebP in the folder of the file."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What to do instead: `hurts` or `no-` and a piece of equipment, each with a slug."""


@dataclass(frozen=True, slots=True)
class StepList:
    """A list of steps, rests and repeats, not empty."""


@dataclass(frozen=True, slots=True)
class Group:
    """Keys of their own, as `shape` says."""

    shape: "Shape"


@dataclass(frozen=True, slots=True)
class Apart:
    """Keys of their own, as `shape` says, read apart from the rest of the file.

    What is wrong in them does not keep the rest from being used.
    """

    shape: "Shape"


@dataclass(frozen=True, slots=True)
class Seconds:
    """A duration from `least` to `most` seconds."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Posture:
    """The name of a posture of the figure."""


@dataclass(frozen=True, slots=True)
class Props:
    """Things that are used: names, or a name with its options."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Names of muscles, with or without a side."""


@dataclass(frozen=True, slots=True)
class Camera:
    """The word of a view, degrees round the body, or both angles."""


@dataclass(frozen=True, slots=True)
class Angles:
    """Angles by joint, shapes of hands, and how the body leans."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Parts of the body by the surface they touch."""


@dataclass(frozen=True, slots=True)
class Reaches:
    """Landmarks by what they are brought to."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of the body."""


@dataclass(frozen=True, slots=True)
class Keyframes:
    """A list of 1 to `most` mappings of `shape`."""

    shape: "Shape"
    most: int


Kind = (
    Text
    | TextList
    | Choice
    | Count
    | Counts
    | Duration
    | TempoText
    | Flag
    | Slug
    | ImageName
    | Alternatives
    | StepList
    | Group
    | Apart
    | Seconds
    | Posture
    | Props
    | Targets
    | Camera
    | Angles
    | Contacts
    | Reaches
    | Parts
    | Keyframes
)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a file.

    `example` is its value as YAML, `otherwise` says what holds where the key is left out, and
    `since` is the version of the program that first knew it.
    """

    name: str
    kind: Kind
    about: str
    example: str
    required: bool = False
    otherwise: str = ""
    since: str = "0.1"


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping with the keys it may have.

    `title` names it in messages. `slips` pairs keys that people write with the one they mean, where
    the spelling would not tell.
    """

    title: str
    about: str
    fields: tuple[Field, ...]
    slips: tuple[tuple[str, str], ...] = ()

    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)
