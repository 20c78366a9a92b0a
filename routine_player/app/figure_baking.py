"""Draws what an order asks for, frame by frame, so that something more urgent may come between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from routine_player.app.figure_ground import ground_of, points_of, rounded, shaded
from routine_player.app.figure_orders import MOST_BYTES, Order, Product, Word
from routine_player.app.figure_sheets import packed, write_sheet
from routine_player.core.motion import Rhythm
from routine_player.figure.arrays import Bytes
from routine_player.figure.layer import Layer, laid_over
from routine_player.figure.mat_outline import MatOutline
from routine_player.figure.surface import Floats
from routine_player.play.cache_folder import CacheFolder
from routine_player.ui.figure.sheet_note import (
    BREATH_FRAMES,
    COARSE_FRAMES,
    Ground,
    SheetNote,
)

_GHOST: Final = 0.22


class Drawn(Protocol):
    """Draws a movement at one size: what is needed of `figure.drawing.Drawing`."""

    @property
    def count(self) -> int: ...

    @property
    def box(self) -> tuple[float, float, float, float]: ...

    def frame(self, index: int) -> Layer: ...

    def breath(self, index: int, breath: float) -> Layer: ...

    def shadow_frame(self, index: int) -> Bytes: ...

    def mat_outlines(self, index: int = 0) -> tuple[MatOutline, ...]: ...

    def arrows(self, start: int, end: int) -> tuple[Floats, ...]: ...


@dataclass(frozen=True, slots=True)
class Subject:
    """A movement to be drawn: its times, and the side that works as it is drawn."""

    rhythm: Rhythm
    side: str

    def held(self, count: int) -> int:
        """Give the frame, of `count`, at which one holds."""
        if self.rhythm.loops:
            return round(self.rhythm.held * count) % count
        return round(self.rhythm.held * (count - 1))


def bake(order: Order, drawn: Drawn, subject: Subject) -> Iterator[Word]:
    """Draw what `order` asks for and put it on disk; gives a word after each frame.

    OSError if it cannot be written.
    """
    baking = _Baking(order, drawn, subject)
    return baking.still() if order.product is Product.STILL else baking.sheet()


class _Baking:
    """One order on its way."""

    def __init__(self, order: Order, drawn: Drawn, subject: Subject) -> None:
        self._order = order
        self._drawn = drawn
        self._subject = subject
        self._size = order.width, order.height
        self._held = subject.held(drawn.count)
        self._shadows: dict[int, Bytes] = {}
        self._done: dict[int, Layer] = {}

    def still(self) -> Iterator[Word]:
        """One picture: the start, faint, behind the hold."""
        start = self._drawn.frame(0)
        yield Word.WORKING
        layer = laid_over(self._drawn.frame(self._held), start, _GHOST)
        self._write(self._order.path, [shaded(layer, self._shadow(self._held))], [])
        yield Word.DONE

    def sheet(self) -> Iterator[Word]:
        """All frames, a few of them first; and those of a breath in the hold."""
        count = self._drawn.count
        few = [round(number * (count - 1) / (COARSE_FRAMES - 1)) for number in range(COARSE_FRAMES)]
        if self._subject.rhythm.loops:
            few = [number * count // COARSE_FRAMES for number in range(COARSE_FRAMES)]
        for index in few:
            self._draw(index)
            yield Word.WORKING
        self._write(self._order.partly_path, [self._done[index] for index in few], [])
        yield Word.PARTLY
        for index in range(count):
            if index not in self._done:
                self._draw(index)
                yield Word.WORKING
        breath: list[Layer] = []
        for number in range(BREATH_FRAMES):
            fullness = number / (BREATH_FRAMES - 1)
            layer = self._drawn.breath(self._held, fullness)
            breath.append(shaded(layer, self._shadow(self._held)))
            yield Word.WORKING
        self._write(self._order.path, [self._done[index] for index in range(count)], breath)
        yield Word.DONE

    def _draw(self, index: int) -> None:
        self._done[index] = shaded(self._drawn.frame(index), self._shadow(index))

    def _shadow(self, index: int) -> Bytes:
        if index not in self._shadows:
            self._shadows[index] = self._drawn.shadow_frame(index)
        return self._shadows[index]

    def _write(self, path: str, motion: Sequence[Layer], breath: Sequence[Layer]) -> None:
        pack = packed([*motion, *breath], self._size)
        note = SheetNote(
            *self._size,
            rounded(self._drawn.box),
            pack.cuts[: len(motion)],
            pack.cuts[len(motion) :],
            self._grounds(len(motion)),
            points_of(self._drawn.arrows(0, self._held)),
            self._subject.side,
            self._subject.rhythm.loops,
        )
        where = Path(path)
        write_sheet(CacheFolder(where.parent, MOST_BYTES), where, pack.pixels, note)

    def _grounds(self, count: int) -> tuple[Ground, ...]:
        """The ground under each of `count` frames, or one for all where it stands still."""
        last = self._drawn.count - 1
        shadows = list(self._shadows.values())
        places = [round(number * last / max(1, count - 1)) for number in range(count)]
        if count == 1:
            places = [self._held]
        each = tuple(
            ground_of(shadows, self._drawn.mat_outlines(index), self._size) for index in places
        )
        return each if len(set(each)) > 1 else each[:1]
