"""What the window and the process that draws figures say to each other: a line of JSON each."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

MOST_BYTES: Final = 120_000_000
"""What everything that was drawn may take of the disk: some hundred and fifty sheets."""


class Product(StrEnum):
    """What is to be drawn."""

    SHEET = "sheet"  # every frame of the movement
    STILL = "still"  # one picture: the start behind the hold


class Word(StrEnum):
    """What a reply says of an order."""

    WORKING = "working"  # it goes on
    PARTLY = "partly"  # a few frames are there to be shown
    DONE = "done"
    FAILED = "failed"


class BadLineError(ValueError):
    """A line that is not what was agreed on."""


@dataclass(frozen=True, slots=True)
class Order:
    """Something to be drawn: the figure of the exercise in the file `exercise`.

    It is put at `path`, with its note beside it; the few frames that come first at `partly_path`.
    `width` and `height` are those of the canvas, in pixels. `is_far` is the other side, seen from
    the same place. `solution` is where the solved movement may lie already; one that has to be
    solved is kept in the folder `keep`, if that is given.
    """

    exercise: str
    product: Product
    width: int
    height: int
    path: str
    partly_path: str = ""
    is_far: bool = False
    solution: str = ""
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of the order for `path`; `reason` says why it failed."""

    word: Word
    path: str
    reason: str = ""


def orders_line(orders: Sequence[Order]) -> bytes:
    """Write what is to be drawn, the most urgent first; it takes the place of all said before."""
    return _line([asdict(order) for order in orders])


def orders_in(line: bytes) -> tuple[Order, ...]:
    """Read such a line. BadLineError where it is none."""
    told = _read(line)
    try:
        return tuple(_order(values) for values in told)
    except (TypeError, KeyError, ValueError) as error:
        raise BadLineError(f"no orders: {error}") from error


def _order(values: dict[str, Any]) -> Order:
    named = dict(values)
    return Order(product=Product(named.pop("product")), **named)


def reply_line(reply: Reply) -> bytes:
    """Write a reply."""
    return _line(asdict(reply))


def reply_in(line: bytes) -> Reply:
    """Read a reply. BadLineError where it is none."""
    told = _read(line)
    try:
        return Reply(Word(told["word"]), str(told["path"]), str(told["reason"]))
    except (TypeError, KeyError, ValueError) as error:
        raise BadLineError(f"no reply: {error}") from error


def _line(told: object) -> bytes:
    return json.dumps(told).encode() + b"\n"


def _read(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"no JSON: {error}") from error
