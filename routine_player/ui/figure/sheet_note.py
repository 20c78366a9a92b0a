"""What stands beside a sheet of frames: where each lies in it, and what is painted under them."""

import json
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

STILL_SIZE: Final = (480, 330)
"""The canvas of a still: large enough for every list, and for a player that waits for frames."""
COARSE_FRAMES: Final = 6
"""How many frames of the way are drawn before the others."""
BREATH_FRAMES: Final = 6

Point = tuple[float, float]


class BadNoteError(ValueError):
    """A note that is not one: another version wrote it, or the disk damaged it."""


class Cut(NamedTuple):
    """A frame cut out of its canvas: where it lies in the sheet, its size, and where it belongs."""

    sheet_x: int
    sheet_y: int
    width: int
    height: int
    left: int
    top: int


class Ground(NamedTuple):
    """What is painted live under a frame, in the canvas's pixels.

    `floor` is the ellipse that fades out: its middle, and its reach across and down. `mats` pairs
    the outlines of each mat's upper side and of the whole of it with its edge.
    """

    floor: tuple[float, float, float, float]
    mats: tuple[tuple[tuple[Point, ...], tuple[Point, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What a sheet holds: a canvas of `width` and `height`, and the frames drawn on it.

    `box` is what is to be seen of the canvas in any case: left, top, right and bottom. Its middle
    is as far from the left as from the right, so that it is the same for a mirror image.
    `motion` are the frames of the way, evenly spaced in progress; `breath` those of the hold, from
    breathed out to full. `grounds` are as many as the frames of the way where the camera follows
    the body, else one. `arrows` are the ways of what travels most. `side` is the one that works, as
    drawn. `loops` tells that the frame after the last is the first.
    """

    width: int
    height: int
    box: tuple[float, float, float, float]
    motion: tuple[Cut, ...]
    breath: tuple[Cut, ...]
    grounds: tuple[Ground, ...]
    arrows: tuple[tuple[Point, ...], ...] = ()
    side: str = "right"
    loops: bool = False

    @property
    def cuts(self) -> tuple[Cut, ...]:
        return self.motion + self.breath

    def text(self) -> str:
        """Write the note as a line of JSON."""
        return json.dumps(
            {
                "size": [self.width, self.height],
                "box": self.box,
                "motion": [_numbers(cut) for cut in self.motion],
                "breath": [_numbers(cut) for cut in self.breath],
                "grounds": [{"floor": one.floor, "mats": one.mats} for one in self.grounds],
                "arrows": self.arrows,
                "side": self.side,
                "loops": self.loops,
            }
        )


def note_of(text: str) -> SheetNote:
    """Read a note. BadNoteError where it is none."""
    try:
        told = json.loads(text)
        width, height = (_count(one) for one in told["size"])
        note = SheetNote(
            width,
            height,
            _box(told["box"]),
            tuple(_cut(one) for one in told["motion"]),
            tuple(_cut(one) for one in told["breath"]),
            tuple(_ground(one) for one in told["grounds"]),
            tuple(_line(one) for one in told["arrows"]),
            str(told["side"]),
            bool(told["loops"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadNoteError(f"this is no note of a sheet: {error}") from error
    if not (note.motion and note.width and note.height):
        raise BadNoteError("a sheet without a frame")
    if len(note.grounds) not in {1, len(note.motion)}:
        raise BadNoteError("frames without a ground")
    return note


def _box(told: Any) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(one) for one in told)
    if not (left < right and top < bottom):
        raise ValueError("a box with nothing in it")
    return left, top, right, bottom


def _ground(told: Any) -> Ground:
    x, y, across, down = (float(one) for one in told["floor"])
    if not (across > 0 and down > 0):
        raise ValueError("a floor has some reach")
    mats = tuple((_line(top), _line(whole)) for top, whole in told["mats"])
    return Ground((x, y, across, down), mats)


def _numbers(cut: Cut) -> tuple[int, ...]:
    return cut.sheet_x, cut.sheet_y, cut.width, cut.height, cut.left, cut.top


def _cut(told: Any) -> Cut:
    x, y, width, height, left, top = (_count(one) for one in told)
    return Cut(x, y, width, height, left, top)


def _count(told: Any) -> int:
    if not isinstance(told, int) or not 0 <= told <= 1 << 16:
        raise ValueError(f"{told!r} is no number of pixels")
    return told


def _line(told: Any) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in told)
